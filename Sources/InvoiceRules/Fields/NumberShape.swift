import InvoiceModel

/// How a number is written, without its value.
struct NumberShape {
    /// Digits before the decimal point, leading zeros left out.
    var integerDigits = 0
    /// Digits after it, trailing zeros left out.
    var fractionDigits = 0

    /// Reads a number of the wire: an optional `-`, at most 21 digits, at most six of them after a `.`.
    ///
    /// - Returns: `nil` for anything else, as `Amount(wire:)`.
    @inline(__always)
    init?(wire text: Span<UInt8>) {
        var index = 0
        if text.count > 0, text[0] == UInt8(ascii: "-") { index = 1 }
        var digits = 0
        var point = -1
        var fraction = 0
        while index < text.count {
            let byte = text[index]
            index += 1
            if byte == UInt8(ascii: "."), point < 0 {
                point = digits
                continue
            }
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            digits += 1
            if point >= 0 {
                if byte != UInt8(ascii: "0") { fraction = digits - point }
            } else if integerDigits > 0 || byte != UInt8(ascii: "0") {
                integerDigits += 1
            }
        }
        guard digits > 0, point != 0, point != digits, digits <= Amount.maximumDigits else { return nil }
        guard point < 0 || digits - point <= Amount.maximumFractionDigits else { return nil }
        fractionDigits = fraction
    }

    /// Whether the number fits in that many digits, so many of them decimals; 0 digits say nothing.
    ///
    /// Zeros that add nothing do not count: vendors write `10.000000` where two decimals are allowed.
    func fits(digits: Int, fraction: Int) -> Bool {
        guard digits > 0, digits < Amount.maximumDigits else { return true }
        return fractionDigits <= fraction && integerDigits + fractionDigits <= digits
    }
}
