/// A code that a cash register made (`MCCQT` of a 206): `M{1|2}-YY-XXXXX-NNNNNNNNNNN`, 23 characters.
///
/// The five characters were allotted to the seller, the rest counts within them.
public struct CashRegisterCode: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Form, year and the allotted characters as one word: the form's number highest, then seven ASCII bytes `YYXXXXX`.
    public let series: UInt64
    /// The eleven digits as a number.
    public let counter: UInt64

    /// Characters of the wire's form.
    public static let length = 23
    /// Characters allotted to a seller.
    public static let prefixLength = 5
    /// The largest counter: eleven digits.
    public static let maximumCounter: UInt64 = 99_999_999_999

    /// Reads exactly the legal pattern, or `nil`.
    public init?(wire text: Span<UInt8>) {
        guard text.count == CashRegisterCode.length, text[0] == UInt8(ascii: "M") else { return nil }
        guard text[1] == UInt8(ascii: "1") || text[1] == UInt8(ascii: "2") else { return nil }
        for index in [2, 5, 11] where text[index] != UInt8(ascii: "-") { return nil }
        var series = UInt64(text[1] - UInt8(ascii: "0"))
        for index in [3, 4] {
            guard CashRegisterCode.isDigit(text[index]) else { return nil }
            series = series << 8 | UInt64(text[index])
        }
        for index in 6..<11 {
            let byte = text[index]
            let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
            guard isCapital || CashRegisterCode.isDigit(byte) else { return nil }
            series = series << 8 | UInt64(byte)
        }
        var counter: UInt64 = 0
        for index in 12..<CashRegisterCode.length {
            guard CashRegisterCode.isDigit(text[index]) else { return nil }
            counter = counter * 10 + UInt64(text[index] - UInt8(ascii: "0"))
        }
        self.series = series
        self.counter = counter
    }

    /// Reads exactly the legal pattern, or `nil`.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        self.init(wire: bytes.span)
    }

    /// A code from its stored words, or `nil` if no code has them.
    public init?(series: UInt64, counter: UInt64) {
        guard counter <= CashRegisterCode.maximumCounter else { return nil }
        self.init(CashRegisterCode.text(series: series, counter: counter))
        guard self.series == series else { return nil }
    }

    /// The form it names: 1 or 2.
    public var form: InvoiceForm {
        guard let form = InvoiceForm(UInt8(series >> 56)) else { preconditionFailure("a parsed code names 1 or 2") }
        return form
    }

    /// The last two digits of the year.
    public var year: Int {
        Int((series >> 48) & 0xFF) * 10 + Int((series >> 40) & 0xFF) - 11 * Int(UInt8(ascii: "0"))
    }

    /// The five characters allotted to the seller.
    public var prefix: String { String(CashRegisterCode.text(series: series, counter: counter).dropFirst(6).prefix(5)) }

    /// The order of the stored values.
    public static func < (left: CashRegisterCode, right: CashRegisterCode) -> Bool {
        (left.series, left.counter) < (right.series, right.counter)
    }

    /// The wire's form.
    public var description: String { CashRegisterCode.text(series: series, counter: counter) }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    private static func text(series: UInt64, counter: UInt64) -> String {
        func character(_ shift: UInt64) -> String { String(Unicode.Scalar(UInt8((series >> shift) & 0xFF))) }
        let allotted = stride(from: UInt64(32), through: 0, by: -8).map(character).joined()
        return "M\(series >> 56)-\(character(48))\(character(40))-\(allotted)-\(padded(counter, to: 11))"
    }
}
