import InvoiceLedger
import InvoiceModel
import InvoiceRules
import InvoiceSignature
import InvoiceXML
import OpenSSL

/// One worker's checks: reading, signatures, rules. Owns its signature checker and scratch; not for sharing.
final class Examiner {
    let policy: Policy
    let registry: Registry?
    /// For the signature checker, which asks only about certificates that taxpayers registered.
    let known: Registry
    let checker: SignatureChecker
    let hash = HashContext(.sha256)
    private var digest: [UInt8] = []
    /// Lines are read into the same buffers again and again.
    var lineReader: LineReader
    var lines = InvoiceLines()

    init(_ state: LedgerState) {
        policy = state.policy
        registry = state.registry
        known = state.registry ?? .empty
        checker = SignatureChecker(trust: state.trust, policy: state.policy)
        lineReader = LineReader(limits: state.policy.limits)
    }

    /// SHA-256 of some bytes.
    func sha256(of bytes: [UInt8]) -> Digest {
        let value = hash.hash(bytes)
        return Digest(value.span)
    }

    /// Checks a message, as far as message and registry tell.
    ///
    /// - Parameter signatures: findings of an earlier check of its signatures, to be taken instead of another one.
    func examine(
        _ input: InputMessage,
        from file: InputFile,
        receivedAt: Timestamp,
        signatures: KnownSignatures? = nil
    ) -> Examination {
        switch open(input, from: file, receivedAt: receivedAt, signatures: signatures) {
        case .examined(let examination): return examination
        case .many(let message):
            return conclude(message, examine(0..<message.message.invoices.count, of: message))
        }
    }

    /// Reads a message and checks all of it but the invoices of a message of many, which may be checked in parts.
    func open(
        _ input: InputMessage,
        from file: InputFile,
        receivedAt: Timestamp,
        signatures: KnownSignatures? = nil
    ) -> OpenedMessage {
        hash.hash(input.bytes.span, into: &digest)
        let sha256 = Digest(digest.span)
        if let fault = input.fault {
            return .examined(unreadable(input, file, sha256, receivedAt, ReadFault(fault, at: 0), ReadableHeader()))
        }
        switch ParsedMessage.read(input.bytes, limits: policy.limits) {
        case .unreadable(let fault, let header):
            return .examined(unreadable(input, file, sha256, receivedAt, fault, header))
        case .message(let message):
            if message.type?.isBatch == true {
                return openMany(message, from: file, sha256: sha256, receivedAt: receivedAt, signatures: signatures)
            }
            return .examined(
                examine(message, from: file, sha256: sha256, receivedAt: receivedAt, signatures: signatures?.message)
            )
        }
    }

    private func unreadable(
        _ input: InputMessage,
        _ file: InputFile,
        _ sha256: Digest,
        _ receivedAt: Timestamp,
        _ fault: ReadFault,
        _ header: ReadableHeader
    ) -> Examination {
        // What came compressed and could not be opened is no XML yet: say what was wanted instead.
        let expected = input.fault.map {
            $0 == .xmlTooLarge ? "at most \(policy.limits.messageBytes) bytes" : "a whole gzip file"
        }
        let finding = Finding(fault.code, path: "byte \(fault.offset)", expected: expected)
        let submission = Submission(
            bytes: input.bytes,
            sha256: sha256,
            receivedAt: receivedAt,
            messageID: header.messageID,
            sender: header.sender,
            taxpayer: nil,
            type: nil,
            verdict: .unreadable,
            findings: [WeighedFinding(finding, severity: .reject)]
        )
        var outcome = Outcome(file: file.name, index: 0, kind: .document, status: .unreadable)
        outcome.messageID = header.messageID
        return Examination(submission: submission, message: nil, outcomes: [outcome])
    }

    private func examine(
        _ message: ParsedMessage,
        from file: InputFile,
        sha256: Digest,
        receivedAt: Timestamp,
        signatures: [Finding]?
    ) -> Examination {
        var findings = InvoiceRules.envelope(message: message, policy: policy)
        var omitted = 0
        var facts: InvoiceFacts?
        var checked: CheckedContent?
        var outcome = Outcome(message, file: file)
        if let invoice = message.invoices.first {
            var verified: InvoiceVerification
            if let signatures {
                verified = checker.outline(of: invoice, in: message)
                verified.findings += signatures
            } else {
                verified = checker.check(invoice: invoice, in: message, registry: known, receivedAt: receivedAt)
            }
            let judged = InvoiceRules.judge(
                invoice: invoice,
                in: message,
                registry: registry,
                receivedAt: receivedAt,
                signedAt: verified.reports.first { $0.by == .seller }?.signingTime,
                policy: policy
            )
            findings += verified.findings + judged.findings
            omitted = judged.omittedFindings
            facts = judged.facts
            checked = CheckedContent(verified)
            outcome.signatures = verified.reports.map(SignatureLine.init)
        }
        let weighed = WeighedFindings(findings, policy: policy, alreadyOmitted: omitted)
        let submission = Submission(message, sha256: sha256, receivedAt: receivedAt, findings: weighed.kept)
        outcome.omittedFindings = weighed.omitted
        var examination = Examination(submission: submission, message: message, outcomes: [outcome])
        examination.invoices = [ReadInvoice(facts: facts, contentDigest: checked?.digest, checked: checked)]
        examination.conclude(weighed, facts: facts, contentDigest: checked?.digest)
        return examination
    }
}

