import DurableFiles
public import InvoiceCode
public import InvoiceModel
import SQLite

/// One audit of a ledger on one state of it: others may write meanwhile.
///
/// The archive is walked once, block by block. What it says is proved and becomes a new store in a temporary folder,
/// which in the end is compared with the live one. Not `Sendable`: one thread walks.
public final class LedgerAudit {
    /// Everything found so far.
    public private(set) var findings = AuditFindings()
    /// What the changes walked so far came to.
    public private(set) var state = AuditState()
    /// Blocks walked.
    public private(set) var blocks: UInt64 = 0
    /// Numbers of what was walked: messages, transactions, changes.
    public var counts: (messages: UInt64, transactions: UInt64, changes: UInt64) {
        (order.messages, order.transactions, order.changes)
    }
    /// Blocks up to the committed end.
    public let committedBlocks: UInt64
    /// Digest of the first block: the ledger's identity.
    public private(set) var identity: Digest?

    /// Keys of the generations walked so far; `nil` before the first.
    public var keyRing: KeyRing? {
        masterKeys.last.map { KeyRing(masterKeys, current: $0.generation) }
    }

    /// Whether the walk reached the committed end and every entry went into the new store.
    public var isWhole: Bool { !isReplayBroken && blocks == committedBlocks }

    private let files: LedgerFiles
    private let codes: CodeMakerBox
    private var masterKeys: [MasterKey] = []
    private let live: Connection
    private let end: ArchivePosition
    private var scan: ArchiveScan?
    private let coding: EntryCoding
    private var order = AuditOrder()
    private let replay: AuditReplay
    private let judge: AuditJudge
    /// Why the new store is not whole, if it is not.
    private var isReplayBroken = false

    /// Begins an audit.
    ///
    /// - Parameters:
    ///   - ledger: open for reading.
    ///   - temporary: a folder that does not exist, for a store as large as the live one; the caller removes it.
    /// - Throws: where the ledger cannot even be looked at.
    public init(_ ledger: Ledger, temporary: String) throws(LedgerError) {
        let files = LedgerFiles(path: ledger.path)
        try LedgerError.files { () throws(FileError) in try DurableFiles.makeDirectory(temporary, mode: 0o700) }
        coding = EntryCoding(identifierKey: ledger.identifierKey)
        let codes = CodeMakerBox()
        self.codes = codes
        self.files = files
        let opened = try LedgerError.database { () throws(SQLiteError) in
            let live = try Connection(path: files.database, access: .readOnly)
            live.setBusyTimeout(milliseconds: 5_000)
            // One state for all questions, whoever writes meanwhile.
            try live.execute("BEGIN")
            let replay = try AuditReplay(path: "\(temporary)/ledger.sqlite", codes: codes)
            let memory = try AuditMemory(path: "\(temporary)/memory.sqlite")
            let judge = try AuditJudge(store: replay.connection, memory: memory)
            return (live: live, replay: replay, judge: judge, end: try BlockRows(live).archiveEnd().position)
        }
        live = opened.live
        replay = opened.replay
        judge = opened.judge
        end = opened.end
        committedBlocks = end.block
        do throws(ArchiveError) {
            scan = try ArchiveScan(folder: "\(ledger.path)/archive", upTo: end)
        } catch {
            add(error)
        }
    }

    /// The next block, proved and decoded; `nil` at the end, or where damage ends the walk.
    public func next() -> AuditedBlock? {
        guard let walk = scan else { return nil }
        do throws(ArchiveError) {
            guard let block = try walk.next() else {
                scan = nil
                return nil
            }
            blocks = block.location.block
            if blocks == 1 { identity = block.digest }
            return decode(block, try block.content())
        } catch {
            scan = nil
            add(error)
            return nil
        }
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
        let earlier = try LedgerError.database { () throws(SQLiteError) in
            try judge.take(message)
        }
        guard let earlier else { return }
        add(
            AuditFinding(
                .archive,
                "the same bytes are stored as message \(earlier) already",
                at: place,
                message: message.stored.id.sequence
            )
        )
    }

    /// Takes a block into the new store.
    public func take(_ block: AuditedBlock) throws(LedgerError) {
        defer { judge.forgetRecent() }
        guard !isReplayBroken else { return }
        do throws(SQLiteError) {
            try replay.apply(block)
        } catch {
            guard error.isConstraint || error.isCorrupt else { throw LedgerError(error) }
            // A number, transaction or series twice: the new store ends here, the walk goes on.
            isReplayBroken = true
            add(AuditFinding(.agreement, "the block cannot be stored: \(error.message)", at: block.place))
        }
    }

