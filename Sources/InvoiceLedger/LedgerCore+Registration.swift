import InvoiceModel

/// Messages of many invoices: each is decided by itself, all are answered by one notice.
extension LedgerCore {
    /// Registers the invoices of one message in their order; a later one sees the earlier ones.
    func register(
        _ submission: Submission,
        _ invoices: [InvoiceSubmission],
        _ findings: [WeighedFinding],
        _ batch: OpenBatch
    ) throws(LedgerError) -> Admission {
        precondition(!invoices.isEmpty, "a message of many has at least one")
        // The message gets the next number; its invoices name it before it is kept.
        let id = StoredID(sequence: batch.counters.message + 1)
        var admissions: [InvoiceAdmission] = []
        admissions.reserveCapacity(invoices.count)
        for invoice in invoices { admissions.append(try register(invoice, of: id, batch)) }
        let notice = batch.counters.nextNotice(submission.receivedAt.date)
        return keep(
            submission,
            .registered,
            findings,
            batch,
            outcome: .registered(admissions, noticeNumber: notice),
            notice: notice,
            invoices: admissions
        )
    }

    private func register(
        _ invoice: InvoiceSubmission,
        of message: StoredID,
        _ batch: OpenBatch
    ) throws(LedgerError) -> InvoiceAdmission {
        guard case .acceptable(let facts, let contentDigest) = invoice.verdict else {
            return InvoiceAdmission(outcome: .refused, findings: invoice.findings.inOrderOfRules)
        }
        switch try decide(facts, contentDigest, cashCode: invoice.cashCode, invoice.findings, batch) {
        case .duplicate(let first):
            return InvoiceAdmission(
                outcome: .duplicate(transaction: first.transaction),
                findings: invoice.findings.inOrderOfRules
            )
        case .refused(let findings): return InvoiceAdmission(outcome: .refused, findings: findings.inOrderOfRules)
        case .free(let place, let findings):
            let transaction = batch.nextTransaction()
            batch.append(
                PendingInvoice(
                    transaction: transaction,
                    message: message,
                    number: place.number(batch),
                    facts: facts,
                    contentDigest: contentDigest,
                    code: nil,
                    cashCode: invoice.cashCode,
                    related: place.original
                )
            )
            return InvoiceAdmission(
                outcome: .registered(transaction: transaction),
                findings: findings.inOrderOfRules
            )
        }
    }
}