extension Examination {
    /// Sets the verdict; without readable facts there is nothing that a code could stand for, whatever the policy says.
    fileprivate mutating func conclude(_ weighed: WeighedFindings, facts: InvoiceFacts?, contentDigest: Digest?) {
        if let refusal = weighed.refusal {
            submission.verdict = .refused(refusal)
        } else if let facts, let contentDigest {
            submission.verdict = .acceptable(facts, contentDigest: contentDigest)
        } else {
            submission.findings.append(.withoutFacts)
            submission.verdict = .refused(.notice)
        }
    }
}

extension WeighedFinding {
    /// Nothing could be read that a code or a number might stand for, although no rule in force says so.
    static let withoutFacts = WeighedFinding(
        Finding(
            .envMandatoryPresent,
            path: "HDon/DLHDon",
            expected: "seller, form, symbol, number, date, currency and amounts"
        ),
        severity: .reject
    )
}

extension Submission {
    /// A message that was read; its verdict is still to come.
    init(_ message: ParsedMessage, sha256: Digest, receivedAt: Timestamp, findings: [WeighedFinding]) {
        self.init(
            bytes: message.bytes,
            sha256: sha256,
            receivedAt: receivedAt,
            messageID: message.optional(message.header.messageID),
            sender: message.optional(message.header.sender),
            taxpayer: message.optional(message.header.taxpayer),
            type: message.optional(message.header.type),
            verdict: .unreadable,
            findings: findings
        )
    }
}

extension Outcome {
    /// What a message says of its first invoice, or of itself.
    init(_ message: ParsedMessage, file: InputFile) {
        let kind: Kind = !message.invoices.isEmpty ? .invoice : message.kind == .message ? .message : .document
        self.init(file: file.name, index: 0, kind: kind, status: .rejected)
        if let invoice = message.invoices.first { describe(invoice, in: message) }
        messageID = message.optional(message.header.messageID)
    }

    /// The one line of a message of many that is refused as a whole.
    init(whole message: ParsedMessage, file: InputFile) {
        self.init(file: file.name, index: 0, kind: .message, status: .rejected)
        seller = message.optional(message.header.taxpayer)
        messageID = message.optional(message.header.messageID)
    }

    /// A line for each invoice of a message of many; `code` is the one that its cash register made.
    static func lines(_ message: ParsedMessage, file: InputFile) -> [Outcome] {
        message.invoices.map { invoice in
            var outcome = Outcome(file: file.name, index: 0, kind: .invoice, status: .rejected)
            outcome.describe(invoice, in: message)
            outcome.messageID = message.optional(message.header.messageID)
            if message.type == .cashRegister { outcome.code = message.optional(invoice.code) }
            return outcome
        }
    }

    /// Takes over what an invoice says of itself, as sent.
    mutating func describe(_ invoice: ParsedInvoice, in message: ParsedMessage) {
        seller = message.optional(invoice.seller.taxCode)
        form = message.optional(invoice.header.form)
        symbol = message.optional(invoice.header.symbol)
        number = message.optional(invoice.header.number)
        date = message.optional(invoice.header.date)
    }
}

extension ParsedMessage {
    /// The text of a field that is there; empty where it is empty, `nil` where it is absent.
    func optional(_ field: Field) -> String? {
        field.isPresent ? string(of: field) : nil
    }
}

extension FindingReport {
    /// A finding with the sentences of the rule table.
    init(_ weighed: WeighedFinding) {
        let entry = RuleBook.entry(for: weighed.finding.code)
        self.init(
            weighed: weighed,
            message: entry.english,
            messageVietnamese: entry.vietnamese,
            remedy: entry.remedyEnglish,
            remedyVietnamese: entry.remedyVietnamese
        )
    }
}

extension SignatureLine {
    /// A report of the signature checker in the words of the command line.
    init(_ report: SignatureReport) {
        self.init(
            signer: report.by.rawValue,
            algorithm: report.algorithm.isEmpty ? nil : report.algorithm,
            integrity: report.integrity.rawValue,
            chain: report.chain.rawValue,
            signingTime: report.signingTime,
            context: report.context?.rawValue
        )
    }
}
