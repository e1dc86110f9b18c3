import InvoiceLedger
import InvoiceModel
import InvoiceRules
import InvoiceSignature
import InvoiceXML

extension Examiner {
    /// Checks one file that may hold a message of any type, a bare invoice, or what the authority signed.
    ///
    /// - Returns: an outcome for each invoice, or one for a document without invoices.
    func check(_ input: InputMessage, from file: InputFile, receivedAt: Timestamp) -> [Outcome] {
        if input.fault == nil, case .message(let message) = ParsedMessage.read(input.bytes, limits: policy.limits) {
            let isRequest = message.kind == .message && message.string(of: message.header.type) == "200"
            if !isRequest { return check(message, from: file, receivedAt: receivedAt) }
        }
        let examination = examine(input, from: file, receivedAt: receivedAt)
        var outcome = examination.outcome
        switch examination.submission.verdict {
        case .unreadable: outcome.status = .unreadable
        case .refused: outcome.status = .rejected
        case .acceptable: outcome.status = .acceptable
        }
        outcome.findings = examination.submission.findings.map { FindingReport($0) }
        outcome.omittedFindings = examination.omittedFindings
        return [outcome]
    }

    /// Checks a document that asks for no code: the rules of a bare invoice, else XML and signatures alone.
    private func check(_ message: ParsedMessage, from file: InputFile, receivedAt: Timestamp) -> [Outcome] {
        guard !message.invoices.isEmpty else {
            let verified = checker.checkNotice(in: message, receivedAt: receivedAt)
            var outcome = Outcome(message, file: file)
            outcome.conclude(WeighedFindings(verified?.findings ?? [], policy: policy))
            outcome.signatures = (verified?.reports ?? []).map { SignatureLine($0) }
            return [outcome]
        }
        return message.invoices.map { invoice in
            var outcome = Outcome(message, file: file)
            outcome.describe(invoice, in: message)
            let verified = checker.check(invoice: invoice, in: message, registry: known, receivedAt: receivedAt)
            var findings = verified.findings
            var omitted = 0
            if message.kind == .invoice {
                let judged = InvoiceRules.bare(
                    invoice: invoice,
                    in: message,
                    registry: registry,
                    receivedAt: receivedAt,
                    signedAt: verified.reports.first { $0.by == .seller }?.signingTime,
                    policy: policy
                )
                findings += judged.findings
                omitted = judged.omittedFindings
            }
            outcome.conclude(WeighedFindings(findings, policy: policy, alreadyOmitted: omitted))
            outcome.signatures = verified.reports.map { SignatureLine($0) }
            return outcome
        }
    }
}

extension Outcome {
    /// Takes over the findings of a check and what follows from them.
    fileprivate mutating func conclude(_ weighed: WeighedFindings) {
        status = weighed.refusal == nil ? .acceptable : .rejected
        findings = weighed.kept.map { FindingReport($0) }
        omittedFindings = weighed.omitted
    }
}
