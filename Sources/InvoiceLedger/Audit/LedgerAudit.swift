import DurableFiles
public import InvoiceCode
public import InvoiceModel
import SQLite

/// One audit of a ledger on one state of it: others may write meanwhile.
///
/// The archive is walked once, block by block. What it says is proved and becomes a new store in a temporary folder,
/// which in the end is compared with the live one. Where the live store cannot be read, the archive is proved all the
/// same. Not `Sendable`: one thread walks.
public final class LedgerAudit {
    /// Everything found so far.
    public internal(set) var findings = AuditFindings()
    /// What the changes walked so far came to.
    public internal(set) var state = AuditState()
    /// Blocks walked.
    public private(set) var blocks: UInt64 = 0
    /// Numbers of what was walked: messages, transactions, changes.
    public var counts: (messages: UInt64, transactions: UInt64, changes: UInt64) {
        (order.messages, order.transactions, order.changes)
    }
    /// Blocks up to the committed end; `nil` where no store says where that is.
    public var committedBlocks: UInt64? { store?.end?.block }
    /// Digest of the first block: the ledger's identity.
    public private(set) var identity: Digest?
    /// The latest moment in the block before, and that block's kind and revision of the rules.
    public private(set) var before: (time: Timestamp?, isHead: Bool, rules: UInt64) = (nil, false, 0)

    /// Keys of the generations walked so far; `nil` before the first.
    public var keyRing: KeyRing? {
        masterKeys.last.map { KeyRing(masterKeys, current: $0.generation) }
    }

    /// Whether the walk reached the end and every entry went into the new store.
    public var isWhole: Bool { !isReplayBroken && isAtEnd }
    /// Whether there is a store to compare with.
    public var hasStore: Bool { store?.end != nil }

    let files: LedgerFiles
    let codes = CodeMakerBox()
    var masterKeys: [MasterKey] = []
    let identifierKey: IdentifierKey?
    let coding: EntryCoding
    var order = AuditOrder()
    /// Why the new store is not whole, if it is not.
    var isReplayBroken = false
    private var isAtEnd = false
    private let store: AuditedStore?
    private var scan: ArchiveScan?
    private let replay: AuditReplay
    private let memory: AuditMemory
    private let judge: AuditJudge

    /// Begins an audit.
    ///
    /// - Parameters:
    ///   - path: the ledger's folder.
    ///   - temporary: a folder that does not exist, for a store as large as the live one; the caller removes it.
    /// - Throws: where there is no ledger, one of another format, or nowhere to work.
    public init(_ path: String, temporary: String) throws(LedgerError) {
        files = LedgerFiles(path: path)
        var first: [AuditFinding] = []
        store = try AuditedStore.open(files, &first)
        do throws(LedgerError) { identifierKey = try files.readIdentifierKey() } catch {
            identifierKey = nil
            first.append(AuditFinding(.codes, "the key of the ids in replies cannot be read: \(error.message)"))
        }
        // Without the key all is read but the ids in replies.
        let substitute = IdentifierKey(bytes: [UInt8](repeating: 0, count: MasterKey.byteCount))
        coding = EntryCoding(identifierKey: identifierKey ?? substitute)
        try LedgerError.files { () throws(FileError) in try DurableFiles.makeDirectory(temporary, mode: 0o700) }
        let codes = self.codes
        (replay, memory, judge) = try LedgerError.database { () throws(SQLiteError) in
            let replay = try AuditReplay(path: "\(temporary)/ledger.sqlite", codes: codes)
            let memory = try AuditMemory(path: "\(temporary)/memory.sqlite")
            return (replay, memory, try AuditJudge(store: replay.connection, memory: memory))
        }
        findings.add(first)
        do throws(ArchiveError) {
            scan = try ArchiveScan(folder: files.archive, upTo: store?.end)
        } catch {
            add(error)
        }
    }

    /// Counts the whole blocks behind the committed end: the next command that writes commits them, if none does just
    /// now.
    public func waitingBlocks() -> UInt64 {
        guard let end = store?.end else { return 0 }
        // What cannot be read is no block; the walk has told of what is damaged before the end.
        return (try? UncommittedTail(folder: files.archive, behind: end).blocks) ?? 0
    }

