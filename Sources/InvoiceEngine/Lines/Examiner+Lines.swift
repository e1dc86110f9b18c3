import InvoiceLedger
import InvoiceModel
import InvoiceRules
import InvoiceSignature
import InvoiceXML
import OpenSSL

/// What the checks made of a chunk of lines, or of a manifest.
enum ExaminedLines {
    /// To be admitted.
    case examined(Examination)
    /// Not taken: told, and without effect.
    case refused(Outcome)
}

extension Examiner {
    /// Checks the lines of a chunk, each by itself.
    ///
    /// - Parameter readsAll: whether what each line says is kept too, whatever its verdict: for an audit.
    func examine(_ chunk: LineChunk, receivedAt: Timestamp, readsAll: Bool = false) -> ExaminedLines {
        var verification: ManifestVerification?
        if let manifest = chunk.manifest {
            if let refusal = refusal(of: chunk, under: manifest) { return .refused(refusal) }
            let (verified, weighed) = judge(manifest, receivedAt: receivedAt)
            guard weighed.refusal == nil else { return .refused(chunk.outcome(.manifestRefused)) }
            verification = verified
        }
        let digest = sha256(of: chunk.bytes)
        var omitted: [Int: Int] = [:]
        let invoices = judge(chunk, receivedAt: receivedAt, verification?.unregistered ?? [], &omitted)
        var submission = Submission(chunk.bytes, digest, receivedAt, .lines(invoices))
        submission.taxpayer = soleSeller(of: invoices)
        var examination = Examination(submission: submission, message: nil, outcomes: [])
        examination.lines = TakenLines(
            chunk: chunk,
            omitted: omitted,
            signature: verification.map { SignatureLine($0.report) }
        )
        if readsAll { examination.invoices = readAll(chunk, receivedAt) }
        return .examined(examination)
    }

    /// What each line of the chunk that was judged last says, as far as it can be read.
    private func readAll(_ chunk: LineChunk, _ receivedAt: Timestamp) -> [ReadInvoice] {
        lines.entries.map { entry in
            guard case .invoice(let place) = entry.result else { return ReadInvoice() }
            let invoice = lines.message.invoices[place]
            let judged = judgement(of: invoice, of: chunk, receivedAt)
            return ReadInvoice(facts: judged.facts, contentDigest: contentDigest(of: invoice))
        }
    }

    /// What the rules make of an invoice of the chunk that was read last.
    private func judgement(of invoice: ParsedInvoice, of chunk: LineChunk, _ receivedAt: Timestamp) -> Judgement {
        InvoiceRules.judge(
            line: invoice,
            in: lines.message,
            as: .forCode,
            registry: registry,
            receivedAt: receivedAt,
            signedAt: chunk.manifest?.signingTime,
            policy: policy
        )
    }

    /// The content digest of an invoice of the chunk that was read last; `nil` where it has no `DLHDon`.
    private func contentDigest(of invoice: ParsedInvoice) -> Digest? {
        guard let content = lines.content(of: invoice) else { return nil }
        let bytes = lines.message.bytes
        return checker.contentDigest(of: bytes.span.extracting(content.range))
    }

    /// The manifest of lines that come next, as a message to be kept.
    func examine(_ manifest: SignedManifest, from file: InputFile, receivedAt: Timestamp) -> ExaminedLines {
        let (verified, weighed) = judge(manifest, receivedAt: receivedAt)
        let submission = Submission(manifest.bytes, manifest.sha256, receivedAt, .manifest, weighed.kept)
        guard weighed.refusal != nil else {
            return .examined(Examination(submission: submission, message: nil, outcomes: []))
        }
        var outcome = Outcome(file: file.name, index: 0, kind: .document, status: .rejected)
        outcome.findings = weighed.kept.map { FindingReport($0) }
        outcome.signatures = [SignatureLine(verified.report)]
        return .refused(outcome)
    }

