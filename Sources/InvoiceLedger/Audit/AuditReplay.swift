import InvoiceCode
import InvoiceModel
import SQLite

/// A new store made of the archive's entries, by the same writer that commits.
final class AuditReplay {
    let connection: Connection
    private let writer: StoreWriter
    private var blocks = 0

    /// Blocks that are stored together.
    private static let together = 64

    /// - Parameter path: a file that does not exist.
    init(path: String, codes: CodeMakerBox) throws(SQLiteError) {
        connection = try Connection(path: path, access: .create)
        // Thrown away in the end: nothing here has to survive anything.
        try connection.execute("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -131072")
        try connection.execute(String(decoding: PackageResources.Schema_sql, as: UTF8.self))
        writer = try StoreWriter(connection, codes: codes)
    }

    /// Stores a block, all of it or nothing.
    func apply(_ block: AuditedBlock) throws(SQLiteError) {
        if !connection.isInTransaction { try connection.execute("BEGIN") }
        try connection.execute("SAVEPOINT block")
        let stored = StoredBlock(
            location: block.location,
            digest: block.digest,
            kind: block.kind,
            first: block.first,
            count: block.count
        )
        do throws(SQLiteError) {
            switch block.content {
            case .messages: try writer.apply(.messages(block.entries), at: stored)
            case .changes: try writer.apply(.changes(block.changes), at: stored)
            case .head: try writer.apply(.head(at: block.writtenAt), at: stored)
            }
        } catch {
            try connection.execute("ROLLBACK TO block; RELEASE block")
            throw error
        }
        try connection.execute("RELEASE block")
        blocks += 1
        if blocks % AuditReplay.together == 0 { try finish() }
    }

    /// Ends what is open, before the whole is read.
    func finish() throws(SQLiteError) {
        if connection.isInTransaction { try connection.execute("COMMIT") }
    }
}
