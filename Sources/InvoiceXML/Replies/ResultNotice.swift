public import InvoiceModel

/// One invoice of a package that was not accepted.
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

    /// The type of the message answered (`CCu` names it).
    public var type: MessageType
    /// What became of the invoices.
    public var kind: Kind
    /// Invoices of the message answered (`SLuong`).
    public var count: Int
    /// `MNGui` of the message answered.
    public var sender: String
    /// `MTDiep` of the message answered.
    public var messageID: String
    /// `MST` of the message answered.
    public var taxpayer: String
    /// The taxpayer's name: the registry's, else the seller's (`TNNT`).
    public var taxpayerName: String
    /// The authority's place (`DDanh`).
    public var place: String
    /// When the message came in (`TGGui`): `YYYY-MM-DDThh:mm:ss`.
    public var sentAt: String

    /// All of it.
    public init(
        type: MessageType,
        kind: Kind,
        count: Int,
        sender: String,
        messageID: String,
        taxpayer: String,
        taxpayerName: String,
        place: String,
        sentAt: String
    ) {
        self.type = type
        self.kind = kind
        self.count = count
        self.sender = sender
        self.messageID = messageID
        self.taxpayer = taxpayer
        self.taxpayerName = taxpayerName
        self.place = place
        self.sentAt = sentAt
    }

    /// The answer to a message of that type: valid where nothing was refused, else the list its type has.
    public static func kind(of type: MessageType, refused: [RefusedInvoice]) -> Kind {
        if refused.isEmpty { return .valid }
        return type.isSignedOnce ? .cashRegister(refused) : .uncoded(refused)
    }
}
