/// A currency (`DVTTe`): three upper-case letters of ISO 4217.
public struct Currency: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Three ASCII bytes, the first one highest.
    public let packed: UInt32

    /// Vietnamese đồng.
    public static let vnd = Currency(unchecked: "VND")

    private init(unchecked text: StaticString) {
        packed = text.description.utf8.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Three upper-case letters, or `nil`. Whether ISO lists them is a rule's question (`cur.code`).
    public init?(wire text: Span<UInt8>) {
        guard text.count == 3 else { return nil }
        var value: UInt32 = 0
        for index in 0..<3 {
            guard text[index] >= UInt8(ascii: "A"), text[index] <= UInt8(ascii: "Z") else { return nil }
            value = value << 8 | UInt32(text[index])
        }
        packed = value
    }

    /// Three upper-case letters, or `nil`.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        self.init(wire: bytes.span)
    }

    /// The order of the stored values.
    public static func < (left: Currency, right: Currency) -> Bool {
        left.packed < right.packed
    }

    /// The wire's form.
    public var description: String {
        // Nearly every invoice is in đồng.
        if self == .vnd { return "VND" }
        var text = ""
        for shift: UInt32 in [16, 8, 0] {
            text.unicodeScalars.append(Unicode.Scalar(UInt8((packed >> shift) & 0xFF)))
        }
        return text
    }
}
