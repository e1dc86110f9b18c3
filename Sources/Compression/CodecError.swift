/// Why a block could not be compressed or expanded.
public struct CodecError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What went wrong.
    public enum Code: Sendable, Hashable {
        /// The data is not of the codec, is cut off, fails its check sum, holds another number of bytes than is
        /// written beside it, or more follows its end.
        case damaged
        /// This program was built without the codec.
        case unavailable
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
        case .damaged: "The compressed data of a block is damaged."
        case .unavailable: "This program was built without Zstandard; build it with the package trait Zstd."
        case .outOfMemory: "There is no memory left for the compression library."
        }
    }
}
