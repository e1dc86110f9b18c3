import InvoiceCode
import InvoiceLedger
import InvoiceModel
import InvoiceRules
import InvoiceSignature

/// One audit: the walk through the archive, with the checks of its messages on all workers.
final class AuditRun {
    private let audit: LedgerAudit
    private var heads: AuditHeads
    private let options: AuditOptions
    private let manifests: AuditManifests
    private let tell: (AuditProgress) -> Void
    private var pool: WorkerPool<AuditDesk>?
    /// The state could not be read: its messages are passed over until it changes.
    private var isStateBroken = false
    private var policy = Policy()
    private var counts: [String: UInt64] = [:]

    /// - Parameter folder: for what does not fit into memory.
    init(
        _ audit: LedgerAudit,
        _ heads: AuditHeads,
        _ options: AuditOptions,
        folder: String,
        _ tell: @escaping (AuditProgress) -> Void
    ) {
        self.audit = audit
        manifests = AuditManifests(folder: "\(folder)/manifests")
        self.heads = heads
        self.options = options
        self.tell = tell
    }

    /// Messages that are checked together.
    private static let window = 1_024
    /// Bytes of them, about: only a block's own end stops a window.
    private static let windowBytes = 64 << 20

    /// Walks, compares, reports.
    func run() throws(EngineError) -> AuditReport {
        var window: [AuditedBlock] = []
        var waiting = (messages: 0, bytes: 0)
        while let block = try storing({ () throws(LedgerError) in try audit.next() }) {
            if case .messages(let messages) = block.content {
                // As things stood before them: the walk ahead may meet the next change.
                if window.isEmpty { preparePool(block.place) }
                window.append(block)
                waiting.messages += messages.count
                waiting.bytes += messages.reduce(0) { $0 + $1.stored.bytes.count }
                guard waiting.messages >= AuditRun.window || waiting.bytes >= AuditRun.windowBytes else { continue }
            }
            try process(&window)
            waiting = (0, 0)
            switch block.content {
            case .messages: continue
            case .changes:
                pool = nil
                isStateBroken = false
            case .head(let text): try heads.check(text, at: block)
            }
            heads.passed(audit.before.time)
            try storing { () throws(LedgerError) in try audit.take(block) }
        }
        try process(&window)
        try heads.checkExported()
        let rows = try storing { () throws(LedgerError) in
            try audit.compare { self.progress($0) }
        }
        counts["rows"] = UInt64(rows)
        return AuditReport(audit, counts: counts, heads: heads, options: options)
    }

    private func progress(_ stage: String) {
        tell(
            AuditProgress(
                stage: stage,
                blocks: audit.blocks,
                ofBlocks: audit.committedBlocks ?? 0,
                messages: audit.counts.messages
            )
        )
    }
}

// Messages.
extension AuditRun {
    private func process(_ window: inout [AuditedBlock]) throws(EngineError) {
        defer { window.removeAll(keepingCapacity: true) }
        guard !window.isEmpty else { return }
        var items: [(block: AuditPlace, isUpgraded: Bool, message: AuditedMessage)] = []
        for block in window {
            guard case .messages(let messages) = block.content else { continue }
            try manifests.take(messages)
            items += messages.map { (block.place, block.rules == RulesRevision.unknown, $0) }
        }
        let work = items
        let results = pool?.map(count: work.count) { desk, place in
            desk.check(work[place].message, at: work[place].block, isUpgraded: work[place].isUpgraded)
        }
        var checks = results?.makeIterator()
        for block in window {
            guard case .messages(let messages) = block.content else { continue }
            for message in messages {
                if let check = checks?.next() {
                    for finding in check.findings { audit.add(finding) }
                    try judge(message, check, block)
                }
                try storing { () throws(LedgerError) in try audit.pass(message, at: block.place) }
                heads.passed(message.stored.receivedAt)
            }
            try storing { () throws(LedgerError) in try audit.take(block) }
        }
        progress("archive")
    }

