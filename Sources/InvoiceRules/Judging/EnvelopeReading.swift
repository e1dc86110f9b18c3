import InvoiceModel
import InvoiceXML

/// A message's header as the envelope rules see it.
struct EnvelopeReading {
    /// The message.
    let message: ParsedMessage
    /// `TDiep/TTChung`, or `nil`.
    let headerElement: Int32?
    /// What `MLTDiep` says; rules about the content speak only of types served.
    let type: MessageType?

    /// What the operator allows.
    let limits: Limits
    /// Findings a rule need not go beyond.
    var limit: Int { limits.findings }

    /// Reads the header.
    init(_ message: ParsedMessage, limits: Limits) {
        self.message = message
        self.limits = limits
        headerElement = message.child(.TTChung, of: 0)
        type = message.type
    }

    /// The header's fields.
    var header: MessageHeader { message.header }

    /// Where a field of the header stands, or would stand.
    func path(_ field: Field, _ tag: Tag) -> String {
        field.isPresent ? message.path(of: field.element) : "TDiep/TTChung/\(tag.name)"
    }

    /// A finding on a field of the header.
    func finding(_ code: RuleCode, _ field: Field, _ tag: Tag, expected: String? = nil) -> Finding {
        let found = field.isEmpty ? nil : message.string(of: field)
        return Finding(code, path: path(field, tag), expected: expected, found: found)
    }
}
