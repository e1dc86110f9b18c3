import DurableFiles
import SQLite

/// One run of a backup into a folder of its own.
///
/// The order makes the copy agree with itself while another process writes: day heads first (each stands in the archive
/// by then), the database at one moment, then the archive up to the end which that database names, and keys last (every
/// key is a file before the database knows of it).
struct BackupCopy {
    let source: LedgerFiles
    let folder: String
    let withKeys: Bool

    /// The folders a copy may hold.
    static let folders = ["heads", "archive", "keys"]

    func run(_ progress: (_ done: Int, _ total: Int) -> Void) throws(LedgerError) -> BackupSummary {
        try LedgerError.files { () throws(FileError) in
            try copyFolder("heads", folderMode: nil, fileMode: nil)
        }
        // A name that no program takes for a ledger's.
        let database = "\(folder)/ledger.partial"
        var state = (done: 0, total: 0)
        let counters = try copyDatabase(to: database, state: &state, progress)
        try LedgerError.files { () throws(FileError) in
            if withKeys { try copyFolder("keys", folderMode: 0o700, fileMode: 0o600) }
            try DurableFiles.copy(source.authority, to: "\(folder)/authority.pem")
            try DurableFiles.sync(database)
            // Rename syncs the folder, and with it every name in it.
            try DurableFiles.rename(database, to: "\(folder)/ledger.sqlite")
        }
        return BackupSummary(messages: counters.message, transactions: counters.transaction, bytes: state.done)
    }

    /// Copies the database and the archive that belongs to it.
    private func copyDatabase(
        to path: String,
        state: inout (done: Int, total: Int),
        _ progress: (_ done: Int, _ total: Int) -> Void
    ) throws(LedgerError) -> Counters {
        try LedgerError.files { () throws(FileError) in
            let mode = try DurableFiles.mode(of: source.database) & 0o777
            try DurableFiles.write(Span(), to: path, mode: mode)
        }
        var segments: [CommittedSegment] = []
        let counters = try snapshot { (connection, counters) throws(LedgerError) in
            segments = try committedSegments(connection)
            try LedgerError.database { () throws(SQLiteError) in
                let pages = Int(try connection.integer("PRAGMA page_count") ?? 0)
                let pageSize = Int(try connection.integer("PRAGMA page_size") ?? 0)
                state.total = pages * pageSize + segments.reduce(0) { $0 + $1.count }
                let copy = try Connection(path: path, access: .readWrite)
                try connection.backup(to: copy) { done, _ in
                    state.done = done * pageSize
                    progress(state.done, state.total)
                }
            }
        }
        guard !segments.isEmpty else { return counters }
        try LedgerError.files { () throws(FileError) in
            try DurableFiles.makeDirectory("\(folder)/archive", mode: DurableFiles.mode(of: source.archive) & 0o777)
            for segment in segments {
                try DurableFiles.copy(
                    "\(source.archive)/\(segment.name)",
                    to: "\(folder)/archive/\(segment.name)",
                    count: segment.count
                ) { count in
                    state.done += count
                    progress(state.done, state.total)
                }
            }
            try DurableFiles.syncDirectory("\(folder)/archive")
        }
        return counters
    }

    /// Runs something on one state of the store, which lasts until it ends.
    private func snapshot(
        _ body: (Connection, Counters) throws(LedgerError) -> Void
    ) throws(LedgerError) -> Counters {
        let (connection, counters) = try LedgerError.database { () throws(SQLiteError) in
            let connection = try Connection(path: source.database, access: .readOnly)
            connection.setBusyTimeout(milliseconds: 5_000)
            try connection.execute("BEGIN")
            return (connection, try Counters(connection))
        }
        // Closing the connection ends the transaction where the body throws.
        try body(connection, counters)
        try LedgerError.database { () throws(SQLiteError) in try connection.execute("COMMIT") }
        return counters
    }
}

extension BackupCopy {
    /// The segments up to the committed end that this state of the store names.
    private func committedSegments(_ connection: Connection) throws(LedgerError) -> [CommittedSegment] {
        let end = try LedgerError.database { () throws(SQLiteError) -> (segment: UInt64, offset: UInt64) in
            let rows = try connection.prepare("SELECT segment, offset FROM archive_end")
            guard try rows.step(), rows.integer(0) >= 0, rows.integer(1) >= 0 else {
                throw .damage("no end of the archive")
            }
            return (segment: UInt64(rows.integer(0)), offset: UInt64(rows.integer(1)))
        }
        return try LedgerError.archive { () throws(ArchiveError) in
            try SegmentFile.committed(source.archive, upTo: end.segment, offset: end.offset)
        }
    }

    /// Copies the files of a folder where there is one.
    private func copyFolder(_ name: String, folderMode: UInt32?, fileMode: UInt32?) throws(FileError) {
        let path = "\(source.path)/\(name)"
        guard try DurableFiles.kind(of: path) == .directory else { return }
        let mode = if let folderMode { folderMode } else { try DurableFiles.mode(of: path) & 0o777 }
        try DurableFiles.makeDirectory("\(folder)/\(name)", mode: mode)
        for file in try DurableFiles.list(path) where !file.hasSuffix(".tmp") {
            try DurableFiles.copy("\(path)/\(file)", to: "\(folder)/\(name)/\(file)", mode: fileMode)
        }
        try DurableFiles.syncDirectory("\(folder)/\(name)")
    }
}
