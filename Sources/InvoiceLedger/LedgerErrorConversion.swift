import DurableFiles
import SQLite

extension LedgerError {
    /// What a failure of SQLite means to the operator.
    init(_ error: SQLiteError) {
        if error.isCorrupt {
            self.init(.databaseDamaged, "ledger.sqlite: \(error.message)")
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

    /// What a failure of the archive means to the operator.
    init(_ error: ArchiveError) {
        switch error {
        case .file(let error): self.init(error)
        case .damage: self.init(.corrupt, error.description)
        case .ahead: self.init(.databaseDamaged, error.description)
        case .newer: self.init(.newerFormat, error.description)
        case .failed: self.init(.failed, error.description)
        case .tooLarge: self.init(.invalid, error.description)
        default: self.init(.storage, error.description)
        }
    }

    /// What a failure of the look-up index means to the operator.
    init(_ error: IndexError) {
        switch error {
        case .file(let error): self.init(error)
        case .damage: self.init(.failed, error.description)
        case .store, .notWritten: self.init(.storage, error.description)
        }
    }

    /// What an entry that cannot be read means to the operator.
    init(_ error: EntryError, at location: BlockLocation) {
        let place = "archive segment \(location.segment), block \(location.block), byte \(location.offset)"
        self.init(error.reason == .unknownField ? .newerFormat : .corrupt, "\(place): \(error)")
    }

    /// Runs operations on the archive and turns their failure into ours.
    static func archive<Result>(_ body: () throws(ArchiveError) -> Result) throws(LedgerError) -> Result {
        do throws(ArchiveError) { return try body() } catch { throw LedgerError(error) }
    }

    /// Runs operations on the look-up index and turns their failure into ours.
    static func index<Result>(_ body: () throws(IndexError) -> Result) throws(LedgerError) -> Result {
        do throws(IndexError) { return try body() } catch { throw LedgerError(error) }
    }

    /// Reads entries of a block and turns their failure into ours.
    static func entries<Result>(
        at location: BlockLocation,
        _ body: () throws(EntryError) -> Result
    ) throws(LedgerError) -> Result {
        do throws(EntryError) { return try body() } catch { throw LedgerError(error, at: location) }
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
