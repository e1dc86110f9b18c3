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
                let last = try core.connection.integer("SELECT coalesce(max(\(column)), 0) FROM \(table)") ?? 0
                guard last >= 0 else { throw .damage("the last number in \(table)") }
                return UInt64(last)
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

    /// The day of the last message, change or head, and whether a head stands behind all of it already.
    public func lastDay() throws(LedgerError) -> (day: CalendarDate, hasHead: Bool) {
        try read { core throws(SQLiteError) in
            let end = try core.blocks.archiveEnd()
            let last = try core.blocks.block(end.position.block)
            return (end.lastTime.date, last?.kind == .head)
        }
    }

    /// Records who asks for a head, which is then the next block.
    public func recordHead(by actor: Actor) throws(LedgerError) {
        try write { core throws(LedgerError) in try core.change([(.head, [])], by: actor) }
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
                rules: RulesRevision.current,
                facts: Array(text.utf8),
                originals: []
            )
            try core.makeDurable([BlockDraft(entries: .head(at: time)) { content }])
        }
    }

    /// The text of every head in the archive, oldest first.
    public func storedHeads() throws(LedgerError) -> [String] {
        try look { core throws(LedgerError) in
            let blocks = try LedgerError.database { () throws(SQLiteError) in
                let rows = try core.connection.prepare("SELECT number FROM block WHERE kind = 3 ORDER BY number")
                var numbers: [UInt64] = []
                while try rows.step() { numbers.append(UInt64(bitPattern: rows.integer(0))) }
                var blocks: [StoredBlock] = []
                for number in numbers {
                    guard let block = try core.blocks.block(number) else { throw .damage("block \(number)") }
                    blocks.append(block)
                }
                return blocks
            }
            var texts: [String] = []
            for block in blocks { texts.append(try core.archive.head(in: block)) }
            return texts
        }
    }
}
