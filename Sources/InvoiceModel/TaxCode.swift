/// A tax code (`MST`): 10 digits, 10 digits and a three-digit branch (`0199999991-001`), or a 12-digit personal id.
///
/// Packed into one word, so that a registry of millions is a flat hash table and a comparison one instruction.
public struct TaxCode: Sendable, Hashable, Comparable {
    /// Shape in the top byte (1 organisation, 2 branch, 3 person), digits as a number below.
    public let packed: UInt64

    /// What kind of code it is.
    public enum Shape: UInt8, Sendable {
        /// Ten digits.
        case organisation = 1
        /// Ten digits, a dash, three digits from 001.
        case branch = 2
        /// Twelve digits: a personal identification number, a tax code since 1 July 2025.
        case person = 3
    }

    /// Reads the wire's form (with the dash in a branch code), or `nil`.
    public init?(wire text: Span<UInt8>) {
        let shape: Shape
        switch text.count {
        case 10: shape = .organisation
        case 14: shape = .branch
        case 12: shape = .person
        default: return nil
        }
        var value: UInt64 = 0
        for index in 0..<text.count {
            let byte = text[index]
            if shape == .branch, index == 10 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            value = value * 10 + UInt64(byte - UInt8(ascii: "0"))
        }
        if shape == .branch, value % 1_000 == 0 { return nil }
        packed = UInt64(shape.rawValue) << 56 | value
    }

    /// Reads the wire's form, or `nil`.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        self.init(wire: bytes.span)
    }

    /// Reads a sender's form, where a branch is thirteen digits without the dash (`MNGui` after its letter).
    public init?(withoutDash text: String) {
        guard text.utf8.count == 13 else {
            self.init(text)
            return
        }
        self.init("\(text.prefix(10))-\(text.suffix(3))")
    }

    /// A code from its stored word, or `nil` if no code has that word.
    public init?(packed: UInt64) {
        guard let shape = Shape(rawValue: UInt8(packed >> 56)) else { return nil }
        let digits = packed & 0x00FF_FFFF_FFFF_FFFF
        let limit: UInt64 =
            switch shape {
            case .organisation: 10_000_000_000
            case .branch: 10_000_000_000_000
            case .person: 1_000_000_000_000
            }
        guard digits < limit else { return nil }
        self.packed = packed
    }

    /// What kind of code it is.
    public var shape: Shape {
        switch packed >> 56 {
        case 1: .organisation
        case 2: .branch
        default: .person
        }
    }

    private var digits: UInt64 { packed & 0x00FF_FFFF_FFFF_FFFF }

    /// Whether the tenth digit is the check digit of the first nine; always true of a personal id, which has none.
    ///
    /// Weights 31, 29, 23, 19, 17, 13, 7, 5, 3; check = 10 − (sum mod 11); 10 means the number does not exist.
    public var hasValidCheckDigit: Bool {
        var rest: UInt64
        switch shape {
        case .organisation: rest = digits
        case .branch: rest = digits / 1_000
        case .person: return true
        }
        let check = rest % 10
        rest /= 10
        var sum: UInt64 = 0
        for weight: UInt64 in [3, 5, 7, 13, 17, 19, 23, 29, 31] {
            sum += weight * (rest % 10)
            rest /= 10
        }
        let expected = 10 - sum % 11
        return expected != 10 && expected == check
    }

    /// The order of the stored values.
    public static func < (left: TaxCode, right: TaxCode) -> Bool {
        left.packed < right.packed
    }

    /// The code without a dash, as senders write it in `MNGui`.
    public var withoutDash: String {
        description.filter { $0 != "-" }
    }
}

extension TaxCode: CustomStringConvertible {
    /// The wire's form.
    public var description: String {
        switch shape {
        case .organisation: padded(digits, to: 10)
        case .branch: padded(digits / 1_000, to: 10) + "-" + padded(digits % 1_000, to: 3)
        case .person: padded(digits, to: 12)
        }
    }
}

/// The decimal digits of `value` with leading zeros up to `width`.
func padded(_ value: UInt64, to width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
