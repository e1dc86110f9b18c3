/// The template an invoice follows (`KHMSHDon`): 1 VAT, 2 sales, … 9 (Circular 91/2026, annex I).
public struct InvoiceForm: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// 1…9.
    public let digit: UInt8

    /// VAT invoice.
    public static let vat = InvoiceForm(unchecked: 1)
    /// Sales invoice.
    public static let sales = InvoiceForm(unchecked: 2)
    /// Warehouse note: goods move, nothing is sold.
    public static let warehouseNote = InvoiceForm(unchecked: 6)

    private init(unchecked digit: UInt8) {
        self.digit = digit
    }

    /// The form of that digit, or `nil` outside 1…9.
    public init?(_ digit: UInt8) {
        guard (1...9).contains(digit) else { return nil }
        self.digit = digit
    }

    /// The order of the stored values.
    public static func < (left: InvoiceForm, right: InvoiceForm) -> Bool {
        left.digit < right.digit
    }

    /// The wire's form.
    public var description: String { String(digit) }
}

/// The symbol of a series (`KHHDon`), such as `C26TAA`: kind, year, type and two free letters.
public struct InvoiceSymbol: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Six ASCII bytes, the first one highest.
    public let packed: UInt64

    /// Letters allowed in the fourth place (Circular 91/2026, annex I).
    public static let typeLetters = "TDLMNBGHXF"

    /// Reads a symbol of the legal pattern `[CK]NN[TDLMNBGHXF][A-Z][A-Z]`, or `nil`.
    public init?(wire text: Span<UInt8>) {
        guard text.count == 6 else { return nil }
        guard text[0] == UInt8(ascii: "C") || text[0] == UInt8(ascii: "K") else { return nil }
        var value: UInt64 = 0
        for index in 0..<6 {
            let byte = text[index]
            switch index {
            case 1, 2: guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            case 3: guard InvoiceSymbol.typeLetters.utf8.contains(byte) else { return nil }
            case 4, 5: guard byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") else { return nil }
            default: break
            }
            value = value << 8 | UInt64(byte)
        }
        packed = value
    }

    /// Reads a symbol of the legal pattern, or `nil`.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        self.init(wire: bytes.span)
    }

    /// A symbol from its stored word, or `nil` if no symbol has that word.
    public init?(packed: UInt64) {
        self.init(InvoiceSymbol.text(of: packed))
    }

    /// Whether the series is for invoices with the authority's code.
    public var isCoded: Bool { packed >> 40 == UInt64(UInt8(ascii: "C")) }

    /// The last two digits of the year.
    public var year: Int {
        Int((packed >> 32) & 0xFF) * 10 + Int((packed >> 24) & 0xFF) - 11 * Int(UInt8(ascii: "0"))
    }

    /// The letter in the fourth place: `T` ordinary, `M` cash register, `L` per occurrence, …
    public var type: Character {
        Character(Unicode.Scalar(UInt8((packed >> 16) & 0xFF)))
    }

    /// The same letter in ASCII.
    public var typeLetter: UInt8 { UInt8((packed >> 16) & 0xFF) }

    /// The order of the stored values.
    public static func < (left: InvoiceSymbol, right: InvoiceSymbol) -> Bool {
        left.packed < right.packed
    }

    /// The wire's form.
    public var description: String { InvoiceSymbol.text(of: packed) }

    private static func text(of packed: UInt64) -> String {
        var text = ""
        for shift in stride(from: 40, through: 0, by: -8) {
            text.unicodeScalars.append(Unicode.Scalar(UInt8((packed >> UInt64(shift)) & 0xFF)))
        }
        return text
    }
}

/// The number of an invoice in its series (`SHDon`), compared as a number: `0000169` is 169.
public struct InvoiceNumber: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// 1…99 999 999.
    public let value: UInt32

    /// The largest number the law allows (Decree 254/2026, annex 2.a).
    public static let maximum: UInt32 = 99_999_999

    /// The number, or `nil` outside 1…99 999 999.
    public init?(_ value: UInt32) {
        guard (1...InvoiceNumber.maximum).contains(value) else { return nil }
        self.value = value
    }

    /// Reads at most eight digits, leading zeros included.
    public init?(wire text: Span<UInt8>) {
        guard (1...8).contains(text.count) else { return nil }
        var value: UInt32 = 0
        for index in 0..<text.count {
            let byte = text[index]
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            value = value * 10 + UInt32(byte - UInt8(ascii: "0"))
        }
        self.init(value)
    }

    /// The order of the stored values.
    public static func < (left: InvoiceNumber, right: InvoiceNumber) -> Bool {
        left.value < right.value
    }

    /// The wire's form.
    public var description: String { String(value) }
}

/// What makes an invoice one invoice: the same four facts may be used once (error 20609).
public struct InvoiceKey: Sendable, Hashable {
    /// `NBan/MST`.
    public var seller: TaxCode
    /// `KHMSHDon`.
    public var form: InvoiceForm
    /// `KHHDon`.
    public var symbol: InvoiceSymbol
    /// `SHDon`.
    public var number: InvoiceNumber

    /// The four facts together.
    public init(seller: TaxCode, form: InvoiceForm, symbol: InvoiceSymbol, number: InvoiceNumber) {
        self.seller = seller
        self.form = form
        self.symbol = symbol
        self.number = number
    }
}
