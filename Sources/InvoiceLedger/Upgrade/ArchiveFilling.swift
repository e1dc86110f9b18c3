import InvoiceCode
import InvoiceModel
import OpenSSL
import SQLite

/// Writes the archive of a ledger of format 1.
struct ArchiveFilling {
    let files: LedgerFiles
    let keys: KeyRing
    let actor: Actor

    /// Writes all of it, and last that it was upgraded; it is on the device when this returns.
    func fill(
        from old: Connection,
        _ progress: (UpgradeProgress) -> Void
    ) throws(LedgerError) -> (end: ArchivePosition, counts: FormatOne.Counts) {
        let coding = EntryCoding(identifierKey: try files.readIdentifierKey())
        let archive = try LedgerError.archive { () throws(ArchiveError) in
            // A ledger of format 1 has no archive: what lies there is left of an upgrade that was cut off.
            try LedgerArchive(folder: files.archive, end: .start, coding: coding)
        }
        let reader = try LedgerError.database { () throws(SQLiteError) in try FormatOne(old, keys: keys) }
        let payloads = try LedgerError.database { () throws(SQLiteError) in try FormatOnePayloads(old) }
        var open = OpenBlocks(archive)
        var last: UInt64 = 0
        while let entry = try LedgerError.database({ () throws(SQLiteError) in try reader.next() }) {
            switch entry {
            case .message(let message, let bytes):
                guard Digest(SHA256.hash(bytes).span) == message.sha256 else {
                    throw LedgerError(.corrupt, "message \(message.sequence) is not the one that was received")
                }
                try open.add(message, bytes)
                if message.sequence.isMultiple(of: 256) {
                    progress(UpgradeProgress(stage: .archive, done: message.sequence, total: reader.counts.messages))
                }
            case .change(let change, let payload):
                last = change.sequence
                let changed = try LedgerError.database { () throws(SQLiteError) in
                    try payloads.formatTwo(change, payload)
                }
                try open.add(changed.entry, changed.payload)
            }
        }
        let counts = reader.counts
        let lines =
            "from=1\nto=\(Ledger.formatVersion)\nmessages=\(counts.messages)\nchanges=\(counts.changes)\n"
            + "transactions=\(counts.transactions)\n"
        for (entry, payload) in ChangeEntry.numbered([(.upgraded, Array(lines.utf8))], after: last, by: actor) {
            try open.add(entry, payload)
        }
        return (try open.finish(), counts)
    }
}

/// Entries that wait for their block to be full.
private struct OpenBlocks {
    private let archive: LedgerArchive
    private var messages: [(entry: MessageEntry, bytes: [UInt8])] = []
    private var changes: [(entry: ChangeEntry, payload: [UInt8])] = []
    private var bytes = 0
    private var end = ArchivePosition.start

    init(_ archive: LedgerArchive) {
        self.archive = archive
    }

    mutating func add(_ entry: MessageEntry, _ original: [UInt8]) throws(LedgerError) {
        if !changes.isEmpty || !archive.limits.admits(original.count, after: messages.count, originals: bytes) {
            try write()
        }
        messages.append((entry, original))
        bytes += original.count
    }

    mutating func add(_ entry: ChangeEntry, _ payload: [UInt8]) throws(LedgerError) {
        if !messages.isEmpty { try write() }
        changes.append((entry, payload))
    }

    mutating func finish() throws(LedgerError) -> ArchivePosition {
        try write()
        try LedgerError.archive { () throws(ArchiveError) in try archive.sync() }
        return end
    }

    private mutating func write() throws(LedgerError) {
        let drafts =
            BlockDraft.messages(
                messages,
                coding: archive.coding,
                limits: archive.limits,
                rules: RulesRevision.unknown
            )
            + BlockDraft.changes(
                changes,
                coding: archive.coding,
                limits: archive.limits,
                rules: RulesRevision.unknown
            )
        for draft in drafts {
            end = try LedgerError.archive { () throws(ArchiveError) in try archive.append(draft) }.end
        }
        messages.removeAll(keepingCapacity: true)
        changes.removeAll(keepingCapacity: true)
        bytes = 0
    }
}

/// The payloads of changes as format 2 has them: two of them said less in format 1.
struct FormatOnePayloads {
    private var checkValues: [UInt64: UInt64] = [:]
    private var generations: [UInt64: UInt8] = [:]
    private var authorities: [UInt64: [UInt8]] = [:]

    init(_ old: Connection) throws(SQLiteError) {
        let keys = try old.prepare("SELECT change, generation, check_value FROM code_key")
        while try keys.step() {
            generations[UInt64(keys.integer(0))] = UInt8(truncatingIfNeeded: keys.integer(1))
            checkValues[UInt64(keys.integer(0))] = UInt64(bitPattern: keys.integer(2))
        }
        // Certificates have numbers of their own, given in the order of their changes.
        var changes: [UInt64] = []
        let made = try old.prepare("SELECT sequence FROM change WHERE kind = 'authority' ORDER BY sequence")
        while try made.step() { changes.append(UInt64(made.integer(0))) }
        let rows = try old.prepare("SELECT id, certificate, pem FROM authority ORDER BY id")
        var place = 0
        while try rows.step() {
            guard place < changes.count else { throw .damage("certificate \(rows.integer(0)) of the authority") }
            let identity = AuthorityIdentity(
                id: UInt32(truncatingIfNeeded: rows.integer(0)),
                certificateDER: rows.blob(1),
                certificatePEM: rows.blob(2),
                privateKeyPEM: []
            )
            authorities[changes[place]] = ChangePayload.write(identity)
            place += 1
        }
    }

    /// A change with its payload in format 2.
    func formatTwo(
        _ change: ChangeEntry,
        _ payload: [UInt8]
    ) throws(SQLiteError) -> (entry: ChangeEntry, payload: [UInt8]) {
        var payload = payload
        switch change.kind {
        case .codeKey:
            guard let check = checkValues[change.sequence], let generation = generations[change.sequence] else {
                throw .damage("change \(change.sequence) without its key")
            }
            payload = ChangePayload.write(generation: generation, checkValue: check)
        case .authority:
            guard let certificate = authorities[change.sequence] else {
                throw .damage("change \(change.sequence) without its certificate")
            }
            payload = certificate
        default: break
        }
        var entry = change
        entry.payloadLength = payload.count
        return (entry, payload)
    }
}
