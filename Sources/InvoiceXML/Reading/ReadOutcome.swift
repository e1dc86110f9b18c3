public import InvoiceModel

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

    /// Bytes of the longest field given; a longer one is no id.
    public static let fieldBytes = 256

    /// Nothing could be read.
    public init(messageID: String? = nil, sender: String? = nil) {
        self.messageID = messageID
        self.sender = sender
    }
}
