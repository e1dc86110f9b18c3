import DurableFiles
import SQLite

extension LedgerError {
    /// What a failure of SQLite means to the operator.
    init(_ error: SQLiteError) {
        if error.isCorrupt {
            self.init(.corrupt, error.message)
        } else if error.isBusy {
            self.init(.locked, "another process is writing to the ledger")
        } else {
            self.init(.storage, error.description)
        }
    }

    /// What a failure of a file operation means to the operator.
    init(_ error: FileError) {
        self.init(error.holder == nil ? .storage : .locked, error.description)
    }

    /// Runs file operations and turns their failure into ours.
    static func files<Result>(_ body: () throws(FileError) -> Result) throws(LedgerError) -> Result {
        do throws(FileError) { return try body() } catch { throw LedgerError(error) }
    }

    /// Runs database operations and turns their failure into ours.
    static func database<Result>(_ body: () throws(SQLiteError) -> Result) throws(LedgerError) -> Result {
        do throws(SQLiteError) { return try body() } catch { throw LedgerError(error) }
    }
}
