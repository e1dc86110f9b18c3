import InvoiceModel

/// What part of an invoice's amounts a stored row of sums holds, as the number that is stored.
struct RateCode: Hashable, Comparable {
    let stored: Int32

    /// The invoice's own sums; each invoice counts once.
    static let header = RateCode(stored: -3)
    /// What the invoice's own sums hold beyond its rates.
    static let unallocated = RateCode(stored: -2)
    /// All of an invoice without rates.
    static let none = RateCode(stored: -1)

    init(stored: Int32) {
        self.stored = stored
    }

    init(_ rate: TaxRate) {
        stored = Int32(rate.kind.rawValue) << 16 | Int32(rate.hundredths)
    }

    /// The rate, where it is one and its kind is known.
    var rate: TaxRate? {
        guard stored >= 0, let kind = TaxRate.Kind(rawValue: UInt8(truncatingIfNeeded: stored >> 16)) else {
            return nil
        }
        return TaxRate(kind: kind, hundredths: UInt16(truncatingIfNeeded: stored))
    }

    /// What a reader of totals sees; `nil` for the invoice's own sums and for what we could not have written.
    var group: RateGroup? {
        switch self {
        case .unallocated: .unallocated
        case .none: RateGroup.none
        default: rate.map(RateGroup.rate)
        }
    }

    static func < (left: RateCode, right: RateCode) -> Bool { left.stored < right.stored }
}

/// Which stored table of sums.
enum TotalsTable: UInt8, CaseIterable {
    /// Day × office.
    case day
    /// Month × taxpayer.
    case month
}

/// The key of one stored row of sums.
struct TotalsKey: Hashable, Comparable {
    var table: TotalsTable
    var basis: TotalsBasis
    /// A day number, or a month number.
    var period: Int32
    /// The office's characters, or the taxpayer's packed code.
    var subject: UInt64
    var kind: InvoiceKind
    var form: InvoiceForm
    var currency: Currency
    var rate: RateCode

    static func < (left: TotalsKey, right: TotalsKey) -> Bool { left.order < right.order }

    /// Three words instead of eight parts.
    func hash(into hasher: inout Hasher) {
        let parts = UInt32(table.rawValue) << 24 | UInt32(basis.stored) << 16 | UInt32(kind.stored) << 8
        hasher.combine(subject)
        hasher.combine(UInt64(UInt32(bitPattern: period)) << 32 | UInt64(currency.packed))
        hasher.combine(UInt64(UInt32(bitPattern: rate.stored)) << 32 | UInt64(parts | UInt32(form.digit)))
    }

    /// The order of the tables' own keys, so that sorted writes walk each tree once.
    private var order: (UInt8, UInt8, Int32, UInt64, UInt64, Int32) {
        let rest = UInt64(kind.stored) << 32 | UInt64(form.digit) << 24 | UInt64(currency.packed)
        return (table.rawValue, basis.stored, period, subject, rest, rate.stored)
    }
}

extension InvoiceKind {
    /// The number that is stored.
    var stored: UInt8 {
        switch self {
        case .coded: 0
        case .uncoded: 1
        case .cashRegister: 2
        case .cashRegisterUncoded: 3
        }
    }

    init?(stored: Int64) {
        guard let kind = InvoiceKind.allCases.first(where: { Int64($0.stored) == stored }) else { return nil }
        self = kind
    }

    /// The symbols of its series, as a pattern of SQL's `GLOB`.
    var symbolPattern: String {
        switch self {
        case .coded: "C??[^M]??"
        case .uncoded: "K??[^M]??"
        case .cashRegister: "C??M??"
        case .cashRegisterUncoded: "K??M??"
        }
    }
}

extension TotalsBasis {
    /// The number that is stored.
    var stored: UInt8 { self == .issued ? 0 : 1 }
}

extension CalendarDate {
    /// Months since the year 0.
    var monthNumber: Int32 {
        let (year, month, _) = parts
        return Int32(year * 12 + month - 1)
    }

    /// The first day of a month by its number, or `nil` outside the years 1…9999.
    static func first(ofMonth number: Int32) -> CalendarDate? {
        CalendarDate(year: Int(number) / 12, month: Int(number) % 12 + 1, day: 1)
    }
}

/// An office code of at most eight bytes as one word that sorts like the text.
enum OfficeCode {
    static func fits(_ text: String) -> Bool { text.utf8.count <= 8 }

    static func pack(_ text: String) -> UInt64 {
        precondition(fits(text), "an office code has at most eight bytes")
        var word: UInt64 = 0
        for byte in text.utf8 { word = word << 8 | UInt64(byte) }
        return word << UInt64(8 * (8 - text.utf8.count))
    }

    static func text(_ word: UInt64) -> String {
        let bytes = (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * $0)) }
        return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
}
