/// A tax rate as an invoice writes it (`TSuat`): a percentage, `KCT`, `KKKNT`, `CTTC`, or `KHAC:AB.CD%`.
public struct TaxRate: Sendable, Hashable, Comparable {
    /// What kind of rate; a totals key, so the numbers never change.
    public enum Kind: UInt8, Sendable {
        /// One of the law's percentages: 0, 5, 8, 10.
        case percent = 0
        /// `KCT`: not subject to VAT.
        case notSubject = 1
        /// `KKKNT`: not declared, no VAT computed.
        case notDeclared = 2
        /// `CTTC` (also seen: `CTCT`): financial leasing, tax passed on.
        case leasing = 3
        /// `KHAC` or `KHAC:AB.CD%`: another percentage.
        case other = 4
    }

    /// What kind of rate.
    public let kind: Kind
    /// Hundredths of a percent: 8 % is 800. Zero where the kind has no percentage.
    public let hundredths: UInt16

    /// A rate by its parts.
    public init(kind: Kind, hundredths: UInt16 = 0) {
        self.kind = kind
        self.hundredths = hundredths
    }

    /// Reads the wire's text, surrounding spaces allowed, or `nil` outside the list.
    public init?(wire text: Span<UInt8>) {
        let trimmed = TaxRate.trimmed(text)
        if trimmed.count > 0, trimmed[trimmed.count - 1] == UInt8(ascii: "%") {
            self.init(percentage: trimmed)
            return
        }
        switch TaxRate.word(trimmed) {
        case TaxRate.notSubjectWord: self.init(kind: .notSubject)
        case TaxRate.notDeclaredWord: self.init(kind: .notDeclared)
        case TaxRate.leasingWord, TaxRate.leasingAlias: self.init(kind: .leasing)
        case TaxRate.otherWord: self.init(kind: .other)
        default: return nil
        }
    }

    /// Reads `8%` or `KHAC:3.5%`.
    private init?(percentage text: Span<UInt8>) {
        if text.count <= 3 {
            switch TaxRate.word(text) {
            case 0x30_25: self.init(kind: .percent, hundredths: 0)
            case 0x35_25: self.init(kind: .percent, hundredths: 500)
            case 0x38_25: self.init(kind: .percent, hundredths: 800)
            case 0x31_30_25: self.init(kind: .percent, hundredths: 1_000)
            default: return nil
            }
            return
        }
        guard text.count >= 7, TaxRate.word(text.extracting(0..<5)) == TaxRate.otherWord << 8 | 0x3A else { return nil }
        guard let amount = Amount(wire: text.extracting(5..<text.count - 1)), amount.millionths >= 0 else { return nil }
        guard amount.millionths % 10_000 == 0, amount.millionths < 100 * Amount.scale else { return nil }
        self.init(kind: .other, hundredths: UInt16(amount.millionths / 10_000))
    }

    private static let notSubjectWord: UInt64 = 0x4B_43_54  // KCT
    private static let notDeclaredWord: UInt64 = 0x4B_4B_4B_4E_54  // KKKNT
    private static let leasingWord: UInt64 = 0x43_54_54_43  // CTTC
    private static let leasingAlias: UInt64 = 0x43_54_43_54  // CTCT
    private static let otherWord: UInt64 = 0x4B_48_41_43  // KHAC

    /// At most eight bytes as one number, the first one highest; 0 for more.
    private static func word(_ text: Span<UInt8>) -> UInt64 {
        guard text.count <= 8 else { return 0 }
        var value: UInt64 = 0
        for index in text.indices { value = value << 8 | UInt64(text[index]) }
        return value
    }

    @_lifetime(copy text)
    private static func trimmed(_ text: Span<UInt8>) -> Span<UInt8> {
        var first = 0
        var last = text.count
        while first < last, isSpace(text[first]) { first += 1 }
        while first < last, isSpace(text[last - 1]) { last -= 1 }
        return text.extracting(first..<last)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    /// The percentage as a factor (8 % is 0.08), or `nil` where tax is not a product of the base.
    public var factor: Amount? {
        switch kind {
        case .percent: Amount(millionths: Int128(hundredths) * 100)
        case .other: hundredths == 0 ? nil : Amount(millionths: Int128(hundredths) * 100)
        case .notSubject, .notDeclared, .leasing: nil
        }
    }

    /// The order of the stored values.
    public static func < (left: TaxRate, right: TaxRate) -> Bool {
        (left.kind.rawValue, left.hundredths) < (right.kind.rawValue, right.hundredths)
    }
}

extension TaxRate: CustomStringConvertible {
    /// The canonical text: `8%`, `KCT`, `KHAC:3.5%`.
    public var description: String {
        let percent = Amount(millionths: Int128(hundredths) * 10_000)
        return switch kind {
        case .percent: "\(percent)%"
        case .notSubject: "KCT"
        case .notDeclared: "KKKNT"
        case .leasing: "CTTC"
        case .other: hundredths == 0 ? "KHAC" : "KHAC:\(percent)%"
        }
    }
}
