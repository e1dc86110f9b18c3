import InvoiceModel
import SQLite

/// The ids of series, numbered in order of their first invoice; the ones used lately are kept in memory.
final class SeriesTable {
    private var known: [SeriesKey: Int64] = [:]
    private var last: Int64
    private let select: Statement
    private let insert: Statement

    /// Entries in memory; past it the memory begins anew.
    private static let limit = 262_144

    init(_ connection: Connection) throws(SQLiteError) {
        select = try connection.prepare("SELECT id FROM series WHERE seller = ? AND form = ? AND symbol = ?")
        insert = try connection.prepare(insert: "series", columns: 4)
        last = try connection.integer("SELECT coalesce(max(id), 0) FROM series") ?? 0
    }

    /// The id of a series that is stored, or `nil`.
    func id(_ key: SeriesKey) throws(SQLiteError) -> Int64? {
        if let id = known[key] { return id }
        select.bind(1, Int64(bitPattern: key.seller.packed))
        select.bind(2, Int64(key.form.digit))
        select.bind(3, key.symbol.description)
        guard try select.step() else { return nil }
        let id = select.integer(0)
        select.reset()
        keep(key, id)
        return id
    }

    /// The id of a series, stored now where it is new; inside a transaction.
    func store(_ key: SeriesKey) throws(SQLiteError) -> Int64 {
        if let id = try id(key) { return id }
        last += 1
        insert.bind(1, last)
        insert.bind(2, Int64(bitPattern: key.seller.packed))
        insert.bind(3, Int64(key.form.digit))
        insert.bind(4, key.symbol.description)
        try insert.run()
        keep(key, last)
        return last
    }

    private func keep(_ key: SeriesKey, _ id: Int64) {
        if known.count >= SeriesTable.limit { known.removeAll(keepingCapacity: true) }
        known[key] = id
    }
}
