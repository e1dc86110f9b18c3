import DurableFiles
import InvoiceCode
import InvoiceModel
import SQLite

/// One upgrade from format 1, step by step.
struct Upgrade {
    let files: LedgerFiles
    let actor: Actor

    private var temporary: String { "\(files.database).upgrading" }
    private var former: String { "\(files.database).format-1" }

    func run(_ progress: (UpgradeProgress) -> Void) throws(LedgerError) -> UpgradeReport {
        let old = try openOld()
        let keys = try keyRing(old)
        // The new archive is no part of a ledger of format 1: what an upgrade before this one left is written over.
        let (end, counts) = try ArchiveFilling(files: files, keys: keys, actor: actor(in: old)).fill(
            from: old,
            progress
        )
        for suffix in ["", "-journal", "-wal", "-shm"] { try removeIfThere(temporary + suffix) }
        _ = try Replay(files: files).make(temporary, upTo: end) { done in
            progress(UpgradeProgress(stage: .store, done: done, total: counts.messages))
        }
        try UpgradeProof(files: files, store: temporary, end: end, keys: keys).prove(against: old, progress)
        try LedgerError.database { () throws(SQLiteError) in try old.execute("COMMIT") }
        try switchOver()
        return UpgradeReport(
            formerFormat: 1,
            messages: counts.messages,
            changes: counts.changes,
            transactions: counts.transactions,
            formerDatabase: former
        )
    }

    /// The old database in one file, without a log beside it, in a transaction that lasts.
    private func openOld() throws(LedgerError) -> Connection {
        let old = try LedgerError.database { () throws(SQLiteError) in
            let old = try Connection(path: files.database, access: .readWrite)
            old.setBusyTimeout(milliseconds: 5_000)
            return old
        }
        let (application, format) = try LedgerError.database { () throws(SQLiteError) in
            (try old.integer("PRAGMA application_id"), try old.integer("PRAGMA user_version"))
        }
        guard application == Ledger.applicationID else {
            throw LedgerError(.notALedger, "\(files.database) is not a ledger's database")
        }
        guard format == 1 else {
            let code: LedgerError.Code = (format ?? 0) > Ledger.formatVersion ? .newerFormat : .invalid
            let what =
                format == Ledger.formatVersion ? "there is nothing to upgrade" : "only an older one can be upgraded"
            throw LedgerError(code, "\(files.path) has format \(format ?? 0); \(what)")
        }
        let hasNoLog = try LedgerError.database { () throws(SQLiteError) in
            try old.execute("PRAGMA synchronous = FULL")
            try old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            try old.execute("PRAGMA cache_size = -65536")
            let mode = try old.prepare("PRAGMA journal_mode = DELETE")
            guard try mode.step() else { return false }
            return mode.text(0) == "delete"
        }
        let isAlone = hasNoLog ? try removeEmptyLog() : false
        guard isAlone else {
            throw LedgerError(.locked, "another process reads \(files.database); run the upgrade when it has ended")
        }
        try LedgerError.database { () throws(SQLiteError) in try old.execute("BEGIN") }
        return old
    }

    /// Removes what SQLite could not remove of a log that it has taken in: left beside, it would later be taken for the
    /// new store's. `false` where something stands in it, for then somebody is at work.
    private func removeEmptyLog() throws(LedgerError) -> Bool {
        try LedgerError.files { () throws(FileError) in
            for log in [files.database + "-wal", files.database + "-shm"] where try DurableFiles.kind(of: log) != nil {
                if log.hasSuffix("-wal"), try DurableFiles.size(of: log) > 0 { return false }
                try DurableFiles.remove(log)
            }
            return true
        }
    }

    /// Who upgrades, at a time that is the ledger's own: a test ledger's fixed one, and never before its last entry.
    private func actor(in old: Connection) throws(LedgerError) -> Actor {
        let (settings, last) = try LedgerError.database { () throws(SQLiteError) in
            let last = try old.integer(
                "SELECT max((SELECT max(at) FROM change), coalesce((SELECT max(received_at) FROM message), 0))"
            )
            return (try LedgerSettings(old), last)
        }
        let time = settings.fixedClock ?? actor.at
        return Actor(actor.name, at: max(time, Timestamp(localSeconds: last ?? time.localSeconds)))
    }

    /// All keys of its codes, each held against its check value.
    private func keyRing(_ old: Connection) throws(LedgerError) -> KeyRing {
        let keys = try Ledger.masterKeys(old, files)
        guard let current = keys.last else { throw LedgerError(.corrupt, "the ledger has no code key") }
        return KeyRing(keys, current: current.generation)
    }

    /// The new store takes the name, the old one keeps its bytes under another: at no moment is there none.
    private func switchOver() throws(LedgerError) {
        try LedgerError.files { () throws(FileError) in
            if try DurableFiles.kind(of: former) != nil {
                // The link of an upgrade killed just before its rename; anything else there is not ours to remove.
                guard try DurableFiles.isSameFile(former, files.database) else {
                    throw FileError("link", path: former, errorNumber: 17)
                }
            } else {
                try DurableFiles.link(files.database, to: former)
            }
            try DurableFiles.rename(temporary, to: files.database)
        }
    }

    private func removeIfThere(_ path: String) throws(LedgerError) {
        try LedgerError.files { () throws(FileError) in
            if try DurableFiles.kind(of: path) != nil { try DurableFiles.remove(path) }
        }
    }
}