    /// What the signature of a manifest is worth, weighed.
    func judge(
        _ manifest: SignedManifest,
        receivedAt: Timestamp
    ) -> (ManifestVerification, WeighedFindings) {
        let verified = checker.check(manifest, registry: known, receivedAt: receivedAt)
        return (verified, WeighedFindings(verified.findings, policy: policy))
    }

    /// Why a chunk is none that its manifest names.
    private func refusal(of chunk: LineChunk, under manifest: SignedManifest) -> Outcome? {
        let value = hash.hash(chunk.lines)
        let found = Digest(value.span)
        if manifest.names(found, lines: chunk.count, bytes: chunk.bytes.count - chunk.start) { return nil }
        return chunk.outcome(.linesChanged, found: "SHA-256 \(found)")
    }

    /// The lines of a chunk as invoices to be admitted, in their order.
    private func judge(
        _ chunk: LineChunk,
        receivedAt: Timestamp,
        _ unregistered: [TaxCode],
        _ omitted: inout [Int: Int]
    ) -> [InvoiceSubmission] {
        lineReader.read(chunk.lines, into: &lines)
        let limit = min(policy.limits.findings, max(1, policy.limits.messageFindings / max(1, lines.entries.count)))
        var invoices: [InvoiceSubmission] = []
        invoices.reserveCapacity(lines.entries.count)
        for entry in lines.entries {
            switch entry.result {
            case .fault(let fault):
                let line = chunk.lines.extracting(entry.bytes.range)
                let finding = WeighedFinding(fault.finding(in: line), severity: .reject)
                invoices.append(InvoiceSubmission(verdict: .refused, findings: [finding]))
            case .invoice(let place):
                invoices.append(
                    judge(lines.message.invoices[place], of: chunk, receivedAt, unregistered, limit) {
                        omitted[invoices.count] = $0
                    }
                )
            }
        }
        return invoices
    }

    private func judge(
        _ invoice: ParsedInvoice,
        of chunk: LineChunk,
        _ receivedAt: Timestamp,
        _ unregistered: [TaxCode],
        _ limit: Int,
        _ omit: (Int) -> Void
    ) -> InvoiceSubmission {
        let judged = judgement(of: invoice, of: chunk, receivedAt)
        var findings = judged.findings
        if let manifest = chunk.manifest,
            let finding = ownership(of: invoice, judged.facts, manifest, unregistered, receivedAt)
        {
            findings.append(finding)
        }
        var kept: [WeighedFinding] = []
        if !findings.isEmpty {
            let weighed = WeighedFindings(
                findings,
                policy: policy,
                limit: limit,
                alreadyOmitted: judged.omittedFindings
            )
            if weighed.omitted > 0 { omit(weighed.omitted) }
            kept = weighed.kept
            if weighed.refusal != nil { return InvoiceSubmission(verdict: .refused, findings: kept) }
        }
        guard let facts = judged.facts, let digest = contentDigest(of: invoice) else {
            return InvoiceSubmission(verdict: .refused, findings: kept + [.withoutFacts])
        }
        return InvoiceSubmission(verdict: .acceptable(facts, contentDigest: digest), findings: kept)
    }