    /// Compares what a message came to with what it has to come to.
    private func judge(_ message: AuditedMessage, _ check: AuditedCheck, _ block: AuditedBlock) throws(EngineError) {
        let stored = message.stored
        let expected = try storing { () throws(LedgerError) in
            try audit.expected(stored, check.verdict, check.weighed, policy: policy, rules: InvoiceRules.admission)
        }
        let difference = AuditRun.difference(message, expected)
        guard block.rules == RulesRevision.current else {
            // Other rules may have said something else, and rightly so: it is counted, and told.
            counts["judged_by_other_rules", default: 0] += 1
            if difference != nil { counts["differ_by_these_rules", default: 0] += 1 }
            return
        }
        counts["judged", default: 0] += 1
        guard let difference else { return }
        audit.add(
            AuditFinding(
                .verdicts,
                difference,
                at: block.place,
                message: stored.id.sequence,
                transaction: stored.transaction
            )
        )
    }

    private static func difference(_ message: AuditedMessage, _ expected: ExpectedVerdict) -> String? {
        let stored = message.stored
        guard expected.status == stored.status else {
            return "the message comes to \(expected.status), the entry says \(stored.status)"
        }
        if expected.findings != stored.findings {
            return "judged again it has other findings: \(difference(expected.findings, stored.findings))"
        }
        if stored.status == .duplicate, expected.duplicateOf != stored.transaction {
            return "it is a duplicate of another transaction"
        }
        if stored.status.isOfMany {
            return difference(expected.invoices, message.invoices, stored.invoices)
        }
        if let invoice = message.invoices.first?.accepted,
            expected.relatedTransaction != invoice.relatedTransaction
        {
            return "it corrects another transaction than the entry says"
        }
        return nil
    }

    /// What is wrong first with what the invoices of a message of many came to.
    private static func difference(
        _ expected: [ExpectedInvoice],
        _ audited: [AuditedInvoice],
        _ stored: [InvoiceAdmission]
    ) -> String? {
        guard expected.count == stored.count else {
            return "the message has \(expected.count) invoices, the entry \(stored.count)"
        }
        for place in expected.indices {
            let (left, right) = (expected[place].admission, stored[place])
            let name = "invoice \(place + 1)"
            if left.outcome != right.outcome {
                return "\(name) comes to \(left.outcome), the entry says \(right.outcome)"
            }
            if left.findings != right.findings {
                return "\(name) has other findings: \(difference(left.findings, right.findings))"
            }
            if let accepted = audited[place].accepted,
                accepted.relatedTransaction != expected[place].relatedTransaction
            {
                return "\(name) corrects another transaction than the entry says"
            }
        }
        return nil
    }

    /// Names the rules that speak on one side only.
    private static func difference(_ expected: [WeighedFinding], _ stored: [WeighedFinding]) -> String {
        let left = Set(expected.map(\.finding.code.slug))
        let right = Set(stored.map(\.finding.code.slug))
        let names = left.symmetricDifference(right).sorted()
        return names.isEmpty ? "the same rules, with other places or values" : names.joined(separator: ", ")
    }
}

// The state that messages are judged by.
extension AuditRun {
    /// Makes workers for the state as the changes walked so far left it; none where that cannot be read.
    private func preparePool(_ place: AuditPlace) {
        guard pool == nil, !isStateBroken else { return }
        do throws(EngineError) {
            pool = try makePool()
        } catch {
            isStateBroken = true
            audit.add(AuditFinding(.verdicts, "messages from here on cannot be judged: \(error)", at: place))
        }
    }

    private func makePool() throws(EngineError) -> WorkerPool<AuditDesk> {
        let state = try ledgerState()
        policy = state.policy
        guard let keys = audit.keyRing else { throw EngineError(.store, "no code key comes before them") }
        let signers = options.signatures ? try AuthoritySigner.replaying(audit.state.authorities) : nil
        let manifests = manifests
        return WorkerPool(
            (0..<options.workers).map { _ in
                AuditDesk(state, keys: keys, replies: signers.map { ReplyCopier($0) }, manifests: manifests)
            }
        )
    }

    /// Registry, trust and policy as the changes walked so far left them.
    private func ledgerState() throws(EngineError) -> LedgerState {
        let state = audit.state
        let policy = try state.policyText.map { (text) throws(EngineError) in try PolicyText.read(Array(text.utf8)) }
        do {
            let trust = try TrustStore(
                anchors: state.anchors,
                crls: state.revocationLists,
                authorities: state.authorities.map(\.certificateDER)
            )
            return LedgerState(
                registry: state.registry,
                trust: trust,
                policy: policy ?? Policy(),
                needsManifest: !(state.settings?.isTest ?? false)
            )
        } catch {
            throw EngineError(.store, "a certificate in the archive cannot be read: \(error)")
        }
    }
}
