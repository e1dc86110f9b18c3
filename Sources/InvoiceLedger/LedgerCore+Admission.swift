import InvoiceCode
import InvoiceModel
import SQLite

/// Admission: serial and small. Nothing is written here; `commit` writes all of it or nothing.
extension LedgerCore {
    /// Decides what becomes of one message, seeing everything before it, committed or not.
    ///
    /// The order of the questions is the contract with senders: same bytes, readable, same id, refused by the checks,
    /// number taken, rules that need the ledger.
    func admit(_ submission: Submission, _ batch: OpenBatch) throws(LedgerError) -> Admission {
        if let first = try message(sha256: submission.sha256, batch) {
            return Admission(id: nil, outcome: .repeated(of: first), findings: [])
        }
        if case .unreadable = submission.verdict {
            return keep(submission, .unreadable, submission.findings, batch, outcome: .unreadable)
        }
        var findings = submission.findings
        if let weighed = try reusedID(submission, batch) {
            findings.append(weighed)
            if weighed.severity == .reject { return refuse(submission, .technical, findings, batch) }
        }
        switch submission.verdict {
        case .unreadable: preconditionFailure("handled above")
        case .refused(let answer): return refuse(submission, answer, findings, batch)
        case .acceptable(let facts, let contentDigest):
            return try admit(submission, facts, contentDigest, findings, batch)
        case .many(let invoices): return try register(submission, invoices, findings, batch)
        case .lines(let invoices): return try code(submission, invoices, findings, batch)
        case .manifest: return keep(submission, .manifest, findings, batch, outcome: .manifest)
        }
    }

    private func admit(
        _ submission: Submission,
        _ facts: InvoiceFacts,
        _ contentDigest: Digest,
        _ findings: [WeighedFinding],
        _ batch: OpenBatch
    ) throws(LedgerError) -> Admission {
        switch try decide(facts, contentDigest, cashCode: nil, findings, batch) {
        case .duplicate(let first):
            return keep(
                submission,
                .duplicate,
                findings,
                batch,
                outcome: .duplicate(of: first.message),
                transaction: first.transaction
            )
        case .refused(let findings):
            let isTechnical = findings.contains { $0.severity == .reject && $0.finding.code.answer == .technical }
            return refuse(submission, isTechnical ? .technical : .notice, findings, batch)
        case .free(let place, let findings):
            let transaction = batch.nextTransaction()
            let made = codeMaker.maker.issue(
                transaction: transaction,
                facts: CodeFacts(facts, contentDigest: contentDigest)
            )
            let admission = keep(
                submission,
                .issued,
                findings,
                batch,
                outcome: .issued(transaction: transaction, code: made.code),
                transaction: transaction
            )
            guard let id = admission.id else { preconditionFailure("a kept message has an id") }
            batch.append(
                PendingInvoice(
                    transaction: transaction,
                    message: id,
                    number: place.number(batch),
                    facts: facts,
                    contentDigest: contentDigest,
                    code: made.code,
                    cashCode: nil,
                    related: place.original
                )
            )
            return admission
        }
    }

    private func refuse(
        _ submission: Submission,
        _ answer: Answer,
        _ findings: [WeighedFinding],
        _ batch: OpenBatch
    ) -> Admission {
        let notice = answer == .notice ? batch.counters.nextNotice(submission.receivedAt.date) : nil
        return keep(
            submission,
            answer == .notice ? .refused : .rejected,
            findings,
            batch,
            outcome: .refused(answer, noticeNumber: notice),
            notice: notice
        )
    }

    func keep(
        _ submission: Submission,
        _ status: MessageStatus,
        _ findings: [WeighedFinding],
        _ batch: OpenBatch,
        outcome: Admission.Outcome,
        transaction: UInt64? = nil,
        notice: UInt64? = nil,
        invoices: [InvoiceAdmission] = []
    ) -> Admission {
        batch.counters.message += 1
        let id = StoredID(sequence: batch.counters.message)
        let ordered = findings.inOrderOfRules
        batch.append(
            PendingMessage(
                id: id,
                submission: submission,
                status: status,
                findings: ordered,
                transaction: transaction,
                notice: notice,
                invoices: invoices
            )
        )
        return Admission(id: id, outcome: outcome, findings: ordered)
    }
}

/// What admission asks of store and batch.
extension LedgerCore {
    private func message(sha256: Digest, _ batch: OpenBatch) throws(LedgerError) -> StoredID? {
        if let id = batch.message(sha256: sha256) { return id }
        return try storedMessage(sha256: sha256)
    }

    /// The finding about a message id that came before with other bytes, where policy lets it count.
    private func reusedID(_ submission: Submission, _ batch: OpenBatch) throws(LedgerError) -> WeighedFinding? {
        guard let id = submission.messageID else { return nil }
        let severity = batch.policy.severity(of: .envMsgidUnique)
        guard severity != .off else { return nil }
        if batch.message(id: id) == nil {
            guard try storedMessage(withID: id) != nil else { return nil }
        }
        return WeighedFinding(Finding(.envMsgidUnique, path: "TDiep/TTChung/MTDiep", found: id), severity: severity)
    }
}
