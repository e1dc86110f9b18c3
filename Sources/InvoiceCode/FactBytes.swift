/// The bytes of the facts on their way into a code, without a list of their own for each.
struct FactBytes {
    /// More than all facts together have: numbers are bounded, and a total has at most 40 digits.
    private(set) var room = InlineArray<256, UInt8>(repeating: 0)
    /// How many of them are written.
    private(set) var count = 0

    mutating func append(_ byte: UInt8) {
        room[count] = byte
        count += 1
    }

    mutating func append(contentsOf bytes: [UInt8]) {
        for byte in bytes { append(byte) }
    }

    /// Appends an integer, its highest byte first.
    mutating func append<Value: FixedWidthInteger>(bigEndian value: Value) {
        for shift in stride(from: Value.bitWidth - 8, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: value >> Value(shift)))
        }
    }

    /// What `body` appends, with its length in four bytes before it.
    mutating func appendFact(_ body: (inout FactBytes) -> Void) {
        let start = count
        append(bigEndian: UInt32(0))
        body(&self)
        var length = UInt32(count - start - 4)
        for place in (start..<start + 4).reversed() {
            room[place] = UInt8(truncatingIfNeeded: length)
            length >>= 8
        }
    }

    /// Appends a number in decimal digits, with zeros before it up to `width`.
    mutating func append(decimal value: UInt128, width: Int = 1) {
        // Nearly every number fits into a word, which is far quicker to divide.
        if let word = UInt64(exactly: value) { append(digitsOf: word, width) } else { append(digitsOf: value, width) }
    }

    private mutating func append<Value: FixedWidthInteger & UnsignedInteger>(digitsOf value: Value, _ width: Int) {
        let start = count
        var rest = value
        repeat {
            append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        while count - start < width { append(UInt8(ascii: "0")) }
        var (low, high) = (start, count - 1)
        while low < high {
            (room[low], room[high]) = (room[high], room[low])
            low += 1
            high -= 1
        }
    }

    /// Appends the low `count` bytes of a word, the first one highest.
    mutating func append(characters word: UInt64, count: Int) {
        for place in (0..<count).reversed() { append(UInt8(truncatingIfNeeded: word >> UInt64(place * 8))) }
    }
}
