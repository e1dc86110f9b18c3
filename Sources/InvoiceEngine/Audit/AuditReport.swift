import InvoiceLedger

/// How an audit works.
public struct AuditOptions: Sendable, Hashable {
    /// Signed heads, exported before, that the ledger must still agree with.
    public var heads: [String] = []
    /// Whether sellers' signatures are checked again and replies written again.
    public var signatures = false
    /// Where the temporary store is made; `nil`: beside the ledger, else where the system keeps such files.
    public var temporary: String?
    /// Threads that check.
    public var workers = SubmitOptions.activeCores

    /// The defaults.
    public init() {}
}

/// How far an audit is.
public struct AuditProgress: Sendable, Hashable {
    /// What is being done, such as `archive` or a table's name.
    public var stage: String
    /// Blocks walked.
    public var blocks: UInt64
    /// Blocks up to the committed end.
    public var ofBlocks: UInt64
    /// Messages checked.
    public var messages: UInt64

    /// How far something is.
    public init(stage: String, blocks: UInt64, ofBlocks: UInt64, messages: UInt64) {
        self.stage = stage
        self.blocks = blocks
        self.ofBlocks = ofBlocks
        self.messages = messages
    }
}

/// What an audit proved, and what does not hold.
public struct AuditReport: Sendable {
    /// One proof.
    public struct Line: Sendable, Hashable {
        /// Which: `archive`, `codes`, …
        public var proof: String
        /// What was proved, with counts.
        public var what: String
        /// Findings.
        public var findings: Int
        /// Whether all of it could be looked at.
        public var isWhole: Bool
        /// What to do where there are any.
        public var next: String
    }

    /// In the order of the proofs; signatures only where asked for.
    public var lines: [Line]
    /// What does not hold; of each proof as many as are worth reading.
    public var findings: [AuditFindingLine]
    /// Counts by name, for programs.
    public var counts: [String: UInt64]

    init(_ audit: LedgerAudit, counts: [String: UInt64], heads: AuditHeads, options: AuditOptions) {
        var counts = counts
        let found = audit.findings
        let numbers = audit.counts
        let waiting = audit.waitingBlocks()
        counts["blocks"] = audit.blocks
        counts["waiting_blocks"] = waiting
        counts["messages"] = numbers.messages
        counts["transactions"] = numbers.transactions
        counts["changes"] = numbers.changes
        counts["heads"] = heads.count
        counts["exported_heads"] = UInt64(heads.exported.count)
        for proof in AuditProof.allCases { counts["findings_\(proof.rawValue)"] = UInt64(found.counts[proof] ?? 0) }
        let others = counts["judged_by_other_rules"] ?? 0
        let differing = counts["differ_by_these_rules"] ?? 0
        let passed = others > 0 ? ", \(others) by earlier rules, of which \(differing) would differ today" : ""
        let tail = waiting == 0 ? "" : "; \(waiting) blocks more wait to be committed by the next command that writes"
        let words: [(AuditProof, String)] = [
            (.archive, "\(audit.blocks) blocks, \(numbers.messages) messages, \(numbers.changes) changes\(tail)"),
            (.codes, "\(numbers.transactions) codes"),
            (.content, "\(numbers.messages) originals read again"),
            (.verdicts, "\(counts["judged"] ?? 0) messages judged again\(passed)"),
            (.signatures, "signatures and replies of \(numbers.messages) messages"),
            (.heads, "\(heads.count) in the archive, \(heads.exported.count) exported"),
            (.database, "every page of ledger.sqlite"),
            (.agreement, "\(counts["rows"] ?? 0) rows, totals on both bases included"),
        ]
        lines = words.filter { $0.0 != .signatures || options.signatures }.map { proof, what in
            Line(
                proof: proof.rawValue,
                what: what,
                findings: found.counts[proof] ?? 0,
                isWhole: proof == .database || (audit.isWhole && (proof != .agreement || audit.hasStore)),
                next: AuditReport.advice(proof)
            )
        }
        findings = found.list.map { AuditFindingLine($0) }
        self.counts = counts
    }

    /// Whether everything holds.
    public var isClean: Bool { lines.allSatisfy { $0.findings == 0 && $0.isWhole } }

    /// What to do about findings of a proof.
    static func advice(_ proof: AuditProof) -> String {
        switch proof {
        case .archive: "Do not write to this ledger; put the segment back from a backup and audit again."
        case .database, .agreement:
            "The archive is the truth: where it holds, run xacthuc rebuild LEDGER and audit again."
        case .codes, .content:
            "Compare with the backup and with the sender's copy of the reply; keep both for the investigation."
        case .verdicts: "Compare with the backup: the entry was changed, or another program wrote it."
        case .signatures: "Compare with the backup and with the receiver's copy of the message or reply."
        case .heads: "Keep ledger and head as they are: one of them was changed. Compare with the backup."
        }
    }
}

/// One thing that does not hold: a line of JSON, or of text.
public struct AuditFindingLine: Encodable, Sendable, Hashable {
    /// Which proof it belongs to.
    public var proof: String
    /// The archive's segment, where the finding has one.
    public var segment: UInt64?
    /// The archive's block, where the finding has one.
    public var block: UInt64?
    /// The message's sequence number, where the finding has one.
    public var message: UInt64?
    /// The transaction, where the finding has one.
    public var transaction: UInt64?
    /// What is wrong.
    public var what: String
    /// What to do next.
    public var next: String

    init(_ finding: AuditFinding) {
        proof = finding.proof.rawValue
        segment = finding.segment
        block = finding.block
        message = finding.message
        transaction = finding.transaction
        what = finding.what
        next = AuditReport.advice(finding.proof)
    }

    /// Place and sentence: `segment 1, block 12, transaction 2500: …`.
    public var text: String {
        let places = [("segment", segment), ("block", block), ("message", message), ("transaction", transaction)]
        let words = places.compactMap { name, number in number.map { "\(name) \($0)" } }
        return words.isEmpty ? what : "\(words.joined(separator: ", ")): \(what)"
    }

    /// Writes every field; what is absent is null.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(proof, forKey: .proof)
        try fields.encode(segment, forKey: .segment)
        try fields.encode(block, forKey: .block)
        try fields.encode(message, forKey: .message)
        try fields.encode(transaction, forKey: .transaction)
        try fields.encode(what, forKey: .what)
        try fields.encode(next, forKey: .next)
    }

    private enum Key: String, CodingKey {
        case proof, segment, block, message, transaction, what, next
    }
}
