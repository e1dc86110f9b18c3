import Glibc

/// A file operation the system refused.
public struct FileError: Error, Hashable, CustomStringConvertible {
    /// What was tried, as a verb: `open`, `write` or `sync`.
    public let operation: String
    /// On which path.
    public let path: String
    /// The system's `errno`; `EFBIG` also where our own limit was passed.
    public let errorNumber: Int32
    /// For a lock that is taken: what its holder wrote into it.
    public let holder: String?

    /// A refused operation.
    public init(_ operation: String, path: String, errorNumber: Int32, holder: String? = nil) {
        self.operation = operation
        self.path = path
        self.errorNumber = errorNumber
        self.holder = holder
    }

    /// The path does not exist.
    public var isMissing: Bool { errorNumber == ENOENT }

    /// A sentence for the operator.
    public var description: String {
        if let holder { return "\(path) is held by \(holder.isEmpty ? "another process" : holder)" }
        // C returns a static text.
        return unsafe "\(operation) \(path): \(String(cString: strerror(errorNumber)))"
    }
}
