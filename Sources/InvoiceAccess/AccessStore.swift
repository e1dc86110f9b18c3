import InvoiceModel
public import OpenSSL
import SQLite
import Synchronization

/// Keys, accounts, sessions and recorded queries of one service, in one file.
///
/// Every call is one transaction and durable when it returns; calls of several threads come one after another. They
/// block: not to be made on an event loop.
public final class AccessStore: Sendable {
    /// Random bytes: the system's, but in tests.
    public typealias RandomBytes = @Sendable (Int) throws(OpenSSLError) -> [UInt8]

    /// The format of the file.
    static let format: Int64 = 1
    /// Milliseconds that a call waits for another process.
    private static let patience: Int32 = 5_000

    private let database: Mutex<Connection>
    let random: RandomBytes

    /// Opens the store of that path; makes it where it is not there.
    public init(
        path: String,
        random: @escaping RandomBytes = { (count) throws(OpenSSLError) in try SecureRandom.bytes(count) }
    ) throws(AccessError) {
        let connection = try stored { () throws(SQLiteError) in try Connection(path: path, access: .create) }
        try AccessStore.prepare(connection)
        database = Mutex(connection)
        self.random = random
    }

    private static func prepare(_ connection: Connection) throws(AccessError) {
        connection.setBusyTimeout(milliseconds: patience)
        let format = try stored { () throws(SQLiteError) in
            try connection.execute(
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; "
                    + "PRAGMA secure_delete = ON"
            )
            return try connection.integer("PRAGMA user_version") ?? 0
        }
        guard format <= AccessStore.format else { throw .newerFormat(format) }
        guard format == 0 else { return }
        try stored { () throws(SQLiteError) in
            let schema = String(decoding: PackageResources.Access_sql, as: UTF8.self)
            try connection.execute("BEGIN IMMEDIATE; \(schema) PRAGMA user_version = \(AccessStore.format); COMMIT")
        }
    }

    /// Runs one transaction.
    func write<Value: Sendable>(
        _ body: (Connection) throws(AccessError) -> Value
    ) throws(AccessError) -> Value {
        try database.withLock { (connection) throws(AccessError) -> Value in
            try AccessStore.begin(connection)
            do throws(AccessError) {
                let value = try body(connection)
                try AccessStore.commit(connection)
                return value
            } catch {
                // What failed is told; the transaction may have ended by itself already.
                if connection.isInTransaction { try? connection.execute("ROLLBACK") }
                throw error
            }
        }
    }

    private static func begin(_ connection: Connection) throws(AccessError) {
        try stored { () throws(SQLiteError) in try connection.execute("BEGIN IMMEDIATE") }
    }

    private static func commit(_ connection: Connection) throws(AccessError) {
        try stored { () throws(SQLiteError) in try connection.execute("COMMIT") }
    }
}
