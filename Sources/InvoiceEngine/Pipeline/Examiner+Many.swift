import InvoiceLedger
import InvoiceModel
import InvoiceRules
import InvoiceSignature
import InvoiceXML

/// How far the checks of a message have come before the invoices of a message of many are looked at.
enum OpenedMessage: Sendable {
    /// All is said: it cannot be read, is refused as a whole, or is a message of one.
    case examined(Examination)
    /// Its invoices are still to be checked.
    case many(ManyMessage)
}

extension OpenedMessage: OpenedInput {
    var isUnreadable: Bool {
        guard case .examined(let examination) = self else { return false }
        if case .unreadable = examination.submission.verdict { return true }
        return false
    }

    static func of(_ lines: Examination) -> OpenedMessage { .examined(lines) }
}

/// A message of many invoices that nothing refuses as a whole.
struct ManyMessage: Sendable {
    let message: ParsedMessage
    let file: InputFile
    let sha256: Digest
    let receivedAt: Timestamp
    /// What concerns the message as a whole, the signature over it too.
    let whole: WeighedFindings
    /// What the signature over it showed, where it is signed once.
    let batch: BatchVerification?
    /// What an earlier check of the signatures found.
    let signatures: KnownSignatures?
    /// Findings kept of each invoice.
    let findingLimit: Int
}

/// Findings of an earlier check of a message's signatures.
struct KnownSignatures: Sendable {
    /// Those of the message.
    var message: [Finding]
    /// Those of each invoice of a message of many.
    var invoices: [[Finding]]
}

/// What the checks made of one invoice of many.
struct ExaminedInvoice: Sendable {
    var weighed: WeighedFindings
    var facts: InvoiceFacts?
    var contentDigest: Digest
    var cashCode: CashRegisterCode?
    var signatures: [SignatureLine]
}

extension Examiner {
    /// Checks envelope and common signature of a message of many.
    func openMany(
        _ message: ParsedMessage,
        from file: InputFile,
        sha256: Digest,
        receivedAt: Timestamp,
        signatures: KnownSignatures?
    ) -> OpenedMessage {
        let envelope = WeighedFindings(InvoiceRules.envelope(message: message, policy: policy), policy: policy)
        let isUnderstood = !message.invoices.isEmpty && envelope.refusal != .technical
        guard isUnderstood else {
            return .examined(refuse(message, envelope, from: file, sha256: sha256, receivedAt: receivedAt))
        }
        var whole = envelope
        var batch: BatchVerification?
        if message.type?.isSignedOnce == true {
            var verified: BatchVerification
            if let signatures {
                verified = checker.outlineBatch(message)
                verified.findings += signatures.message
            } else {
                verified = checker.checkBatch(message, registry: known, receivedAt: receivedAt)
            }
            let found = policy.weigh(verified.findings)
            whole = WeighedFindings(
                weighed: (envelope.kept + found).inOrderOfRules,
                limit: policy.limits.findings,
                alreadyOmitted: envelope.omitted
            )
            batch = verified
        }
        let limits = policy.limits
        return .many(
            ManyMessage(
                message: message,
                file: file,
                sha256: sha256,
                receivedAt: receivedAt,
                whole: whole,
                batch: batch,
                signatures: signatures,
                findingLimit: min(limits.findings, max(1, limits.messageFindings / message.invoices.count))
            )
        )
    }

    /// Refuses a message as a whole; what its invoices are worth is not asked.
    private func refuse(
        _ message: ParsedMessage,
        _ weighed: WeighedFindings,
        from file: InputFile,
        sha256: Digest,
        receivedAt: Timestamp
    ) -> Examination {
        var submission = Submission(message, sha256: sha256, receivedAt: receivedAt, findings: weighed.kept)
        submission.verdict = .refused(weighed.refusal ?? .technical)
        var outcome = Outcome(whole: message, file: file)
        outcome.omittedFindings = weighed.omitted
        return Examination(submission: submission, message: message, outcomes: [outcome])
    }

    /// Checks some invoices of a message of many.
    func examine(_ range: Range<Int>, of many: ManyMessage) -> [ExaminedInvoice] {
        range.map { examine($0, of: many) }
    }

