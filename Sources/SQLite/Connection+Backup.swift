import CSQLite

extension Connection {
    /// Copies the database as it is at one moment, while others go on writing to it.
    ///
    /// Inside a transaction the copy is of the state that transaction reads; otherwise of the state at the call. In
    /// WAL mode no writer waits for it. The copy is as durable as a commit on the destination is.
    ///
    /// - Parameters:
    ///   - destination: a connection to an empty database; what stands in it is replaced.
    ///   - pagesAtOnce: pages between two calls of `progress`.
    ///   - progress: told how many pages of how many are copied.
    /// - Throws: whatever either database refuses; the destination is worth nothing then.
    public func backup(
        to destination: Connection,
        pagesAtOnce: Int32 = 1_024,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(SQLiteError) {
        precondition(pagesAtOnce > 0, "a backup that copies no page never ends")
        let isOwn = !isInTransaction
        if isOwn { try execute("BEGIN") }
        defer {
            // Nothing was written: ending the transaction cannot lose anything.
            if isOwn, isInTransaction { try? execute("COMMIT") }
        }
        // The first read fixes the state; without it every change by others would begin the copy anew.
        _ = try integer("SELECT count(*) FROM sqlite_schema")
        // C keeps both handles until the copy is finished below; both connections live until then.
        guard let copy = unsafe sqlite3_backup_init(destination.handle, "main", handle, "main") else {
            throw unsafe destination.failure(sqlite3_extended_errcode(destination.handle))
        }
        var result = SQLITE_OK
        while result == SQLITE_OK {
            result = unsafe sqlite3_backup_step(copy, pagesAtOnce)
            let total = unsafe Int(sqlite3_backup_pagecount(copy))
            if result == SQLITE_OK || result == SQLITE_DONE {
                progress(unsafe total - Int(sqlite3_backup_remaining(copy)), total)
            }
        }
        // Its own result repeats the failure of a step.
        let end = unsafe sqlite3_backup_finish(copy)
        guard result == SQLITE_DONE else { throw destination.failure(result) }
        guard end == SQLITE_OK else { throw destination.failure(end) }
    }
}
