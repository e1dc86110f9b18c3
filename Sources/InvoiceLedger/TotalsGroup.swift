import InvoiceModel

/// What one row of an answer stands for; only what was asked for is set.
struct TotalsGroup: Hashable {
    var day: CalendarDate?
    var month: CalendarDate?
    var office: String?
    var province: String?
    var taxpayer: TaxCode?
    var kind: InvoiceKind?
    var form: InvoiceForm?
    var rate: RateGroup?
    var currency: Currency

    init(currency: Currency) {
        self.currency = currency
    }

    /// Whether this row comes before another in the order of the groupings, then of the currency.
    func isBefore(_ other: TotalsGroup, in order: [TotalsQuery.Grouping]) -> Bool {
        for grouping in order {
            let (isLess, isEqual) = comparison(other, by: grouping)
            if !isEqual { return isLess }
        }
        return currency < other.currency
    }

    private func comparison(_ other: TotalsGroup, by grouping: TotalsQuery.Grouping) -> (less: Bool, equal: Bool) {
        switch grouping {
        case .day: TotalsGroup.compare(day, other.day)
        case .month: TotalsGroup.compare(month, other.month)
        case .office: TotalsGroup.compare(office, other.office)
        case .province: TotalsGroup.compare(province, other.province)
        case .taxpayer: TotalsGroup.compare(taxpayer, other.taxpayer)
        case .kind: TotalsGroup.compare(kind?.stored, other.kind?.stored)
        case .form: TotalsGroup.compare(form, other.form)
        case .rate: TotalsGroup.compare(rate, other.rate)
        case .currency: TotalsGroup.compare(currency, other.currency)
        }
    }

    private static func compare<Value: Comparable>(_ left: Value?, _ right: Value?) -> (less: Bool, equal: Bool) {
        guard let left, let right else { return (left == nil && right != nil, (left == nil) == (right == nil)) }
        return (left < right, left == right)
    }

    /// The row as answered.
    func row(_ sums: TotalsSums) -> TotalsRow {
        precondition(sums.invoices >= 0 && sums.withoutExchange >= 0, "counts of invoices")
        return TotalsRow(
            day: day,
            month: month,
            office: office,
            province: province,
            taxpayer: taxpayer,
            kind: kind,
            form: form,
            rate: rate,
            currency: currency,
            invoices: UInt64(sums.invoices),
            withoutRate: UInt64(sums.withoutExchange),
            net: Amount(millionths: sums.net),
            tax: Amount(millionths: sums.tax),
            total: Amount(millionths: sums.total),
            netVND: Amount(millionths: sums.netVND),
            taxVND: Amount(millionths: sums.taxVND),
            totalVND: Amount(millionths: sums.totalVND)
        )
    }
}
