/// Why bytes of the archive are no entry: damage, or a newer program's work.
struct EntryError: Error, Hashable, CustomStringConvertible {
    /// What is wrong.
    enum Reason: String {
        /// A length reaches beyond what holds it.
        case length = "a length reaches beyond its place"
        /// A field stands twice or out of order.
        case order = "a field out of order"
        /// A newer program wrote a field this one does not know.
        case unknownField = "a field of a newer program"
        /// A field that must be there is not.
        case missing = "a field is missing"
        /// A field holds what this program could not have written.
        case value = "a field holds an impossible value"
        /// The entries end before or after the section does.
        case count = "not as many entries as the block says"
    }

    var reason: Reason
    /// Byte in the section of facts.
    var offset: Int
    /// The field's tag; 0 where none was read.
    var tag: UInt8 = 0

    /// A sentence for the operator.
    var description: String { "\(reason.rawValue) at byte \(offset) (tag \(tag))" }
}
