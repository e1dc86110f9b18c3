import InvoiceModel
import SQLite

/// One invoice's amount in two columns: whole units, and the millionths beyond them, of the same sign.
struct UnitColumns {
    let units: Int64
    let millionths: Int64

    /// - Precondition: the units fit; the ledger's own ceiling sees to that.
    init(_ amount: Amount) {
        units = Int64(amount.millionths / Amount.scale)
        millionths = Int64(amount.millionths % Amount.scale)
    }

    init(units: Int64, millionths: Int64) {
        self.units = units
        self.millionths = millionths
    }

    var amount: Amount { Amount(millionths: Int128(units) * Amount.scale + Int128(millionths)) }
}

/// A sum in two columns: high × 10¹⁸ + low millionths, of the same sign.
///
/// Units and millionths would overflow after 9,224 invoices at the ceiling, and then nobody's invoice could be
/// committed any more; this way the largest sum is 9 × 10³⁰ units.
struct SumColumns {
    let high: Int64
    let low: Int64

    private static let base: Int128 = 1_000_000_000_000_000_000

    init(_ sum: Int128) {
        high = Int64(sum / SumColumns.base)
        low = Int64(sum % SumColumns.base)
    }

    init(high: Int64, low: Int64) {
        self.high = high
        self.low = low
    }

    var sum: Int128 { Int128(high) * SumColumns.base + Int128(low) }
}

extension Statement {
    /// Binds the 32 bytes of a digest.
    func bind(_ position: Int32, _ digest: Digest) {
        var bytes = InlineArray<32, UInt8>(repeating: 0)
        for place in 0..<Digest.byteCount {
            bytes[place] = UInt8(truncatingIfNeeded: digest.words[place / 8] >> UInt64(56 - 8 * (place % 8)))
        }
        bind(position, bytes.span)
    }

    /// Binds an amount to two positions.
    func bind(_ position: Int32, _ amount: Amount) {
        let columns = UnitColumns(amount)
        bind(position, columns.units)
        bind(position + 1, columns.millionths)
    }

    /// An amount of two columns.
    func amount(_ column: Int32) -> Amount {
        UnitColumns(units: integer(column), millionths: integer(column + 1)).amount
    }

    /// Binds a sum to two positions.
    func bind(_ position: Int32, sum: Int128) {
        let columns = SumColumns(sum)
        bind(position, columns.high)
        bind(position + 1, columns.low)
    }

    /// A sum of two columns.
    func sum(_ column: Int32) -> Int128 {
        SumColumns(high: integer(column), low: integer(column + 1)).sum
    }
}
