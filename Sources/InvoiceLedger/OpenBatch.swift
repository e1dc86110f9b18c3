import InvoiceCode
import InvoiceModel

/// What was admitted since the last commit, so that later messages of a batch see the earlier ones.
final class OpenBatch {
    let policy: Policy
    let rules: AdmissionRules
    /// The numbers as they will be after the commit.
    var counters: Counters
    let firstMessage: UInt64
    let firstTransaction: UInt64

    private(set) var messages: [PendingMessage] = []
    private(set) var invoices: [PendingInvoice] = []
    /// By transaction number of the original.
    private(set) var replacedBy: [UInt64: UInt64] = [:]
    private(set) var adjustedBy: [UInt64: UInt64] = [:]

    private var bySHA256: [Digest: StoredID] = [:]
    private var byMessageID: [String: StoredID] = [:]
    private var byNumber: [SeriesNumber: UInt64] = [:]
    private var byCashCode: [CashRegisterCode: UInt64] = [:]
    private var seriesIDs: [SeriesKey: Int64] = [:]

    init(policy: Policy, rules: @escaping AdmissionRules, counters: Counters) {
        self.policy = policy
        self.rules = rules
        self.counters = counters
        firstMessage = counters.message + 1
        firstTransaction = counters.transaction + 1
    }

    func message(sha256: Digest) -> StoredID? { bySHA256[sha256] }
    func message(id: String) -> StoredID? { byMessageID[id] }
    func transaction(_ number: SeriesNumber) -> UInt64? { byNumber[number] }
    func transaction(_ code: CashRegisterCode) -> UInt64? { byCashCode[code] }
    func series(_ key: SeriesKey) -> Int64? { seriesIDs[key] }

    func message(_ id: StoredID) -> PendingMessage? {
        guard id.sequence >= firstMessage, id.sequence < firstMessage + UInt64(messages.count) else { return nil }
        return messages[Int(id.sequence - firstMessage)]
    }

    func invoice(_ transaction: UInt64) -> PendingInvoice? {
        guard transaction >= firstTransaction, transaction < firstTransaction + UInt64(invoices.count) else {
            return nil
        }
        return invoices[Int(transaction - firstTransaction)]
    }

    /// Keeps a message under the next sequence number.
    func append(_ message: PendingMessage) {
        precondition(message.id.sequence == firstMessage + UInt64(messages.count), "messages come in order")
        precondition(messages.count < Ledger.largestBatch, "a batch is bounded")
        bySHA256[message.submission.sha256] = message.id
        if message.status != .unreadable, let id = message.submission.messageID, byMessageID[id] == nil {
            byMessageID[id] = message.id
        }
        messages.append(message)
    }

    /// Keeps an accepted invoice under the next transaction number; its number is taken from now on.
    func append(_ invoice: PendingInvoice) {
        precondition(invoice.transaction == firstTransaction + UInt64(invoices.count), "invoices come in order")
        let taken = byNumber.updateValue(invoice.transaction, forKey: invoice.number)
        precondition(taken == nil, "a number is taken once")
        if let code = invoice.cashCode {
            let used = byCashCode.updateValue(invoice.transaction, forKey: code)
            precondition(used == nil, "a cash register's code is used once")
        }
        if let related = invoice.related {
            switch invoice.facts.related?.relation {
            case .replaces: if replacedBy[related] == nil { replacedBy[related] = invoice.transaction }
            case .adjusts: adjustedBy[related] = invoice.transaction
            case nil: break
            }
        }
        invoices.append(invoice)
    }

    /// The next transaction number; an invoice must be kept under it before the next is asked for.
    func nextTransaction() -> UInt64 {
        counters.transaction += 1
        return counters.transaction
    }

    /// Gives a new series the next id.
    func addSeries(_ key: SeriesKey) -> Int64 {
        counters.series += 1
        seriesIDs[key] = counters.series
        return counters.series
    }

    func setReply(_ facts: ReplyFacts, bytes: [UInt8]?, for id: StoredID) {
        precondition(message(id) != nil, "a reply to a message of another batch")
        messages[Int(id.sequence - firstMessage)].reply = facts
        messages[Int(id.sequence - firstMessage)].replyBytes = bytes
    }
}

/// One message of the open batch.
struct PendingMessage {
    let id: StoredID
    let submission: Submission
    let status: MessageStatus
    let findings: [WeighedFinding]
    /// Of its invoice; of a duplicate, the first one's.
    let transaction: UInt64?
    let notice: UInt64?
    /// Of a message of many.
    let invoices: [InvoiceAdmission]
    var reply: ReplyFacts?
    var replyBytes: [UInt8]?
}

/// One accepted invoice of the open batch.
struct PendingInvoice {
    let transaction: UInt64
    let message: StoredID
    let number: SeriesNumber
    let facts: InvoiceFacts
    let contentDigest: Digest
    let code: AuthenticationCode?
    let cashCode: CashRegisterCode?
    /// The transaction of the invoice it replaces or adjusts, where this ledger has it.
    let related: UInt64?
}

/// A number in its series; sorted as the table is.
struct SeriesNumber: Hashable, Comparable {
    let series: Int64
    let number: InvoiceNumber

    static func < (left: SeriesNumber, right: SeriesNumber) -> Bool {
        (left.series, left.number) < (right.series, right.number)
    }
}