    /// Why the signer of a manifest may not vouch for a line: neither the seller nor a provider registered for it, or
    /// with a certificate that is not on that one's list.
    private func ownership(
        of invoice: ParsedInvoice,
        _ facts: InvoiceFacts?,
        _ manifest: SignedManifest,
        _ unregistered: [TaxCode],
        _ receivedAt: Timestamp
    ) -> Finding? {
        let message = lines.message
        let seller = TaxCode(wire: message.text(of: invoice.seller.taxCode))
        let delegate = invoice.header.delegateTaxCode
        let named = TaxCode(wire: message.text(of: delegate))
        func signs(_ code: TaxCode) -> Bool { manifest.signers.contains(code) && !unregistered.contains(code) }
        func finding(_ code: RuleCode, _ field: Field, _ path: String, _ expected: String) -> Finding {
            let path = field.isPresent ? message.path(of: field.element, below: invoice.root) : path
            let signers = manifest.signers.map { "MST:\($0)" }.joined(separator: ", ")
            return Finding(code, path: path, expected: expected, found: signers.isEmpty ? nil : signers)
        }
        let sellerPath = "HDon/DLHDon/NDHDon/NBan/MST"
        func unlisted(_ code: TaxCode) -> Finding {
            let wanted = "a certificate registered by MST:\(code) for \(manifest.signingTime ?? receivedAt)"
            return finding(.sigCertRegistered, invoice.seller.taxCode, sellerPath, wanted)
        }
        // Who issues for another signs himself, as in XML; whether it may, rules of the registry say.
        if let named {
            if signs(named) { return nil }
            if manifest.signers.contains(named) { return unlisted(named) }
            return finding(.sigDelegateSigns, delegate, "HDon/DLHDon/TTChung/MSTDVNUNLHDon", "MST:\(named)")
        }
        if let seller, signs(seller) { return nil }
        if let seller, let registry {
            let day = facts?.date ?? receivedAt.date
            let providers = manifest.signers.filter { signer in
                mayIssue(signer, registry, day, receivedAt, facts?.key.symbol.kind)
                    && registry.delegations(of: seller, to: signer).contains {
                        $0.covers(day, facts?.key.form, facts?.key.symbol)
                    }
            }
            if providers.contains(where: signs) { return nil }
            if let provider = providers.first { return unlisted(provider) }
        }
        if let seller, manifest.signers.contains(seller) { return unlisted(seller) }
        let wanted = "MST:\(message.string(of: invoice.seller.taxCode)), or a provider registered for it"
        return finding(.sigCertOwner, invoice.seller.taxCode, sellerPath, wanted)
    }

    /// Whether a provider that no line names may issue: registered by that day, active, and not stopped.
    private func mayIssue(
        _ signer: TaxCode,
        _ registry: Registry,
        _ day: CalendarDate,
        _ receivedAt: Timestamp,
        _ kind: InvoiceKind?
    ) -> Bool {
        guard let known = registry.taxpayer(signer, on: day), known.knownSince <= day,
            registry.taxpayer(signer, on: receivedAt.date)?.status == .active
        else { return false }
        return registry.stops(of: signer, at: receivedAt, for: kind).isEmpty
    }

    /// The seller of all lines that can be read, where there is one.
    private func soleSeller(of invoices: [InvoiceSubmission]) -> String? {
        var sole: TaxCode?
        for invoice in invoices {
            guard case .acceptable(let facts, _) = invoice.verdict else { continue }
            if let sole, sole != facts.key.seller { return nil }
            sole = facts.key.seller
        }
        return sole?.description
    }
}

extension Submission {
    /// Bytes that are no message of XML and name nobody: lines, or their manifest.
    init(
        _ bytes: [UInt8],
        _ sha256: Digest,
        _ receivedAt: Timestamp,
        _ verdict: Verdict,
        _ findings: [WeighedFinding] = []
    ) {
        self.init(
            bytes: bytes,
            sha256: sha256,
            receivedAt: receivedAt,
            messageID: nil,
            sender: nil,
            taxpayer: nil,
            type: nil,
            verdict: verdict,
            findings: findings
        )
    }
}

/// What is kept of a chunk until what it came to is told.
struct TakenLines: Sendable {
    /// The lines.
    var chunk: LineChunk
    /// Findings beyond the limit, by the place of their line.
    var omitted: [Int: Int]
    /// What the signature of the manifest showed.
    var signature: SignatureLine?
}

extension LineChunk {
    /// A chunk that is not taken.
    func outcome(_ code: ContainerFault.Code, found: String? = nil) -> Outcome {
        var outcome = Outcome(file: file.name, index: 0, kind: .document, status: .unreadable)
        var fault = ContainerFault(code, found: found)
        fault.path = name
        outcome.fault = fault
        return outcome
    }
}
