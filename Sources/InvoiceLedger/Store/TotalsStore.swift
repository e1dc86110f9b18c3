import InvoiceModel
import SQLite

/// The stored rows of sums: what a block adds is added in memory, and each row written once, by its id.
///
/// The rows used lately are kept in memory, so that only the first use of one reads it. Nobody else writes them while
/// the ledger is open, and after a failed write nothing of this is used again: the ledger stops.
final class TotalsStore {
    private let day: RowStatements
    private let month: RowStatements
    private var known: [TotalsKey: StoredSums] = [:]

    /// Rows in memory, some 20 MB; past it the memory begins anew.
    private static let limit = 98_304

    init(_ connection: Connection) throws(SQLiteError) {
        day = try RowStatements(connection, table: "total_day", period: "day", subject: "office")
        month = try RowStatements(connection, table: "total_month", period: "month", subject: "taxpayer")
    }

    /// Adds what a block adds to the stored sums, inside the open transaction.
    ///
    /// - Postcondition: the rows have grown by exactly what the invoices of the block add up to.
    func apply(_ deltas: TotalsDeltas) throws(SQLiteError) {
        var growth = TotalsGrowth()
        // In order of their first invoice, so that new rows get the same numbers however messages were parted.
        for (key, delta) in deltas.rows {
            let statements = key.table == .day ? day : month
            var row: StoredSums
            if let kept = known[key] {
                row = kept
            } else if let stored = try statements.read(key) {
                row = stored
            } else {
                row = StoredSums(id: nil, sums: TotalsSums())
            }
            let before = row.sums
            row.sums += delta
            growth.add(key, by: row.sums - before)
            guard row.sums.isPossible else { throw .damage("a row of sums") }
            row.id = try statements.write(key, row)
            if known.count >= TotalsStore.limit { known.removeAll(keepingCapacity: true) }
            known[key] = row
        }
        precondition(growth.isEverywhere(deltas.all), "the sums have grown by what the invoices add up to")
    }
}

/// A row of sums; without an id before it is stored.
private struct StoredSums {
    var id: Int64?
    var sums: TotalsSums
}

extension TotalsSums {
    /// Columns of the sums, in the order of `bind` and `init(_:from:)`.
    static let columns = [
        "invoices", "without_exchange", "net_high", "net_low", "tax_high", "tax_low", "total_high", "total_low",
        "net_vnd_high", "net_vnd_low", "tax_vnd_high", "tax_vnd_low", "total_vnd_high", "total_vnd_low",
    ]

    /// Invoices that one row of sums may stand for. More is damage; so much can be added up without overflow.
    private static let limit: Int64 = 1 << 36

    /// Whether its counts are ones that invoices add up to.
    fileprivate var isPossible: Bool {
        (0...TotalsSums.limit).contains(invoices) && (0...invoices).contains(withoutExchange)
    }

    /// Reads the columns from the current row.
    init(_ row: Statement, from column: Int32) throws(SQLiteError) {
        let sums = TotalsSums(
            invoices: row.integer(column),
            withoutExchange: row.integer(column + 1),
            net: row.sum(column + 2),
            tax: row.sum(column + 4),
            total: row.sum(column + 6),
            netVND: row.sum(column + 8),
            taxVND: row.sum(column + 10),
            totalVND: row.sum(column + 12)
        )
        guard sums.isPossible else { throw .damage("a row of sums") }
        let most = UInt128(sums.invoices) * Conversion.ceiling.magnitude
        for sum in [sums.net, sums.tax, sums.total, sums.netVND, sums.taxVND, sums.totalVND]
        where sum.magnitude > most { throw .damage("a row of sums") }
        self = sums
    }

    /// Binds the columns.
    func bind(to statement: Statement, from position: Int32) {
        statement.bind(position, invoices)
        statement.bind(position + 1, withoutExchange)
        statement.bind(position + 2, sum: net)
        statement.bind(position + 4, sum: tax)
        statement.bind(position + 6, sum: total)
        statement.bind(position + 8, sum: netVND)
        statement.bind(position + 10, sum: taxVND)
        statement.bind(position + 12, sum: totalVND)
    }
}

/// The statements of one table of sums.
private final class RowStatements {
    private let select: Statement
    private let insert: Statement
    private let update: Statement
    private var last: Int64

    init(_ connection: Connection, table: String, period: String, subject: String) throws(SQLiteError) {
        let keys = ["basis", period, subject, "kind", "form", "currency", "rate"]
        let columns = TotalsSums.columns
        let list = columns.joined(separator: ", ")
        let values = columns.map { "\($0) = ?" }.joined(separator: ", ")
        let condition = keys.map { "\($0) = ?" }.joined(separator: " AND ")
        select = try connection.prepare("SELECT id, \(list) FROM \(table) WHERE \(condition)")
        insert = try connection.prepare(insert: table, columns: 1 + keys.count + columns.count)
        update = try connection.prepare("UPDATE \(table) SET \(values) WHERE id = ?")
        last = try connection.integer("SELECT coalesce(max(id), 0) FROM \(table)") ?? 0
    }

    func read(_ key: TotalsKey) throws(SQLiteError) -> StoredSums? {
        bind(key, to: select, from: 1)
        guard try select.step() else { return nil }
        defer { select.reset() }
        return StoredSums(id: select.integer(0), sums: try TotalsSums(select, from: 1))
    }

    /// Writes a row; gives its id.
    func write(_ key: TotalsKey, _ row: StoredSums) throws(SQLiteError) -> Int64 {
        if let id = row.id {
            row.sums.bind(to: update, from: 1)
            update.bind(Int32(TotalsSums.columns.count + 1), id)
            try update.run()
            return id
        }
        guard last < Int64.max else { throw .damage("the last row of sums") }
        last += 1
        insert.bind(1, last)
        bind(key, to: insert, from: 2)
        row.sums.bind(to: insert, from: 9)
        try insert.run()
        return last
    }

    private func bind(_ key: TotalsKey, to statement: Statement, from position: Int32) {
        statement.bind(position, Int64(key.basis.rawValue))
        statement.bind(position + 1, Int64(key.period))
        switch key.table {
        case .day: statement.bind(position + 2, OfficeCode.text(key.subject))
        case .month: statement.bind(position + 2, Int64(bitPattern: key.subject))
        }
        statement.bind(position + 3, Int64(key.kind.stored))
        statement.bind(position + 4, Int64(key.form.digit))
        statement.bind(position + 5, key.currency.description)
        statement.bind(position + 6, Int64(key.rate.stored))
    }
}
