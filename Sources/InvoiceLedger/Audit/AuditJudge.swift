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
    /// Of a message of many: what each of its invoices comes to.
    public var invoices: [ExpectedInvoice] = []
}

/// What one invoice of a message of many had to come to.
public struct ExpectedInvoice: Sendable, Hashable {
    /// What it comes to, with its findings.
    public var admission: InvoiceAdmission
    /// The ledger's transaction of the invoice it replaces or adjusts.
    public var relatedTransaction: UInt64?
}

/// Admits messages again: the questions of admission in their order, asked of the store made from the archive.
///
/// It decides by itself and shares no code with admission, so that neither hides a fault of the other.
final class AuditJudge {
    private let memory: AuditMemory
    private let numbers: Statement
    private let codes: Statement
    private let invoices: Statement
    /// Invoices of blocks that are not in the new store yet.
    private var recent = Recent()
    /// Invoices of blocks that will never be in it.
    private var strays = Recent()
    /// The last transaction taken.
    private var last: UInt64 = 0

    private struct Recent {
        var invoices: [InvoiceKey: Original] = [:]
        var cashCodes: [CashRegisterCode: UInt64] = [:]
        var replaced: Set<UInt64> = []
        var adjusted: Set<UInt64> = []
    }

    private struct Original {
        var transaction: UInt64
        var contentDigest: Digest
        var cashCode: CashRegisterCode?
        var date: CalendarDate
        var isReplaced = false
        var isAdjusted = false
    }

    /// What one invoice comes to.
    private enum Decision {
        case duplicate(of: UInt64)
        case refused([WeighedFinding])
        case accepted([WeighedFinding], related: UInt64?)
    }

    init(store: Connection, memory: AuditMemory) throws(SQLiteError) {
        self.memory = memory
        numbers = try store.prepare(
            """
            SELECT number.transaction_number FROM series JOIN number ON number.series = series.id
            WHERE series.seller = ? AND series.form = ? AND series.symbol = ? AND number.number = ?
            """
        )
        codes = try store.prepare("SELECT transaction_number FROM cash_code WHERE series = ? AND counter = ?")
        invoices = try store.prepare(
            """
            SELECT content, issued_on, replaced_by, adjusted_by, cash_series, cash_counter FROM invoice
            WHERE transaction_number = ?
            """
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
        case .many(let invoices):
            var verdict = expected(.registered, findings)
            verdict.invoices = try judge(invoices, policy, rules)
            return verdict
        case .lines(let invoices):
            var verdict = expected(.lines, findings)
            verdict.invoices = try judge(invoices, policy, rules)
            return verdict
        case .manifest: return expected(.manifest, findings)
        case .acceptable(let facts, let contentDigest):
            switch try decide(facts, contentDigest, nil, findings, policy, rules) {
            case .duplicate(let first): return expected(.duplicate, findings, duplicateOf: first)
            case .accepted(let findings, let related):
                return expected(.issued, findings, relatedTransaction: related)
            case .refused(let findings):
                let isTechnical = findings.contains {
                    $0.severity == .reject && $0.finding.code.answer == .technical
                }
                return expected(isTechnical ? .rejected : .refused, findings)
            }
        }
    }

    /// The invoices of one message, each after those before it.
    private func judge(
        _ invoices: [InvoiceSubmission],
        _ policy: Policy,
        _ rules: AdmissionRules
    ) throws(SQLiteError) -> [ExpectedInvoice] {
        // What is expected here is remembered to the end of the message only: then the archive's word counts.
        let (before, lastBefore) = (recent, last)
        defer { (recent, last) = (before, lastBefore) }
        var expected: [ExpectedInvoice] = []
        for invoice in invoices {
            func come(_ outcome: InvoiceAdmission.Outcome, _ findings: [WeighedFinding], _ related: UInt64? = nil) {
                let admission = InvoiceAdmission(outcome: outcome, findings: findings.inOrderOfRules)
                expected.append(ExpectedInvoice(admission: admission, relatedTransaction: related))
            }
            guard case .acceptable(let facts, let contentDigest) = invoice.verdict else {
                come(.refused, invoice.findings)
                continue
            }
            switch try decide(facts, contentDigest, invoice.cashCode, invoice.findings, policy, rules) {
            case .duplicate(let first): come(.duplicate(transaction: first), invoice.findings)
            case .refused(let findings): come(.refused, findings)
            case .accepted(let findings, let related):
                remember(facts, contentDigest, invoice.cashCode, transaction: last + 1, related: related)
                come(.registered(transaction: last), findings, related)
            }
        }
        return expected
    }

