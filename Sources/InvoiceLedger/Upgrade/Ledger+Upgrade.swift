import DurableFiles
import InvoiceCode
public import InvoiceModel
import SQLite

/// What an upgrade came to.
public struct UpgradeReport: Sendable, Hashable {
    /// The format before.
    public var formerFormat: Int64
    /// Messages taken over.
    public var messages: UInt64
    /// Administrative actions taken over.
    public var changes: UInt64
    /// Accepted invoices.
    public var transactions: UInt64
    /// Where the old database stays.
    public var formerDatabase: String
}

/// How far an upgrade is.
public struct UpgradeProgress: Sendable, Hashable {
    /// What is being done.
    public enum Stage: String, Sendable, CaseIterable {
        /// The archive is written from the old database.
        case archive
        /// The new store is made from the archive.
        case store
        /// Both are held against the old database.
        case proof
    }

    /// What is being done.
    public var stage: Stage
    /// Messages done.
    public var done: UInt64
    /// Messages there are; `nil` where nobody knows.
    public var total: UInt64?
}

extension Ledger {
    /// Brings a ledger of an older format to the format this program writes.
    ///
    /// Formats 2 to 4 have the archive of today; the store is made again from that, as by a rebuild. Of format 1:
    /// The archive is written from the old tables, the new store made from the archive by the code that commits, and
    /// both are held against the old database: every message and reply, every code, every sum. Only then, with one
    /// rename, the new store takes the old one's place, which stays beside it as `ledger.sqlite.format-1`. Killed
    /// before that rename the ledger is of format 1 as it was, and the upgrade is simply run again; killed after it,
    /// the ledger is upgraded.
    ///
    /// - Parameters:
    ///   - actor: who, for the audit trail.
    ///   - closeDay: called with the new store, where one is made again, before that is recorded.
    ///   - progress: called now and then.
    public static func upgrade(
        at path: String,
        by actor: Actor,
        holder: String = "xacthuc upgrade",
        closeDay: (Ledger, Timestamp) throws(LedgerError) -> Void = { _, _ in },
        progress: (UpgradeProgress) -> Void = { _ in }
    ) throws(LedgerError) -> UpgradeReport {
        let files = LedgerFiles(path: path)
        let kind = try LedgerError.files { () throws(FileError) in try DurableFiles.kind(of: files.database) }
        guard kind == .file else { throw try withoutDatabase(files) }
        if let format = try format(of: files), olderStores.contains(format) {
            let total = messages(of: files)
            return try upgradeByRebuild(path, from: format, actor, holder, closeDay) { done in
                // Where the archive goes on behind the store's end, its messages are not counted yet.
                let total = total.flatMap { done <= $0 ? $0 : nil }
                progress(UpgradeProgress(stage: .store, done: done, total: total))
            }
        }
        // Held to the end: nobody may write to either of the two stores.
        let lock = try takeLock(files, holder: holder)
        defer { withExtendedLifetime(lock) {} }
        return try Upgrade(files: files, actor: actor).run(progress)
    }

    /// The format that the database names; `nil` where it is no ledger's.
    private static func format(of files: LedgerFiles) throws(LedgerError) -> Int64? {
        try LedgerError.database { () throws(SQLiteError) in
            let connection = try Connection(path: files.database, access: .readWrite)
            guard try connection.integer("PRAGMA application_id") == applicationID else { return nil }
            return try connection.integer("PRAGMA user_version")
        }
    }

    /// How many messages an older store knows; `nil` where it is too damaged to tell, which is no reason not to make it
    /// again.
    private static func messages(of files: LedgerFiles) -> UInt64? {
        let last = try? Connection(path: files.database, access: .readWrite).integer(
            "SELECT coalesce(max(sequence), 0) FROM message"
        )
        return last.flatMap { $0 }.flatMap { UInt64(exactly: $0) }
    }

    private static func upgradeByRebuild(
        _ path: String,
        from format: Int64,
        _ actor: Actor,
        _ holder: String,
        _ closeDay: (Ledger, Timestamp) throws(LedgerError) -> Void,
        _ progress: (UInt64) -> Void
    ) throws(LedgerError) -> UpgradeReport {
        let rebuilt = try rebuild(at: path, by: actor, holder: holder, closeDay: closeDay, progress: progress)
        let ledger = try open(at: path, access: .readOnly)
        defer { ledger.close() }
        let counts = try ledger.headFacts(actor.at.date)
        return UpgradeReport(
            formerFormat: format,
            messages: counts.messages,
            changes: counts.changes,
            transactions: counts.transactions,
            formerDatabase: rebuilt.formerDatabase ?? ""
        )
    }
}
