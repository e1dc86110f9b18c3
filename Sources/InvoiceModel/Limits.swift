/// Every limit on what a sender may send, by name. Each has a test at the limit and one past it.
public struct Limits: Sendable, Hashable {
    /// Bytes of one message (Decision 1450, part I.IV.5: 2 MB).
    public var messageBytes = 2_097_152
    /// Elements inside one another, the root counted.
    public var depth = 64
    /// Elements of one message.
    public var elements = 200_000
    /// Attributes of one element, namespace declarations counted.
    public var attributes = 64
    /// Bytes of one element, attribute or target name.
    public var nameBytes = 256
    /// Bytes of one attribute value or of the text between two tags.
    public var textBytes = 1_048_576
    /// Different namespace names, and different prefixes, of one message.
    public var namespaces = 256
    /// Lines (`HHDVu`) of one invoice.
    public var lines = 10_000
    /// Invoices of one message: more than two million bytes hold of real ones.
    public var invoices = 2_000
    /// Signatures of one invoice that nobody asks for, the buyer's and others together: those beyond are not checked.
    public var extraSignatures = 8
    /// Findings reported for one invoice; the rest are counted.
    public var findings = 100
    /// Findings reported for all invoices of one message, shared among them evenly, at least one for each.
    public var messageFindings = 10_000
    /// Amount of one invoice, in đồng, in each of its sums: no invoice can poison a total (10¹⁵ đồng).
    public var invoiceCeiling = Amount(units: 1_000_000_000_000_000)

    /// The defaults.
    public init() {}
}
