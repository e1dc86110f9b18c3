import InvoiceModel

/// How far two sums may lie apart. No source has a rounding rule; these are what real invoices keep.
enum Tolerance {
    /// One unit of the currency: the rounding of one line or one total.
    static let unit = Amount(units: 1)
    /// Half a unit: the rounding of one tax.
    static let half = Amount(millionths: Amount.scale / 2)

    /// That much for each line, and for one at least.
    static func each(_ amount: Amount, lines: Int) -> Amount {
        Amount(millionths: amount.millionths * Int128(max(1, lines)))
    }
}

extension Amount {
    /// Whether the distance to another amount is at most `tolerance`; what does not fit is far away.
    func isWithin(_ tolerance: Amount, of other: Amount) -> Bool {
        guard let distance = subtracting(other) else { return false }
        return distance.millionths.magnitude <= tolerance.millionths.magnitude
    }

    /// A hundredth of the amount.
    var percent: Amount { Amount(millionths: millionths / 100) }

    /// The amount with the other sign, or `nil` where that does not fit.
    var negated: Amount? { Amount.zero.subtracting(self) }
}
