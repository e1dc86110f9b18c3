import InvoiceModel
import InvoiceXML

/// The arithmetic of the totals. Nothing in the standard demands it, so all of it warns by default.
enum SumRules {
    static let all: [Rule] = [
        .invoice(.sumPreTax, in: .vatForms, preTax),
        .invoice(.sumTaxTotal, in: .vatForms, taxTotal),
        .invoice(.sumPayable, in: .vatForms, payable),
        .invoice(.sumPayableSales, in: .untaxed, payableSales),
        .invoice(.sumRateTable, in: .vat, rateTable),
        .invoice(.sumRateTableMissing, in: .vat, rateTableMissing),
        .invoice(.sumRateTimesBase, in: .taxed, rateTimesBase),
        .invoice(.sumNoTaxOnExempt, in: .taxed, noTaxOnExempt),
    ]

    /// Σ lines = `TgTCThue`, one unit a line apart at most; a trade discount of the whole invoice may be taken off.
    @Sendable private static func preTax(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard let net = reading.net.value, let sums = reading.lineSums(), let sum = sums.net else { return }
        guard sums.count > 0 else { return }
        let tolerance = Tolerance.each(Tolerance.unit, lines: sums.count)
        if sum.isWithin(tolerance, of: net) { return }
        if let discount = reading.tradeDiscount.value, let less = sum.subtracting(discount),
            less.isWithin(tolerance, of: net)
        {
            return
        }
        report(.sumPreTax, reading.invoice.totals.net, .TgTCThue, expected: sum, reading, &sink)
    }

    @Sendable private static func taxTotal(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard let tax = reading.tax.value, !reading.rates.isEmpty else { return }
        var sum = Amount.zero
        for row in reading.rates {
            guard let amount = row.tax.valueOrZero, let next = sum.adding(amount) else { return }
            sum = next
        }
        if sum.isWithin(Tolerance.unit, of: tax) { return }
        report(.sumTaxTotal, reading.invoice.totals.tax, .TgTThue, expected: sum, reading, &sink)
    }

    /// Fees and a trade discount shown apart may or may not be part of the total.
    @Sendable private static func payable(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard let net = reading.net.value, let tax = reading.tax.value, let total = reading.total.value else { return }
        guard let sum = net.adding(tax) else { return }
        if isPayable(total, sum, tolerance: Tolerance.unit, reading) { return }
        report(.sumPayable, reading.invoice.totals.total, .TgTTTBSo, expected: sum, reading, &sink)
    }

    @Sendable private static func payableSales(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard let total = reading.total.value, let sums = reading.lineSums(), let sum = sums.net else { return }
        guard sums.count > 0 else { return }
        if isPayable(total, sum, tolerance: Tolerance.unit, reading) { return }
        report(.sumPayableSales, reading.invoice.totals.total, .TgTTTBSo, expected: sum, reading, &sink)
    }

    private static func isPayable(
        _ total: Amount,
        _ sum: Amount,
        tolerance: Amount,
        _ reading: InvoiceReading
    ) -> Bool {
        if sum.isWithin(tolerance, of: total) { return true }
        guard let fees = reading.feeSum(), let discount = reading.tradeDiscount.valueOrZero else { return true }
        guard let withFees = sum.adding(fees) else { return false }
        if withFees.isWithin(tolerance, of: total) { return true }
        for base in [sum, withFees] {
            if let less = base.subtracting(discount), less.isWithin(tolerance, of: total) { return true }
        }
        return false
    }

    /// One row a rate, with the sum of the lines at that rate. Not told where a line has no rate, or where a trade
    /// discount of the whole invoice is spread over the rows.
    @Sendable private static func rateTable(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard !reading.rates.isEmpty, !reading.tradeDiscount.isSomething else { return }
        guard !reading.lines.contains(where: { $0.isSale && $0.rate == nil }) else { return }
        guard reading.lines.contains(where: \.isSale) else { return }
        let sums = reading.lineSumsByRate()
        var rows = RateSums()
        for (index, row) in reading.rates.enumerated() {
            guard let rate = row.rate else { continue }
            let isRepeated = rows.entry(at: rate) != nil
            rows.add(row.net.value, .zero, at: rate)
            let parsed = reading.invoice.rates[index]
            if isRepeated {
                sink.add(
                    Finding(
                        .sumRateTable,
                        path: reading.path(of: parsed.rate.element),
                        expected: "1 × \(rate)",
                        found: rate.description
                    )
                )
                continue
            }
            let lines = sums.entry(at: rate)
            guard let net = row.net.value, let sum = lines == nil ? .zero : lines?.net else { continue }
            if sum.isWithin(Tolerance.each(Tolerance.unit, lines: lines?.count ?? 0), of: net) { continue }
            sink.add(
                Finding(
                    .sumRateTable,
                    path: reading.path(of: parsed.net.element),
                    expected: sum.description,
                    found: reading.text(parsed.net)
                )
            )
        }
        for lines in sums.entries where lines.hasAmount && rows.entry(at: lines.rate) == nil {
            sink.add(
                Finding(.sumRateTable, path: "HDon/DLHDon/NDHDon/TToan/THTTLTSuat", expected: lines.rate.description)
            )
        }
    }

    /// Told only where a line is taxed: 58 of 58 invoices with exempt lines alone had an empty table and got a code.
    @Sendable private static func rateTableMissing(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.rates.isEmpty, reading.invoice.totals.element >= 0 else { return }
        let isTaxed = reading.lines.contains { line in
            line.isSale && line.rate?.kind != .notSubject && line.rate?.kind != .notDeclared
        }
        guard isTaxed else { return }
        sink.add(Finding(.sumRateTableMissing, path: "HDon/DLHDon/NDHDon/TToan/THTTLTSuat/LTSuat"))
    }

    /// Half a unit a line apart at most. Leasing passes tax on and is no product of a rate.
    @Sendable private static func rateTimesBase(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        if reading.rates.isEmpty { return }
        let sums = reading.lineSumsByRate()
        for (index, row) in reading.rates.enumerated() {
            guard let rate = row.rate, let factor = rate.factor, factor > .zero else { continue }
            guard let net = row.net.value, let tax = row.tax.valueOrZero else { continue }
            let count = sums.entry(at: rate)?.count ?? 0
            let product = net.multiplied(by: factor)
            if let product, product.isWithin(Tolerance.each(Tolerance.half, lines: count), of: tax) { continue }
            let parsed = reading.invoice.rates[index]
            sink.add(
                Finding(
                    .sumRateTimesBase,
                    path: reading.rowPath(parsed.tax, .TThue, in: parsed.element),
                    expected: product?.description,
                    found: reading.text(parsed.tax)
                )
            )
        }
    }

    @Sendable private static func noTaxOnExempt(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        for (index, row) in reading.rates.enumerated() {
            guard let rate = row.rate, let tax = row.tax.value, tax != .zero else { continue }
            let isZero = rate.kind == .percent && rate.hundredths == 0
            guard isZero || rate.kind == .notSubject || rate.kind == .notDeclared else { continue }
            let field = reading.invoice.rates[index].tax
            sink.add(
                Finding(
                    .sumNoTaxOnExempt,
                    path: reading.path(of: field.element),
                    expected: "0",
                    found: reading.text(field)
                )
            )
        }
    }

    private static func report(
        _ code: RuleCode,
        _ field: Field,
        _ tag: Tag,
        expected: Amount,
        _ reading: InvoiceReading,
        _ sink: inout FindingSink
    ) {
        sink.add(
            Finding(
                code,
                path: reading.totalsPath(field, tag),
                expected: expected.description,
                found: reading.text(field)
            )
        )
    }
}
