import DurableFiles
import SQLite

/// Brings a store up to its archive at opening: whole blocks behind the end that it knows are committed now.
///
/// They were appended by a process that ended before its commit, or the store lost commits that it once had: its
/// write-ahead log was deleted, or an older copy of it was put back. Their receipts may have left; so they count.
struct TailReplay {
    let files: LedgerFiles
    let connection: Connection
    let limits: ArchiveLimits

    /// Takes in what there is.
    ///
    /// - Throws: `.databaseDamaged` where it is too much, or more is damaged than one crash leaves. Then nothing was
    ///   changed.
    func run() throws(LedgerError) {
        let known = try LedgerError.database { () throws(SQLiteError) in
            try BlockRows(connection).archiveEnd().position
        }
        // A store that knows no block is no ledger yet; whoever opens the archive tells.
        guard known.block > 0 else { return }
        let tail = try LedgerError.archive { () throws(ArchiveError) in
            let tail = try UncommittedTail(folder: files.archive, behind: known, limits: limits)
            if let damage = tail.damage { throw .damage(damage) }
            guard tail.mayBeTakenIn else { throw .ahead(of: known.block) }
            return tail
        }
        guard tail.blocks > 0 else { return }
        try sync(from: known, to: tail.end)
        try commit(from: known, to: tail.end)
    }

    /// The store never names a block that is not on the device.
    private func sync(from start: ArchivePosition, to end: ArchivePosition) throws(LedgerError) {
        try LedgerError.files { () throws(FileError) in
            for segment in start.segment...end.segment {
                try DurableFiles.sync(SegmentFile.path(files.archive, segment))
            }
            try DurableFiles.syncDirectory(files.archive)
        }
    }

    private func commit(from start: ArchivePosition, to end: ArchivePosition) throws(LedgerError) {
        let scan = try LedgerError.archive { () throws(ArchiveError) in
            try ArchiveScan(folder: files.archive, from: start, upTo: end, limits: limits)
        }
        do throws(LedgerError) {
            try LedgerError.database { () throws(SQLiteError) in try connection.execute("BEGIN IMMEDIATE") }
            let keys = try Ledger.masterKeys(connection, files)
            _ = try Replay(files: files).apply(to: connection, keys: keys, from: scan)
        } catch {
            if connection.isInTransaction { try? connection.execute("ROLLBACK") }
            throw error
        }
    }
}
