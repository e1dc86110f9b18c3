import CSQLite

extension Connection {
    /// Takes what stands in the write-ahead log into the database, as far as no reader needs it; waits for nobody.
    ///
    /// A connection that has read nothing yet knows of no log, and does nothing.
    public func checkpoint() throws(SQLiteError) {
        // Reads and writes the files of our own connection; no counts are asked for.
        let result = unsafe sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
        guard result == SQLITE_OK else { throw failure(result) }
    }

    /// From now on no commit of this connection does so by itself; whoever calls this does, by `logPages`.
    public func keepLog() {
        // SQLite calls it after each commit, on the thread that commits, with the address given here, which is good as
        // long as the connection.
        unsafe sqlite3_wal_hook(
            handle,
            { pages, _, _, count in
                unsafe pages?.assumingMemoryBound(to: Int32.self).pointee = count
                return SQLITE_OK
            },
            logCount
        )
    }

    /// Pages in the write-ahead log after this connection's last commit; 0 before `keepLog`.
    public var logPages: Int { Int(unsafe logCount.pointee) }
}
