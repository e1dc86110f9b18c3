import DurableFiles
import InvoiceCode
import InvoiceModel
import SQLite

extension Ledger {
    /// The format this program writes.
    public static let formatVersion: Int64 = 5
    /// Formats that an upgrade brings up to date: 1 had no archive.
    static let olderFormats: ClosedRange<Int64> = 1...4
    /// Older formats with an archive of today, whose store is made again from it.
    static let olderStores: ClosedRange<Int64> = 2...4
    /// Marks the database file as a ledger's ("XaTh").
    static let applicationID: Int64 = 0x5861_5468

    /// Opens a ledger.
    ///
    /// - Parameters:
    ///   - path: its folder.
    ///   - access: for writing it must not be open for writing elsewhere; the error names the holder.
    ///   - holder: who opens it, in words; the process number is added.
    ///   - sizes: of the files that are written.
    public static func open(
        at path: String,
        access: Access = .readWrite,
        holder: String = "xacthuc",
        sizes: FileSizes = FileSizes()
    ) throws(LedgerError) -> Ledger {
        let files = LedgerFiles(path: path)
        let kind = try LedgerError.files { () throws(FileError) in try DurableFiles.kind(of: files.database) }
        guard kind == .file else { throw try withoutDatabase(files) }
        return try open(files, lock: access == .readWrite ? try takeLock(files, holder: holder) : nil, sizes)
    }

    /// Why a folder without a database cannot be opened.
    static func withoutDatabase(_ files: LedgerFiles) throws(LedgerError) -> LedgerError {
        let archive = try LedgerError.files { () throws(FileError) in try DurableFiles.kind(of: files.archive) }
        guard archive == .directory else { return LedgerError(.notALedger, "\(files.path) holds no ledger") }
        return LedgerError(.databaseDamaged, "\(files.path) has an archive, but no ledger.sqlite")
    }

    static func open(
        _ files: LedgerFiles,
        lock: LockFile?,
        _ sizes: FileSizes = FileSizes()
    ) throws(LedgerError) -> Ledger {
        let connection = try lock == nil ? ReadingConnection.open(files) : ReadingConnection.openForWriting(files)
        try checkFormat(connection, files)
        return try assemble(files, connection, lock, sizes)
    }

    /// Of the store's pages, in kilobytes. Where rows of sums are is kept in memory besides (`RowIDs`): both together
    /// leave a run below 256 MiB whatever the size of the ledger.
    private static let cacheKilobytes = 32_768

    private static func assemble(
        _ files: LedgerFiles,
        _ connection: sending Connection,
        _ lock: LockFile?,
        _ sizes: FileSizes
    ) throws(LedgerError) -> Ledger {
        let settings = try LedgerError.database { () throws(SQLiteError) in
            if lock != nil { try connection.makeDurable() }
            try connection.execute("PRAGMA cache_size = -\(cacheKilobytes)")
            return try LedgerSettings(connection)
        }
        let limits = ArchiveLimits(segmentBytes: sizes.segmentBytes)
        if lock != nil { try TailReplay(files: files, connection: connection, limits: limits).run() }
        let keys = try masterKeys(connection, files)
        let identifierKey = try files.readIdentifierKey()
        let end = try LedgerError.database { () throws(SQLiteError) in try BlockRows(connection).archiveEnd().position }
        let archive = try LedgerError.archive { () throws(ArchiveError) in
            try LedgerArchive(
                folder: files.archive,
                end: lock == nil ? nil : end,
                coding: EntryCoding(identifierKey: identifierKey),
                limits: limits
            )
        }
        let blocks = try LedgerError.database { () throws(SQLiteError) in try BlockRows(connection) }
        let messages = try MessageDirectory(
            folder: files.index,
            isWriter: lock != nil,
            settings: sizes.lookup,
            blocks: blocks
        )
        let core = try LedgerError.database { () throws(SQLiteError) in
            try LedgerCore(
                path: files.path,
                connection: connection,
                lock: lock,
                keys: keys,
                archive: archive,
                blocks: blocks,
                messages: messages
            )
        }
        try check(identifierKey, core)
        return Ledger(path: files.path, settings: settings, identifierKey: identifierKey, core: core)
    }

