import InvoiceCode
import InvoiceModel

/// One message as the archive keeps it: everything the store holds of it is made from this.
///
/// Its bytes stand in the block's other section, so that facts can be read without them.
struct MessageEntry: Hashable {
    /// 1, 2, 3 … in order of admission.
    var sequence: UInt64
    var status: MessageStatus
    var receivedAt: Timestamp
    /// Bytes of the message in the block's section of originals.
    var originalLength: Int
    /// SHA-256 of those bytes.
    var sha256: Digest
    /// `MTDiep`, where it could be read.
    var messageID: String?
    /// `MNGui`, where it could be read.
    var sender: String?
    /// `TTChung/MST`, where it could be read.
    var taxpayer: String?
    /// `MLTDiep`, where it could be read.
    var type: String?
    var findings: [WeighedFinding]
    /// `So` of its 204.
    var noticeNumber: UInt64?
    /// What its invoices came to, in their order; a message that is refused as a whole names none.
    ///
    /// Of a message of one invoice, accepted or a duplicate; of a message of many, one for each invoice.
    var invoices: [InvoiceEntry]
    /// Facts of its own reply; `nil` for a duplicate.
    var reply: ReplyFacts?
    /// Its own reply word for word, where a later registry or rule text would word it differently.
    var replyBytes: [UInt8]?
}

/// What a message is found by.
struct MessageKeys: Hashable {
    var sequence: UInt64
    var sha256: Digest
    /// `MTDiep`; of a message that could not be read, none.
    var messageID: String?
}

extension MessageEntry {
    /// What it is found by.
    var keys: MessageKeys {
        MessageKeys(sequence: sequence, sha256: sha256, messageID: status == .unreadable ? nil : messageID)
    }
}

/// What one invoice of a message came to.
struct InvoiceEntry: Hashable {
    var outcome: Outcome
    /// Its own; those of a message of one invoice stand with the message.
    var findings: [WeighedFinding] = []

    enum Outcome: Hashable {
        /// It was accepted with this message: got its code, or was registered without one.
        case accepted(AcceptedInvoice)
        /// It was accepted before: the transaction of the first one.
        case duplicate(transaction: UInt64)
        /// It was refused, others of its message perhaps not.
        case refused
    }

    /// The invoice, where it was accepted with this message.
    var accepted: AcceptedInvoice? {
        if case .accepted(let invoice) = outcome { invoice } else { nil }
    }

    /// Of the invoice itself; of a duplicate, the first one's.
    var transaction: UInt64? {
        switch outcome {
        case .accepted(let invoice): invoice.transaction
        case .duplicate(let transaction): transaction
        case .refused: nil
        }
    }
}

/// An accepted invoice.
struct AcceptedInvoice: Hashable {
    var transaction: UInt64
    /// The authority's code; `nil` for what is only registered.
    var code: AuthenticationCode?
    /// The code that its cash register made.
    var cashCode: CashRegisterCode?
    /// All of them; of the related invoice key and relation.
    var facts: InvoiceFacts
    /// SHA-256 of the canonical content (`DLHDon`).
    var contentDigest: Digest
    /// The transaction of the invoice it replaces or adjusts, where the ledger had it.
    var relatedTransaction: UInt64?
}
