public import InvoiceModel
import SQLite

extension Ledger {
    /// The time of what was written last: nothing may be written with an earlier one.
    public var lastTime: Timestamp {
        get throws(LedgerError) {
            try read { core throws(SQLiteError) in
                let last = try core.connection.integer(
                    """
                    SELECT max((SELECT at FROM change ORDER BY sequence DESC LIMIT 1),
                               coalesce((SELECT received_at FROM message ORDER BY sequence DESC LIMIT 1), 0))
                    """
                )
                guard let last else { throw .damage("no change") }
                return Timestamp(localSeconds: last)
            }
        }
    }
}
