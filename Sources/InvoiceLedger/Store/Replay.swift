import DurableFiles
import InvoiceCode
import InvoiceModel
import SQLite

/// Makes a store from the archive alone, with the code that commits: a new ledger's, a rebuilt one's, one to compare
/// with.
struct Replay {
    let files: LedgerFiles
    let coding: EntryCoding

    /// How far it came.
    struct Result {
        /// Behind the last block taken.
        var end: ArchivePosition
        /// What follows it that is no whole block, where no committed end was known.
        var tornTail: ArchiveDamage?
    }

    /// Blocks in one transaction.
    private static let blocksAtOnce = 64

    init(files: LedgerFiles) throws(LedgerError) {
        self.files = files
        coding = EntryCoding(identifierKey: try files.readIdentifierKey())
    }

    /// Makes the database file, which must not exist; it is on the device when this returns.
    ///
    /// - Parameters:
    ///   - database: the file; not the ledger's own one.
    ///   - end: up to where; `nil` for the last whole block.
    ///   - progress: called now and then with the number of messages taken.
    func make(
        _ database: String,
        upTo end: ArchivePosition?,
        _ progress: (UInt64) -> Void = { _ in }
    ) throws(LedgerError) -> Result {
        let scan = try LedgerError.archive { () throws(ArchiveError) in
            try ArchiveScan(folder: files.archive, upTo: end)
        }
        try fill(database, from: scan, progress)
        // Nothing was synced so far: a half made file is never looked at.
        try LedgerError.files { () throws(FileError) in
            let file = try OpenFile(opening: database)
            try file.sync()
            try file.close()
        }
        return Result(end: scan.position, tornTail: scan.tornTail)
    }

    private func fill(
        _ database: String,
        from scan: ArchiveScan,
        _ progress: (UInt64) -> Void
    ) throws(LedgerError) {
        let connection = try LedgerError.database { () throws(SQLiteError) in try Replay.empty(database) }
        let blocks = try apply(to: connection, keys: [], from: scan, progress)
        guard blocks > 0 else { throw LedgerError(.corrupt, "\(files.archive) holds no block") }
    }

    /// Applies blocks to a store with an open transaction, some at a time, and commits.
    ///
    /// - Parameters:
    ///   - known: the store's code keys; those that the blocks tell of are added.
    ///   - scan: begins behind the store's end; what does not follow that is damage.
    /// - Returns: how many blocks there were.
    func apply(
        to connection: Connection,
        keys known: [MasterKey],
        from scan: ArchiveScan,
        _ progress: (UInt64) -> Void = { _ in }
    ) throws(LedgerError) -> Int {
        var keys = known
        let codes = CodeMakerBox()
        if let current = keys.last { codes.use(KeyRing(keys, current: current.generation)) }
        var (writer, order) = try LedgerError.database { () throws(SQLiteError) in
            (try StoreWriter(connection, codes: codes), try EntryOrder(connection))
        }
        var messages: UInt64 = 0
        var blocks = 0
        while let block = try LedgerError.archive({ () throws(ArchiveError) in try scan.next() }) {
            let entries = try entries(of: block)
            if let fault = order.take(entries, first: block.header.first) {
                throw LedgerError(
                    .corrupt,
                    "archive segment \(block.location.segment), block \(block.location.block): \(fault)"
                )
            }
            if case .changes(let changes) = entries {
                for (entry, payload) in changes where entry.kind == .codeKey {
                    keys.append(try key(payload, entry.sequence))
                    codes.use(KeyRing(keys, current: keys[keys.count - 1].generation))
                }
            }
            try LedgerError.database { () throws(SQLiteError) in
                try writer.apply(entries, at: StoredBlock(block))
                blocks += 1
                if blocks.isMultiple(of: Replay.blocksAtOnce) { try connection.execute("COMMIT; BEGIN") }
            }
            if case .messages(let taken) = entries { messages += UInt64(taken.count) }
            progress(messages)
        }
        try LedgerError.database { () throws(SQLiteError) in try connection.execute("COMMIT") }
        return blocks
    }

    /// A new database with the schema and an open transaction.
    private static func empty(_ database: String) throws(SQLiteError) -> Connection {
        let connection = try Connection(path: database, access: .create)
        try connection.execute("PRAGMA page_size = 8192")
        // A file that was not made to its end is thrown away, so it needs neither a journal nor syncs.
        try connection.execute("PRAGMA journal_mode = OFF")
        try connection.execute("PRAGMA synchronous = OFF")
        try connection.execute("PRAGMA cache_size = -65536")
        try connection.execute("BEGIN")
        try connection.execute(String(decoding: PackageResources.Schema_sql, as: UTF8.self))
        try connection.execute("PRAGMA application_id = \(Ledger.applicationID)")
        try connection.execute("PRAGMA user_version = \(Ledger.formatVersion)")
        return connection
    }

    private func entries(of block: ScannedBlock) throws(LedgerError) -> BlockEntries {
        let content = try LedgerError.archive { () throws(ArchiveError) in
            // Of messages the bytes themselves are not needed.
            block.header.kind == .changes
                ? try block.content()
                : BlockContent(
                    kind: block.header.kind,
                    count: block.header.count,
                    first: block.header.first,
                    writtenAt: block.header.writtenAt,
                    rules: block.header.rules,
                    facts: try block.facts(),
                    originals: []
                )
        }
        return try LedgerError.entries(at: block.location) { () throws(EntryError) in try coding.entries(of: content) }
    }

    /// The master key that a change tells of, held against its check value.
    private func key(_ payload: [UInt8], _ change: UInt64) throws(LedgerError) -> MasterKey {
        guard let told = ChangePayload.codeKey(payload) else {
            throw LedgerError(.corrupt, "change \(change) of the archive cannot be read")
        }
        let key = try files.masterKey(told.generation)
        guard key.checkValue == told.checkValue else {
            throw LedgerError(.wrongKey, "the file of \(key) holds another key")
        }
        return key
    }
}
