/// What the ledger knows of the invoice that a new one replaces or adjusts.
public struct OriginalInvoice: Sendable, Hashable {
    /// `NLap` of the original.
    public var date: CalendarDate
    /// Whether an accepted invoice replaced it.
    public var isReplaced: Bool
    /// Whether an accepted invoice adjusted it.
    public var isAdjusted: Bool

    /// An original and what became of it.
    public init(date: CalendarDate, isReplaced: Bool, isAdjusted: Bool) {
        self.date = date
        self.isReplaced = isReplaced
        self.isAdjusted = isAdjusted
    }
}
