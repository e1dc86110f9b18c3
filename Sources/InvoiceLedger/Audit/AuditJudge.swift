public import InvoiceModel
import SQLite

/// What a message had to come to, by the checks made again and the ledger as it stood before.
public struct ExpectedVerdict: Sendable, Hashable {
    /// What it comes to.
    public var status: MessageStatus
    /// Everything found, in the order of the rule table.
    public var findings: [WeighedFinding]
    /// Of a duplicate: the first one's transaction.
    public var duplicateOf: UInt64?
    /// The ledger's transaction of the invoice it replaces or adjusts.
    public var relatedTransaction: UInt64?
}

/// Admits messages again: the questions of admission in their order, asked of the store made from the archive.
///
/// It decides by itself and shares no code with admission, so that neither hides a fault of the other.
final class AuditJudge {
    private let memory: AuditMemory
    private let numbers: Statement
    private let invoices: Statement
    /// Invoices of blocks that are not in the new store yet.
    private var recent: [InvoiceKey: Original] = [:]
    /// Invoices of blocks that will never be in it.
    private var strays: [InvoiceKey: Original] = [:]
    private var replaced: Set<UInt64> = []
    private var adjusted: Set<UInt64> = []

    private struct Original {
        var transaction: UInt64
        var contentDigest: Digest
        var date: CalendarDate
        var isReplaced: Bool
        var isAdjusted: Bool
    }

    init(store: Connection, memory: AuditMemory) throws(SQLiteError) {
        self.memory = memory
        numbers = try store.prepare(
            """
            SELECT number.transaction_number FROM series JOIN number ON number.series = series.id
            WHERE series.seller = ? AND series.form = ? AND series.symbol = ? AND number.number = ?
            """
        )
        invoices = try store.prepare(
            "SELECT content, issued_on, replaced_by, adjusted_by FROM invoice WHERE transaction_number = ?"
        )
    }

    /// What `message` has to come to after the checks said so much.
    func judge(
        _ message: StoredMessage,
        _ verdict: Submission.Verdict,
        _ findings: [WeighedFinding],
        policy: Policy,
        rules: AdmissionRules
    ) throws(SQLiteError) -> ExpectedVerdict {
        if case .unreadable = verdict { return expected(.unreadable, findings) }
        var findings = findings
        let severity = policy.severity(of: .envMsgidUnique)
        if severity != .off, let id = message.messageID, try memory.message(id: id) != nil {
            let finding = Finding(.envMsgidUnique, path: "TDiep/TTChung/MTDiep", found: id)
            findings.append(WeighedFinding(finding, severity: severity))
            if severity == .reject { return expected(.rejected, findings) }
        }
        switch verdict {
        case .unreadable: preconditionFailure("answered above")
        case .refused(let answer): return expected(answer == .notice ? .refused : .rejected, findings)
        case .acceptable(let facts, let contentDigest):
            let taken = try original(facts.key)
            if let taken, taken.contentDigest == contentDigest {
                return expected(.duplicate, findings, duplicateOf: taken.transaction)
            }
            if let taken { findings.append(numberTaken(taken, contentDigest)) }
            var original: Original?
            if let key = facts.related?.key { original = try self.original(key) }
            let known = original.map {
                OriginalInvoice(date: $0.date, isReplaced: $0.isReplaced, isAdjusted: $0.isAdjusted)
            }
            findings += policy.weigh(rules(facts, known))
            if InvoiceShares(facts) == nil {
                let finding = Finding(
                    .sumCeiling,
                    path: "HDon/DLHDon/NDHDon/TToan/TgTTTBSo",
                    found: facts.total.description
                )
                findings.append(WeighedFinding(finding, severity: .reject))
            }
            let refusals = findings.filter { $0.severity == .reject }
            guard !refusals.isEmpty else {
                return expected(.issued, findings, relatedTransaction: original?.transaction)
            }
            let isTechnical = refusals.contains { $0.finding.code.answer == .technical }
            return expected(isTechnical ? .rejected : .refused, findings)
        }
    }

