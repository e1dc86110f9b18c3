/// Why the engine could not do what was asked: never because of what an invoice says, that is an outcome.
public struct EngineError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure.
    public enum Code: Sendable, Hashable {
        /// What was asked makes no sense: a bad date, an unknown grouping, a malformed registry file.
        case usage
        /// A file or folder cannot be read or written.
        case file
        /// The ledger cannot be opened, read or written.
        case store
        /// Nothing has that code or number.
        case notFound
    }

    /// What kind of failure.
    public var code: Code
    /// What happened, and what to do next.
    public var description: String

    /// A failure, told in a sentence for people.
    public init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
