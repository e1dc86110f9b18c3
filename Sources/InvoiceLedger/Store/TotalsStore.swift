import InvoiceModel
import SQLite

/// The stored rows of sums: read, changed in memory, written back, and read once more to be sure.
struct TotalsStore {
    private let day: RowStatements
    private let month: RowStatements

    init(_ connection: Connection) throws(SQLiteError) {
        day = try RowStatements(connection, table: "total_day", period: "day", subject: "office")
        month = try RowStatements(connection, table: "total_month", period: "month", subject: "taxpayer")
    }

    /// Adds a batch to the stored sums inside the open transaction.
    ///
    /// - Postcondition: read back, the rows have grown by exactly what the invoices of the batch add up to.
    func apply(_ deltas: TotalsDeltas) throws(SQLiteError) {
        let keys = deltas.rows.keys.sorted()
        var growth: [UInt8: TotalsSums] = [:]
        for key in keys {
            guard let delta = deltas.rows[key] else { preconditionFailure("a key without its row") }
            let statements = key.table == .day ? day : month
            let before = try statements.read(key)
            let after = (before ?? TotalsSums()) + delta
            try statements.write(key, after, isNew: before == nil)
            let stored = try statements.read(key)
            precondition(stored == after, "a row of sums reads back as it was written")
            guard key.rate == .header, let stored else { continue }
            growth[key.table.rawValue << 1 | key.basis.stored, default: TotalsSums()] +=
                stored - (before ?? TotalsSums())
        }
        guard deltas.all.invoices > 0 else { return }
        precondition(growth.count == 4, "two tables on two bases")
        for sums in growth.values {
            precondition(sums == deltas.all, "the sums have grown by what the invoices add up to")
        }
    }
}

extension TotalsSums {
    static func - (left: TotalsSums, right: TotalsSums) -> TotalsSums {
        TotalsSums(
            invoices: left.invoices - right.invoices,
            withoutExchange: left.withoutExchange - right.withoutExchange,
            net: left.net - right.net,
            tax: left.tax - right.tax,
            total: left.total - right.total,
            netVND: left.netVND - right.netVND,
            taxVND: left.taxVND - right.taxVND,
            totalVND: left.totalVND - right.totalVND
        )
    }

    /// Columns of the sums, in the order of `bind` and `init(_:from:)`.
    static let columns = [
        "invoices", "without_exchange", "net_high", "net_low", "tax_high", "tax_low", "total_high", "total_low",
        "net_vnd_high", "net_vnd_low", "tax_vnd_high", "tax_vnd_low", "total_vnd_high", "total_vnd_low",
    ]

    /// Invoices that one row of sums may stand for. More is damage; so much can be added up without overflow.
    private static let limit: Int64 = 1 << 36

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
        guard (0...TotalsSums.limit).contains(sums.invoices), (0...sums.invoices).contains(sums.withoutExchange) else {
            throw .damage("a row of sums")
        }
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

/// The three statements of one table of sums.
private struct RowStatements {
    let select: Statement
    let insert: Statement
    let update: Statement

    init(_ connection: Connection, table: String, period: String, subject: String) throws(SQLiteError) {
        let keys = ["basis", period, subject, "kind", "form", "currency", "rate"]
        let columns = TotalsSums.columns
        let condition = keys.map { "\($0) = ?" }.joined(separator: " AND ")
        select = try connection.prepare(
            "SELECT \(columns.joined(separator: ", ")) FROM \(table) WHERE \(condition)"
        )
        let places = Array(repeating: "?", count: keys.count + columns.count).joined(separator: ", ")
        insert = try connection.prepare(
            "INSERT INTO \(table) (\((keys + columns).joined(separator: ", "))) VALUES (\(places))"
        )
        update = try connection.prepare(
            "UPDATE \(table) SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE \(condition)"
        )
    }

    func read(_ key: TotalsKey) throws(SQLiteError) -> TotalsSums? {
        bind(key, to: select, from: 1)
        guard try select.step() else { return nil }
        defer { select.reset() }
        let sums = try TotalsSums(select, from: 0)
        return sums
    }

    func write(_ key: TotalsKey, _ sums: TotalsSums, isNew: Bool) throws(SQLiteError) {
        let statement = isNew ? insert : update
        let columns = Int32(TotalsSums.columns.count)
        sums.bind(to: statement, from: isNew ? 8 : 1)
        bind(key, to: statement, from: isNew ? 1 : columns + 1)
        try statement.run()
    }

    private func bind(_ key: TotalsKey, to statement: Statement, from position: Int32) {
        statement.bind(position, Int64(key.basis.stored))
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
