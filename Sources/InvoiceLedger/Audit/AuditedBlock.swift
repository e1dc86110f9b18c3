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
    /// Its invoices in their order; of a message refused as a whole, none.
    public var invoices: [AuditedInvoice]
}

/// What one invoice of a message came to, as the archive holds it.
public struct AuditedInvoice: Sendable {
    /// What is kept of it, where it was accepted with this message.
    public var accepted: AuditedFacts?
    /// The first one's transaction, where it was accepted before.
    public var duplicateOf: UInt64?
    /// Its own findings; those of a message of one invoice stand with the message.
    public var findings: [WeighedFinding]
}

/// An accepted invoice, as the archive holds it.
public struct AuditedFacts: Sendable {
    /// Its transaction number.
    public var transaction: UInt64
    /// The authority's code; `nil` for what is only registered.
    public var code: AuthenticationCode?
    /// The code that its cash register made.
    public var cashCode: CashRegisterCode?
    /// What is kept of it besides its bytes.
    public var facts: InvoiceFacts
    /// SHA-256 of its canonical content.
    public var contentDigest: Digest
    /// The invoice it replaces or adjusts, where the ledger had it.
    public var relatedTransaction: UInt64?
}

extension AuditedMessage {
    init(_ entry: MessageEntry, bytes: [UInt8]) {
        stored = StoredMessage(entry, bytes: bytes)
        invoices = entry.invoices.map { AuditedInvoice($0) }
    }
}

extension AuditedInvoice {
    init(_ entry: InvoiceEntry) {
        findings = entry.findings
        switch entry.outcome {
        case .accepted(let invoice):
            accepted = AuditedFacts(
                transaction: invoice.transaction,
                code: invoice.code,
                cashCode: invoice.cashCode,
                facts: invoice.facts,
                contentDigest: invoice.contentDigest,
                relatedTransaction: invoice.relatedTransaction
            )
        case .duplicate(let transaction): duplicateOf = transaction
        case .refused: break
        }
    }
}
