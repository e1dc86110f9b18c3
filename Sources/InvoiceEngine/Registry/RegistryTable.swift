import Foundation
import SwiftCSV

/// A CSV file with named columns, as registries export them.
struct RegistryTable {
    /// Column names in lower case.
    let columns: [String]
    /// Cells by row; a short row has fewer than there are columns.
    let rows: [[String]]

    /// The largest registry file: some ten million taxpayers.
    static let maximumBytes = 2 << 30

    /// Reads a table that has at least those columns; a byte order mark, CR LF and further columns are fine.
    init(_ file: InputFile, required: [String]) throws(EngineError) {
        let bytes = try InputReader.bytes(of: file, limit: RegistryTable.maximumBytes)
        try self.init(bytes, name: file.name, required: required)
    }

    init(_ bytes: [UInt8], name: String, required: [String]) throws(EngineError) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw EngineError(.usage, "\(name) is not UTF-8; save it as \"CSV UTF-8\" and import it again.")
        }
        let table: CSV<Enumerated>
        do {
            table = try CSV<Enumerated>(string: text, delimiter: .comma, loadColumns: false)
        } catch {
            throw EngineError(.usage, "\(name) is not a CSV file: \(error)")
        }
        let names = table.header.map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
        let missing = required.filter { !names.contains($0) }
        guard missing.isEmpty else {
            let wanted = required.joined(separator: ",")
            let absent = missing.joined(separator: ", ")
            throw EngineError(.usage, "\(name) has no column \(absent); its first line must name \(wanted).")
        }
        columns = names
        rows = table.rows.filter { row in row.contains { !$0.isEmpty } }
    }

    /// Makes a value of every row; the first row that makes none is named.
    ///
    /// - Parameter make: given the cells by column name; throws a `CellFault`.
    func map<Value>(
        name: String,
        _ make: ((String) throws(CellFault) -> String) throws(CellFault) -> Value
    ) throws(EngineError) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(rows.count)
        var places: [String: Int] = [:]
        for (place, column) in columns.enumerated() where places[column] == nil { places[column] = place }
        for (index, row) in rows.enumerated() {
            do {
                try values.append(
                    make { (column) throws(CellFault) in
                        guard let place = places[column], place < row.count else { return "" }
                        return row[place].trimmingCharacters(in: .whitespaces)
                    }
                )
            } catch {
                throw EngineError(
                    .usage,
                    "\(name), row \(index + 2): \(error.column) is \"\(error.found)\", not \(error.expected). "
                        + "Nothing was imported."
                )
            }
        }
        return values
    }
}

/// A cell that does not hold what its column wants.
struct CellFault: Error {
    var column: String
    var found: String
    var expected: String
}
