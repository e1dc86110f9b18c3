import DurableFiles
import InvoiceCode
import InvoiceLedger
public import InvoiceModel
import InvoiceSignature
import OpenSSL
import Synchronization

/// Names a message by what its sender still has when the answer was lost.
public enum MessageQuery: Sendable, Hashable {
    /// By its id (`MTDiep`): the first readable message that had it.
    case messageID(String)
    /// By the SHA-256 of its bytes.
    case sha256(Digest)

    /// The message with that SHA-256, or with the bytes of that file.
    public init(digestOrFile text: String) throws(EngineError) {
        if text.utf8.count == Digest.byteCount * 2, let bytes = Hex.bytes(text) {
            self = .sha256(Digest(bytes.span))
            return
        }
        do throws(FileError) {
            self = .sha256(Digest(SHA256.hash(try DurableFiles.read(text)).span))
        } catch {
            throw EngineError(.file, "\(error). Give 64 hexadecimal digits or the message's file.")
        }
    }
}

extension Engine {
    /// What became of a message: its status, what it led to, and the reply that answers it.
    ///
    /// - Throws: `.notFound` where the ledger has no such message.
    public func lookup(_ query: MessageQuery) throws(EngineError) -> InvoiceDetails {
        let message = try find(query)
        let answer = message.answeredBy == message.id ? message : try self.message(message.answeredBy)
        let replyType: String? =
            switch answer.reply?.kind {
            case .issued: "202"
            case .refused, .results: "204"
            case .technical: "999"
            case nil: nil
            }
        return InvoiceDetails(
            facts: [
                ("status", message.status.outcome.rawValue), ("message_id", message.messageID),
                ("message_sha256", message.sha256.description), ("type", message.type),
                ("sender", message.sender), ("taxpayer", message.taxpayer),
                ("received_at", message.receivedAt.description), ("code", message.code?.description),
                ("transaction", message.transaction.map { "\($0)" }),
                ("invoices", message.counts?.all), ("accepted", message.counts?.accepted),
                ("notice_number", message.noticeNumber.map { "\($0)" }), ("answers_message", answer.messageID),
                ("reply_type", replyType), ("reply_id", answer.reply?.messageID),
                ("replied_at", answer.reply?.repliedAt.description),
            ],
            findings: message.findings + message.invoiceFindings
        )
    }

    /// A message as it was received.
    public func original(_ query: MessageQuery) throws(EngineError) -> [UInt8] {
        try find(query).bytes
    }

    /// The reply that answers a message, byte for byte as it was first.
    public func reply(to query: MessageQuery) throws(EngineError) -> [UInt8] {
        try firstReply(to: message(find(query).answeredBy))
    }

    /// The reply that answers a stored message, as it was first. Certificates are read once: making them of bytes takes
    /// longer than all the rest.
    func firstReply(to message: StoredMessage) throws(EngineError) -> [UInt8] {
        guard message.status.isAnswered else {
            throw EngineError(
                .notFound,
                "What comes in lines has no reply: its receipt is the outcome that submit told. See: xacthuc lookup."
            )
        }
        let signer = message.reply?.signer ?? 0
        var known = replaySigners.withLock { $0 }
        if signer > 0, known[signer] == nil {
            let identities = try storing { () throws(LedgerError) in try ledger.authorities() }
            let read = try AuthoritySigner.replaying(identities)
            known = read
            replaySigners.withLock { $0 = read }
        }
        return try ReplyCopier(known).reply(again: message).bytes
    }

    private func find(_ query: MessageQuery) throws(EngineError) -> StoredMessage {
        let found = try storing { () throws(LedgerError) in
            switch query {
            case .messageID(let id): try ledger.storedMessage(messageID: id)
            case .sha256(let digest): try ledger.storedMessage(sha256: digest)
            }
        }
        guard let found else {
            let sentence = "The ledger never took in that message. Send it: xacthuc submit LEDGER FILE."
            throw EngineError(.notFound, sentence)
        }
        return found
    }
}

extension StoredMessage {
    /// How many invoices a message of many has, and how many of them were accepted; `nil` for other messages.
    fileprivate var counts: (all: String, accepted: String)? {
        guard status.isOfMany else { return nil }
        return ("\(invoices.count)", "\(invoices.count { $0.isAccepted })")
    }

    /// Findings of the invoices of a message of many, each with its place: `HDon[3]/…`.
    fileprivate var invoiceFindings: [WeighedFinding] {
        invoices.enumerated().flatMap { place, invoice in
            invoice.findings.map { weighed in
                var weighed = weighed
                let path = weighed.finding.path
                if path.hasPrefix("HDon/") { weighed.finding.path = "HDon[\(place + 1)]" + path.dropFirst(4) }
                return weighed
            }
        }
    }
}

extension MessageStatus {
    /// The word that its submit said of it.
    fileprivate var outcome: Outcome.Status {
        switch self {
        case .issued, .lines: .issued
        case .registered, .manifest: .registered
        case .duplicate: .duplicate
        case .refused, .rejected: .rejected
        case .unreadable: .unreadable
        }
    }
}
