import DurableFiles
import SQLite

extension Ledger {
    /// Copies a ledger as it is at one moment to a new folder, while another process may go on writing to it.
    ///
    /// The copy is made beside the destination as `DESTINATION.partial-PROCESS`, synced, and renamed last: what stands
    /// at the destination is whole. A copy that was cut off holds no `ledger.sqlite`, so nothing takes it for a ledger.
    ///
    /// - Parameters:
    ///   - path: the ledger's folder.
    ///   - destination: a folder that does not exist, in one that does.
    ///   - withKeys: whether the secrets are copied too; without them the copy cannot be used until they are put there.
    ///   - progress: told how many bytes of how many are copied.
    public static func backup(
        at path: String,
        to destination: String,
        withKeys: Bool,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(LedgerError) -> BackupSummary {
        // Says what is wrong with the ledger before anything is made.
        try Ledger.open(at: path, access: .readOnly).close()
        var destination = destination
        while destination.count > 1, destination.hasSuffix("/") { destination.removeLast() }
        let taken = try LedgerError.files { () throws(FileError) in try DurableFiles.kind(of: destination) }
        guard taken == nil else { throw LedgerError(.alreadyExists, "\(destination) exists already") }
        let partial = "\(destination).partial-\(LockFile.processNumber)"
        try LedgerError.files { () throws(FileError) in
            try DurableFiles.makeDirectory(partial, mode: try DurableFiles.mode(of: path) & 0o777)
        }
        do throws(LedgerError) {
            let copy = BackupCopy(source: LedgerFiles(path: path), folder: partial, withKeys: withKeys)
            var summary = try copy.run(progress)
            summary.waitingBlocks = try waitingBlocks(of: path, behind: "\(partial)/ledger.sqlite")
            try LedgerError.files { () throws(FileError) in try DurableFiles.renameNew(partial, to: destination) }
            return summary
        } catch {
            remove(partial)
            throw error
        }
    }

    /// Blocks of a ledger's archive that the copy of its store does not know.
    private static func waitingBlocks(of path: String, behind database: String) throws(LedgerError) -> UInt64 {
        let end = try LedgerError.database { () throws(SQLiteError) in
            try BlockRows(Connection(path: database, access: .immutable)).archiveEnd().position
        }
        return try LedgerError.archive { () throws(ArchiveError) in
            try UncommittedTail(folder: LedgerFiles(path: path).archive, behind: end).blocks
        }
    }

    /// Removes what was copied so far; what cannot be removed stays and is no ledger.
    private static func remove(_ partial: String) {
        for file in (try? DurableFiles.list(partial)) ?? [] { try? DurableFiles.remove("\(partial)/\(file)") }
        for folder in BackupCopy.folders { try? DurableFiles.removeDirectory("\(partial)/\(folder)") }
        try? DurableFiles.removeDirectory(partial)
    }
}
