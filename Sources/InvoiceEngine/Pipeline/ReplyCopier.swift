import InvoiceCode
import InvoiceLedger
import InvoiceModel
import InvoiceSignature
import InvoiceXML

/// Writes replies as they were written first: it needs the authority's certificates, but no ledger. One a worker.
final class ReplyCopier {
    private let signers: [UInt32: AuthoritySigner]
    private var makers: [UInt32: ReplyMaker] = [:]

    init(_ signers: [UInt32: AuthoritySigner]) {
        self.signers = signers
    }

    /// The reply that answered a stored message, byte for byte as it was first.
    func reply(again message: StoredMessage) throws(EngineError) -> OutgoingReply {
        guard let facts = message.reply else {
            throw EngineError(.store, "The ledger has no reply to the message \(message.id.sequence).")
        }
        if let bytes = message.replyBytes {
            return OutgoingReply(type: facts.kind == .technical ? "999" : "204", bytes: bytes, facts: facts)
        }
        // Limits may have changed since it was accepted; what was read once is read again.
        guard facts.kind == .issued, let code = message.code,
            case .message(let parsed) = ParsedMessage.read(message.bytes, limits: .unlimited)
        else {
            throw EngineError(.store, "The message \(message.id.sequence) in the ledger cannot be read again.")
        }
        return try write("202", signer: facts.signer) { (maker) throws(SignatureError) in
            try maker.issued(parsed, code: code.description, facts: facts)
        }
    }

    /// Writes a reply with the tools of one signer.
    func write(
        _ type: String,
        signer: UInt32,
        _ make: (ReplyMaker) throws(SignatureError) -> SignedReply
    ) throws(EngineError) -> OutgoingReply {
        guard let authority = signers[signer] else {
            throw EngineError(.store, "The ledger has no certificate \(signer) of the authority.")
        }
        do {
            let reply = try make(try maker(signer, authority))
            return OutgoingReply(type: type, bytes: reply.bytes, facts: reply.facts)
        } catch {
            throw EngineError(.store, "A reply \(type) cannot be written: \(error)")
        }
    }

    private func maker(_ id: UInt32, _ authority: AuthoritySigner) throws(SignatureError) -> ReplyMaker {
        if let maker = makers[id] { return maker }
        let maker = try ReplyMaker(authority)
        makers[id] = maker
        return maker
    }
}
