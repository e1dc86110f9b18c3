import InvoiceModel
import InvoiceXML

/// The arithmetic of the totals. Nothing in the standard demands it, so all of it warns by default.
enum SumRules {
    static let all: [Rule] = [
        .invoice(.sumPreTax, in: .vat, preTax),
        .invoice(.sumTaxTotal, in: .vat, taxTotal),
        .invoice(.sumPayable, in: .vat, payable),
        .invoice(.sumPayableSales, in: .sales, payableSales),
        .invoice(.sumRateTable, in: .vat, rateTable),
        .invoice(.sumRateTableMissing, in: .vat, rateTableMissing),
        .invoice(.sumRateTimesBase, in: .vat, rateTimesBase),
        .invoice(.sumNoTaxOnExempt, in: .vat, noTaxOnExempt),
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
        for (index, row) in reading.rates.enumerated() {
            guard let rate = row.rate, let net = row.net.value else { continue }
            let field = reading.invoice.rates[index].net
            if reading.rates[..<index].contains(where: { $0.rate == rate }) {
                let path = reading.path(of: reading.invoice.rates[index].rate.element)
                sink.add(Finding(.sumRateTable, path: path, expected: "1 × \(rate)", found: rate.description))
                continue
            }
            guard let sums = reading.lineSums(at: rate), let sum = sums.net else { continue }
            if sum.isWithin(Tolerance.each(Tolerance.unit, lines: sums.count), of: net) { continue }
            let path = reading.path(of: field.element)
            sink.add(Finding(.sumRateTable, path: path, expected: sum.description, found: reading.text(field)))
        }
        for (index, line) in reading.lines.enumerated() where line.isSale && line.amount.isSomething {
            guard let rate = line.rate, !reading.rates.contains(where: { $0.rate == rate }) else { continue }
            if reading.lines[..<index].contains(where: { $0.isSale && $0.rate == rate && $0.amount.isSomething }) {
                continue
            }
            let path = "HDon/DLHDon/NDHDon/TToan/THTTLTSuat"
            sink.add(Finding(.sumRateTable, path: path, expected: rate.description))
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
        for (index, row) in reading.rates.enumerated() {
            guard let rate = row.rate, let factor = rate.factor, factor > .zero else { continue }
            guard let net = row.net.value, let tax = row.tax.valueOrZero else { continue }
            let count = reading.lines.count { $0.isSale && $0.rate == rate }
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
            let path = reading.path(of: field.element)
            sink.add(Finding(.sumNoTaxOnExempt, path: path, expected: "0", found: reading.text(field)))
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
        let path = reading.totalsPath(field, tag)
        sink.add(Finding(code, path: path, expected: expected.description, found: reading.text(field)))
    }
}