    /// Remembers what the archive says of a message; the next one is judged after it.
    ///
    /// - Returns: what there must not be twice, in sentences.
    func take(_ message: AuditedMessage) throws(SQLiteError) -> [String] {
        var faults: [String] = []
        if let earlier = try memory.message(sha256: message.stored.sha256) {
            faults.append("the same bytes are stored as message \(earlier) already")
        }
        try memory.add(message.stored)
        guard let invoice = message.invoice else { return faults }
        if let taken = try original(invoice.facts.key) {
            faults.append("the number of the invoice is that of transaction \(taken.transaction) already")
        }
        recent[invoice.facts.key] = Original(
            transaction: invoice.transaction,
            contentDigest: invoice.contentDigest,
            date: invoice.facts.date,
            isReplaced: false,
            isAdjusted: false
        )
        guard let related = invoice.relatedTransaction else { return faults }
        switch invoice.facts.related?.relation {
        case .replaces: replaced.insert(related)
        case .adjusts: adjusted.insert(related)
        case nil: break
        }
        return faults
    }

    /// What was remembered never comes into the new store.
    func keepRecent() {
        strays.merge(recent) { first, _ in first }
        recent.removeAll(keepingCapacity: true)
    }

    /// What was remembered stands in the new store now.
    func forgetRecent() {
        recent.removeAll(keepingCapacity: true)
        replaced.removeAll(keepingCapacity: true)
        adjusted.removeAll(keepingCapacity: true)
    }

    private func original(_ key: InvoiceKey) throws(SQLiteError) -> Original? {
        var found = recent[key] ?? strays[key]
        if found == nil { found = try stored(key) }
        guard var original = found else { return nil }
        original.isReplaced = original.isReplaced || replaced.contains(original.transaction)
        original.isAdjusted = original.isAdjusted || adjusted.contains(original.transaction)
        return original
    }

    private func stored(_ key: InvoiceKey) throws(SQLiteError) -> Original? {
        numbers.bind(1, Int64(bitPattern: key.seller.packed))
        numbers.bind(2, Int64(key.form.digit))
        numbers.bind(3, key.symbol.description)
        numbers.bind(4, Int64(key.number.value))
        guard try numbers.step() else { return nil }
        let transaction = numbers.integer(0)
        numbers.reset()
        invoices.bind(1, transaction)
        guard try invoices.step() else { return nil }
        defer { invoices.reset() }
        let content = invoices.blob(0)
        guard content.count == Digest.byteCount else { throw .damage("a content digest without 32 bytes") }
        return Original(
            transaction: UInt64(transaction),
            contentDigest: Digest(content.span),
            date: CalendarDate(dayNumber: Int32(truncatingIfNeeded: invoices.integer(1))),
            isReplaced: !invoices.isNull(2),
            isAdjusted: !invoices.isNull(3)
        )
    }

    private func numberTaken(_ taken: Original, _ contentDigest: Digest) -> WeighedFinding {
        let finding = Finding(
            .idUniqueTuple,
            path: "HDon/DLHDon/TTChung/SHDon",
            expected: "SHA-256 \(taken.contentDigest), \(taken.date)",
            found: "SHA-256 \(contentDigest)"
        )
        return WeighedFinding(finding, severity: .reject)
    }

    private func expected(
        _ status: MessageStatus,
        _ findings: [WeighedFinding],
        duplicateOf: UInt64? = nil,
        relatedTransaction: UInt64? = nil
    ) -> ExpectedVerdict {
        let ordered = findings.enumerated().sorted { left, right in
            (left.element.finding.code.rawValue, left.offset) < (right.element.finding.code.rawValue, right.offset)
        }
        return ExpectedVerdict(
            status: status,
            findings: ordered.map(\.element),
            duplicateOf: duplicateOf,
            relatedTransaction: relatedTransaction
        )
    }
}
