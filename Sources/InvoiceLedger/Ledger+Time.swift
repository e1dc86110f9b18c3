public import InvoiceModel
import SQLite

extension Ledger {
    /// The time of what was written last: nothing may be written with an earlier one.
    public var lastTime: Timestamp {
        get throws(LedgerError) {
            try read { core throws(SQLiteError) in try core.blocks.archiveEnd().lastTime }
        }
    }
}
