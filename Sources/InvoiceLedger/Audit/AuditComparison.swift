import InvoiceModel
import SQLite

/// Compares the live store with the one made from the archive, row by row in the order of their keys.
struct AuditComparison {
    let live: Connection
    let made: Connection

    /// One column of a table.
    private struct Column {
        var name: String
        var type: String
        /// Its place in the primary key from 1; 0 outside.
        var key: Int64
    }

    /// The schema, and every row of every table.
    func run(_ findings: inout AuditFindings, tell: (String) -> Void) throws(SQLiteError) -> Int {
        var rows = 0
        let wanted = try schema(made)
        let there: [Part: String]
        do throws(SQLiteError) { there = try schema(live) } catch {
            findings.add(AuditFinding(.database, "the schema cannot be read: \(error.message)"))
            return 0
        }
        for (part, sql) in there.sorted(by: { $0.key.order < $1.key.order }) where wanted[part] != sql {
            let what =
                wanted[part] == nil
                ? "that the archive gives no reason for" : "that is not defined as this program does"
            findings.add(AuditFinding(.agreement, "a \(part.type) \(part.name) \(what)"))
        }
        for part in wanted.keys.sorted(by: { $0.order < $1.order }) where part.type != "table" && there[part] == nil {
            findings.add(AuditFinding(.agreement, "the \(part.type) \(part.name) is missing in the store"))
        }
        for name in wanted.keys.filter({ $0.type == "table" }).map(\.name).sorted() {
            tell(name)
            do throws(SQLiteError) {
                rows += try compare(name, &findings)
            } catch {
                // No space for sorting is no fault of the store; anything else is.
                guard !error.isFull else { throw error }
                findings.add(AuditFinding(.database, "table \(name) cannot be read: \(error.message)"))
            }
        }
        return rows
    }

    /// A table, an index, a trigger or a view.
    private struct Part: Hashable {
        var type: String
        var name: String
        var order: String { "\(type) \(name)" }
    }

    /// How everything is defined; of what SQLite makes itself, nothing.
    private func schema(_ connection: Connection) throws(SQLiteError) -> [Part: String] {
        let rows = try connection.prepare(
            "SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE substr(name, 1, 7) <> 'sqlite_'"
        )
        var parts: [Part: String] = [:]
        while try rows.step() { parts[Part(type: rows.text(0), name: rows.text(1))] = rows.text(2) }
        return parts
    }

    private func columns(_ table: String) throws(SQLiteError) -> [Column] {
        let rows = try made.prepare("SELECT name, type, pk FROM pragma_table_info('\(table)')")
        var columns: [Column] = []
        while try rows.step() {
            columns.append(Column(name: rows.text(0), type: rows.text(1), key: rows.integer(2)))
        }
        // Keys first, in their order.
        return columns.sorted { left, right in
            (left.key == 0 ? Int64.max : left.key) < (right.key == 0 ? Int64.max : right.key)
        }
    }

    private func compare(_ table: String, _ findings: inout AuditFindings) throws(SQLiteError) -> Int {
        let columns = try columns(table)
        let keys = columns.filter { $0.key > 0 }
        let list = columns.map(\.name).joined(separator: ", ")
        let order = keys.map(\.name).joined(separator: ", ")
        let sql = "SELECT \(list) FROM \(table)\(keys.isEmpty ? "" : " ORDER BY \(order)")"
        let left = try live.prepare(sql)
        let right = try made.prepare(sql)
        var rows = 0
        var hasLeft = try left.step()
        var hasRight = try right.step()
        while hasLeft || hasRight {
            rows += 1
            let side = !hasLeft ? 1 : !hasRight ? -1 : compare(left, right, keys)
            switch side {
            case 0:
                let differing = columns.indices.dropFirst(keys.count).filter {
                    !isEqual(left, right, Int32($0), columns[$0].type)
                }
                if !differing.isEmpty {
                    let names = differing.map { columns[$0].name }.joined(separator: ", ")
                    try report("differs in \(names)", table, columns, right, &findings)
                }
                hasLeft = try left.step()
                hasRight = try right.step()
            case ..<0:
                try report("is in the store, but the archive does not give it", table, columns, left, &findings)
                hasLeft = try left.step()
            default:
                try report("is missing in the store", table, columns, right, &findings)
                hasRight = try right.step()
            }
        }
        return rows
    }

    /// How two rows stand by their keys: below 0 where the left one comes first.
    private func compare(_ left: Statement, _ right: Statement, _ keys: [Column]) -> Int {
        for (place, key) in keys.enumerated() {
            let place = Int32(place)
            switch key.type {
            case "INTEGER":
                let values = (left.integer(place), right.integer(place))
                if values.0 != values.1 { return values.0 < values.1 ? -1 : 1 }
            default:
                let values = (left.blob(place), right.blob(place))
                if values.0 != values.1 { return values.0.lexicographicallyPrecedes(values.1) ? -1 : 1 }
            }
        }
        return 0
    }

    private func isEqual(_ left: Statement, _ right: Statement, _ place: Int32, _ type: String) -> Bool {
        guard left.isNull(place) == right.isNull(place) else { return false }
        return type == "INTEGER"
            ? left.integer(place) == right.integer(place) : left.blob(place) == right.blob(place)
    }

    /// Names table, key, and the block and transaction the row comes from.
    private func report(
        _ what: String,
        _ table: String,
        _ columns: [Column],
        _ row: Statement,
        _ findings: inout AuditFindings
    ) throws(SQLiteError) {
        func value(_ name: String) -> Int64? {
            columns.firstIndex { $0.name == name }.flatMap { row.optionalInteger(Int32($0)) }
        }
        let isDuplicateKey = table == "message" || table == "block"
        let transaction = isDuplicateKey ? nil : value("transaction_number")
        var block = table == "block" ? value("number") : value("block")
        if block == nil, let transaction {
            block = try made.integer(
                """
                SELECT message.block FROM invoice JOIN message ON message.sequence = invoice.message
                WHERE invoice.transaction_number = \(transaction)
                """
            )
        }
        if block == nil, let change = value("change") {
            block = try made.integer("SELECT block FROM change WHERE sequence = \(change)")
        }
        // A row of sums is known by what it sums up, not by its id.
        let isSum = columns.contains { $0.name == "without_exchange" }
        let isNamed = { (column: Column) in
            isSum ? column.name != "id" && !TotalsSums.columns.contains(column.name) : column.key > 0
        }
        let keys = columns.enumerated().filter { isNamed($0.element) }.map { place, column in
            let text = column.type == "INTEGER" ? "\(row.integer(Int32(place)))" : row.text(Int32(place))
            return "\(column.name) \(text)"
        }
        var place: AuditPlace?
        if let block {
            let segment = try made.integer("SELECT segment FROM block WHERE number = \(block)") ?? 0
            place = AuditPlace(segment: UInt64(clamping: segment), block: UInt64(clamping: block))
        }
        findings.add(
            AuditFinding(
                .agreement,
                "table \(table), row \(keys.joined(separator: ", ")): \(what)",
                at: place,
                message: table == "message" ? value("sequence").map { UInt64(clamping: $0) } : nil,
                transaction: transaction.map { UInt64(clamping: $0) }
            )
        )
    }
}
