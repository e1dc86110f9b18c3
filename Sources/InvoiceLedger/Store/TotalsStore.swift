import InvoiceModel
import SQLite

/// The stored rows of sums: what blocks add is added in memory, and each row read and written once, by its id.
///
/// Where a row is, is kept in memory; what it holds is asked of the store. Nobody else writes rows while the ledger is
/// open.
final class TotalsStore {
    private let day: TotalsRows
    private let month: TotalsRows

    init(_ connection: Connection) throws(SQLiteError) {
        day = try TotalsRows(connection, .day)
        month = try TotalsRows(connection, .month)
    }

    /// Adds what blocks add to the stored sums, inside the open transaction.
    ///
    /// - Postcondition: the rows have grown by exactly what the invoices of the blocks add up to.
    func apply(_ deltas: TotalsDeltas) throws(SQLiteError) {
        guard !deltas.rows.isEmpty else { return }
        var growth = TotalsGrowth()
        try day.apply(deltas, &growth)
        try month.apply(deltas, &growth)
        precondition(growth.isEverywhere(deltas.all), "the sums have grown by what the invoices add up to")
    }
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
    var isPossible: Bool {
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
