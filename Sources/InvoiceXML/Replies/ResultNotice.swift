public import InvoiceModel

/// An invoice that was not accepted, as a notice names it.
public struct RefusedInvoice: Sendable, Hashable {
    /// `KHMSHDon` as sent; empty where it is missing.
    public var form: String
    /// `KHHDon` as sent; empty where it is missing.
    public var symbol: String
    /// `SHDon` as sent; empty where it is missing.
    public var number: String
    /// `NLap` as sent; empty where it is missing.
    public var date: String
    /// Why.
    public var reasons: [ReplyReason]

    /// One invoice.
    public init(form: String, symbol: String, number: String, date: String, reasons: [ReplyReason]) {
        self.form = form
        self.symbol = symbol
        self.number = number
        self.date = date
        self.reasons = reasons
    }
}

/// Everything a 204 to a message with many invoices says that is not in `ReplyFacts`.
public struct ResultNotice: Sendable, Hashable {
    /// What became of the invoices.
    public enum Kind: Sendable, Hashable {
        /// All were accepted: `LTBao` 2.
        case valid
        /// Those of a 203 that were not: `LTBao` 3.
        case uncoded([RefusedInvoice])
        /// Those of a 206 or 216 that were not: `LTBao` 7.
        case cashRegister([RefusedInvoice])
    }

    /// The message answered.
    public var heading: NoticeHeading
    /// Its type (`CCu` names it).
    public var type: MessageType
    /// What became of its invoices.
    public var kind: Kind
    /// How many there are (`SLuong`).
    public var count: Int

    /// All of it.
    public init(heading: NoticeHeading, type: MessageType, kind: Kind, count: Int) {
        self.heading = heading
        self.type = type
        self.kind = kind
        self.count = count
    }

    /// The answer to a message of that type: valid where nothing was refused, else the list its type has.
    public static func kind(of type: MessageType, refused: [RefusedInvoice]) -> Kind {
        if refused.isEmpty { return .valid }
        return type.isSignedOnce ? .cashRegister(refused) : .uncoded(refused)
    }
}
