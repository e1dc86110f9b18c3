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
        }
    }

    private func admit(
        _ submission: Submission,
        _ facts: InvoiceFacts,
        _ contentDigest: Digest,
        _ findings: [WeighedFinding],
        _ batch: OpenBatch
    ) throws(LedgerError) -> Admission {
        var findings = findings
        let series = try seriesID(SeriesKey(facts.key), batch)
        if let taken = try taken(facts.key, series: series, batch) {
            if taken.contentDigest == contentDigest {
                return keep(
                    submission,
                    .duplicate,
                    findings,
                    batch,
                    outcome: .duplicate(of: taken.message),
                    transaction: taken.transaction
                )
            }
            // No policy can switch this off: a number has one code.
            findings.append(WeighedFinding(numberTaken(taken, contentDigest), severity: .reject))
        }
        let original = try original(facts, batch)
        let known = original.map {
            OriginalInvoice(date: $0.date, isReplaced: $0.isReplaced, isAdjusted: $0.isAdjusted)
        }
        findings += batch.policy.weigh(batch.rules(facts, known))
        if InvoiceShares(facts) == nil { findings.append(WeighedFinding(beyondCeiling(facts), severity: .reject)) }
        let refusals = findings.filter { $0.severity == .reject }
        guard refusals.isEmpty else {
            let isTechnical = refusals.contains { $0.finding.code.answer == .technical }
            return refuse(submission, isTechnical ? .technical : .notice, findings, batch)
        }
        return issue(submission, facts, contentDigest, findings, original, series, batch)
    }

    private func issue(
        _ submission: Submission,
        _ facts: InvoiceFacts,
        _ contentDigest: Digest,
        _ findings: [WeighedFinding],
        _ original: TakenInvoice?,
        _ series: Int64?,
        _ batch: OpenBatch
    ) -> Admission {
        batch.counters.transaction += 1
        let transaction = batch.counters.transaction
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
        let invoice = PendingInvoice(
            transaction: transaction,
            message: id,
            number: SeriesNumber(
                series: series ?? batch.addSeries(SeriesKey(facts.key)),
                number: facts.key.number
            ),
            facts: facts,
            contentDigest: contentDigest,
            code: made.code,
            related: original?.transaction
        )
        batch.append(invoice)
        return admission
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

    private func keep(
        _ submission: Submission,
        _ status: MessageStatus,
        _ findings: [WeighedFinding],
        _ batch: OpenBatch,
        outcome: Admission.Outcome,
        transaction: UInt64? = nil,
        notice: UInt64? = nil
    ) -> Admission {
        batch.counters.message += 1
        let id = StoredID(sequence: batch.counters.message)
        // Rules of the ledger take their places among the others.
        let ordered = findings.enumerated().sorted { left, right in
            (left.element.finding.code.rawValue, left.offset) < (right.element.finding.code.rawValue, right.offset)
        }.map(\.element)
        batch.append(
            PendingMessage(
                id: id,
                submission: submission,
                status: status,
                findings: ordered,
                transaction: transaction,
                notice: notice
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

    private func seriesID(_ key: SeriesKey, _ batch: OpenBatch) throws(LedgerError) -> Int64? {
        if let id = batch.series(key) { return id }
        return try LedgerError.database { () throws(SQLiteError) in try writer.series.id(key) }
    }

    private func taken(
        _ key: InvoiceKey,
        series: Int64?,
        _ batch: OpenBatch
    ) throws(LedgerError) -> TakenInvoice? {
        guard let series else { return nil }
        let number = SeriesNumber(series: series, number: key.number)
        if let transaction = batch.transaction(number) { return try taken(transaction, batch) }
        let stored = try LedgerError.database { () throws(SQLiteError) in try admissionStatements.transaction(number) }
        guard let stored else { return nil }
        return try taken(stored, batch)
    }

    private func taken(_ transaction: UInt64, _ batch: OpenBatch) throws(LedgerError) -> TakenInvoice {
        let isReplaced = batch.replacedBy[transaction] != nil
        let isAdjusted = batch.adjustedBy[transaction] != nil
        if let pending = batch.invoice(transaction) {
            return TakenInvoice(
                transaction: transaction,
                message: pending.message,
                contentDigest: pending.contentDigest,
                date: pending.facts.date,
                isReplaced: isReplaced,
                isAdjusted: isAdjusted
            )
        }
        let stored = try LedgerError.database { () throws(SQLiteError) in
            try admissionStatements.invoice(transaction)
        }
        return TakenInvoice(
            transaction: transaction,
            message: stored.message,
            contentDigest: stored.contentDigest,
            date: stored.date,
            isReplaced: stored.isReplaced || isReplaced,
            isAdjusted: stored.isAdjusted || isAdjusted
        )
    }

    private func original(_ facts: InvoiceFacts, _ batch: OpenBatch) throws(LedgerError) -> TakenInvoice? {
        guard let key = facts.related?.key else { return nil }
        return try taken(key, series: try seriesID(SeriesKey(key), batch), batch)
    }

    private func numberTaken(_ taken: TakenInvoice, _ contentDigest: Digest) -> Finding {
        Finding(
            .idUniqueTuple,
            path: "HDon/DLHDon/TTChung/SHDon",
            expected: "SHA-256 \(taken.contentDigest), \(taken.date)",
            found: "SHA-256 \(contentDigest)"
        )
    }

    private func beyondCeiling(_ facts: InvoiceFacts) -> Finding {
        Finding(
            .sumCeiling,
            path: "HDon/DLHDon/NDHDon/TToan/TgTTTBSo",
            found: facts.total.description
        )
    }
}
