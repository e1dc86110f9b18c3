import InvoiceModel
import SQLite

/// What stands against one invoice in the ledger, whatever kind of message it came in.
enum InvoiceDecision {
    /// The same invoice was accepted before.
    case duplicate(TakenInvoice)
    /// Refused, for one of these.
    case refused([WeighedFinding])
    /// It may take its number.
    case free(FreePlace, [WeighedFinding])
}

/// Where an invoice that may be accepted goes.
struct FreePlace {
    let key: InvoiceKey
    /// The series' id; `nil` where it is new.
    let series: Int64?
    /// The transaction of the invoice it replaces or adjusts, where the ledger has it.
    let original: UInt64?

    /// Its number, in a new series if need be.
    func number(_ batch: OpenBatch) -> SeriesNumber {
        SeriesNumber(series: series ?? batch.addSeries(SeriesKey(key)), number: key.number)
    }
}

/// What admission asks of store and batch about one invoice.
extension LedgerCore {
    /// Decides about one invoice: number, cash register's code, rules that need the ledger, ceiling.
    func decide(
        _ facts: InvoiceFacts,
        _ contentDigest: Digest,
        cashCode: CashRegisterCode?,
        _ findings: [WeighedFinding],
        _ batch: OpenBatch
    ) throws(LedgerError) -> InvoiceDecision {
        var findings = findings
        let series = try seriesID(SeriesKey(facts.key), batch)
        let first = try taken(facts.key, series: series, batch)
        // No policy can switch these two off: a number stands for one invoice, a code too.
        if let first {
            if first.contentDigest == contentDigest, first.cashCode == cashCode { return .duplicate(first) }
            findings.append(WeighedFinding(numberTaken(first, contentDigest, cashCode), severity: .reject))
        }
        if let cashCode, let other = try transaction(cashCode, batch), other != first?.transaction {
            let finding = Finding(.mttCodeUnique, path: "HDon/MCCQT", found: cashCode.description)
            findings.append(WeighedFinding(finding, severity: .reject))
        }
        let original = try original(facts, batch)
        let known = original.map {
            OriginalInvoice(date: $0.date, isReplaced: $0.isReplaced, isAdjusted: $0.isAdjusted)
        }
        findings += batch.policy.weigh(batch.rules(facts, known))
        if InvoiceShares(facts) == nil { findings.append(WeighedFinding(beyondCeiling(facts), severity: .reject)) }
        guard findings.contains(where: { $0.severity == .reject }) else {
            return .free(FreePlace(key: facts.key, series: series, original: original?.transaction), findings)
        }
        return .refused(findings)
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
        let stored = try LedgerError.database { () throws(SQLiteError) in
            try highestNumbers.mayHold(number) ? try admissionStatements.transaction(number) : nil
        }
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
                cashCode: pending.cashCode,
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
            cashCode: stored.cashCode,
            date: stored.date,
            isReplaced: stored.isReplaced || isReplaced,
            isAdjusted: stored.isAdjusted || isAdjusted
        )
    }

    private func transaction(_ code: CashRegisterCode, _ batch: OpenBatch) throws(LedgerError) -> UInt64? {
        if let transaction = batch.transaction(code) { return transaction }
        return try LedgerError.database { () throws(SQLiteError) in try admissionStatements.transaction(code) }
    }

    private func original(_ facts: InvoiceFacts, _ batch: OpenBatch) throws(LedgerError) -> TakenInvoice? {
        guard let key = facts.related?.key else { return nil }
        return try taken(key, series: try seriesID(SeriesKey(key), batch), batch)
    }

    /// What stands under the number already; with the same content it is the cash register's code that differs.
    private func numberTaken(
        _ taken: TakenInvoice,
        _ contentDigest: Digest,
        _ cashCode: CashRegisterCode?
    ) -> Finding {
        if taken.contentDigest == contentDigest {
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

    private func beyondCeiling(_ facts: InvoiceFacts) -> Finding {
        Finding(
            .sumCeiling,
            path: "HDon/DLHDon/NDHDon/TToan/TgTTTBSo",
            found: facts.total.description
        )
    }
}