    private func examine(_ place: Int, of many: ManyMessage) -> ExaminedInvoice {
        let message = many.message
        let invoice = message.invoices[place]
        var verified: InvoiceVerification
        if let signatures = many.signatures {
            verified = checker.outline(of: invoice, in: message)
            if place < signatures.invoices.count { verified.findings += signatures.invoices[place] }
        } else {
            verified = checker.check(invoice: invoice, in: message, registry: known, receivedAt: many.receivedAt)
        }
        let own = verified.reports.first { $0.by == .seller }?.signingTime
        let judged = InvoiceRules.judge(
            invoice: invoice,
            in: message,
            registry: registry,
            receivedAt: many.receivedAt,
            signedAt: many.batch.map { $0.reports.first?.signingTime } ?? own,
            policy: policy
        )
        let reports = verified.reports.filter { many.batch == nil || $0.integrity != .absent }
        return ExaminedInvoice(
            weighed: WeighedFindings(
                verified.findings + judged.findings,
                policy: policy,
                limit: many.findingLimit,
                alreadyOmitted: judged.omittedFindings
            ),
            facts: judged.facts,
            contentDigest: verified.contentDigest,
            cashCode: message.type == .cashRegister ? CashRegisterCode(wire: message.text(of: invoice.code)) : nil,
            signatures: ((many.batch?.reports ?? []) + reports).map(SignatureLine.init)
        )
    }

    /// Puts together what is known of a message of many, its invoices in their order.
    func conclude(_ many: ManyMessage, _ invoices: [ExaminedInvoice]) -> Examination {
        precondition(invoices.count == many.message.invoices.count, "every invoice was checked")
        var submission = Submission(
            many.message,
            sha256: many.sha256,
            receivedAt: many.receivedAt,
            findings: many.whole.kept
        )
        submission.verdict = .many(invoices.map { $0.submission(isRefused: many.whole.refusal != nil) })
        var outcomes = Outcome.lines(many.message, file: many.file)
        for (place, invoice) in invoices.enumerated() {
            outcomes[place].signatures = invoice.signatures
            outcomes[place].omittedFindings = invoice.weighed.omitted
        }
        outcomes[0].omittedFindings += many.whole.omitted
        var examination = Examination(submission: submission, message: many.message, outcomes: outcomes)
        examination.invoices = invoices.map {
            ReadInvoice(facts: $0.facts, contentDigest: $0.contentDigest, cashCode: $0.cashCode)
        }
        return examination
    }
}

extension ExaminedInvoice {
    /// The invoice ready to be admitted.
    ///
    /// - Parameter isRefused: whether something about the whole message refuses each of its invoices.
    fileprivate func submission(isRefused: Bool) -> InvoiceSubmission {
        var submission = InvoiceSubmission(verdict: .refused, cashCode: cashCode, findings: weighed.kept)
        guard weighed.refusal == nil else { return submission }
        guard let facts else {
            submission.findings.append(.withoutFacts)
            return submission
        }
        if !isRefused { submission.verdict = .acceptable(facts, contentDigest: contentDigest) }
        return submission
    }
}

extension WorkerPool where Tools == Examiner {
    /// As many examiners as there are workers, for one state of the ledger.
    convenience init(_ state: LedgerState, workers: Int) {
        self.init((0..<workers).map { _ in Examiner(state) })
    }

    /// Invoices of a message of many that one worker checks at a time.
    private static var part: Int { 32 }

    /// Checks what is left of some messages: the invoices of those of many, spread over all workers.
    func finish(_ opened: [OpenedMessage]) -> [Examination] {
        var parts: [(place: Int, range: Range<Int>)] = []
        for (place, message) in opened.enumerated() {
            guard case .many(let many) = message else { continue }
            let count = many.message.invoices.count
            for start in stride(from: 0, to: count, by: WorkerPool.part) {
                parts.append((place, start..<min(count, start + WorkerPool.part)))
            }
        }
        let work = parts
        var checked = map(count: work.count) { examiner, index in
            guard case .many(let many) = opened[work[index].place] else { preconditionFailure("a part of many") }
            return examiner.examine(work[index].range, of: many)
        }.makeIterator()
        var rest = work[...]
        let invoices = opened.indices.map { place in
            var invoices: [ExaminedInvoice] = []
            while rest.first?.place == place {
                rest = rest.dropFirst()
                invoices += checked.next() ?? []
            }
            return invoices
        }
        return map(count: opened.count) { examiner, place in
            switch opened[place] {
            case .examined(let examination): examination
            case .many(let many): examiner.conclude(many, invoices[place])
            }
        }
    }
}
