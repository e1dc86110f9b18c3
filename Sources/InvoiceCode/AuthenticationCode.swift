/// The code of the tax authority (`MCCQT`): 34 characters, the key generation and sixteen encrypted bytes.
public struct AuthenticationCode: Sendable, Hashable, CustomStringConvertible {
    /// Which generation of keys made it: 00–7F the authority, 80–FF delegated providers.
    public let generation: UInt8
    /// The first eight encrypted bytes, the first one highest.
    public let high: UInt64
    /// The last eight encrypted bytes, the first one highest.
    public let low: UInt64

    /// Characters of a code.
    public static let characterCount = 34

    /// A code by its parts.
    public init(generation: UInt8, high: UInt64, low: UInt64) {
        self.generation = generation
        self.high = high
        self.low = low
    }

    /// Reads 34 upper-case hexadecimal digits, or `nil`.
    public init?(wire text: Span<UInt8>) {
        guard text.count == AuthenticationCode.characterCount else { return nil }
        var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
        for index in 0..<text.count {
            let digit: UInt8
            switch text[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = text[index] - UInt8(ascii: "0")
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = text[index] - UInt8(ascii: "A") + 10
            default: return nil
            }
            switch index {
            case 0..<2: words.0 = words.0 << 4 | UInt64(digit)
            case 2..<18: words.1 = words.1 << 4 | UInt64(digit)
            default: words.2 = words.2 << 4 | UInt64(digit)
            }
        }
        self.init(generation: UInt8(words.0), high: words.1, low: words.2)
    }

    /// Reads 34 upper-case hexadecimal digits, or `nil`.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        self.init(wire: bytes.span)
    }

    /// Appends the 34 characters.
    public func append(to bytes: inout [UInt8]) {
        func append(_ word: UInt64, digits: UInt64) {
            for place in (0..<digits).reversed() {
                let digit = UInt8(word >> (place * 4) & 15)
                bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
            }
        }
        append(UInt64(generation), digits: 2)
        append(high, digits: 16)
        append(low, digits: 16)
    }

    /// The 34 characters.
    public var description: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(AuthenticationCode.characterCount)
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
