public import InvoiceModel

/// One element of a message, in document order. The tape is an index over the bytes: no tree, no copies.
public struct Element: Sendable, Hashable {
    /// Which of the standard's tags, or `.unknown`; a tag of the standard is one in no namespace.
    public var tag: Tag
    /// Which namespace: an index into the message's namespace names, 0 for none.
    public var namespace: UInt16
    /// Index of the parent; −1 for the root.
    public var parent: Int32
    /// Index after the last element inside this one: its descendants are `index + 1 ..< end`.
    public var end: Int32
    /// The qualified name as written.
    public var name: ByteRange
    /// From `<` of the start tag to `>` of the end tag.
    public var whole: ByteRange
    /// Between start tag and end tag; empty for `<a/>`.
    public var content: ByteRange
    /// Index of its first attribute (namespace declarations are kept apart).
    public var firstAttribute: Int32
    /// How many attributes.
    public var attributeCount: Int32
}

/// What the root of a document is.
public enum DocumentKind: Sendable {
    /// `TDiep`.
    case message
    /// `HDon` alone.
    case invoice
    /// Anything else that is well-formed, such as a signed notice.
    case other
}

/// Why bytes could not be read, and where.
public struct ReadFault: Error, Sendable, Hashable {
    /// One of the `xml.` rules.
    public var code: RuleCode
    /// Offset of the byte at which the fault shows.
    public var offset: Int

    /// A fault.
    public init(_ code: RuleCode, at offset: Int) {
        self.code = code
        self.offset = offset
    }
}

/// What reading a message gave.
public enum ReadOutcome: Sendable {
    /// The bytes are XML; what they say is for rules to judge.
    case message(ParsedMessage)
    /// They are not; what could be read of the header before the fault is there for the reply.
    case unreadable(ReadFault, header: ReadableHeader)
}

/// The fields of a header that a reply needs, where they could be read.
public struct ReadableHeader: Sendable, Hashable {
    /// `MTDiep`.
    public var messageID: String?
    /// `MNGui`.
    public var sender: String?

    /// Nothing could be read.
    public init(messageID: String? = nil, sender: String? = nil) {
        self.messageID = messageID
        self.sender = sender
    }
}

/// A message that was read: its bytes, the tape over them, its header and where its invoices lie.
public struct ParsedMessage: Sendable {
    /// The bytes as received.
    public let bytes: [UInt8]
    /// What the root is.
    public let kind: DocumentKind
    /// Every element in document order.
    public let elements: [Element]
    /// The header, where the root is `TDiep`.
    public let header: MessageHeader
    /// Every `HDon` directly in `TDiep/DLieu`, or the root.
    public let invoices: [ParsedInvoice]
    /// Text that needed decoding; `Field.text` points here where `isDecoded`.
    let decoded: [UInt8]

    /// Reads one message.
    public static func read(_ bytes: [UInt8], limits: Limits) -> ReadOutcome {
        .unreadable(ReadFault(.xmlSyntax, at: 0), header: ReadableHeader())
    }

    /// The text of a field, without surrounding white space.
    @_lifetime(borrow self)
    public func text(of field: Field) -> Span<UInt8> {
        field.isDecoded ? decoded.span.extracting(field.text.range) : bytes.span.extracting(field.text.range)
    }

    /// The text of a field as a string: for findings and facts kept as text, never on the way of a good invoice.
    public func string(of field: Field) -> String {
        String(decoding: (field.isDecoded ? decoded : bytes)[field.text.range], as: UTF8.self)
    }
}
