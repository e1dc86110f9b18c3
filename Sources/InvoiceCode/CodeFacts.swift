public import InvoiceModel

/// The seller's information that a code authenticates.
public struct CodeFacts: Sendable, Hashable {
    /// Seller, form, symbol, number.
    public var key: InvoiceKey
    /// `NLap`.
    public var date: CalendarDate
    /// `DVTTe`.
    public var currency: Currency
    /// `TgTTTBSo`.
    public var total: Amount
    /// SHA-256 of the canonical content (`DLHDon`).
    public var contentDigest: Digest

    /// The facts by themselves.
    public init(key: InvoiceKey, date: CalendarDate, currency: Currency, total: Amount, contentDigest: Digest) {
        self.key = key
        self.date = date
        self.currency = currency
        self.total = total
        self.contentDigest = contentDigest
    }

    /// The facts of an invoice.
    public init(_ facts: InvoiceFacts, contentDigest: Digest) {
        self.init(
            key: facts.key,
            date: facts.date,
            currency: facts.currency,
            total: facts.total,
            contentDigest: contentDigest
        )
    }

    /// Appends the bytes that are authenticated: each fact with a four-byte big-endian length before it.
    ///
    /// Tax code, form, symbol, number without leading zeros, date `YYYY-MM-DD`, currency, total as canonical decimal,
    /// all as UTF-8; then the digest's 32 bytes.
    ///
    /// Every new code is made of this, so digits are written where they belong, without a text for each fact.
    func append(to bytes: inout FactBytes) {
        bytes.appendFact { appendSeller(to: &$0) }
        bytes.appendFact { $0.append(decimal: UInt128(key.form.digit)) }
        bytes.appendFact { $0.append(characters: key.symbol.packed, count: 6) }
        bytes.appendFact { $0.append(decimal: UInt128(key.number.value)) }
        bytes.appendFact { appendDate(to: &$0) }
        bytes.appendFact { $0.append(characters: UInt64(currency.packed), count: 3) }
        bytes.appendFact { appendTotal(to: &$0) }
        bytes.appendFact { (bytes) in
            for place in 0..<4 { bytes.append(bigEndian: contentDigest.words[place]) }
        }
    }

    private func appendSeller(to bytes: inout FactBytes) {
        let digits = UInt128(key.seller.packed & 0x00FF_FFFF_FFFF_FFFF)
        switch key.seller.shape {
        case .organisation: bytes.append(decimal: digits, width: 10)
        case .person: bytes.append(decimal: digits, width: 12)
        case .branch:
            bytes.append(decimal: digits / 1_000, width: 10)
            bytes.append(UInt8(ascii: "-"))
            bytes.append(decimal: digits % 1_000, width: 3)
        }
    }

    private func appendDate(to bytes: inout FactBytes) {
        let (year, month, day) = date.parts
        if year < 0 { bytes.append(UInt8(ascii: "-")) }
        bytes.append(decimal: UInt128(year.magnitude), width: 4)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(decimal: UInt128(month), width: 2)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(decimal: UInt128(day), width: 2)
    }

    private func appendTotal(to bytes: inout FactBytes) {
        let magnitude = total.millionths.magnitude
        let scale = UInt128(Amount.scale)
        if total.millionths < 0 { bytes.append(UInt8(ascii: "-")) }
        bytes.append(decimal: magnitude / scale)
        var fraction = magnitude % scale
        guard fraction != 0 else { return }
        var digits = Amount.maximumFractionDigits
        while fraction % 10 == 0 {
            fraction /= 10
            digits -= 1
        }
        bytes.append(UInt8(ascii: "."))
        bytes.append(decimal: fraction, width: digits)
    }
}

extension [UInt8] {
    /// Appends an integer, its highest byte first.
    mutating func append(bigEndian value: some FixedWidthInteger) {
        for shift in stride(from: value.bitWidth - 8, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }
}
