import InvoiceModel

/// Appends fields: a tag of one byte, the value's length as a varint, the value.
///
/// Integers are little-endian without leading zero bytes (zero has none); signed ones are folded (zigzag) first.
/// A reader can pass over any field without knowing it. What a field holds may be fields again; everything is written
/// once, behind what is there, and only its length is put before it afterwards.
struct FieldWriter {
    private(set) var bytes: [UInt8]

    /// A writer that goes on behind those bytes.
    init(behind bytes: consuming [UInt8] = []) {
        self.bytes = bytes
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
        put(tag, word: value)
    }

    mutating func put(_ tag: UInt8, signed value: Int64) {
        put(tag, word: UInt64(bitPattern: value << 1 ^ value >> 63))
    }

    mutating func put(_ tag: UInt8, _ amount: Amount?) {
        guard let value = amount?.millionths else { return }
        let folded = UInt128(bitPattern: value << 1 ^ value >> 127)
        let high = UInt64(truncatingIfNeeded: folded >> 64)
        guard high != 0 else { return put(tag, word: UInt64(truncatingIfNeeded: folded)) }
        bytes.append(tag)
        bytes.append(UInt8(8 + FieldWriter.byteCount(high)))
        append(UInt64(truncatingIfNeeded: folded), count: 8)
        append(high, count: FieldWriter.byteCount(high))
    }

    mutating func put(_ tag: UInt8, _ digest: Digest) {
        bytes.append(tag)
        bytes.append(UInt8(Digest.byteCount))
        digest.append(to: &bytes)
    }

    /// A field that holds what `body` writes.
    mutating func put(_ tag: UInt8, within body: (inout FieldWriter) -> Void) {
        bytes.append(tag)
        framed(body)
    }

    /// What `body` writes, with its length before it.
    mutating func framed(_ body: (inout FieldWriter) -> Void) {
        let place = bytes.count
        bytes.append(0)
        body(&self)
        let length = bytes.count - place - 1
        guard length >= 0x80 else {
            bytes[place] = UInt8(length)
            return
        }
        var prefix: [UInt8] = []
        FieldWriter.append(varint: length, to: &prefix)
        bytes.replaceSubrange(place...place, with: prefix)
    }

    private mutating func put(_ tag: UInt8, word: UInt64) {
        let count = FieldWriter.byteCount(word)
        bytes.append(tag)
        bytes.append(UInt8(count))
        append(word, count: count)
    }

    private mutating func append(_ word: UInt64, count: Int) {
        var rest = word
        for _ in 0..<count {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    private static func byteCount(_ word: UInt64) -> Int { (64 - word.leadingZeroBitCount + 7) / 8 }

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
