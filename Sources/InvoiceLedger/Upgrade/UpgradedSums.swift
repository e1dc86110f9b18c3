import InvoiceModel
import SQLite

/// Holds the sums of an upgraded ledger against those of format 1, which had a row for each basis and for both an
/// invoice's own sums and its only rate.
enum UpgradedSums {
    /// A row's key as format 1 had it; there was one kind of invoices.
    private struct Key: Hashable {
        var isIssued: Bool
        var period: Int64
        var subject: String
        var form: Int64
        var currency: String
        var rate: RateCode
    }

    /// The first table that differs, of the databases `main` and `old` of that connection; `nil` where none does.
    static func difference(_ connection: Connection) throws(SQLiteError) -> String? {
        for (table, period, subject) in [("total_day", "day", "office"), ("total_month", "month", "taxpayer")] {
            let columns =
                "basis, \(period), \(subject), form, currency, rate, "
                + TotalsSums.columns.joined(separator: ", ")
            let old = try sums(connection.prepare("SELECT \(columns) FROM old.\(table)")) { [$0] }
            let new = try sums(connection.prepare("SELECT \(columns) FROM main.\(table)")) { $0.parts }
            if old != new { return table }
        }
        return nil
    }

    private static func sums(
        _ rows: Statement,
        _ parts: (RateCode) -> [RateCode]
    ) throws(SQLiteError) -> [Key: TotalsSums] {
        var found: [Key: TotalsSums] = [:]
        while try rows.step() {
            let sums = try TotalsSums(rows, from: 6)
            let basis = rows.integer(0)
            let rate = RateCode(stored: Int32(truncatingIfNeeded: rows.integer(5)))
            for isIssued in [true, false] where basis == Int64(StoredBasis.both.rawValue) || isIssued == (basis == 0) {
                for part in parts(rate) {
                    let key = Key(
                        isIssued: isIssued,
                        period: rows.integer(1),
                        subject: rows.text(2),
                        form: rows.integer(3),
                        currency: rows.text(4),
                        rate: part
                    )
                    found[key, default: TotalsSums()] += sums
                }
            }
        }
        return found
    }
}
