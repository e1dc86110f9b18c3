import InvoiceCode
import InvoiceLedger
import InvoiceModel
import InvoiceSignature
import InvoiceXML

/// What one worker found out about one message.
struct AuditedCheck: Sendable {
    /// What does not hold.
    var findings: [AuditFinding] = []
    /// What the checks say again.
    var verdict: Submission.Verdict
    /// What they found again.
    var weighed: [WeighedFinding]
}

/// One worker of an audit: checks messages again, opens codes, writes replies again. Owns its tools; not for sharing.
final class AuditDesk {
    let examiner: Examiner
    let manifests: AuditManifests
    private let reader: InputReader
    private let codes: CodeMaker
    private let state: LedgerState
    /// Whether lines count only under a manifest.
    var needsManifest: Bool { state.needsManifest }
    /// Writes replies again; `nil` where signatures are not asked for.
    private let replies: ReplyCopier?

    init(_ state: LedgerState, keys: KeyRing, replies: ReplyCopier?, manifests: AuditManifests) {
        self.state = state
        self.manifests = manifests
        examiner = Examiner(state)
        reader = InputReader(limits: state.policy.limits)
        codes = CodeMaker(keys)
        self.replies = replies
    }

    /// Everything that the message and the state of its time tell.
    ///
    /// - Parameter isUpgraded: whether its entry was made from what an older format kept.
    func check(_ message: AuditedMessage, at block: AuditPlace, isUpgraded: Bool) -> AuditedCheck {
        let stored = message.stored
        var findings: [AuditFinding] = []
        func report(_ proof: AuditProof, _ what: String) {
            findings.append(
                AuditFinding(proof, what, at: block, message: stored.id.sequence, transaction: stored.transaction)
            )
        }
        let examination: Examination
        if stored.status == .lines || stored.status == .manifest {
            examination = examine(lines: stored, report)
        } else {
            examination = examiner.examine(
                reader.open(stored.bytes),
                from: InputFile(name: ""),
                receivedAt: stored.receivedAt,
                signatures: replies == nil ? KnownSignatures(message) : nil
            )
        }
        let submission = examination.submission
        if submission.sha256 != stored.sha256 {
            report(.archive, "the original's SHA-256 is \(submission.sha256), the entry says \(stored.sha256)")
        }
        if (submission.messageID, submission.sender) != (stored.messageID, stored.sender)
            || (submission.taxpayer, submission.type) != (stored.taxpayer, stored.type)
        {
            report(.content, "the header of the original is not that of the entry")
        }
        for (place, invoice) in message.invoices.enumerated() {
            guard let accepted = invoice.accepted else { continue }
            func report(_ proof: AuditProof, _ what: String) {
                findings.append(
                    AuditFinding(
                        proof,
                        what,
                        at: block,
                        message: stored.id.sequence,
                        transaction: accepted.transaction
                    )
                )
            }
            checkCode(accepted, isRegistered: stored.status == .registered, report)
            let read = place < examination.invoices.count ? examination.invoices[place] : nil
            checkContent(accepted, read, isUpgraded, report)
        }
        if let replies { checkReply(message, replies, report) }
        return AuditedCheck(findings: findings, verdict: submission.verdict, weighed: submission.findings)
    }

    private func checkCode(
        _ invoice: AuditedFacts,
        isRegistered: Bool,
        _ report: (AuditProof, String) -> Void
    ) {
        guard let code = invoice.code else {
            if !isRegistered { report(.codes, "transaction \(invoice.transaction) has no code") }
            return
        }
        guard let opened = codes.open(code) else {
            let generation = Hex.uppercase([code.generation])
            return report(.codes, "the code names key generation \(generation), unknown here")
        }
        guard opened.transaction == invoice.transaction else {
            return report(.codes, "the code does not open to transaction \(invoice.transaction)")
        }
        guard codes.verify(code, facts: CodeFacts(invoice.facts, contentDigest: invoice.contentDigest)) else {
            return report(.codes, "the code's tag is not that of facts and content")
        }
    }

    private func checkContent(
        _ invoice: AuditedFacts,
        _ read: ReadInvoice?,
        _ isUpgraded: Bool,
        _ report: (AuditProof, String) -> Void
    ) {
        // Whatever the checks say now: a transaction stands for what can be read.
        guard let facts = read?.facts, let contentDigest = read?.contentDigest else {
            return report(.content, "the original is no invoice that a transaction could stand for")
        }
        if read?.cashCode != invoice.cashCode {
            report(.content, "the cash register's code of the original is not that of the entry")
        }
        if contentDigest != invoice.contentDigest {
            report(.content, "the content's digest is \(contentDigest), the entry says \(invoice.contentDigest)")
        }
        let (said, kept) = isUpgraded ? (facts.keptByFormatOne, invoice.facts.keptByFormatOne) : (facts, invoice.facts)
        if said != kept { report(.content, "the facts of the original are not those of the entry") }
    }

