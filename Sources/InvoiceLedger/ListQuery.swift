public import InvoiceModel

/// One question for invoices.
public struct ListQuery: Sendable, Hashable {
    /// Only this seller.
    public var taxpayer: TaxCode?
    /// Only this buyer.
    public var buyer: TaxCode?
    /// Only of this kind.
    public var kind: InvoiceKind?
    /// Only in this state.
    public var state: InvoiceState?
    /// First invoice date.
    public var from: CalendarDate?
    /// Last invoice date.
    public var to: CalendarDate?
    /// Go on after this transaction number, for paging.
    public var after: UInt64
    /// At most so many.
    public var limit: Int

    /// A question.
    public init(
        taxpayer: TaxCode? = nil,
        buyer: TaxCode? = nil,
        kind: InvoiceKind? = nil,
        state: InvoiceState? = nil,
        from: CalendarDate? = nil,
        to: CalendarDate? = nil,
        after: UInt64 = 0,
        limit: Int = .max
    ) {
        self.taxpayer = taxpayer
        self.buyer = buyer
        self.kind = kind
        self.state = state
        self.from = from
        self.to = to
        self.after = after
        self.limit = limit
    }
}
