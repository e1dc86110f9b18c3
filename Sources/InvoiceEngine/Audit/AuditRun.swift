import InvoiceCode
import InvoiceLedger
import InvoiceModel
import InvoiceRules
import InvoiceSignature

/// One audit: the walk through the archive, with the checks of its messages on all workers.
final class AuditRun {
    private let audit: LedgerAudit
    private let ledger: Ledger
    private let options: AuditOptions
    private let tell: (AuditProgress) -> Void
    private var pool: WorkerPool<AuditDesk>?
    private var policy = Policy()
    private var counts: [String: UInt64] = [:]

    init(_ audit: LedgerAudit, _ ledger: Ledger, _ options: AuditOptions, _ tell: @escaping (AuditProgress) -> Void) {
        self.audit = audit
        self.ledger = ledger
        self.options = options
        self.tell = tell
    }

    /// Messages that are checked together.
    private static let window = 1_024

    /// Walks, compares, reports.
    func run() throws(EngineError) -> AuditReport {
        var window: [AuditedBlock] = []
        var waiting = 0
        while let block = audit.next() {
            switch block.content {
            case .messages(let messages):
                // Now: the next block may be a change, and its state is taken in when it is read.
                _ = try preparedPool()
                window.append(block)
                waiting += messages.count
                if waiting >= AuditRun.window {
                    try process(&window)
                    waiting = 0
                }
            case .changes:
                // Messages before it are judged as things stood before it.
                try process(&window)
                waiting = 0
                try storing { () throws(LedgerError) in try audit.take(block) }
                pool = nil
            case .head(let text):
                try process(&window)
                waiting = 0
                try storing { () throws(LedgerError) in try audit.take(block) }
                try check(head: text, at: block)
            }
        }
        try process(&window)
        for file in options.heads { try check(exported: file) }
        let rows = try storing { () throws(LedgerError) in
            try audit.compare { self.progress($0) }
        }
        counts["rows"] = UInt64(rows)
        return report()
    }

    private func progress(_ stage: String) {
        tell(
            AuditProgress(
                stage: stage,
                blocks: audit.blocks,
                ofBlocks: audit.committedBlocks,
                messages: audit.counts.messages
            )
        )
    }

    // MARK: Messages

    private func process(_ window: inout [AuditedBlock]) throws(EngineError) {
        defer { window.removeAll(keepingCapacity: true) }
        guard !window.isEmpty else { return }
        let pool = try preparedPool()
        var items: [(block: AuditPlace, message: AuditedMessage)] = []
        for block in window {
            guard case .messages(let messages) = block.content else { continue }
            items += messages.map { (block.place, $0) }
        }
        let work = items
        var checks = pool.map(count: work.count) { desk, place in
            desk.check(work[place].message, at: work[place].block)
        }.makeIterator()
        for block in window {
            guard case .messages(let messages) = block.content else { continue }
            for message in messages {
                guard let check = checks.next() else { preconditionFailure("every message was checked") }
                for finding in check.findings { audit.add(finding) }
                if block.rules == Ledger.rulesVersion {
                    try judge(message, check, block.place)
                } else {
                    counts["judged_by_other_rules", default: 0] += 1
                }
                try storing { () throws(LedgerError) in try audit.pass(message, at: block.place) }
            }
            try storing { () throws(LedgerError) in try audit.take(block) }
        }
        progress("archive")
    }

    /// Compares what a message came to with what it has to come to.
    private func judge(_ message: AuditedMessage, _ check: AuditedCheck, _ place: AuditPlace) throws(EngineError) {
        let stored = message.stored
        let expected = try storing { () throws(LedgerError) in
            try audit.expected(stored, check.verdict, check.weighed, policy: policy, rules: InvoiceRules.admission)
        }
        counts["judged", default: 0] += 1
        func report(_ what: String) {
            audit.add(
                AuditFinding(
                    .verdicts,
                    what,
                    at: place,
                    message: stored.id.sequence,
                    transaction: stored.transaction
                )
            )
        }
        guard expected.status == stored.status else {
            return report("the message comes to \(expected.status), the entry says \(stored.status)")
        }
        if expected.findings != stored.findings {
            report("judged again it has other findings: \(AuditRun.difference(expected.findings, stored.findings))")
        }
        if stored.status == .duplicate, expected.duplicateOf != stored.transaction {
            report("it is a duplicate of another transaction")
        }
        if let invoice = message.invoice, expected.relatedTransaction != invoice.relatedTransaction {
            report("it corrects another transaction than the entry says")
        }
        if (stored.noticeNumber != nil) != (stored.status == .refused) {
            report("a notice number belongs to a refusal by notice, and to nothing else")
        }
    }

    /// Names the rules that speak on one side only.
    private static func difference(_ expected: [WeighedFinding], _ stored: [WeighedFinding]) -> String {
        let left = Set(expected.map(\.finding.code.slug))
        let right = Set(stored.map(\.finding.code.slug))
        let names = left.symmetricDifference(right).sorted()
        return names.isEmpty ? "the same rules, with other places or values" : names.joined(separator: ", ")
    }

