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
    /// Added to a rate where it is all of the invoice, so that one row stands for both.
    private static let whole: Int32 = 1 << 24

    init(stored: Int32) {
        self.stored = stored
    }

    init(_ rate: TaxRate) {
        stored = Int32(rate.kind.rawValue) << 16 | Int32(rate.hundredths)
    }

    /// The part that is all of its invoice: what this rate has and the invoice's own sums are the same.
    var asWhole: RateCode {
        precondition(stored >= RateCode.none.stored && stored < RateCode.whole, "a rate")
        return self == .none ? self : RateCode(stored: stored + RateCode.whole)
    }

    /// What a row of it holds: all of its invoices counts among their own sums as well.
    var parts: [RateCode] {
        if self == .none { return [.header, self] }
        return stored >= RateCode.whole ? [.header, RateCode(stored: stored - RateCode.whole)] : [self]
    }

    /// Whether a row of it holds its invoices' own sums.
    var isOwn: Bool { self == .header || self == .none || stored >= RateCode.whole }

    /// The same in SQL.
    static let ownSums = "rate IN (\(header.stored), \(none.stored)) OR rate >= \(whole)"

    /// The rate, where it is one and its kind is known.
    var rate: TaxRate? {
        let stored = self.stored >= RateCode.whole ? self.stored - RateCode.whole : self.stored
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
enum TotalsTable: UInt8 {
    /// Day × office.
    case day
    /// Month × taxpayer.
    case month
}

/// Which day counts for a stored row of sums.
enum StoredBasis: UInt8 {
    /// The invoice's.
    case issued = 0
    /// That of its receipt.
    case received = 1
    /// Either: they are of one period.
    case both = 2
}

/// The key of one stored row of sums.
struct TotalsKey: Equatable {
    var table: TotalsTable
    var basis: StoredBasis
    /// A day number, or a month number.
    var period: Int32
    /// The office's characters, or the taxpayer's packed code.
    var subject: UInt64
    var kind: InvoiceKind
    var form: InvoiceForm
    var currency: Currency
    var rate: RateCode

    /// All of it as three words.
    var words: InlineArray<3, UInt64> {
        let parts = UInt32(table.rawValue) << 24 | UInt32(basis.rawValue) << 16 | UInt32(kind.stored) << 8
        return [
            subject,
            UInt64(UInt32(bitPattern: period)) << 32 | UInt64(currency.packed),
            UInt64(UInt32(bitPattern: rate.stored)) << 32 | UInt64(parts | UInt32(form.digit)),
        ]
    }

    /// A hash of all of it that nobody outside of this process can foresee.
    var hash: UInt64 {
        let words = words
        var hash = TotalsKey.seed
        for place in 0..<3 {
            let product = (hash ^ words[place]).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
            hash = product.high ^ product.low ^ UInt64(place)
        }
        return hash
    }

    private static let seed = UInt64(truncatingIfNeeded: Hasher().finalize()) | 1

    static func == (left: TotalsKey, right: TotalsKey) -> Bool {
        let (left, right) = (left.words, right.words)
        return left[0] == right[0] && left[1] == right[1] && left[2] == right[2]
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
    /// Which rows count on this basis, in SQL.
    var rows: String { "basis IN (\(self == .issued ? 0 : 1), \(StoredBasis.both.rawValue))" }
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

    /// The bytes of a packed code, and how many they are.
    static func bytes(_ word: UInt64) -> (InlineArray<8, UInt8>, count: Int) {
        var bytes = InlineArray<8, UInt8>(repeating: 0)
        for place in 0..<8 { bytes[place] = UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * place)) }
        return (bytes, 8 - word.trailingZeroBitCount / 8)
    }
}
