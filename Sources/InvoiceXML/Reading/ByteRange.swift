/// A run of bytes in a message.
public struct ByteRange: Sendable, Hashable {
    /// Offset of the first byte.
    public var offset: UInt32
    /// Number of bytes.
    public var count: UInt32

    /// No bytes.
    public static let empty = ByteRange(offset: 0, count: 0)

    /// A run of bytes.
    public init(offset: UInt32, count: UInt32) {
        self.offset = offset
        self.count = count
    }

    /// The bytes from one offset to before another.
    @inline(__always)
    init(from start: Int, to end: Int) {
        offset = UInt32(truncatingIfNeeded: start)
        count = UInt32(truncatingIfNeeded: end - start)
    }

    /// The offsets of its bytes.
    public var range: Range<Int> { Int(offset)..<Int(offset) + Int(count) }
}