    /// Takes in what others found.
    public func add(_ finding: AuditFinding) { findings.add(finding) }

    /// Checks the database file and compares it with what the archive gives.
    ///
    /// - Returns: rows compared.
    public func compare(_ tell: (String) -> Void = { _ in }) throws(LedgerError) -> Int {
        try LedgerError.database { () throws(SQLiteError) in
            tell("database")
            checkPages()
            guard isWhole else { return 0 }
            try replay.finish()
            return try AuditComparison(live: live, made: replay.connection).run(&findings, tell: tell)
        }
    }

    /// The digest of a block that was walked, where its number exists.
    public func digest(ofBlock number: UInt64) throws(LedgerError) -> Digest? {
        guard number <= UInt64(Int64.max) else { return nil }
        return try LedgerError.database { () throws(SQLiteError) in
            let row = try replay.connection.prepare("SELECT digest FROM block WHERE number = ?")
            row.bind(1, Int64(number))
            guard try row.step() else { return nil }
            let bytes = row.blob(0)
            return bytes.count == Digest.byteCount ? Digest(bytes.span) : nil
        }
    }

    private func checkPages() {
        do throws(SQLiteError) {
            let rows = try live.prepare("PRAGMA integrity_check(100)")
            while try rows.step() {
                if rows.text(0) != "ok" { add(AuditFinding(.database, rows.text(0))) }
            }
        } catch {
            add(AuditFinding(.database, error.message))
        }
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

extension LedgerAudit {
    /// The block's entries, their numbers and times proved.
    private func decode(_ block: ScannedBlock, _ content: BlockContent) -> AuditedBlock {
        let place = AuditPlace(segment: block.location.segment, block: block.location.block)
        var audited = AuditedBlock(
            place: place,
            rules: content.rules,
            writtenAt: content.writtenAt,
            content: .messages([]),
            location: block.location,
            digest: block.digest,
            kind: content.kind,
            first: content.first,
            count: content.count,
            entries: [],
            changes: []
        )
        do throws(EntryError) {
            switch content.kind {
            case .messages:
                audited.entries = try coding.messages(content.facts.span, count: content.count)
                audited.content = .messages(messages(audited.entries, content.originals, place))
            case .changes:
                let entries = try coding.changes(content.facts.span, count: content.count)
                audited.changes = changes(entries, content.originals, place)
                audited.content = .changes(entries.count)
            case .head:
                audited.content = .head(String(decoding: content.facts, as: UTF8.self))
            }
        } catch {
            isReplayBroken = true
            add(AuditFinding(.archive, "an entry that cannot be read: \(error)", at: place))
        }
        return audited
    }

    /// Reads the file of the generation that just began: it must hold the key the archive means.
    private func readKey(_ place: AuditPlace) {
        guard let known = state.codeKeys.last else { return }
        do throws(LedgerError) {
            let key = try files.masterKey(known.generation)
            if key.checkValue != known.checkValue {
                add(AuditFinding(.codes, "the file of code key \(known.generation) holds another key", at: place))
            }
            masterKeys.append(key)
            if let keyRing { codes.use(keyRing) }
        } catch {
            add(AuditFinding(.codes, "the code key \(known.generation) cannot be read: \(error.message)", at: place))
        }
    }

    private func messages(
        _ entries: [MessageEntry],
        _ originals: [UInt8],
        _ place: AuditPlace
    ) -> [AuditedMessage] {
        var start = 0
        var messages: [AuditedMessage] = []
        for entry in entries {
            order.take(entry, at: place, &findings)
            let end = min(originals.count, start + entry.originalLength)
            messages.append(AuditedMessage(entry, bytes: Array(originals[start..<end])))
            start = end
        }
        let total = entries.reduce(0) { $0 + $1.originalLength }
        if total != originals.count {
            add(AuditFinding(.archive, "\(originals.count) bytes of originals, the entries name \(total)", at: place))
        }
        return messages
    }

    private func changes(
        _ entries: [ChangeEntry],
        _ originals: [UInt8],
        _ place: AuditPlace
    ) -> [(entry: ChangeEntry, payload: [UInt8])] {
        var start = 0
        var changes: [(entry: ChangeEntry, payload: [UInt8])] = []
        for entry in entries {
            order.take(entry, at: place, &findings)
            let end = min(originals.count, start + entry.payloadLength)
            let payload = Array(originals[start..<end])
            changes.append((entry, payload))
            start = end
            if let fault = state.take(entry.kind, payload) { add(AuditFinding(.archive, fault, at: place)) }
            if entry.kind == .codeKey { readKey(place) }
        }
        return changes
    }
}
