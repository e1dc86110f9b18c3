import Foundation
import InvoiceEngine

/// Aligned columns for people.
struct TextTable {
    /// How a column stands.
    enum Alignment {
        case left
        case right
    }

    private let alignments: [Alignment]
    private var rows: [[String]]

    /// A table with those heads.
    init(_ heads: [(title: String, alignment: Alignment)]) {
        alignments = heads.map(\.alignment)
        rows = [heads.map(\.title)]
    }

    /// The table of a report: decimals and counts to the right with separated thousands.
    init(_ report: Report) {
        self.init(report.columns.map { (TextTable.title($0.key), $0.kind == .text ? .left : .right) })
        for row in report.rows {
            append(
                zip(report.columns, row).map { column, cell in
                    guard let cell else { return "" }
                    return column.kind == .text ? cell : TextTable.grouped(cell)
                }
            )
        }
    }

    /// Adds a row.
    mutating func append(_ cells: [String]) {
        precondition(cells.count == alignments.count, "every row fills every column")
        rows.append(cells)
    }

    /// The lines, heads and rule included.
    var lines: [String] {
        let cells = rows.map { row in row.map { $0.precomposedStringWithCanonicalMapping } }
        let widths = alignments.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        var lines = cells.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                let space = String(repeating: " ", count: widths[column] - cell.count)
                line += alignments[column] == .left ? cell + space : space + cell
                if column < row.count - 1 { line += "  " }
            }
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
        lines.insert(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "), at: 1)
        return lines
    }

    /// `net_vnd` as `net vnd`.
    private static func title(_ key: String) -> String {
        key.replacingOccurrences(of: "_", with: " ")
    }

    /// A decimal with its thousands separated: `-1234567.5` as `-1,234,567.5`.
    static func grouped(_ decimal: String) -> String {
        let isNegative = decimal.hasPrefix("-")
        let parts = decimal.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first else { return decimal }
        var text = ""
        for (place, digit) in whole.enumerated() {
            if place > 0, (whole.count - place) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        if parts.count > 1 { text += "." + parts[1] }
        return (isNegative ? "-" : "") + text
    }
}
