import DurableFiles
public import InvoiceModel
import SQLite

/// What a rebuild came to.
public struct RebuildReport: Sendable, Hashable {
    /// Blocks of the archive taken.
    public var blocks: UInt64
    /// The place of bytes that were cut off because they were no whole block; `nil` where there were none.
    public var droppedTail: String?
    /// Where the store before was put; `nil` where there was none.
    public var formerDatabase: String?
}

extension Ledger {
    /// Makes the store again from the archive alone, equal in every row, and records that as a change.
    ///
    /// It goes up to the committed end that the old store knows; where that cannot be read, up to the last whole block.
    /// Killed anywhere, it can be run again: until the new store has its name, the old one or none has it, and a write-
    /// ahead log never stays beside a database it does not belong to.
    ///
    /// - Parameters:
    ///   - holder: who has it open meanwhile, in words.
    ///   - dropTail: where no committed end is known, bytes behind the last whole block may be cut off.
    ///   - closeDay: called with the new store and a time before anything of that time is written to it.
    ///   - progress: called now and then with the number of messages taken.
    public static func rebuild(
        at path: String,
        by actor: Actor,
        holder: String = "xacthuc rebuild",
        dropTail: Bool = false,
        closeDay: (Ledger, Timestamp) throws(LedgerError) -> Void = { _, _ in },
        progress: (UInt64) -> Void = { _ in }
    ) throws(LedgerError) -> RebuildReport {
        let files = LedgerFiles(path: path)
        guard try exists(files.archive) else {
            guard try exists(files.database) else { throw LedgerError(.notALedger, "\(path) holds no ledger") }
            throw LedgerError(.corrupt, "\(path) has a database, but no archive to make it from")
        }
        let lock = try takeLock(files, holder: holder)
        let temporary = "\(files.database).rebuilding"
        for suffix in ["", "-journal", "-wal", "-shm"] where try exists(temporary + suffix) {
            try LedgerError.files { () throws(FileError) in try DurableFiles.remove(temporary + suffix) }
        }
        var end = try committedEnd(files)
        if let known = end, try isOlder(known, files) { end = nil }
        let result = try Replay(files: files).make(temporary, upTo: end, progress)
        if let tail = result.tornTail, !dropTail {
            throw LedgerError(.tornTail, "\(tail); no database says whether it was ever committed")
        }
        // Blocks that no store is known to have committed may not have reached the disk; from now on one knows them.
        if end == nil { try syncLast(files, result.end) }
        let former = try moveAside(files)
        try LedgerError.files { () throws(FileError) in try DurableFiles.rename(temporary, to: files.database) }
        // What stands whole behind a known end is taken in here, as at every opening; what is torn is cut off.
        let ledger = try open(files, lock: lock)
        defer { ledger.close() }
        let taken = try ledger.read { core throws(SQLiteError) in try core.blocks.archiveEnd().position }
        // The ledger's own time: a test ledger's fixed one, and never before its last entry.
        let time = max(ledger.settings.fixedClock ?? actor.at, try ledger.lastTime)
        try closeDay(ledger, time)
        try ledger.recordRebuild(taken, result.tornTail, by: Actor(actor.name, at: time))
        return RebuildReport(
            blocks: taken.block,
            droppedTail: result.tornTail?.description,
            formerDatabase: former
        )
    }

    /// The committed end as the old store knows it, its write-ahead log included; `nil` where there is no store, or one
    /// too damaged to tell.
    ///
    /// - Throws: where it could be told another time: without memory, beside somebody who has the database for himself.
    private static func committedEnd(_ files: LedgerFiles) throws(LedgerError) -> ArchivePosition? {
        guard try exists(files.database) else { return nil }
        do throws(SQLiteError) {
            let connection = try Connection(path: files.database, access: .readWrite)
            let format = try connection.integer("PRAGMA user_version") ?? 0
            guard try connection.integer("PRAGMA application_id") == applicationID else { return nil }
            if format <= formatVersion { return try BlockRows(connection).archiveEnd().position }
        } catch {
            guard error.isCorrupt || error.code == 1 else { throw LedgerError(error) }
            return nil
        }
        throw LedgerError(.newerFormat, "\(files.database) was written by a newer version of xacthuc")
    }

    /// Whether the archive goes on behind that end for more than one commit: then the end is none.
    private static func isOlder(_ end: ArchivePosition, _ files: LedgerFiles) throws(LedgerError) -> Bool {
        try LedgerError.archive { () throws(ArchiveError) in
            let tail = try UncommittedTail(folder: files.archive, behind: end)
            return tail.isOfSeveralCommits || tail.damage != nil
        }
    }

    /// Makes the last segment durable, whoever wrote it; the ones before are.
    private static func syncLast(_ files: LedgerFiles, _ end: ArchivePosition) throws(LedgerError) {
        try LedgerError.files { () throws(FileError) in
            try DurableFiles.sync(SegmentFile.path(files.archive, end.segment))
            try DurableFiles.syncDirectory(files.archive)
        }
    }

    /// Gives the old database another name, and its write-ahead log the name that belongs to it.
    ///
    /// The database goes first: a log without a database is nothing, a database without its log has lost commits.
    private static func moveAside(_ files: LedgerFiles) throws(LedgerError) -> String? {
        let base = "\(files.database).before-rebuild-"
        var number = 1
        while try exists("\(base)\(number)") { number += 1 }
        // A run before this one may have been stopped between the database and its log.
        let isThere = try exists(files.database)
        let target = "\(base)\(isThere ? number : max(1, number - 1))"
        for suffix in ["", "-wal", "-shm"] where try exists(files.database + suffix) {
            try LedgerError.files { () throws(FileError) in
                try DurableFiles.rename(files.database + suffix, to: target + suffix)
            }
        }
        return isThere ? target : nil
    }

    private static func exists(_ path: String) throws(LedgerError) -> Bool {
        try LedgerError.files { () throws(FileError) in try DurableFiles.kind(of: path) } != nil
    }

    private func recordRebuild(
        _ end: ArchivePosition,
        _ tornTail: ArchiveDamage?,
        by actor: Actor
    ) throws(LedgerError) {
        var lines = "blocks=\(end.block)\nchain=\(end.digest)\n"
        if let tornTail { lines += "dropped=\(tornTail)\n" }
        let payload = Array(lines.utf8)
        try write { core throws(LedgerError) in try core.change([(.rebuilt, payload)], by: actor) }
    }
}
