import DurableFiles

/// What can be wrong with the look-up index; it is derived, so opening the ledger again always cures `damage`.
enum IndexError: Error, Hashable, CustomStringConvertible {
    /// A file operation the system refused.
    case file(FileError)
    /// A run file holds something we did not write.
    case damage(path: String, what: String)
    /// The store could not be asked for an anchor.
    case store(reason: String)
    /// Too much of the index waits in memory because run files cannot be written, with the last reason.
    case notWritten(reason: String)

    var description: String {
        switch self {
        case .file(let error): error.description
        case .damage(let path, let what):
            "\(path) is damaged (\(what)); the next submit makes it anew"
        case .store(let reason): reason
        case .notWritten(let reason): "the look-up index cannot be written: \(reason)"
        }
    }

    /// Runs file operations with their failures as this type.
    static func files<Result: ~Copyable>(
        _ body: () throws(FileError) -> Result
    ) throws(IndexError) -> Result {
        do throws(FileError) { return try body() } catch { throw .file(error) }
    }
}
