public import InvoiceModel
import OpenSSL
import SQLite

/// Which bytes and which `MTDiep` came before, and what stood behind each block, in a file of its own: the memory of an
/// audit does not grow with the ledger.
///
/// Keys are the first eight bytes of SHA-256: two of ten million messages share one by chance once in 370,000 audits.
final class AuditMemory {
    private let connection: Connection
    private let knownBytes: Statement
    private let knownName: Statement
    private let addBytes: Statement
    private let addName: Statement
    private let addBlock: Statement
    private let knownBlock: Statement
    private let hash = HashContext(.sha256)

    init(path: String) throws(SQLiteError) {
        connection = try Connection(path: path, access: .create)
        // Thrown away in the end: nothing here has to survive anything.
        try connection.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -131072")
        try connection.execute(
            """
            CREATE TABLE bytes (key INTEGER PRIMARY KEY, message INTEGER NOT NULL) STRICT;
            CREATE TABLE name (key INTEGER PRIMARY KEY, message INTEGER NOT NULL) STRICT;
            CREATE TABLE block (number INTEGER PRIMARY KEY, digest BLOB NOT NULL, messages INTEGER NOT NULL,
                transactions INTEGER NOT NULL, changes INTEGER NOT NULL) STRICT;
            BEGIN
            """
        )
        knownBytes = try connection.prepare("SELECT message FROM bytes WHERE key = ?")
        knownName = try connection.prepare("SELECT message FROM name WHERE key = ?")
        addBytes = try connection.prepare("INSERT OR IGNORE INTO bytes VALUES (?, ?)")
        addName = try connection.prepare("INSERT OR IGNORE INTO name VALUES (?, ?)")
        addBlock = try connection.prepare("INSERT OR IGNORE INTO block VALUES (?, ?, ?, ?, ?)")
        knownBlock = try connection.prepare(
            "SELECT digest, messages, transactions, changes FROM block WHERE number = ?"
        )
    }

    /// How far the ledger had come behind a block; `nil` for one that was not walked.
    func mark(ofBlock number: UInt64) throws(SQLiteError) -> AuditMark? {
        knownBlock.bind(1, Int64(clamping: number))
        guard number <= UInt64(Int64.max), try knownBlock.step() else { return nil }
        defer { knownBlock.reset() }
        return AuditMark(
            digest: Digest(knownBlock.blob(0).span),
            messages: UInt64(bitPattern: knownBlock.integer(1)),
            transactions: UInt64(bitPattern: knownBlock.integer(2)),
            changes: UInt64(bitPattern: knownBlock.integer(3))
        )
    }

    /// Remembers how far the ledger had come behind a block.
    func add(_ mark: AuditMark, ofBlock number: UInt64) throws(SQLiteError) {
        addBlock.bind(1, Int64(clamping: number))
        addBlock.bind(2, mark.digest.bytes)
        addBlock.bind(3, Int64(bitPattern: mark.messages))
        addBlock.bind(4, Int64(bitPattern: mark.transactions))
        addBlock.bind(5, Int64(bitPattern: mark.changes))
        try addBlock.run()
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

/// How far a ledger had come behind one of its blocks.
public struct AuditMark: Sendable, Hashable {
    /// The block's digest.
    public var digest: Digest
    /// Messages so far.
    public var messages: UInt64
    /// Codes given so far.
    public var transactions: UInt64
    /// Administrative actions so far.
    public var changes: UInt64
}
