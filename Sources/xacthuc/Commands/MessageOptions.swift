import ArgumentParser
import InvoiceEngine

/// The two ways to name a message instead of an invoice.
struct MessageOptions: ParsableArguments {
    @Option(help: "The message's id (MTDiep).") var messageID: String?
    @Option(help: "The SHA-256 of the message as 64 hexadecimal digits, or its file.", completion: .file())
    var sha256: String?

    /// Whether a message is named.
    func isGiven() throws -> Bool {
        guard messageID == nil || sha256 == nil else {
            throw ValidationError("Give --message-id or --sha256, not both.")
        }
        return messageID != nil || sha256 != nil
    }

    /// The message that is named.
    func query() throws -> MessageQuery {
        if let messageID { return .messageID(messageID) }
        return try MessageQuery(digestOrFile: sha256 ?? "")
    }
}
