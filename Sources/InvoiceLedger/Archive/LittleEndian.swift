/// Integers as the archive writes them: the low byte first.
enum LittleEndian {
    /// Writes an integer over the bytes from `offset` on.
    static func write<Value: FixedWidthInteger>(_ value: Value, to bytes: inout [UInt8], at offset: Int) {
        for index in 0..<(Value.bitWidth / 8) {
            bytes[offset + index] = UInt8(truncatingIfNeeded: value >> Value(index * 8))
        }
    }

    /// The integer that stands in the bytes from `offset` on.
    static func read<Value: FixedWidthInteger>(_ bytes: Span<UInt8>, at offset: Int) -> Value {
        var value: Value = 0
        for index in 0..<(Value.bitWidth / 8) {
            value |= Value(truncatingIfNeeded: bytes[offset + index]) << Value(index * 8)
        }
        return value
    }
}

/// Why a header is not one of ours.
struct HeaderFault: Error {
    let what: String
    /// Whole, but of a newer version of this program.
    var isNewer = false
}
