import InvoiceModel

extension InvoiceReading {
    /// What the ledger keeps; `nil` where key, date, currency or amounts cannot be read.
    var facts: InvoiceFacts? {
        guard let seller, let form, let symbol, let number, let date, let currency else { return nil }
        guard form == .vat || form == .sales, CurrencyList.contains(currency) else { return nil }
        guard let amounts else { return nil }
        return InvoiceFacts(
            key: InvoiceKey(seller: seller, form: form, symbol: symbol, number: number),
            date: date,
            currency: currency,
            exchangeRate: currency == .vnd ? nil : positiveRate,
            buyer: buyer,
            net: amounts.net,
            tax: amounts.tax,
            total: amounts.total,
            rates: form == .vat ? rateAmounts : [],
            related: relatedInvoice,
            officeCode: taxpayer?.officeCode ?? ""
        )
    }

    private var positiveRate: Amount? {
        guard let rate = exchangeRate.value, rate > .zero else { return nil }
        return rate
    }

    /// The totals of the header. Only an adjustment that leaves the payment alone has none: all are zero then.
    private var amounts: (net: Amount, tax: Amount, total: Amount)? {
        guard let total = isAdjustment ? total.valueOrZero : total.value else { return nil }
        guard form == .vat else { return (total, .zero, total) }
        guard let net = isAdjustment ? net.valueOrZero : net.value else { return nil }
        guard let tax = isAdjustment ? tax.valueOrZero : tax.value else { return nil }
        return (net, tax, total)
    }

    private var relatedInvoice: RelatedInvoice? {
        guard let relation = related.relation else { return nil }
        let key = related.source == 1 ? related.key : nil
        return RelatedInvoice(relation: relation, source: related.source ?? 1, key: key, date: related.date)
    }

    /// One row a rate, sorted: from the table by rate, or, where it is empty, from the lines.
    private var rateAmounts: [InvoiceFacts.RateAmounts] {
        var rows: [InvoiceFacts.RateAmounts] = []
        if rates.isEmpty {
            for line in lines where line.isSale || line.kind == .discount {
                guard let rate = line.rate, let amount = line.amount.value else { continue }
                guard let net = line.isSale ? amount : amount.negated else { continue }
                InvoiceReading.add(rate, net, .zero, to: &rows)
            }
            for index in rows.indices {
                guard let factor = rows[index].rate.factor else { continue }
                rows[index].tax = rows[index].net.multiplied(by: factor) ?? .zero
            }
        } else {
            for row in rates {
                guard let rate = row.rate, let net = row.net.valueOrZero, let tax = row.tax.valueOrZero else {
                    continue
                }
                InvoiceReading.add(rate, net, tax, to: &rows)
            }
        }
        rows.sort { $0.rate < $1.rate }
        return rows
    }

    private static func add(_ rate: TaxRate, _ net: Amount, _ tax: Amount, to rows: inout [InvoiceFacts.RateAmounts]) {
        guard let index = rows.firstIndex(where: { $0.rate == rate }) else {
            rows.append(InvoiceFacts.RateAmounts(rate: rate, net: net, tax: tax))
            return
        }
        rows[index].net = rows[index].net.adding(net) ?? rows[index].net
        rows[index].tax = rows[index].tax.adding(tax) ?? rows[index].tax
    }
}
