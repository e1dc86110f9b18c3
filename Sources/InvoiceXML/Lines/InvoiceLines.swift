/// What one line of NDJSON gave.
public enum LineResult: Sendable, Hashable {
    /// An invoice: its place in `InvoiceLines.message.invoices`.
    case invoice(Int)
    /// Nothing: why, and where.
    case fault(LineFault)
}

/// One line of a chunk.
public struct LineEntry: Sendable, Hashable {
    /// Its bytes in the chunk, without its line end.
    public var bytes: ByteRange
    /// What it gave.
    public var result: LineResult
}

/// A chunk of NDJSON that was read: one invoice a line, each as the XML it stands for.
///
/// `message` is what `ParsedMessage.read` would give for each good line's XML, one after another in one value: every
/// invoice is a root of its own, so paths begin with `HDon`. The XML is canonical as it stands, so the bytes of
/// `DLHDon` are what a content digest is taken of (`content(of:)`).
public struct InvoiceLines: Sendable {
    /// The good lines as XML, with their invoices in order.
    public internal(set) var message = ParsedMessage.empty
    /// Every line in order.
    public internal(set) var entries: [LineEntry] = []

    /// No lines; read into the same value again and again, so that its arrays are made once.
    public init() {}

    /// The bytes in `message.bytes` that the content digest of an invoice is taken of: its `DLHDon`, canonical; `nil`
    /// where it has none.
    public func content(of invoice: ParsedInvoice) -> ByteRange? {
        invoice.data < 0 ? nil : message.elements[Int(invoice.data)].whole
    }

    /// The XML of an invoice in `message.bytes`, canonical.
    public func document(of invoice: ParsedInvoice) -> ByteRange {
        message.elements[Int(invoice.root)].whole
    }
}
