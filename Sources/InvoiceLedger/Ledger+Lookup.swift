public import InvoiceCode
public import InvoiceModel
import SQLite

/// What asking for a code came to.
public enum CodeLookup: Sendable, Hashable {
    /// This ledger gave the code to that invoice.
    case authentic(InvoiceRecord)
    /// The ledger has no key of that generation.
    case unknownGeneration
    /// No transaction of that number happened yet: the code was made up.
    case beyondHighWater
    /// The transaction exists, but the code is not its: the code was made up or changed.
    case tagMismatch

    /// The invoice of an authentic code.
    public var record: InvoiceRecord? {
        if case .authentic(let record) = self { record } else { nil }
    }
}

extension Ledger {
    /// The invoice that has a code, or why none has; needs no index, because the code holds the transaction number.
    public func lookup(_ code: AuthenticationCode) throws(LedgerError) -> CodeLookup {
        try read { core throws(SQLiteError) in
            guard let opened = core.codeMaker.maker.open(code) else { return .unknownGeneration }
            // Another process may be giving codes; the store knows its own mark.
            let mark = try core.connection.integer("SELECT max(transaction_number) FROM invoice") ?? 0
            guard opened.transaction >= 1, opened.transaction <= UInt64(clamping: mark) else { return .beyondHighWater }
            let row = try core.connection.prepare("SELECT generation, tag FROM invoice WHERE transaction_number = ?")
            row.bind(1, Int64(opened.transaction))
            guard try row.step() else { throw .damage("transaction \(opened.transaction) is missing") }
            guard row.optionalInteger(0) == Int64(opened.generation), opened.hasTag(UInt64(bitPattern: row.integer(1)))
            else {
                return .tagMismatch
            }
            guard let record = try InvoiceRows(core).one(opened.transaction) else {
                throw .damage("transaction \(opened.transaction) without its series")
            }
            return .authentic(record)
        }
    }

    /// The invoice that a cash register gave that code, or `nil`.
    public func lookup(_ code: CashRegisterCode) throws(LedgerError) -> InvoiceRecord? {
        try read { core throws(SQLiteError) in
            guard let transaction = try core.admissionStatements.transaction(code) else { return nil }
            return try InvoiceRows(core).one(transaction)
        }
    }

    /// The accepted invoice of that seller, form, symbol and number, or `nil`.
    public func lookup(_ key: InvoiceKey) throws(LedgerError) -> InvoiceRecord? {
        try read { core throws(SQLiteError) in
            guard let series = try core.writer.series.id(SeriesKey(key)) else { return nil }
            let number = SeriesNumber(series: series, number: key.number)
            guard let transaction = try core.admissionStatements.transaction(number) else { return nil }
            return try InvoiceRows(core).one(transaction)
        }
    }

    /// The accepted invoice of that transaction number, or `nil`.
    public func lookup(transaction: UInt64) throws(LedgerError) -> InvoiceRecord? {
        guard transaction <= UInt64(Int64.max) else { return nil }
        return try read { core throws(SQLiteError) in try InvoiceRows(core).one(transaction) }
    }

    /// Accepted invoices in order of their transaction numbers.
    public func list(_ query: ListQuery) throws(LedgerError) -> [InvoiceRecord] {
        try read { core throws(SQLiteError) in
            var conditions = ["transaction_number > ?"]
            var values = [Int64(clamping: query.after)]
            func add(_ condition: String, _ value: Int64?) {
                guard let value else { return }
                conditions.append(condition)
                values.append(value)
            }
            // A seller's invoices lie together in the table of numbers; no other index is kept for this.
            add(
                """
                transaction_number IN (SELECT number.transaction_number FROM number JOIN series AS own
                ON own.id = number.series WHERE own.seller = ?)
                """,
                query.taxpayer.map { Int64(bitPattern: $0.packed) }
            )
            add("buyer = ?", query.buyer.map { Int64(bitPattern: $0.packed) })
            add("issued_on >= ?", query.from.map { Int64($0.dayNumber) })
            add("issued_on <= ?", query.to.map { Int64($0.dayNumber) })
            if let kind = query.kind { conditions.append("symbol GLOB '\(kind.symbolPattern)'") }
            switch query.state {
            case .issued:
                conditions.append("replaced_by IS NULL AND adjusted_by IS NULL AND generation IS NOT NULL")
            case .registered:
                conditions.append("replaced_by IS NULL AND adjusted_by IS NULL AND generation IS NULL")
            case .replaced: conditions.append("replaced_by IS NOT NULL")
            case .adjusted: conditions.append("replaced_by IS NULL AND adjusted_by IS NOT NULL")
            case nil: break
            }
            let rows = try core.connection.prepare(
                InvoiceRows.select + "WHERE \(conditions.joined(separator: " AND ")) "
                    + "ORDER BY transaction_number LIMIT \(max(0, query.limit))"
            )
            for (position, value) in values.enumerated() { rows.bind(Int32(position) + 1, value) }
            let reader = try InvoiceRows(core)
            var records: [InvoiceRecord] = []
            while try rows.step() { records.append(try reader.record(rows)) }
            return records
        }
    }
}
