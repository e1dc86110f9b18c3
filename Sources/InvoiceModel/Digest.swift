/// A SHA-256 value.
public struct Digest: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// 32 bytes as four words, the first byte highest in the first word.
    public let words: InlineArray<4, UInt64>

    /// 32 bytes.
    public static let byteCount = 32

    /// The digest with those 32 bytes.
    ///
    /// - Precondition: `bytes` has 32 bytes.
    public init(_ bytes: Span<UInt8>) {
        precondition(bytes.count == Digest.byteCount, "a SHA-256 value has 32 bytes")
        var words = InlineArray<4, UInt64>(repeating: 0)
        for index in 0..<Digest.byteCount {
            words[index / 8] = words[index / 8] << 8 | UInt64(bytes[index])
        }
        self.words = words
    }

    /// The 32 bytes.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Digest.byteCount)
        append(to: &bytes)
        return bytes
    }

    /// Appends the 32 bytes.
    public func append(to bytes: inout [UInt8]) {
        for index in 0..<4 {
            let word = words[index]
            for shift in 0..<8 as Range<UInt64> { bytes.append(UInt8(truncatingIfNeeded: word >> (56 - 8 * shift))) }
        }
    }

    /// Lower-case hexadecimal.
    public var description: String { Hex.lowercase(bytes) }

    /// Whether the bytes are the same.
    public static func == (left: Digest, right: Digest) -> Bool {
        left.words[0] == right.words[0] && left.words[1] == right.words[1] && left.words[2] == right.words[2]
            && left.words[3] == right.words[3]
    }

    /// The order of the stored values.
    public static func < (left: Digest, right: Digest) -> Bool {
        for index in 0..<4 where left.words[index] != right.words[index] {
            return left.words[index] < right.words[index]
        }
        return false
    }

    /// Feeds the bytes to the hasher.
    public func hash(into hasher: inout Hasher) {
        for index in 0..<4 { hasher.combine(words[index]) }
    }
}

/// Bytes as hexadecimal text.
public enum Hex {
    /// `00ff` style.
    public static func lowercase(_ bytes: [UInt8]) -> String { text(bytes, Array("0123456789abcdef".utf8)) }

    /// `00FF` style.
    public static func uppercase(_ bytes: [UInt8]) -> String { text(bytes, Array("0123456789ABCDEF".utf8)) }

    /// The bytes an even number of hexadecimal digits stand for, or `nil`.
    public static func bytes(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2)
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = value(digits[index]), let low = value(digits[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func text(_ bytes: [UInt8], _ alphabet: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(alphabet[Int(byte >> 4)])
            text.append(alphabet[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