    /// Every reply is there again, and the authority's signature in it holds and was made with one of its keys.
    private func checkReply(
        _ message: AuditedMessage,
        _ replies: ReplyCopier,
        _ report: (AuditProof, String) -> Void
    ) {
        let stored = message.stored
        guard let facts = stored.reply else {
            if stored.status != .duplicate, stored.status.isAnswered { report(.signatures, "the message has no reply") }
            return
        }
        let bytes: [UInt8]
        do {
            bytes = try replies.reply(again: stored).bytes
        } catch {
            return report(.signatures, "the reply cannot be written again: \(error)")
        }
        guard case .message(let reply) = ParsedMessage.read(bytes, limits: .unlimited) else {
            return report(.signatures, "the reply is not well-formed XML")
        }
        guard facts.kind != .technical else { return }
        let verification =
            reply.invoices.first.map {
                examiner.checker.check(
                    invoice: $0,
                    in: reply,
                    registry: examiner.known,
                    receivedAt: facts.repliedAt
                )
            } ?? examiner.checker.checkNotice(in: reply, receivedAt: facts.repliedAt)
        let own = verification?.reports.filter { $0.by == .authority } ?? []
        guard !own.isEmpty, own.allSatisfy({ $0.integrity == .valid }) else {
            return report(.signatures, "the authority's signature in the reply does not hold")
        }
        guard own.allSatisfy({ $0.chain == .trusted }) else {
            return report(.signatures, "the reply is signed with a certificate that is not the authority's")
        }
        let broken = AuditDesk.broken(verification)
        guard !broken.isEmpty else { return }
        // A signature may be let pass that does not hold; it must be no worse in the reply than as it came.
        let known = self.broken(inOriginalOf: stored)
        let worse = broken.filter { $0.value > known[$0.key, default: 0] }.keys.map(\.rawValue).sorted()
        guard worse.isEmpty else {
            let whose = worse.joined(separator: "'s and the ")
            return report(.signatures, "the \(whose)'s signature does not hold in the reply")
        }
    }

    /// How many signatures of each signer do not hold in the message as it came.
    private func broken(inOriginalOf stored: StoredMessage) -> [SignatureReport.Signer: Int] {
        guard case .message(let original) = ParsedMessage.read(stored.bytes, limits: .unlimited),
            let invoice = original.invoices.first
        else { return [:] }
        return AuditDesk.broken(
            examiner.checker.check(
                invoice: invoice,
                in: original,
                registry: examiner.known,
                receivedAt: stored.receivedAt
            )
        )
    }

    /// How many signatures of each signer but the authority do not hold; or would not in a reply, because they count
    /// with other namespaces around them than the seller's.
    private static func broken(_ verification: InvoiceVerification?) -> [SignatureReport.Signer: Int] {
        let reports = verification?.reports ?? []
        let seller = reports.first { $0.by == .seller }?.context
        var broken: [SignatureReport.Signer: Int] = [:]
        for report in reports where report.by != .authority && report.integrity != .absent {
            let isApart = report.by != .seller && seller != nil && report.context != seller
            if report.integrity == .invalid || isApart { broken[report.by, default: 0] += 1 }
        }
        return broken
    }
}

extension RuleCode {
    /// Whether the signature check gives it.
    var isOfSignatures: Bool { slug.hasPrefix("sig.") }
}

extension KnownSignatures {
    /// What the archive says of the signatures of a message.
    init(_ message: AuditedMessage) {
        func ofSignatures(_ findings: [WeighedFinding]) -> [Finding] {
            findings.map(\.finding).filter { $0.code.isOfSignatures }
        }
        self.init(
            message: ofSignatures(message.stored.findings),
            invoices: message.invoices.map { ofSignatures($0.findings) }
        )
    }
}

extension InvoiceFacts {
    /// What format 1 kept of them: of a corrected invoice what was done to it, and no rate that converts nothing.
    fileprivate var keptByFormatOne: InvoiceFacts {
        var kept = self
        kept.related = related.map { RelatedInvoice(relation: $0.relation, source: 0, key: nil, date: nil) }
        if currency == .vnd || (exchangeRate.map { $0 <= .zero } ?? false) { kept.exchangeRate = nil }
        return kept
    }
}
