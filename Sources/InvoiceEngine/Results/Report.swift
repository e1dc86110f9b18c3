/// Rows of named columns: what totals and lists answer, ready to be printed in any form.
public struct Report: Sendable, Hashable {
    /// One column.
    public struct Column: Sendable, Hashable {
        /// Its key in JSON and CSV, such as `net_vnd`.
        public var key: String
        /// What its cells are.
        public var kind: Kind

        /// One column.
        public init(_ key: String, _ kind: Kind = .text) {
            self.key = key
            self.kind = kind
        }
    }

    /// What the cells of a column are.
    public enum Kind: Sendable, Hashable {
        /// Text as it is.
        case text
        /// An exact decimal: text in JSON, with separated thousands on paper.
        case decimal
        /// A whole number: a number in JSON.
        case count
    }

    /// The columns in order.
    public var columns: [Column]
    /// As many cells a row as there are columns; `nil` for what is not known.
    public var rows: [[String?]]

    /// A report.
    public init(columns: [Column], rows: [[String?]]) {
        precondition(rows.allSatisfy { $0.count == columns.count }, "every row fills every column")
        self.columns = columns
        self.rows = rows
    }
}

extension Report: Encodable {
    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) {
            self.stringValue = stringValue
        }

        init?(intValue: Int) {
            nil
        }
    }

    /// An array of objects.
    public func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        for row in rows {
            var object = list.nestedContainer(keyedBy: Key.self)
            for (column, cell) in zip(columns, row) {
                let key = Key(stringValue: column.key)
                if column.kind == .count, let cell, let number = Int(cell) {
                    try object.encode(number, forKey: key)
                } else {
                    try object.encode(cell, forKey: key)
                }
            }
        }
    }
}
