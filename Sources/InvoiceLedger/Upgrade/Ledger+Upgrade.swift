import DurableFiles
import InvoiceCode
import InvoiceModel
import SQLite

/// What an upgrade came to.
public struct UpgradeReport: Sendable, Hashable {
    /// Messages taken over.
    public var messages: UInt64
    /// Administrative actions taken over.
    public var changes: UInt64
    /// Invoices with their codes.
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
    /// Messages there are.
    public var total: UInt64
}

extension Ledger {
    /// Brings a ledger of format 1 to the format this program writes.
    ///
    /// The archive is written from the old tables, the new store made from the archive by the code that commits, and
    /// both are held against the old database: every message and reply, every code, every sum. Only then, with one
    /// rename, the new store takes the old one's place, which stays beside it as `ledger.sqlite.format-1`. Killed
    /// before that rename the ledger is of format 1 as it was, and the upgrade is simply run again; killed after it,
    /// the ledger is upgraded.
    ///
    /// - Parameters:
    ///   - actor: who, for the audit trail.
    ///   - progress: called now and then.
    public static func upgrade(
        at path: String,
        by actor: Actor,
        holder: String = "xacthuc upgrade",
        progress: (UpgradeProgress) -> Void = { _ in }
    ) throws(LedgerError) -> UpgradeReport {
        let files = LedgerFiles(path: path)
        let kind = try LedgerError.files { () throws(FileError) in try DurableFiles.kind(of: files.database) }
        guard kind == .file else { throw try withoutDatabase(files) }
        // Held to the end: nobody may write to either of the two stores.
        let lock = try takeLock(files, holder: holder)
        defer { withExtendedLifetime(lock) {} }
        return try Upgrade(files: files, actor: actor).run(progress)
    }
}
