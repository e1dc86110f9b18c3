import InvoiceModel
import OpenSSL
import SQLite

/// Which bytes and which `MTDiep` came before, in a file of its own: an audit's memory does not grow with the ledger.
///
/// Keys are the first eight bytes of SHA-256: two of ten million messages share one by chance once in 370,000 audits.
final class AuditMemory {
    private let connection: Connection
    private let knownBytes: Statement
    private let knownName: Statement
    private let addBytes: Statement
    private let addName: Statement
    private let hash = HashContext(.sha256)

    init(path: String) throws(SQLiteError) {
        connection = try Connection(path: path, access: .create)
        // Thrown away in the end: nothing here has to survive anything.
        try connection.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -131072")
        try connection.execute(
            """
            CREATE TABLE bytes (key INTEGER PRIMARY KEY, message INTEGER NOT NULL) STRICT;
            CREATE TABLE name (key INTEGER PRIMARY KEY, message INTEGER NOT NULL) STRICT;
            BEGIN
            """
        )
        knownBytes = try connection.prepare("SELECT message FROM bytes WHERE key = ?")
        knownName = try connection.prepare("SELECT message FROM name WHERE key = ?")
        addBytes = try connection.prepare("INSERT OR IGNORE INTO bytes VALUES (?, ?)")
        addName = try connection.prepare("INSERT OR IGNORE INTO name VALUES (?, ?)")
    }

    /// The first message of those bytes so far.
    func message(sha256: Digest) throws(SQLiteError) -> UInt64? { try first(knownBytes, key(sha256)) }

    /// The first readable message of that id so far.
    func message(id: String) throws(SQLiteError) -> UInt64? { try first(knownName, key(id)) }

    /// Takes a message in; unreadable ones claim no id.
    func add(_ message: StoredMessage) throws(SQLiteError) {
        try insert(addBytes, key(message.sha256), message.id.sequence)
        guard message.status != .unreadable, let id = message.messageID else { return }
        try insert(addName, key(id), message.id.sequence)
    }

    private func key(_ digest: Digest) -> Int64 { Int64(bitPattern: digest.words[0]) }
    private func key(_ id: String) -> Int64 { key(Digest(hash.hash(Array(id.utf8)).span)) }

    private func first(_ statement: Statement, _ key: Int64) throws(SQLiteError) -> UInt64? {
        statement.bind(1, key)
        guard try statement.step() else { return nil }
        defer { statement.reset() }
        return UInt64(statement.integer(0))
    }

    private func insert(_ statement: Statement, _ key: Int64, _ message: UInt64) throws(SQLiteError) {
        statement.bind(1, key)
        statement.bind(2, Int64(message))
        try statement.run()
    }
}
