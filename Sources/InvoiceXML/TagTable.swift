/// Finds the tag of a name without making a string: the name's bytes as words, a table, one comparison.
enum TagTable {
    /// Bytes of the longest name.
    static let longest = 24
}

extension Tag {
    /// The name on the wire.
    public var name: String { TagTable.names[Int(rawValue)] }
}
