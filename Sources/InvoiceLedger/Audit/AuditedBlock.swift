public import InvoiceCode
public import InvoiceModel

/// One block of the archive as an audit reads it.
public struct AuditedBlock: Sendable {
    /// Where it lies.
    public var place: AuditPlace
    /// The version of the rules that gave its verdicts.
    public var rules: UInt64
    /// When it was written.
    public var writtenAt: Timestamp
    /// What it holds.
    public var content: Content

    /// What a block holds.
    public enum Content: Sendable {
        /// Messages in order of admission.
        case messages([AuditedMessage])
        /// Administrative actions; what they changed is in the state from then on.
        case changes(Int)
        /// The text of a signed head.
        case head(String)
    }

    let location: BlockLocation
    let digest: Digest
    let kind: BlockKind
    let first: UInt64
    let count: Int
    var entries: [MessageEntry]
    var changes: [(entry: ChangeEntry, payload: [UInt8])]
}

/// A message of the archive with everything that was decided about it.
public struct AuditedMessage: Sendable {
    /// As the archive holds it.
    public var stored: StoredMessage
    /// Its invoice, where it got its code with this message.
    public var invoice: AuditedInvoice?
}

/// An invoice with its code, as the archive holds it.
public struct AuditedInvoice: Sendable {
    /// Its transaction number.
    public var transaction: UInt64
    /// Its code.
    public var code: AuthenticationCode
    /// What is kept of it besides its bytes.
    public var facts: InvoiceFacts
    /// SHA-256 of its canonical content.
    public var contentDigest: Digest
    /// The invoice it replaces or adjusts, where the ledger had it.
    public var relatedTransaction: UInt64?
}

extension AuditedMessage {
    init(_ entry: MessageEntry, bytes: [UInt8]) {
        stored = StoredMessage(
            id: StoredID(sequence: entry.sequence),
            status: entry.status,
            bytes: bytes,
            sha256: entry.sha256,
            receivedAt: entry.receivedAt,
            messageID: entry.messageID,
            sender: entry.sender,
            taxpayer: entry.taxpayer,
            type: entry.type,
            findings: entry.findings,
            transaction: nil,
            code: nil,
            noticeNumber: entry.noticeNumber,
            answeredBy: StoredID(sequence: entry.sequence),
            reply: entry.reply,
            replyBytes: entry.replyBytes
        )
        switch entry.invoices.first {
        case .issued(let issued):
            stored.transaction = issued.transaction
            stored.code = issued.code
            invoice = AuditedInvoice(
                transaction: issued.transaction,
                code: issued.code,
                facts: issued.facts,
                contentDigest: issued.contentDigest,
                relatedTransaction: issued.relatedTransaction
            )
        case .duplicate(let transaction): stored.transaction = transaction
        case nil: break
        }
    }
}
