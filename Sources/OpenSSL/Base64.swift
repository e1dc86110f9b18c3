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
        var index = 0
        while index + 2 < bytes.count {
            let group = UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
            text.append(digit(group >> 18))
            text.append(digit(group >> 12))
            text.append(digit(group >> 6))
            text.append(digit(group))
            index += 3
        }
        let pad = UInt8(ascii: "=")
        switch bytes.count - index {
        case 1:
            let group = UInt32(bytes[index]) << 16
            text += [digit(group >> 18), digit(group >> 12), pad, pad]
        case 2:
            let group = UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8
            text += [digit(group >> 18), digit(group >> 12), digit(group >> 6), pad]
        default: break
        }
    }

    /// Writes the bytes that text stands for over `bytes`; `false`, with `bytes` of no meaning, where it is not base64:
    /// other characters, missing padding, or bits set that no byte holds.
    public static func decode(_ text: Span<UInt8>, into bytes: inout [UInt8]) -> Bool {
        bytes.removeAll(keepingCapacity: true)
        var group: UInt32 = 0
        var digits = 0
        var pads = 0
        for index in text.indices {
            let value = values[Int(text[index])]
            if value < 64 {
                guard pads == 0 else { return false }
                group = group << 6 | UInt32(value)
                digits += 1
                if digits == 4 {
                    bytes.append(UInt8(truncatingIfNeeded: group >> 16))
                    bytes.append(UInt8(truncatingIfNeeded: group >> 8))
                    bytes.append(UInt8(truncatingIfNeeded: group))
                    group = 0
                    digits = 0
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

    private static func digit(_ value: UInt32) -> UInt8 { alphabet[Int(value & 63)] }
}
