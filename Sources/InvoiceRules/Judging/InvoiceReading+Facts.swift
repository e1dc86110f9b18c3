import InvoiceModel

extension InvoiceReading {
    /// What the ledger keeps; `nil` where key, date, currency or amounts cannot be read.
    var facts: InvoiceFacts? {
        guard let seller, let form, let symbol, let number, let date, let currency else { return nil }
        guard CurrencyList.contains(currency) else { return nil }
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
            rates: taxation == .rates ? rateAmounts : [],
            related: relatedInvoice,
            officeCode: standing?.officeCode ?? ""
        )
    }

    private var positiveRate: Amount? {
        guard let rate = exchangeRate.value, rate > .zero else { return nil }
        return rate
    }

    /// What the invoice adds to totals. Only an adjustment that leaves the payment alone may lack them: they are zero
    /// then. A warehouse note sells nothing and is worth nothing; an invoice without VAT is worth its total; tickets,
    /// and form 8, may leave net and tax out.
    private var amounts: (net: Amount, tax: Amount, total: Amount)? {
        if taxation == .nothing { return (.zero, .zero, .zero) }
        guard let total = isAdjustment ? total.valueOrZero : total.value else { return nil }
        guard taxation == .rates else { return (total, .zero, total) }
        guard form == .vat else {
            guard let tax = tax.valueOrZero else { return nil }
            guard let net = net.isAbsent ? total.subtracting(tax) : net.value else { return nil }
            return (net, tax, total)
        }
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
        var sums = RateSums()
        if rates.isEmpty {
            sums = lineSumsByRate()
        } else {
            for row in rates {
                guard let rate = row.rate else { continue }
                sums.add(row.net.valueOrZero, row.tax.valueOrZero, at: rate)
            }
        }
        var rows: [InvoiceFacts.RateAmounts] = []
        rows.reserveCapacity(sums.entries.count)
        for entry in sums.entries {
            guard let net = entry.net, var tax = entry.tax else { continue }
            if rates.isEmpty, let factor = entry.rate.factor { tax = net.multiplied(by: factor) ?? .zero }
            rows.append(InvoiceFacts.RateAmounts(rate: entry.rate, net: net, tax: tax))
        }
        rows.sort { $0.rate < $1.rate }
        return rows
    }
}
