import InvoiceModel

/// Appends fields: a tag of one byte, the value's length as a varint, the value.
///
/// Integers are little-endian without leading zero bytes (zero has none); signed ones are folded (zigzag) first.
/// A reader can pass over any field without knowing it.
struct FieldWriter {
    private(set) var bytes: [UInt8] = []

    mutating func put(_ tag: UInt8, _ value: Span<UInt8>) {
        bytes.append(tag)
        FieldWriter.append(varint: value.count, to: &bytes)
        for index in 0..<value.count { bytes.append(value[index]) }
    }

    mutating func put(_ tag: UInt8, _ value: [UInt8]) {
        bytes.append(tag)
        FieldWriter.append(varint: value.count, to: &bytes)
        bytes.append(contentsOf: value)
    }

    mutating func put(_ tag: UInt8, text: String?) {
        guard let text else { return }
        bytes.append(tag)
        FieldWriter.append(varint: text.utf8.count, to: &bytes)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func put(_ tag: UInt8, unsigned value: UInt64?) {
        guard let value else { return }
        put(tag, wide: UInt128(value))
    }

    mutating func put(_ tag: UInt8, signed value: Int64) {
        put(tag, wide: UInt128(UInt64(bitPattern: value << 1 ^ value >> 63)))
    }

    mutating func put(_ tag: UInt8, _ amount: Amount?) {
        guard let value = amount?.millionths else { return }
        put(tag, wide: UInt128(bitPattern: value << 1 ^ value >> 127))
    }

    mutating func put(_ tag: UInt8, _ digest: Digest) {
        put(tag, digest.bytes)
    }

    private mutating func put(_ tag: UInt8, wide value: UInt128) {
        let count = (128 - value.leadingZeroBitCount + 7) / 8
        bytes.append(tag)
        bytes.append(UInt8(count))
        for place in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> UInt128(place * 8))) }
    }

    /// Seven bits a byte, lowest first; the high bit says that more follow.
    static func append(varint value: Int, to bytes: inout [UInt8]) {
        precondition(value >= 0, "a length is not negative")
        var rest = UInt64(value)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}
