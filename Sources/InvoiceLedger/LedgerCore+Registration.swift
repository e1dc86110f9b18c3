import InvoiceCode
import InvoiceModel

/// Messages of many invoices, answered by one notice, and chunks of lines: each invoice is decided by itself.
extension LedgerCore {
    /// Registers the invoices of one message in their order; a later one sees the earlier ones.
    func register(
        _ submission: Submission,
        _ invoices: [InvoiceSubmission],
        _ findings: [WeighedFinding],
        _ batch: OpenBatch
    ) throws(LedgerError) -> Admission {
        let admissions = try take(invoices, isCoded: false, batch)
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

    /// Gives a code to each invoice of a chunk of lines that nothing speaks against, in their order.
    func code(
        _ submission: Submission,
        _ invoices: [InvoiceSubmission],
        _ findings: [WeighedFinding],
        _ batch: OpenBatch
    ) throws(LedgerError) -> Admission {
        let admissions = try take(invoices, isCoded: true, batch)
        return keep(submission, .lines, findings, batch, outcome: .lines(admissions), invoices: admissions)
    }

    /// Decides about the invoices of the next message in their order.
    private func take(
        _ invoices: [InvoiceSubmission],
        isCoded: Bool,
        _ batch: OpenBatch
    ) throws(LedgerError) -> [InvoiceAdmission] {
        precondition(!invoices.isEmpty, "a message of many has at least one, and a chunk a line")
        // The message gets the next number; its invoices name it before it is kept.
        let id = StoredID(sequence: batch.counters.message + 1)
        var admissions: [InvoiceAdmission] = []
        admissions.reserveCapacity(invoices.count)
        for invoice in invoices { admissions.append(try take(invoice, of: id, isCoded: isCoded, batch)) }
        return admissions
    }

    /// Decides about one invoice of many.
    ///
    /// - Parameter isCoded: whether it gets a code where it is accepted.
    private func take(
        _ invoice: InvoiceSubmission,
        of message: StoredID,
        isCoded: Bool,
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
            let code: AuthenticationCode? =
                if isCoded {
                    codeMaker.maker.issue(
                        transaction: transaction,
                        facts: CodeFacts(facts, contentDigest: contentDigest)
                    ).code
                } else {
                    nil
                }
            batch.append(
                PendingInvoice(
                    transaction: transaction,
                    message: message,
                    number: place.number(batch),
                    facts: facts,
                    contentDigest: contentDigest,
                    code: code,
                    cashCode: invoice.cashCode,
                    related: place.original
                )
            )
            return InvoiceAdmission(
                outcome: .registered(transaction: transaction),
                findings: findings.inOrderOfRules,
                code: code
            )
        }
    }
}
