import DurableFiles
import SQLite

/// How the store is opened, also where nothing can be written: on a read-only medium, or by who may only look.
enum ReadingConnection {
    private static let patience: Int32 = 5_000

    /// For the one who writes.
    ///
    /// What a killed process wrote into the log and did not sync any more can be read, and could still go with the
    /// power: it is made durable before anybody is told of it again.
    static func openForWriting(_ files: LedgerFiles) throws(LedgerError) -> sending Connection {
        try LedgerError.files { () throws(FileError) in
            do throws(FileError) { try DurableFiles.sync(files.log) } catch {
                // There is none, or whoever closes the database just now has taken it in and away.
                guard error.isMissing else { throw error }
            }
            try DurableFiles.syncDirectory(files.path)
        }
        return try LedgerError.database { () throws(SQLiteError) in
            let connection = try Connection(path: files.database, access: .readWrite)
            connection.setBusyTimeout(milliseconds: patience)
            return connection
        }
    }

    /// For questions, beside a writer if there is one.
    ///
    /// SQLite needs its log's index beside the database. Where it cannot make one, the database alone is read, provided
    /// that nothing stands in the log: then no writer is at work, and the database holds everything.
    static func open(_ files: LedgerFiles) throws(LedgerError) -> sending Connection {
        do throws(SQLiteError) {
            let connection = try Connection(path: files.database, access: .readOnly)
            connection.setBusyTimeout(milliseconds: patience)
            // Opening reads nothing yet.
            _ = try connection.integer("PRAGMA user_version")
            return connection
        } catch {
            guard error.isUnwritable else { throw LedgerError(error) }
        }
        let log = try LedgerError.files { () throws(FileError) in
            try DurableFiles.kind(of: files.log) == nil ? 0 : try DurableFiles.size(of: files.log)
        }
        guard log == 0 else {
            throw LedgerError(
                .storage,
                "\(files.path) cannot be written, and its log \(files.log) was not closed: "
                    + "copy the folder to where it can be written, and ask there"
            )
        }
        return try LedgerError.database { () throws(SQLiteError) in
            try Connection(path: files.database, access: .immutable)
        }
    }
}
