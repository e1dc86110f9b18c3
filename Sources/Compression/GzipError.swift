/// Why gzip data could not be read or made.
public struct GzipError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What went wrong.
    public enum Code: Sendable, Hashable {
        /// The data is not gzip, is damaged, or fails its check sum.
        case damaged
        /// The data ends before the gzip member does.
        case truncated
        /// The content is larger than the caller allows: perhaps a bomb.
        case tooLarge
        /// Memory for the codec could not be had.
        case outOfMemory
    }

    /// What went wrong.
    public var code: Code

    /// An error with that code.
    public init(_ code: Code) {
        self.code = code
    }

    /// A sentence for people.
    public var description: String {
        switch code {
        case .damaged: "The compressed data is damaged or is not gzip."
        case .truncated: "The compressed data ends too early."
        case .tooLarge: "The content of the compressed data is larger than allowed."
        case .outOfMemory: "There is no memory left for the compression library."
        }
    }
}
