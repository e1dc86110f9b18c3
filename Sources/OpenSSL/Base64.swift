/// Base64 as XML Signature writes it (RFC 2045 alphabet; white space may stand anywhere).
public enum Base64 {
    /// The text of those bytes, on one line, padded.
    public static func encode(_ bytes: Span<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        append(bytes, to: &text)
        return text
    }

    /// The text of those bytes, on one line, padded.
    public static func encode(_ bytes: [UInt8]) -> String { String(decoding: encode(bytes.span), as: UTF8.self) }

    /// Appends the text of those bytes.
    public static func append(_ bytes: Span<UInt8>, to text: inout [UInt8]) {
        let alphabet = alphabet
        func digit(_ value: UInt32) -> UInt8 { alphabet[Int(value & 63)] }
        var index = 0
        while index + 2 < bytes.count {
            let group = UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
            text.append(digit(group >> 18))
            text.append(digit(group >> 12))
            text.append(digit(group >> 6))
            text.append(digit(group))
            index += 3
        }
        guard index < bytes.count else { return }
        let pad = UInt8(ascii: "=")
        let second = index + 1 < bytes.count ? UInt32(bytes[index + 1]) : 0
        let group = UInt32(bytes[index]) << 16 | second << 8
        text.append(digit(group >> 18))
        text.append(digit(group >> 12))
        text.append(index + 1 < bytes.count ? digit(group >> 6) : pad)
        text.append(pad)
    }

    /// Writes the bytes that text stands for over `bytes`; `false`, with `bytes` of no meaning, where it is not base64:
    /// other characters, missing padding, or bits set that no byte holds.
    public static func decode(_ text: Span<UInt8>, into bytes: inout [UInt8]) -> Bool {
        bytes.removeAll(keepingCapacity: true)
        bytes.reserveCapacity(text.count / 4 * 3 + 3)
        let values = values
        var index = decodeGroups(text, values, into: &bytes)
        var group: UInt32 = 0
        var digits = 0
        var pads = 0
        while index < text.count {
            let value = values[Int(text[index])]
            index += 1
            if value < 64 {
                guard pads == 0 else { return false }
                group = group << 6 | UInt32(value)
                digits += 1
                if digits == 4 {
                    append(group, to: &bytes)
                    group = 0
                    digits = 0
                    index += decodeGroups(text.extracting(index..<text.count), values, into: &bytes)
                }
            } else if value == padding {
                pads += 1
            } else if value != space {
                return false
            }
        }
        switch (digits, pads) {
        case (0, 0): return true
        case (2, 2):
            bytes.append(UInt8(truncatingIfNeeded: group >> 4))
            return group & 0xF == 0
        case (3, 1):
            bytes.append(UInt8(truncatingIfNeeded: group >> 10))
            bytes.append(UInt8(truncatingIfNeeded: group >> 2))
            return group & 0x3 == 0
        default: return false
        }
    }

    /// Appends the bytes of the groups of four digits that the text begins with; how many characters these are.
    private static func decodeGroups(_ text: Span<UInt8>, _ values: [UInt8], into bytes: inout [UInt8]) -> Int {
        var index = 0
        while index + 4 <= text.count {
            let first = values[Int(text[index])]
            let second = values[Int(text[index + 1])]
            let third = values[Int(text[index + 2])]
            let fourth = values[Int(text[index + 3])]
            guard first | second | third | fourth < 64 else { break }
            append(UInt32(first) << 18 | UInt32(second) << 12 | UInt32(third) << 6 | UInt32(fourth), to: &bytes)
            index += 4
        }
        return index
    }

    @inline(__always)
    private static func append(_ group: UInt32, to bytes: inout [UInt8]) {
        bytes.append(UInt8(truncatingIfNeeded: group >> 16))
        bytes.append(UInt8(truncatingIfNeeded: group >> 8))
        bytes.append(UInt8(truncatingIfNeeded: group))
    }

    /// The bytes that text stands for, or `nil`.
    public static func decode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        let characters = Array(text.utf8)
        return decode(characters.span, into: &bytes) ? bytes : nil
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let padding: UInt8 = 64
    private static let space: UInt8 = 65

    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
        values[Int(UInt8(ascii: "="))] = padding
        for character in [0x20, 0x09, 0x0A, 0x0D] { values[character] = space }
        return values
    }()
}
