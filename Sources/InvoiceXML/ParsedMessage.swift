public import InvoiceModel

/// What the root of a document is.
public enum DocumentKind: Sendable {
    /// `TDiep`.
    case message
    /// `HDon` alone; of lines of NDJSON one after another.
    case invoice
    /// Anything else that is well-formed, such as a signed notice.
    case other
}

/// A message that was read: its bytes, the tape over them, its header and where its invoices lie.
public struct ParsedMessage: Sendable {
    /// The bytes as received.
    public internal(set) var bytes: [UInt8]
    /// What the root is.
    public let kind: DocumentKind
    /// Every element in document order; the root is the first. Of lines of NDJSON each is a root.
    public internal(set) var elements: [Element]
    /// The header, where the root is `TDiep`.
    public internal(set) var header = MessageHeader()
    /// Every `HDon` directly in `TDiep/DLieu`, up to `Limits.invoices` of them, or the root.
    public internal(set) var invoices: [ParsedInvoice] = []
    /// How many there are, also beyond that limit.
    public internal(set) var invoiceCount = 0
    /// `TDiep/DLieu`, the first one, or −1.
    public internal(set) var content: Int32 = -1
    /// `Signature` elements in `TDiep/CKSNNT`: over `DLieu` as a whole.
    public internal(set) var batchSignatures: [Int32] = []
    /// Every attribute in document order.
    let attributes: [Attribute]
    /// Every namespace declaration in document order.
    let declarations: [NamespaceDeclaration]
    /// The prefixes declared, the empty one first.
    let prefixes: [NameText]
    /// The namespace names declared, after the empty one.
    let namespaces: [NameText]
    /// Text that needed decoding; `Field.text` points here where `isDecoded`.
    var decoded: [UInt8]
    /// The leaves whose text needed decoding, in document order.
    var decodedTexts: [DecodedText]
    /// What the canonical form writes otherwise, in document order.
    var spots: [Spot]

    /// What kind of message it is; `nil` where its type is not served, or the root is not `TDiep`.
    public var type: MessageType? { kind == .message ? MessageType(wire: text(of: header.type)) : nil }

    /// The text of a field, without surrounding white space.
    @_lifetime(borrow self)
    public func text(of field: Field) -> Span<UInt8> {
        field.isDecoded ? decoded.span.extracting(field.text.range) : bytes.span.extracting(field.text.range)
    }

    /// The bytes of a field's text, to be kept.
    func copy(of field: Field) -> [UInt8] {
        Array((field.isDecoded ? decoded : bytes)[field.text.range])
    }

    /// The text of a field as a string: for findings and facts kept as text, never on the way of a good invoice.
    public func string(of field: Field) -> String {
        String(decoding: (field.isDecoded ? decoded : bytes)[field.text.range], as: UTF8.self)
    }
}