    private func decide(
        _ facts: InvoiceFacts,
        _ contentDigest: Digest,
        _ cashCode: CashRegisterCode?,
        _ findings: [WeighedFinding],
        _ policy: Policy,
        _ rules: AdmissionRules
    ) throws(SQLiteError) -> Decision {
        var findings = findings
        func refuse(_ finding: Finding) { findings.append(WeighedFinding(finding, severity: .reject)) }
        let taken = try original(facts.key)
        if let taken {
            if (taken.contentDigest, taken.cashCode) == (contentDigest, cashCode) {
                return .duplicate(of: taken.transaction)
            }
            refuse(numberTaken(taken, contentDigest, cashCode))
        }
        if let cashCode, let other = try transaction(cashCode), other != taken?.transaction {
            refuse(Finding(.mttCodeUnique, path: "HDon/MCCQT", found: cashCode.description))
        }
        var original: Original?
        if let key = facts.related?.key { original = try self.original(key) }
        let known = original.map {
            OriginalInvoice(date: $0.date, isReplaced: $0.isReplaced, isAdjusted: $0.isAdjusted)
        }
        findings += policy.weigh(rules(facts, known))
        if InvoiceShares(facts) == nil {
            refuse(
                Finding(.sumCeiling, path: "HDon/DLHDon/NDHDon/TToan/TgTTTBSo", found: facts.total.description)
            )
        }
        let isRefused = findings.contains { $0.severity == .reject }
        return isRefused ? .refused(findings) : .accepted(findings, related: original?.transaction)
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
        for invoice in message.invoices.lazy.compactMap(\.accepted) {
            if let taken = try original(invoice.facts.key) {
                faults.append("the number of the invoice is that of transaction \(taken.transaction) already")
            }
            if let code = invoice.cashCode, let taken = try transaction(code) {
                faults.append("the cash register's code is that of transaction \(taken) already")
            }
            remember(
                invoice.facts,
                invoice.contentDigest,
                invoice.cashCode,
                transaction: invoice.transaction,
                related: invoice.relatedTransaction
            )
        }
        return faults
    }

    /// What was remembered never comes into the new store.
    func keepRecent() {
        strays.invoices.merge(recent.invoices) { first, _ in first }
        strays.cashCodes.merge(recent.cashCodes) { first, _ in first }
        recent.invoices.removeAll(keepingCapacity: true)
        recent.cashCodes.removeAll(keepingCapacity: true)
    }

    private func remember(
        _ facts: InvoiceFacts,
        _ contentDigest: Digest,
        _ cashCode: CashRegisterCode?,
        transaction: UInt64,
        related: UInt64?
    ) {
        last = transaction
        recent.invoices[facts.key] = Original(
            transaction: transaction,
            contentDigest: contentDigest,
            cashCode: cashCode,
            date: facts.date
        )
        if let cashCode { recent.cashCodes[cashCode] = transaction }
        guard let related else { return }
        switch facts.related?.relation {
        case .replaces: recent.replaced.insert(related)
        case .adjusts: recent.adjusted.insert(related)
        case nil: break
        }
    }

    /// What was remembered stands in the new store now.
    func forgetRecent() {
        recent = Recent()
    }

    private func original(_ key: InvoiceKey) throws(SQLiteError) -> Original? {
        var found = recent.invoices[key] ?? strays.invoices[key]
        if found == nil { found = try stored(key) }
        guard var original = found else { return nil }
        original.isReplaced = original.isReplaced || recent.replaced.contains(original.transaction)
        original.isAdjusted = original.isAdjusted || recent.adjusted.contains(original.transaction)
        return original
    }

    private func transaction(_ code: CashRegisterCode) throws(SQLiteError) -> UInt64? {
        if let transaction = recent.cashCodes[code] ?? strays.cashCodes[code] { return transaction }
        codes.bind(1, Int64(code.series))
        codes.bind(2, Int64(code.counter))
        guard try codes.step() else { return nil }
        defer { codes.reset() }
        return UInt64(codes.integer(0))
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
            cashCode: try invoices.cashCode(4),
            date: CalendarDate(dayNumber: Int32(truncatingIfNeeded: invoices.integer(1))),
            isReplaced: !invoices.isNull(2),
            isAdjusted: !invoices.isNull(3)
        )
    }

    private func numberTaken(_ taken: Original, _ contentDigest: Digest, _ cashCode: CashRegisterCode?) -> Finding {
        guard taken.contentDigest != contentDigest else {
            return Finding(
                .idUniqueTuple,
                path: "HDon/MCCQT",
                expected: taken.cashCode?.description,
                found: cashCode?.description
            )
        }
        return Finding(
            .idUniqueTuple,
            path: "HDon/DLHDon/TTChung/SHDon",
            expected: "SHA-256 \(taken.contentDigest), \(taken.date)",
            found: "SHA-256 \(contentDigest)"
        )
    }

    private func expected(
        _ status: MessageStatus,
        _ findings: [WeighedFinding],
        duplicateOf: UInt64? = nil,
        relatedTransaction: UInt64? = nil
    ) -> ExpectedVerdict {
        ExpectedVerdict(
            status: status,
            findings: findings.inOrderOfRules,
            duplicateOf: duplicateOf,
            relatedTransaction: relatedTransaction
        )
    }
}
