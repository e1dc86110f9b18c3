/// A character reference, or a reference to one of the five names XML predefines.
struct Reference {
    /// The character; any number where the reference names none.
    var value: UInt32
    /// The offset after its `;`.
    var end: Int
    /// Whether it is a name, not a number.
    var isNamed: Bool

    /// Reads the reference whose `&` is at `start`, or `nil` if there is none that ends before `end`.
    init?(_ view: ByteView, at start: Int, end: Int) {
        guard start + 3 < end else { return nil }
        if view[start + 1] == 0x23 {
            self.init(number: view, at: start + 2, end: end)
        } else if view.has("&amp;", at: start, end: end) {
            self.init(value: 0x26, end: start + 5, isNamed: true)
        } else if view.has("&lt;", at: start, end: end) {
            self.init(value: 0x3C, end: start + 4, isNamed: true)
        } else if view.has("&gt;", at: start, end: end) {
            self.init(value: 0x3E, end: start + 4, isNamed: true)
        } else if view.has("&quot;", at: start, end: end) {
            self.init(value: 0x22, end: start + 6, isNamed: true)
        } else if view.has("&apos;", at: start, end: end) {
            self.init(value: 0x27, end: start + 6, isNamed: true)
        } else {
            return nil
        }
    }

    private init(value: UInt32, end: Int, isNamed: Bool) {
        self.value = value
        self.end = end
        self.isNamed = isNamed
    }

    /// Decimal, or hexadecimal after an `x`.
    private init?(number view: ByteView, at start: Int, end: Int) {
        let isHexadecimal = view[start] == 0x78
        var offset = isHexadecimal ? start + 1 : start
        let first = offset
        var number: UInt32 = 0
        while offset < end {
            let byte = view[offset]
            let digit: UInt32
            if byte &- 0x30 < 10 {
                digit = UInt32(byte &- 0x30)
            } else if isHexadecimal, (byte | 0x20) &- 0x61 < 6 {
                digit = UInt32((byte | 0x20) &- 0x61) + 10
            } else {
                break
            }
            // Beyond the last character the number only has to stay there.
            number = min(number * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
            offset += 1
        }
        guard offset > first, offset < end, view[offset] == 0x3B else { return nil }
        self.init(value: number, end: offset + 1, isNamed: false)
    }

    /// Whether XML 1.0 allows the character.
    static func isCharacter(_ value: UInt32) -> Bool {
        switch value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
        default: false
        }
    }

    /// Appends the character's UTF-8.
    func append(to output: inout [UInt8]) {
        switch value {
        case 0..<0x80:
            output.append(UInt8(value))
        case 0x80..<0x800:
            output.append(UInt8(0xC0 | value >> 6))
            output.append(UInt8(0x80 | value & 0x3F))
        case 0x800..<0x1_0000:
            output.append(UInt8(0xE0 | value >> 12))
            output.append(UInt8(0x80 | value >> 6 & 0x3F))
            output.append(UInt8(0x80 | value & 0x3F))
        default:
            output.append(UInt8(0xF0 | value >> 18 & 0x07))
            output.append(UInt8(0x80 | value >> 12 & 0x3F))
            output.append(UInt8(0x80 | value >> 6 & 0x3F))
            output.append(UInt8(0x80 | value & 0x3F))
        }
    }
}