    /// The next block, proved and decoded; `nil` at the end, or where damage ends the walk.
    public func next() throws(LedgerError) -> AuditedBlock? {
        guard let walk = scan else { return nil }
        let block: ScannedBlock
        let content: BlockContent
        do throws(ArchiveError) {
            guard let found = try walk.next() else {
                scan = nil
                isAtEnd = walk.tornTail == nil && blocks > 0
                if let tail = walk.tornTail { add(.damage(tail)) }
                if blocks == 0 { add(AuditFinding(.archive, "the archive holds no block")) }
                if blocks > 0, before.rules == RulesRevision.unknown, !state.isUpgraded {
                    add(AuditFinding(.archive, "no block names a revision of the rules, and nothing was upgraded"))
                }
                return nil
            }
            block = found
            content = try block.content()
        } catch {
            scan = nil
            add(error)
            return nil
        }
        blocks = block.location.block
        if blocks == 1 { identity = block.digest }
        let audited = decode(block, content)
        let mark = AuditMark(
            digest: block.digest,
            messages: order.messages,
            transactions: order.transactions,
            changes: order.changes
        )
        try LedgerError.database { () throws(SQLiteError) in try memory.add(mark, ofBlock: blocks) }
        before = (order.lastTime, content.kind == .head, content.rules)
        return audited
    }

    /// What `message` had to come to, as the ledger stood before it.
    public func expected(
        _ message: StoredMessage,
        _ verdict: Submission.Verdict,
        _ findings: [WeighedFinding],
        policy: Policy,
        rules: AdmissionRules
    ) throws(LedgerError) -> ExpectedVerdict {
        try LedgerError.database { () throws(SQLiteError) in
            try judge.judge(message, verdict, findings, policy: policy, rules: rules)
        }
    }

    /// Goes on behind a message of a block that is not taken in yet.
    public func pass(_ message: AuditedMessage, at place: AuditPlace) throws(LedgerError) {
        let faults = try LedgerError.database { () throws(SQLiteError) in
            try judge.take(message)
        }
        for fault in faults {
            let (id, transaction) = (message.stored.id.sequence, message.invoices.first?.accepted?.transaction)
            add(AuditFinding(.archive, fault, at: place, message: id, transaction: transaction))
        }
    }

    /// Takes a block into the new store.
    public func take(_ block: AuditedBlock) throws(LedgerError) {
        do throws(SQLiteError) {
            try replay.apply(block)
            judge.forgetRecent()
        } catch {
            guard error.isConstraint || error.isCorrupt else { throw LedgerError(error) }
            // A number, transaction or series twice: the new store lacks this block, the walk goes on.
            isReplayBroken = true
            judge.keepRecent()
            add(AuditFinding(.agreement, "the block cannot be stored: \(error.message)", at: block.place))
        }
    }

    /// Takes in what others found.
    public func add(_ finding: AuditFinding) { findings.add(finding) }

    /// Checks the database file and compares it with what the archive gives.
    ///
    /// - Returns: rows compared.
    public func compare(_ tell: (String) -> Void = { _ in }) throws(LedgerError) -> Int {
        tell("database")
        guard let store else { return 0 }
        store.checkPages(&findings)
        guard isWhole, store.end != nil else { return 0 }
        return try LedgerError.database { () throws(SQLiteError) in
            try replay.finish()
            return try AuditComparison(live: store.connection, made: replay.connection).run(&findings, tell: tell)
        }
    }

    /// How far the ledger had come behind a block that was walked.
    public func mark(ofBlock number: UInt64) throws(LedgerError) -> AuditMark? {
        try LedgerError.database { () throws(SQLiteError) in try memory.mark(ofBlock: number) }
    }

    private func add(_ error: ArchiveError) {
        switch error {
        case .damage(let damage), .newer(let damage):
            // Segment and block are told by the finding's place.
            let part = damage.block == 0 ? "header, " : ""
            var finding = AuditFinding(
                .archive,
                "\(part)byte \(damage.offset): \(damage.what)",
                at: AuditPlace(segment: damage.segment, block: damage.block)
            )
            if damage.block == 0 { finding.block = nil }
            add(finding)
        default: add(AuditFinding(.archive, error.description))
        }
    }
}
