import CSQLite

/// One connection to one SQLite database file.
///
/// Not `Sendable`: its owner serialises every call. A thin wrapper of our own, because a general one
/// measured 8–10 % slower on the commit path.
@safe
public final class Connection {
    /// How a database file is opened.
    public enum Access: Sendable {
        /// The file must exist; nothing can be changed.
        case readOnly
        /// The same of a file that nobody changes meanwhile: no lock is taken, no file beside it read or made.
        case immutable
        /// The file must exist.
        case readWrite
        /// The file is made where it does not exist.
        case create
    }

    /// SQLite's handle, unsafe because C owns it; it lives exactly as long as this object.
    let handle: OpaquePointer
    /// Where SQLite's hook writes how many pages the log has; it lives exactly as long as this object.
    let logCount: UnsafeMutablePointer<Int32>

    /// Opens a database file; throws where it cannot be opened.
    public init(path: String, access: Access) throws(SQLiteError) {
        let mode =
            switch access {
            case .readOnly: SQLITE_OPEN_READONLY
            case .immutable: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
            case .readWrite: SQLITE_OPEN_READWRITE
            case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            }
        _ = Connection.isConfigured
        var opened: OpaquePointer?
        // The owner serialises calls, so SQLite's own mutex would only cost.
        let flags = mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        // C writes the handle through the pointer; even a failed open hands one out, to be closed.
        let name = access == .immutable ? Connection.immutableName(path) : path
        let result = unsafe sqlite3_open_v2(name, &opened, flags, nil)
        guard let opened = unsafe opened else {
            throw SQLiteError(extendedCode: result, message: "out of memory")
        }
        guard result == SQLITE_OK else {
            let error = unsafe SQLiteError(extendedCode: result, message: String(cString: sqlite3_errmsg(opened)))
            unsafe sqlite3_close_v2(opened)
            throw error
        }
        unsafe handle = opened
        unsafe logCount = .allocate(capacity: 1)
        unsafe logCount.initialize(to: 0)
    }

    /// Set up before the first connection of the process. Where somebody else was earlier, it is only slower.
    private static let isConfigured = shim_sqlite_count_no_memory() == SQLITE_OK

    /// The path as SQLite reads a URI, where three characters have a meaning.
    private static func immutableName(_ path: String) -> String {
        let escapes: [Character: String] = ["%": "%25", "?": "%3f", "#": "%23"]
        return "file:" + path.map { escapes[$0] ?? String($0) }.joined() + "?immutable=1"
    }

    deinit {
        // No statement is alive, each keeps its connection.
        unsafe sqlite3_close_v2(handle)
        unsafe logCount.deallocate()
    }

    /// Runs SQL text that returns no rows; several statements may stand in it.
    public func execute(_ sql: String) throws(SQLiteError) {
        let result = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
        guard result == SQLITE_OK else { throw failure(result) }
    }

    /// Compiles one statement, to be kept and used many times.
    public func prepare(_ sql: String) throws(SQLiteError) -> Statement {
        try Statement(self, sql)
    }

    /// The first column of the first row, or `nil` where there is no row.
    public func integer(_ sql: String) throws(SQLiteError) -> Int64? {
        let statement = try prepare(sql)
        return try statement.step() ? statement.integer(0) : nil
    }

    /// Whether a transaction is open.
    public var isInTransaction: Bool { unsafe sqlite3_get_autocommit(handle) == 0 }

    /// Milliseconds to wait for a lock that another connection holds before reporting busy.
    public func setBusyTimeout(milliseconds: Int32) {
        unsafe sqlite3_busy_timeout(handle, milliseconds)
    }

    /// The failure of the last call on this connection.
    func failure(_ result: Int32) -> SQLiteError {
        unsafe SQLiteError(extendedCode: result, message: String(cString: sqlite3_errmsg(handle)))
    }
}
