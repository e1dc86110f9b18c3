public import InvoiceModel
import SQLite

/// Signed heads: the ledger gives the facts and keeps the text; it never signs.
extension Ledger {
    /// How far the ledger has come, for the head of that day.
    public func headFacts(_ day: CalendarDate) throws(LedgerError) -> HeadFacts {
        try read { core throws(SQLiteError) in
            let end = try core.blocks.archiveEnd().position
            guard let first = try core.blocks.block(1) else { throw .damage("no first block") }
            func count(_ table: String, _ column: String) throws(SQLiteError) -> UInt64 {
                UInt64(try core.connection.integer("SELECT coalesce(max(\(column)), 0) FROM \(table)") ?? 0)
            }
            return HeadFacts(
                ledger: first.digest,
                day: day,
                blocks: end.block,
                messages: try count("message", "sequence"),
                transactions: try count("invoice", "transaction_number"),
                changes: try count("change", "sequence"),
                chain: end.digest
            )
        }
    }

    /// The day of the last message or change, and whether a head stands behind it already.
    public func lastDay() throws(LedgerError) -> (day: CalendarDate, hasHead: Bool) {
        try read { core throws(SQLiteError) in
            let end = try core.blocks.archiveEnd()
            let last = try core.blocks.block(end.position.block)
            return (end.lastTime.date, last?.kind == .head)
        }
    }

    /// Puts a signed head into the archive.
    public func storeHead(_ text: String, at time: Timestamp) throws(LedgerError) {
        try write { core throws(LedgerError) in
            precondition(core.openBatch == nil, "a head while a batch is open")
            let content = BlockContent(
                kind: .head,
                count: 1,
                first: 0,
                writtenAt: time,
                rules: BlockDraft.rulesVersion,
                facts: Array(text.utf8),
                originals: []
            )
            try core.makeDurable([BlockDraft(content: content, entries: .head(at: time))])
        }
    }
}
