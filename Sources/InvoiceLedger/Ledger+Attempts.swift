public import InvoiceModel
import SQLite

extension Ledger {
    /// Shows the latest messages of a taxpayer that are more, or less, than one invoice with its code: refused,
    /// repeated, or of many; the newest first.
    ///
    /// - Parameters:
    ///   - limit: messages looked at, of whatever taxpayer.
    ///   - show: says whether to go on.
    /// - Returns: whether there were no more.
    public func attempts(
        by taxpayer: TaxCode,
        among limit: Int,
        _ show: (StoredMessage) -> Bool
    ) throws(LedgerError) -> Bool {
        try look { core throws(LedgerError) in
            let candidates = try LedgerError.database { () throws(SQLiteError) in
                let rows = try core.connection.prepare(Ledger.attemptQuery + "LIMIT \(max(0, limit) + 1)")
                var sequences: [UInt64] = []
                while try rows.step() { sequences.append(UInt64(bitPattern: rows.integer(0))) }
                return sequences
            }
            for sequence in candidates.prefix(limit) {
                // Only the originals of this taxpayer are read.
                guard let entry = try core.storedEntry(sequence)?.entry,
                    entry.taxpayer.flatMap({ TaxCode($0) }) == taxpayer,
                    let message = try core.storedMessage(StoredID(sequence: sequence))
                else { continue }
                guard show(message) else { return false }
            }
            return candidates.count <= limit
        }
    }

    /// Answered by the partial index alone, in its order.
    static let attemptQuery = "SELECT sequence FROM message WHERE status <> 1 ORDER BY sequence DESC "
}
