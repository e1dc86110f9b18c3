/// An exact amount of money or quantity: a whole number of millionths.
///
/// The wire allows 21 digits with 6 decimals (Decision 1450, part I.IV.2); 128 bits hold the sum of more than
/// 10¹⁷ of the largest of them. Overflow is an answer (`nil`), never a wrapped value.
public struct Amount: Sendable, Hashable, Comparable {
    /// The amount in millionths of its unit (đồng, dollar, piece).
    public var millionths: Int128

    /// Millionths in one unit.
    public static let scale: Int128 = 1_000_000
    /// The wire's limit: digits before and after the decimal point together.
    public static let maximumDigits = 21
    /// The wire's limit: digits after the decimal point.
    public static let maximumFractionDigits = 6

    /// Nothing.
    public static let zero = Amount(millionths: 0)

    /// An amount of that many millionths.
    public init(millionths: Int128) {
        self.millionths = millionths
    }

    /// A whole number of units.
    public init(units: Int64) {
        millionths = Int128(units) * Amount.scale
    }

    /// Reads a number as the wire writes it: an optional `-`, digits, and at most six decimals after a `.`.
    ///
    /// - Returns: `nil` for anything else: exponents, separators, a `+`, an empty text, more than 21 digits.
    public init?(wire text: Span<UInt8>) {
        var index = 0
        let isNegative = text.count > 0 && text[0] == UInt8(ascii: "-")
        if isNegative { index = 1 }
        // At most 19 digits fit in a word: the rare ones after them are added to `high`.
        var high: Int128 = 0
        var low: UInt64 = 0
        var digits = 0
        var point = -1
        while index < text.count {
            let digit = text[index] &- UInt8(ascii: "0")
            index += 1
            if digit <= 9 {
                if digits == 18 {
                    high = Int128(low)
                    low = 0
                }
                low = low &* 10 &+ UInt64(digit)
                digits += 1
                guard digits <= Amount.maximumDigits else { return nil }
            } else {
                guard digit == UInt8(ascii: ".") &- UInt8(ascii: "0"), point < 0 else { return nil }
                point = digits
            }
        }
        let fraction = point < 0 ? 0 : digits - point
        guard digits > 0, point != 0, point != digits, fraction <= Amount.maximumFractionDigits else { return nil }
        let factor = Amount.powers[Amount.maximumFractionDigits - fraction]
        var value: Int128
        if digits > 18 {
            value = (high * Int128(Amount.powers[digits - 18]) + Int128(low)) * Int128(factor)
        } else {
            let (upper, lower) = low.multipliedFullWidth(by: factor)
            value = Int128(upper) << 64 | Int128(lower)
        }
        if isNegative { value = -value }
        millionths = value
    }

    /// Powers of ten up to the number of decimals.
    private static let powers: InlineArray<7, UInt64> = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

    /// Reads a number as the wire writes it.
    public init?(wire text: String) {
        let bytes = Array(text.utf8)
        self.init(wire: bytes.span)
    }

    /// The order of the stored values.
    public static func < (left: Amount, right: Amount) -> Bool {
        left.millionths < right.millionths
    }

    /// The sum, or `nil` where it does not fit.
    public func adding(_ other: Amount) -> Amount? {
        let (sum, overflow) = millionths.addingReportingOverflow(other.millionths)
        return overflow ? nil : Amount(millionths: sum)
    }

    /// The difference, or `nil` where it does not fit.
    public func subtracting(_ other: Amount) -> Amount? {
        let (difference, overflow) = millionths.subtractingReportingOverflow(other.millionths)
        return overflow ? nil : Amount(millionths: difference)
    }

    /// The product, rounded half away from zero to millionths, or `nil` where it does not fit.
    public func multiplied(by other: Amount) -> Amount? {
        let product = millionths.magnitude.multipliedFullWidth(by: other.millionths.magnitude)
        let half = UInt128(Amount.scale) / 2
        let (low, carry) = product.low.addingReportingOverflow(half)
        let high = product.high + (carry ? 1 : 0)
        guard high < UInt128(Amount.scale) else { return nil }
        let quotient = UInt128(Amount.scale).dividingFullWidth((high, low)).quotient
        guard quotient <= UInt128(Int128.max) else { return nil }
        let isNegative = (millionths < 0) != (other.millionths < 0)
        return Amount(millionths: isNegative ? -Int128(quotient) : Int128(quotient))
    }

    /// The distance from zero.
    public var magnitude: Amount {
        Amount(millionths: millionths < 0 ? -millionths : millionths)
    }
}

extension Amount: CustomStringConvertible {
    /// The canonical decimal: no exponent, no leading or trailing zeros, no point in a whole number, never `-0`.
    public var description: String {
        let magnitude = millionths.magnitude
        let scale = UInt128(Amount.scale)
        var text = millionths < 0 ? "-" : ""
        text += String(magnitude / scale)
        var fraction = magnitude % scale
        guard fraction != 0 else { return text }
        var digits = Amount.maximumFractionDigits
        while fraction % 10 == 0 {
            fraction /= 10
            digits -= 1
        }
        let written = String(fraction)
        return text + "." + String(repeating: "0", count: digits - written.utf8.count) + written
    }
}
