import InvoiceModel
import SQLite

/// Entries of one block, decoded.
enum BlockEntries {
    /// Messages with what became of them.
    case messages([MessageEntry])
    /// Administrative actions with their payloads.
    case changes([(entry: ChangeEntry, payload: [UInt8])])
    /// One signed head of a day.
    case head(at: Timestamp)

    /// The latest moment among them.
    var latest: Timestamp? {
        switch self {
        case .messages(let entries): entries.map(\.receivedAt).max()
        case .changes(let changes): changes.map(\.entry.at).max()
        case .head(let time): time
        }
    }
}

/// Makes rows of the archive's entries: the only code that writes a ledger's tables.
///
/// A commit, an administrative action and a rebuild all come through here, in the order of the archive, each inside a
/// transaction of the caller. So a store made again from the archive is equal in every row.
final class StoreWriter {
    let series: SeriesTable
    private let messages: MessageRows
    private let invoices: InvoiceWriter
    private let changes: ChangeRows
    private let totals: TotalsStore
    private let block: Statement
    private let end: Statement

    /// - Parameter codes: opens the codes of the entries; a rebuild gives it each key as its change comes by.
    init(_ connection: Connection, codes: CodeMakerBox) throws(SQLiteError) {
        series = try SeriesTable(connection)
        messages = try MessageRows(connection)
        invoices = try InvoiceWriter(connection, codes, series)
        changes = try ChangeRows(connection)
        totals = try TotalsStore(connection)
        block = try connection.prepare(insert: "block", columns: 8)
        end = try connection.prepare(
            """
            INSERT INTO archive_end VALUES (1, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET segment = excluded.segment,
            offset = excluded.offset, block = excluded.block, digest = excluded.digest,
            last_time = max(last_time, excluded.last_time)
            """
        )
    }

    /// Writes all that follows from one block.
    func apply(_ entries: BlockEntries, at stored: StoredBlock) throws(SQLiteError) {
        // First, since it finds amounts that no column holds.
        let sums = try TotalsDeltas([entries])
        try apply(entries, block: stored.location.block)
        try totals.apply(sums)
        try end(entries, at: stored)
    }

    /// Writes what follows from the entries of a block, but not their sums; the amounts of its invoices are known to be
    /// below the ceiling.
    func apply(_ entries: BlockEntries, block: UInt64) throws(SQLiteError) {
        switch entries {
        case .messages(let entries):
            try messages.apply(entries, block: block)
            try invoices.apply(entries)
        case .changes(let entries): try changes.apply(entries, block: block)
        case .head: break
        }
    }

    /// Adds what invoices of one block or of several add to the sums.
    func apply(_ sums: TotalsDeltas) throws(SQLiteError) { try totals.apply(sums) }

    /// Writes where a block lies, and that the archive is committed up to there.
    func end(_ entries: BlockEntries, at stored: StoredBlock) throws(SQLiteError) {
        let location = stored.location
        block.bind(1, Int64(bitPattern: location.block))
        block.bind(2, Int64(stored.kind.rawValue))
        block.bind(3, Int64(bitPattern: stored.first))
        block.bind(4, Int64(stored.count))
        block.bind(5, Int64(bitPattern: location.segment))
        block.bind(6, Int64(bitPattern: location.offset))
        block.bind(7, Int64(location.length))
        block.bind(8, stored.digest.bytes)
        try block.run()
        let position = stored.end
        end.bind(1, Int64(bitPattern: position.segment))
        end.bind(2, Int64(bitPattern: position.offset))
        end.bind(3, Int64(bitPattern: position.block))
        end.bind(4, position.digest.bytes)
        end.bind(5, entries.latest?.localSeconds ?? Int64.min)
        try end.run()
    }
}

extension Connection {
    /// A statement that inserts a whole row.
    func prepare(insert table: String, columns: Int) throws(SQLiteError) -> Statement {
        let places = Array(repeating: "?", count: columns).joined(separator: ", ")
        return try prepare("INSERT INTO \(table) VALUES (\(places))")
    }
}
