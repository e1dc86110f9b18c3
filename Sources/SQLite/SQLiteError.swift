/// A failure reported by SQLite: its extended result code and its own words.
public struct SQLiteError: Error, Hashable, CustomStringConvertible {
    /// The extended result code, such as 13 (`SQLITE_FULL`) or 2067 (`SQLITE_CONSTRAINT_UNIQUE`).
    public let extendedCode: Int32
    /// SQLite's message; it names tables and columns, never values.
    public let message: String

    /// The primary result code: the lowest byte of the extended one.
    public var code: Int32 { extendedCode & 0xFF }
    /// Another process or connection holds the database.
    public var isBusy: Bool { code == 5 || code == 6 }
    /// The disk or the page limit is exhausted.
    public var isFull: Bool { code == 13 }
    /// The file is not a database, or a page of it is damaged.
    public var isCorrupt: Bool { code == 11 || code == 26 }
    /// Something would have to be written, or a file made, where that is not possible.
    public var isUnwritable: Bool { code == 8 || code == 14 }
    /// A constraint of the schema was violated.
    public var isConstraint: Bool { code == 19 }

    /// A failure with that code and text.
    public init(extendedCode: Int32, message: String) {
        self.extendedCode = extendedCode
        self.message = message
    }

    /// Code and message.
    public var description: String { "SQLite \(extendedCode): \(message)" }
}
