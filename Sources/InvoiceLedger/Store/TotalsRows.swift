import InvoiceModel
import SQLite

/// One table of sums.
final class TotalsRows {
    private let connection: Connection
    private let kind: TotalsTable
    private let table: String
    private let keys: [String]
    private let find: Statement
    private let select: Statement
    private let insert: Statement
    private let update: Statement
    private var last: Int64
    private var kept: RowIDs?

    /// A table with no more rows is read once, so that a key that is not among them is known to be new.
    private static let readAtOnce: Int64 = 65_536

    init(_ connection: Connection, _ kind: TotalsTable) throws(SQLiteError) {
        self.connection = connection
        self.kind = kind
        switch kind {
        case .day:
            table = "total_day"
            keys = ["basis", "day", "office", "kind", "form", "currency", "rate"]
        case .month:
            table = "total_month"
            keys = ["basis", "month", "taxpayer", "kind", "form", "currency", "rate"]
        }
        let columns = TotalsSums.columns
        let values = columns.map { "\($0) = ?" }.joined(separator: ", ")
        let condition = keys.map { "\($0) = ?" }.joined(separator: " AND ")
        find = try connection.prepare("SELECT id FROM \(table) WHERE \(condition)")
        let list = (keys + columns).joined(separator: ", ")
        select = try connection.prepare("SELECT \(list) FROM \(table) WHERE id = ?")
        insert = try connection.prepare(insert: table, columns: 1 + keys.count + columns.count)
        update = try connection.prepare("UPDATE \(table) SET \(values) WHERE id = ?")
        last = try connection.integer("SELECT coalesce(max(id), 0) FROM \(table)") ?? 0
    }

    /// Adds what is of this table, and counts by how much its rows grew.
    func apply(_ deltas: TotalsDeltas, _ growth: inout TotalsGrowth) throws(SQLiteError) {
        // Taken out, so that it is not copied; after a failure it is found anew.
        var ids: RowIDs
        if let kept = exchange(&kept, with: nil) { ids = kept } else { ids = try known() }
        var stored: [(id: Int64, place: Int)] = []
        var new: [Int] = []
        for place in deltas.rows.indices where deltas.rows[place].key.table == kind {
            let key = deltas.rows[place].key
            if let id = ids.id(key.hash) {
                stored.append((id, place))
            } else if !ids.isComplete, let id = try id(key) {
                ids.insert(id, key.hash)
                stored.append((id, place))
            } else {
                new.append(place)
            }
        }
        // Sorted, so that neighbours share pages.
        stored.sort { $0.id < $1.id }
        for (id, place) in stored {
            let (key, delta) = deltas.rows[place]
            if let sums = try sums(id, of: key) {
                growth.add(key, by: try add(delta, to: sums, id))
            } else if let id = try self.id(key), let sums = try sums(id, of: key) {
                // Another row has the same hash.
                growth.add(key, by: try add(delta, to: sums, id))
            } else {
                new.append(place)
            }
        }
        // In order of their first invoice, so that they get the same numbers however messages were parted.
        for place in new.sorted() {
            let (key, delta) = deltas.rows[place]
            guard last < Int64.max, delta.isPossible else { throw .damage("a row of sums") }
            last += 1
            insert.bind(1, last)
            bind(key, to: insert, from: 2)
            delta.bind(to: insert, from: 9)
            try insert.run()
            ids.insert(last, key.hash)
            growth.add(key, by: delta)
        }
        kept = ids
    }

    /// Writes a row with what it grows by; gives by how much it grew.
    private func add(_ delta: TotalsSums, to stored: TotalsSums, _ id: Int64) throws(SQLiteError) -> TotalsSums {
        let sums = stored + delta
        guard sums.isPossible else { throw .damage("a row of sums") }
        sums.bind(to: update, from: 1)
        update.bind(Int32(TotalsSums.columns.count + 1), id)
        try update.run()
        return sums - stored
    }

    /// The ids of the rows there are, where they are not too many.
    private func known() throws(SQLiteError) -> RowIDs {
        guard last <= TotalsRows.readAtOnce else { return RowIDs(isComplete: false) }
        var ids = RowIDs(isComplete: true)
        let list = keys.joined(separator: ", ")
        let rows = try connection.prepare("SELECT \(list), id FROM \(table)")
        // A row that cannot be read is found by nobody either.
        while try rows.step() { if let key = key(rows) { ids.insert(rows.integer(7), key.hash) } }
        return ids
    }

    /// The id of a row by its key.
    private func id(_ key: TotalsKey) throws(SQLiteError) -> Int64? {
        bind(key, to: find, from: 1)
        guard try find.step() else { return nil }
        defer { find.reset() }
        return find.integer(0)
    }

    /// The sums of a row, or `nil` where it is not that key's.
    private func sums(_ id: Int64, of key: TotalsKey) throws(SQLiteError) -> TotalsSums? {
        select.bind(1, id)
        guard try select.step() else { return nil }
        defer { select.reset() }
        guard self.key(select) == key else { return nil }
        return try TotalsSums(select, from: 7)
    }
}

// Keys as columns.
extension TotalsRows {
    private func bind(_ key: TotalsKey, to statement: Statement, from position: Int32) {
        statement.bind(position, Int64(key.basis.rawValue))
        statement.bind(position + 1, Int64(key.period))
        switch key.table {
        case .day:
            let (office, count) = OfficeCode.bytes(key.subject)
            statement.bind(position + 2, utf8: office.span.extracting(0..<count))
        case .month: statement.bind(position + 2, Int64(bitPattern: key.subject))
        }
        statement.bind(position + 3, Int64(key.kind.stored))
        statement.bind(position + 4, Int64(key.form.digit))
        statement.bind(position + 5, key.currency.description)
        statement.bind(position + 6, Int64(key.rate.stored))
    }

    /// The key in the first columns, or `nil` where we could not have written it.
    private func key(_ row: Statement) -> TotalsKey? {
        let office = kind == .day ? row.text(2) : ""
        guard let basis = UInt8(exactly: row.integer(0)).flatMap({ StoredBasis(rawValue: $0) }),
            let period = Int32(exactly: row.integer(1)), OfficeCode.fits(office),
            let kind = InvoiceKind(stored: row.integer(3)),
            let form = UInt8(exactly: row.integer(4)).flatMap({ InvoiceForm($0) }),
            let currency = Currency(row.text(5)), let rate = Int32(exactly: row.integer(6))
        else { return nil }
        return TotalsKey(
            table: self.kind,
            basis: basis,
            period: period,
            subject: self.kind == .day ? OfficeCode.pack(office) : UInt64(bitPattern: row.integer(2)),
            kind: kind,
            form: form,
            currency: currency,
            rate: RateCode(stored: rate)
        )
    }
}
