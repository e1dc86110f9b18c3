import InvoiceModel

/// What one good invoice will be, decided before any text is written.
struct PlannedInvoice: Sendable {
    /// Why it is there.
    enum Kind: UInt8, Sendable {
        /// Đồng without decimals.
        case ordinary
        /// Đồng with decimals.
        case decimals
        /// Dollars or euro.
        case foreign
        /// About 10¹⁴ đồng.
        case huge
        /// Another percentage (`KHAC:…`) or no declaration (`KKKNT`).
        case otherRate
        /// Adjusts an earlier invoice, mostly downwards.
        case adjustment
        /// Replaces an earlier invoice.
        case replacement
        /// Replaces a paper invoice of Decree 51.
        case legacyReplacement
        /// Of a form from 3 to 6.
        case otherForm
    }

    /// Net and tax at one rate, in millionths of the invoice's currency.
    struct Group: Sendable {
        var rate: TaxRate
        var net: Int128
        var tax: Int128 = 0
    }

    var kind: Kind
    /// Index of the seller.
    var seller: Int
    var form: UInt8
    var symbol: String
    var number: UInt32 = 0
    var date: CalendarDate
    var currency = "VND"
    /// `TGia` in millionths; 0 for đồng.
    var exchangeRate: Int128 = 0
    /// One entry a rate; an invoice without VAT has one, whose rate is not written.
    var groups: [Group] = []
    /// A fee in đồng, or 0.
    var fee: Int64 = 0
    /// Index of the invoice it corrects, or −1.
    var original = -1

    /// The type letters a form may have (Circular 91/2026, annex I).
    static func letters(of form: UInt8) -> [Character] {
        switch form {
        case 3, 4: ["D", "D", "T"]
        case 5: ["G", "H"]
        case 6: ["N", "B"]
        default: ["T"]
        }
    }

    /// Net of all groups in millionths of the currency.
    var net: Int128 { groups.reduce(0) { $0 + $1.net } }
    /// Tax of all groups in millionths of the currency.
    var tax: Int128 { groups.reduce(0) { $0 + $1.tax } }
    /// The total to pay in millionths of the currency.
    var total: Int128 { net + tax + Int128(fee) * Amount.scale }

    /// The type letter in the symbol.
    var letter: Character { symbol.dropFirst(3).first ?? "T" }
    /// Whether its lines have rates: form 1, and VAT tickets.
    var isTaxed: Bool { form == 1 || form == 5 && letter == "G" }
    /// What it adds to totals: a warehouse note nothing, an invoice without VAT its total as net.
    var worth: (net: Int128, tax: Int128, total: Int128) {
        if form == 6 { return (0, 0, 0) }
        return isTaxed ? (net, tax, total) : (total, 0, total)
    }

    /// An amount of this invoice in millionths of a đồng, rounded half away from zero.
    func inDong(_ amount: Int128) -> Int128 {
        guard exchangeRate != 0 else { return amount }
        return rounded(amount * exchangeRate, to: Amount.scale) / Amount.scale
    }
}

/// The multiple of `unit` nearest to the value, half away from zero.
func rounded(_ value: Int128, to unit: Int128) -> Int128 {
    let magnitude = value.magnitude
    let step = unit.magnitude
    let multiple = (magnitude + step / 2) / step * step
    return value < 0 ? -Int128(multiple) : Int128(multiple)
}

extension TaxRate {
    static let ten = TaxRate(kind: .percent, hundredths: 1_000)
    static let eight = TaxRate(kind: .percent, hundredths: 800)
    static let five = TaxRate(kind: .percent, hundredths: 500)
    static let none = TaxRate(kind: .percent, hundredths: 0)
    static let notSubject = TaxRate(kind: .notSubject)
    static let notDeclared = TaxRate(kind: .notDeclared)

    /// Tax on a base in millionths, rounded half away from zero to multiples of `unit`.
    func tax(on net: Int128, unit: Int128) -> Int128 {
        // hundredths of a percent: ten thousandths of the base.
        let product = net * Int128(hundredths)
        return rounded(product, to: unit * 10_000) / 10_000
    }
}
