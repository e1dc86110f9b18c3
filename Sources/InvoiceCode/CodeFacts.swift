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
    func append(to bytes: inout [UInt8]) {
        append(key.seller.description, to: &bytes)
        append(key.form.description, to: &bytes)
        append(key.symbol.description, to: &bytes)
        append(key.number.description, to: &bytes)
        append(date.description, to: &bytes)
        append(currency.description, to: &bytes)
        append(total.description, to: &bytes)
        bytes.append(bigEndian: UInt32(Digest.byteCount))
        contentDigest.append(to: &bytes)
    }

    private func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(bigEndian: UInt32(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
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
