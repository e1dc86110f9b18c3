import InvoiceLedger
import InvoiceModel
import InvoiceRules
import InvoiceSignature
import InvoiceXML

/// How far the check of one file has come.
enum CheckedFile: Sendable {
    /// An outcome for each invoice, or one for a document without invoices.
    case told([Outcome])
    /// A message that `submit` would take.
    case message(OpenedMessage)
}

extension CheckedFile: OpenedInput {
    var isUnreadable: Bool {
        if case .message(let opened) = self { opened.isUnreadable } else { false }
    }

    static func of(_ lines: Examination) -> CheckedFile { .message(.examined(lines)) }
}

extension WorkerPool where Tools == Examiner {
    /// The outcomes of a batch, in its order.
    func finish(
        _ slots: [InputBatch<CheckedFile>.Slot],
        _ limits: Limits
    ) -> [Result<[Outcome], EngineError>] {
        let opened = slots.compactMap { slot in
            if case .opened(.message(let message)) = slot { message } else { nil }
        }
        var examinations = finish(opened).makeIterator()
        return slots.map { slot in
            switch slot {
            case .opened(.told(let outcomes)): .success(outcomes)
            case .opened(.message): .success(examinations.next()?.acceptability(limits) ?? [])
            case .refused(let outcome): .success([outcome])
            case .failure(let error): .failure(error)
            }
        }
    }
}

extension Examination {
    /// What a check says: each invoice acceptable or not, as far as the file alone tells.
    fileprivate func acceptability(_ limits: Limits) -> [Outcome] {
        if let lines { return acceptability(of: lines, limits) }
        var outcomes = outcomes
        var seen = SeenInvoices()
        for place in outcomes.indices {
            var findings = submission.findings
            outcomes[place].code = nil
            switch submission.verdict {
            case .unreadable: outcomes[place].status = .unreadable
            case .refused: outcomes[place].status = .rejected
            case .acceptable: outcomes[place].status = .acceptable
            case .manifest: outcomes[place].status = .acceptable
            case .many(let invoices), .lines(let invoices):
                let clashes = seen.clashes(with: invoices[place])
                findings = (findings + invoices[place].findings + clashes).inOrderOfRules
                let isRefused = invoices[place].verdict == .refused || !clashes.isEmpty
                outcomes[place].status = isRefused ? .rejected : .acceptable
            }
            outcomes[place].findings = findings.map { FindingReport($0) }
        }
        return outcomes
    }
}

extension Examination {
    /// The same of the lines of a chunk.
    private func acceptability(of lines: TakenLines, _ limits: Limits) -> [Outcome] {
        guard case .lines(let invoices) = submission.verdict else { return [] }
        var seen = SeenInvoices()
        let admissions = invoices.map { invoice in
            let clashes = seen.clashes(with: invoice)
            let isRefused = invoice.verdict == .refused || !clashes.isEmpty
            return InvoiceAdmission(
                outcome: isRefused ? .refused : .registered(transaction: 0),
                findings: (invoice.findings + clashes).inOrderOfRules
            )
        }
        let results = LineResults(admissions: admissions, isCheck: true)
        return LineTeller(limits).outcomes(of: lines, results, index: 0, all: true)
    }
}

/// Numbers and codes that invoices of one message claim: the second to claim one will be refused.
private struct SeenInvoices {
    private var contents: [InvoiceKey: Digest] = [:]
    private var keys: [CashRegisterCode: InvoiceKey] = [:]

    /// What speaks against an invoice because of those before it in its message; then it counts as one of them.
    mutating func clashes(with invoice: InvoiceSubmission) -> [WeighedFinding] {
        guard case .acceptable(let facts, let contentDigest) = invoice.verdict else { return [] }
        var findings: [Finding] = []
        if let before = contents[facts.key] {
            if before != contentDigest {
                findings.append(
                    Finding(
                        .idUniqueTuple,
                        path: "HDon/DLHDon/TTChung/SHDon",
                        expected: "SHA-256 \(before)",
                        found: "SHA-256 \(contentDigest)"
                    )
                )
            }
        } else if let code = invoice.cashCode, let other = keys[code], other != facts.key {
            findings.append(Finding(.mttCodeUnique, path: "HDon/MCCQT", found: code.description))
        } else {
            contents[facts.key] = contentDigest
            if let code = invoice.cashCode { keys[code] = facts.key }
        }
        return findings.map { WeighedFinding($0, severity: .reject) }
    }
}

extension Examiner {
    /// Checks one file that may hold a message of any type, a bare invoice, or what the authority signed; the invoices
    /// of a message of many are left to be checked.
    func check(_ input: InputMessage, from file: InputFile, receivedAt: Timestamp) -> CheckedFile {
        if input.fault == nil, case .message(let message) = ParsedMessage.read(input.bytes, limits: policy.limits) {
            if message.type == nil { return .told(check(message, from: file, receivedAt: receivedAt)) }
        }
        return .message(open(input, from: file, receivedAt: receivedAt))
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