    private func preparedPool() throws(EngineError) -> WorkerPool<AuditDesk> {
        if let pool { return pool }
        let state = try ledgerState()
        policy = state.policy
        guard let keys = audit.keyRing else {
            let sentence = "The ledger has messages, but no code key comes before them; go back to a backup."
            throw EngineError(.store, sentence)
        }
        let authorities = options.signatures ? try Authorities(ledger) : nil
        let made = WorkerPool(
            (0..<options.workers).map { _ in
                AuditDesk(
                    state,
                    keys: keys,
                    replies: authorities.map { ReplyDesk(ledger, $0, registry: nil) }
                )
            }
        )
        pool = made
        return made
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
            return LedgerState(registry: state.registry, trust: trust, policy: policy ?? Policy())
        } catch {
            throw EngineError(.store, "A certificate in the ledger's archive cannot be read: \(error)")
        }
    }

    // MARK: Heads

    private func check(head text: String, at block: AuditedBlock) throws(EngineError) {
        counts["heads", default: 0] += 1
        guard let head = DayHead(text: text) else {
            return audit.add(AuditFinding(.heads, "a head that cannot be read", at: block.place))
        }
        let counts = audit.counts
        var faults = try faults(of: head)
        if head.facts.blocks != block.place.block - 1 { faults.append("it does not name the block before it") }
        if (head.facts.messages, head.facts.transactions, head.facts.changes)
            != (counts.messages, counts.transactions, counts.changes)
        {
            faults.append("its counts are not those of the archive")
        }
        let current = audit.state.authorities.last
        if current?.id != head.signer { faults.append("its signer was not the one in force") }
        for fault in faults {
            audit.add(AuditFinding(.heads, "the head of \(head.facts.day): \(fault)", at: block.place))
        }
    }

    private func check(exported name: String) throws(EngineError) {
        let bytes = try InputReader.bytes(of: InputFile(name: name), limit: DayHead.maximumBytes)
        guard let text = String(validating: bytes, as: UTF8.self), let head = DayHead(text: text) else {
            return audit.add(AuditFinding(.heads, "\(name) is not a head, or was changed"))
        }
        counts["exported_heads", default: 0] += 1
        for fault in try faults(of: head) { audit.add(AuditFinding(.heads, "\(name): \(fault)")) }
    }

    /// What of a head does not hold against the chain and the authority's certificates.
    private func faults(of head: DayHead) throws(EngineError) -> [String] {
        var faults: [String] = []
        if audit.identity != head.facts.ledger {
            faults.append("it is of another ledger, or the first block was changed")
        }
        let digest = try storing { () throws(LedgerError) in try audit.digest(ofBlock: head.facts.blocks) }
        if digest == nil {
            faults.append("the archive has no block \(head.facts.blocks)")
        } else if digest != head.facts.chain {
            faults.append("block \(head.facts.blocks) has another digest: what stands up to there was changed since")
        }
        if !head.isSignatureValid { faults.append("its signature does not hold") }
        let known = audit.state.authorities.first { $0.id == head.signer }
        if known?.certificateDER != head.certificateDER {
            faults.append("it is signed with a certificate that is not the authority's")
        }
        return faults
    }

    // MARK: Report

    private func report() -> AuditReport {
        let found = audit.findings
        let numbers = audit.counts
        counts["blocks"] = audit.blocks
        counts["messages"] = numbers.messages
        counts["transactions"] = numbers.transactions
        counts["changes"] = numbers.changes
        for proof in AuditProof.allCases { counts["findings_\(proof.rawValue)"] = UInt64(found.counts[proof] ?? 0) }
        let judged = counts["judged"] ?? 0
        let others = counts["judged_by_other_rules"] ?? 0
        let passed = others > 0 ? ", \(others) by other rules passed over" : ""
        let lines: [(AuditProof, String)] = [
            (.archive, "\(audit.blocks) blocks, \(numbers.messages) messages, \(numbers.changes) changes"),
            (.codes, "\(numbers.transactions) codes"),
            (.content, "\(numbers.messages) originals read again"),
            (.verdicts, "\(judged) messages judged again\(passed)"),
            (.signatures, "sellers' signatures and replies of \(numbers.messages) messages"),
            (.heads, "\(counts["heads"] ?? 0) in the archive, \(counts["exported_heads"] ?? 0) given"),
            (.database, "every page of ledger.sqlite"),
            (.agreement, "\(counts["rows"] ?? 0) rows, totals on both bases included"),
        ]
        return AuditReport(
            lines: lines.filter { $0.0 != .signatures || options.signatures }.map {
                AuditReport.Line(
                    proof: $0.0.rawValue,
                    what: $0.1,
                    findings: found.counts[$0.0] ?? 0,
                    isWhole: audit.isWhole || $0.0 == .database,
                    next: AuditReport.advice($0.0)
                )
            },
            findings: found.list.map { AuditFindingLine($0) },
            counts: counts
        )
    }
}
