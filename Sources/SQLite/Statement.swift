import CSQLite

/// One compiled statement.
///
/// Bind by position from 1, step, read columns by position from 0, reset.
/// A wrong position or type is a broken invariant of the caller and stops the process; what the database
/// refuses is thrown.
@safe
public final class Statement {
    /// Keeps the connection alive for as long as the statement.
    private let connection: Connection
    /// SQLite's handle, unsafe because C owns it; it lives exactly as long as this object.
    private let handle: OpaquePointer
    /// Room for a short text or blob of each position, which SQLite reads there instead of allocating a copy; it lives
    /// exactly as long as this object.
    private let short: UnsafeMutableRawBufferPointer

    /// Bytes of a text or blob that are kept here: a digest.
    private static let shortBytes = 32

    init(_ connection: Connection, _ sql: String) throws(SQLiteError) {
        var compiled: OpaquePointer?
        let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
        // C writes the handle through the pointer.
        let result = unsafe sqlite3_prepare_v3(connection.handle, sql, -1, flags, &compiled, nil)
        guard result == SQLITE_OK else { throw connection.failure(result) }
        guard let compiled = unsafe compiled else { preconditionFailure("empty SQL text") }
        self.connection = connection
        unsafe handle = compiled
        let positions = unsafe Int(sqlite3_bind_parameter_count(compiled))
        unsafe short = .allocate(byteCount: positions * Statement.shortBytes, alignment: 8)
    }

    deinit {
        unsafe sqlite3_finalize(handle)
        unsafe short.deallocate()
    }

    // MARK: Binding

    /// Binds an integer.
    public func bind(_ position: Int32, _ value: Int64) {
        let result = unsafe sqlite3_bind_int64(handle, position, value)
        precondition(result == SQLITE_OK, "bind \(position): \(result)")
    }

    /// Binds an integer, or null.
    public func bind(_ position: Int32, _ value: Int64?) {
        if let value { bind(position, value) } else { bindNull(position) }
    }

    /// Binds null.
    public func bindNull(_ position: Int32) {
        let result = unsafe sqlite3_bind_null(handle, position)
        precondition(result == SQLITE_OK, "bind \(position): \(result)")
    }

    /// Binds text, or null.
    public func bind(_ position: Int32, _ text: String?) {
        guard var text else { return bindNull(position) }
        text.withUTF8 { bytes in unsafe bind(position, UnsafeRawBufferPointer(bytes), isText: true) }
    }

    /// Binds the bytes of a text.
    public func bind(_ position: Int32, utf8 bytes: Span<UInt8>) {
        // The bytes are copied before the closure ends.
        unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe bind(position, UnsafeRawBufferPointer(buffer), isText: true)
        }
    }

    /// Binds bytes.
    public func bind(_ position: Int32, _ bytes: Span<UInt8>) {
        // The bytes are copied before the closure ends.
        unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe bind(position, UnsafeRawBufferPointer(buffer), isText: false)
        }
    }

    /// Binds a copy of those bytes: short ones in a place of our own, others in one of SQLite's.
    private func bind(_ position: Int32, _ bytes: UnsafeRawBufferPointer, isText: Bool) {
        var start = bytes.baseAddress
        var owner: sqlite3_destructor_type? = unsafe copied
        if bytes.count <= Statement.shortBytes, let room = unsafe short.baseAddress {
            let place = (Int(position) - 1) * Statement.shortBytes
            precondition(unsafe place >= 0 && place < short.count, "bind \(position): no such position")
            // Within the room of this position. SQLite reads it while the statement runs; nothing is bound meanwhile.
            let copy = unsafe room + place
            if let start = unsafe start { unsafe copy.copyMemory(from: start, byteCount: bytes.count) }
            unsafe start = UnsafeRawPointer(copy)
            unsafe owner = nil
        }
        let count = UInt64(bytes.count)
        let result =
            if isText {
                unsafe sqlite3_bind_text64(
                    handle,
                    position,
                    start?.assumingMemoryBound(to: CChar.self),
                    count,
                    owner,
                    UInt8(SQLITE_UTF8)
                )
            } else {
                // No address would mean null; there always is one of a short blob.
                unsafe sqlite3_bind_blob64(handle, position, start, count, owner)
            }
        precondition(result == SQLITE_OK, "bind \(position): \(result)")
    }

    /// Binds bytes, or null.
    public func bind(_ position: Int32, _ bytes: [UInt8]?) {
        if let bytes { bind(position, bytes.span) } else { bindNull(position) }
    }

    // MARK: Running

    /// Goes to the next row, or returns `false` where there is none and resets the statement.
    public func step() throws(SQLiteError) -> Bool {
        let result = unsafe sqlite3_step(handle)
        switch result {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            unsafe sqlite3_reset(handle)
            return false
        default:
            let error = connection.failure(result)
            unsafe sqlite3_reset(handle)
            throw error
        }
    }

    /// Runs a statement that returns no rows.
    public func run() throws(SQLiteError) {
        let isRow = try step()
        precondition(!isRow, "a statement run for its effect returned a row")
    }

    /// Makes the statement ready for the next values; needed only where not all rows were read.
    public func reset() {
        unsafe sqlite3_reset(handle)
    }

    // MARK: Columns of the current row

    /// An integer column; null reads as 0.
    public func integer(_ column: Int32) -> Int64 {
        unsafe sqlite3_column_int64(handle, column)
    }

    /// Whether a column is null.
    public func isNull(_ column: Int32) -> Bool {
        unsafe sqlite3_column_type(handle, column) == SQLITE_NULL
    }

    /// An integer column, or `nil` for null.
    public func optionalInteger(_ column: Int32) -> Int64? {
        isNull(column) ? nil : integer(column)
    }

    /// A text column; null reads as empty.
    public func text(_ column: Int32) -> String {
        guard let start = unsafe sqlite3_column_text(handle, column) else { return "" }
        // SQLite owns the bytes until the next step; they are copied here.
        let count = Int(unsafe sqlite3_column_bytes(handle, column))
        return unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// A text column, or `nil` for null.
    public func optionalText(_ column: Int32) -> String? {
        isNull(column) ? nil : text(column)
    }

    /// A column of bytes; null reads as empty.
    public func blob(_ column: Int32) -> [UInt8] {
        guard let start = unsafe sqlite3_column_blob(handle, column) else { return [] }
        // SQLite owns the bytes until the next step; they are copied here.
        let count = Int(unsafe sqlite3_column_bytes(handle, column))
        return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }
}

/// Tells SQLite to copy bound bytes before the call returns (`SQLITE_TRANSIENT`, which Swift cannot import).
private var copied: sqlite3_destructor_type {
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