    /// Holds the key of the ids against the first reply: another key would write other replies than those that left.
    private static func check(_ key: IdentifierKey, _ core: LedgerCore) throws(LedgerError) {
        let first = StoredID(sequence: 1)
        let reply = try core.storedEntry(first.sequence)?.entry.reply
        guard let reply, reply.replyID != key.identifier(sequence: first.sequence, .reply) else { return }
        throw LedgerError(.wrongKey, "the file keys/id.key holds another key")
    }

    static func checkFormat(_ connection: Connection, _ files: LedgerFiles) throws(LedgerError) {
        let (application, format) = try LedgerError.database { () throws(SQLiteError) in
            (try connection.integer("PRAGMA application_id"), try connection.integer("PRAGMA user_version") ?? 0)
        }
        guard application == applicationID else {
            throw LedgerError(.notALedger, "\(files.database) is not a ledger's database")
        }
        guard format <= formatVersion else {
            throw LedgerError(
                .newerFormat,
                "\(files.path) has format \(format), this program knows up to \(formatVersion)"
            )
        }
        guard !olderFormats.contains(format) else {
            throw LedgerError(
                .olderFormat,
                "\(files.path) has format \(format) of an older version; bring it up to date: "
                    + "xacthuc upgrade \(files.path)"
            )
        }
        guard format == formatVersion else {
            throw LedgerError(.corrupt, "\(files.path) has format \(format), which never was")
        }
    }

    static func takeLock(_ files: LedgerFiles, holder: String) throws(LedgerError) -> LockFile {
        try LedgerError.files { () throws(FileError) in
            try LockFile(path: files.lock, holder: "\(holder), process \(LockFile.processNumber)")
        }
    }

    /// The master keys the store knows of, each held against its check value.
    static func masterKeys(
        _ connection: Connection,
        _ files: LedgerFiles
    ) throws(LedgerError) -> [MasterKey] {
        let known = try LedgerError.database { () throws(SQLiteError) in
            var known: [(generation: UInt8, check: Int64)] = []
            let rows = try connection.prepare("SELECT generation, check_value FROM code_key ORDER BY change")
            while try rows.step() {
                known.append((UInt8(truncatingIfNeeded: rows.integer(0)), rows.integer(1)))
            }
            return known
        }
        var keys: [MasterKey] = []
        for (generation, check) in known {
            let key = try files.masterKey(generation)
            guard Int64(bitPattern: key.checkValue) == check else {
                throw LedgerError(.wrongKey, "the file of \(key) holds another key")
            }
            keys.append(key)
        }
        return keys
    }
}

extension Connection {
    /// Makes every commit survive a power loss, and sees to it that it is so: SQLite says what it could do, no more.
    fileprivate func makeDurable() throws(SQLiteError) {
        let mode = try prepare("PRAGMA journal_mode = WAL")
        let isWAL = try mode.step() && mode.text(0) == "wal"
        mode.reset()
        try execute("PRAGMA synchronous = FULL")
        guard isWAL, try integer("PRAGMA synchronous") == 2 else {
            throw SQLiteError(extendedCode: 10, message: "the database cannot be written durably here")
        }
    }
}

extension LedgerSettings {
    /// Writes the settings into a new database.
    func store(in connection: Connection) throws(SQLiteError) {
        let insert = try connection.prepare("INSERT INTO setting VALUES (?, ?)")
        func put(_ name: String, _ value: String?) throws(SQLiteError) {
            guard let value else { return }
            insert.bind(1, name)
            insert.bind(2, value)
            try insert.run()
        }
        try put("test", isTest ? "yes" : "no")
        try put("seed", seed)
        try put("fixed_clock", fixedClock?.description)
        try put("signature_profile", profile.rawValue)
        try put("place_name", placeName)
        try put("created_at", createdAt.description)
    }

    /// Reads the settings back.
    init(_ connection: Connection) throws(SQLiteError) {
        var values: [String: String] = [:]
        let rows = try connection.prepare("SELECT name, value FROM setting")
        while try rows.step() { values[rows.text(0)] = rows.text(1) }
        guard let settings = LedgerSettings(values) else { throw .damage("settings") }
        self = settings
    }
}
