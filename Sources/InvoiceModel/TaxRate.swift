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
        var characters: [UInt8] = []
        for index in 0..<text.count { characters.append(text[index]) }
        let trimmed = String(decoding: characters, as: UTF8.self).trimmingSpaces
        switch trimmed {
        case "0%": self.init(kind: .percent, hundredths: 0)
        case "5%": self.init(kind: .percent, hundredths: 500)
        case "8%": self.init(kind: .percent, hundredths: 800)
        case "10%": self.init(kind: .percent, hundredths: 1_000)
        case "KCT": self.init(kind: .notSubject)
        case "KKKNT": self.init(kind: .notDeclared)
        case "CTTC", "CTCT": self.init(kind: .leasing)
        case "KHAC": self.init(kind: .other)
        default:
            guard trimmed.hasPrefix("KHAC:"), trimmed.hasSuffix("%") else { return nil }
            let number = Array(trimmed.utf8.dropFirst(5).dropLast())
            guard let amount = Amount(wire: number.span), amount.millionths >= 0 else { return nil }
            guard amount.millionths % 10_000 == 0, amount.millionths < 100 * Amount.scale else { return nil }
            self.init(kind: .other, hundredths: UInt16(amount.millionths / 10_000))
        }
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

extension String {
    /// The text without spaces, tabs and line ends around it.
    var trimmingSpaces: String {
        func isSpace(_ scalar: Unicode.Scalar) -> Bool { [" ", "\t", "\r", "\n"].contains(scalar) }
        let scalars = unicodeScalars.drop(while: isSpace)
        guard let last = scalars.lastIndex(where: { !isSpace($0) }) else { return "" }
        return String(String.UnicodeScalarView(scalars[...last]))
    }
}
