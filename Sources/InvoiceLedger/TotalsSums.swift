import InvoiceModel

/// Sums over some invoices, exact: additions are of 128 bits and never pass through SQL.
struct TotalsSums: Hashable {
    var invoices: Int64 = 0
    var withoutExchange: Int64 = 0
    var net: Int128 = 0
    var tax: Int128 = 0
    var total: Int128 = 0
    var netVND: Int128 = 0
    var taxVND: Int128 = 0
    var totalVND: Int128 = 0

    static func += (left: inout TotalsSums, right: TotalsSums) {
        left.invoices += right.invoices
        left.withoutExchange += right.withoutExchange
        left.net += right.net
        left.tax += right.tax
        left.total += right.total
        left.netVND += right.netVND
        left.taxVND += right.taxVND
        left.totalVND += right.totalVND
    }

    static func + (left: TotalsSums, right: TotalsSums) -> TotalsSums {
        var sum = left
        sum += right
        return sum
    }

    static func - (left: TotalsSums, right: TotalsSums) -> TotalsSums {
        TotalsSums(
            invoices: left.invoices - right.invoices,
            withoutExchange: left.withoutExchange - right.withoutExchange,
            net: left.net - right.net,
            tax: left.tax - right.tax,
            total: left.total - right.total,
            netVND: left.netVND - right.netVND,
            taxVND: left.taxVND - right.taxVND,
            totalVND: left.totalVND - right.totalVND
        )
    }
}

/// One invoice's share of the sums: its own amounts, and the same split by rate.
struct InvoiceShares {
    private(set) var header: TotalsSums
    private(set) var byRate: [(rate: RateCode, sums: TotalsSums)] = []

    /// The shares, or `nil` where an amount, in its currency or in đồng, is beyond the ledger's own ceiling.
    init?(_ facts: InvoiceFacts) {
        let conversion = Conversion(facts)
        guard let header = conversion.sums(net: facts.net, tax: facts.tax, total: facts.total) else { return nil }
        self.header = header
        guard !facts.rates.isEmpty else {
            byRate = [(.none, header)]
            return
        }
        // Each row first: what an archive says of them need not even add up in 128 bits.
        guard facts.rates.allSatisfy({ conversion.fits($0.net) && conversion.fits($0.tax) }) else { return nil }
        var restNet = facts.net.millionths
        var restTax = facts.tax.millionths
        var restTotal = facts.total.millionths
        for row in InvoiceShares.merged(facts.rates) {
            let total = Amount(millionths: row.net.millionths + row.tax.millionths)
            guard let sums = conversion.sums(net: row.net, tax: row.tax, total: total) else { return nil }
            byRate.append((RateCode(row.rate), sums))
            restNet -= row.net.millionths
            restTax -= row.tax.millionths
            restTotal -= total.millionths
        }
        guard restNet != 0 || restTax != 0 || restTotal != 0 else { return }
        let rest = conversion.sums(
            net: Amount(millionths: restNet),
            tax: Amount(millionths: restTax),
            total: Amount(millionths: restTotal)
        )
        guard let rest else { return nil }
        byRate.append((.unallocated, rest))
    }

    /// The one rate that is all of the invoice, which most have; `none` of an invoice without rates.
    var wholeRate: RateCode? {
        guard byRate.count == 1, byRate[0].rate != .unallocated, byRate[0].sums == header else { return nil }
        return byRate[0].rate
    }

    /// Rows of the same rate added up, so that an invoice counts once in each of its rates.
    static func merged(_ rates: [InvoiceFacts.RateAmounts]) -> [InvoiceFacts.RateAmounts] {
        guard rates.count > 1 else { return rates }
        var merged: [InvoiceFacts.RateAmounts] = []
        for row in rates.sorted(by: { $0.rate < $1.rate }) {
            if let last = merged.last, last.rate == row.rate {
                merged[merged.count - 1].net.millionths += row.net.millionths
                merged[merged.count - 1].tax.millionths += row.tax.millionths
            } else {
                merged.append(row)
            }
        }
        return merged
    }
}

/// How an invoice's amounts become đồng.
struct Conversion {
    /// Đồng for one unit; 1 for đồng, `nil` where the invoice does not say.
    let rate: Amount?

    /// No single amount may pass this, whatever the policy says (10¹⁸ units), so that columns and sums always hold.
    static let ceiling = Int128(1_000_000_000_000_000_000) * Amount.scale

    init(_ facts: InvoiceFacts) {
        // A rate of zero is a blank that somebody's program filled in.
        let given = facts.exchangeRate.flatMap { $0 > .zero ? $0 : nil }
        rate = facts.currency == .vnd ? Amount(units: 1) : given
    }

    /// The amounts with their values in đồng, each rounded half away from zero; `nil` beyond the ceiling.
    func sums(net: Amount, tax: Amount, total: Amount) -> TotalsSums? {
        guard fits(net), fits(tax), fits(total) else { return nil }
        var sums = TotalsSums(
            invoices: 1,
            net: net.millionths,
            tax: tax.millionths,
            total: total.millionths
        )
        guard let rate else {
            sums.withoutExchange = 1
            return sums
        }
        guard fits(rate), let net = net.multiplied(by: rate), let tax = tax.multiplied(by: rate),
            let total = total.multiplied(by: rate), fits(net), fits(tax), fits(total)
        else { return nil }
        sums.netVND = net.millionths
        sums.taxVND = tax.millionths
        sums.totalVND = total.millionths
        return sums
    }

    func fits(_ amount: Amount) -> Bool {
        amount.millionths <= Conversion.ceiling && amount.millionths >= -Conversion.ceiling
    }
}
