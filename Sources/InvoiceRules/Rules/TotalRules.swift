import InvoiceModel
import InvoiceXML

/// What the totals must have, and how large they may be.
enum TotalRules {
    static let all: [Rule] = [
        .invoice(.sumBlockPresent, in: .paid, present),
        .invoice(.sumCeiling, ceiling),
        .invoice(.sumWordsPresent, in: .paid, words),
        .invoice(.sumFees, fees),
        .invoice(.sumTradeDiscount, tradeDiscount),
        .invoice(.sumForm2NoVat, in: .sales, withoutTax),
    ]

    /// An adjustment may leave the payment alone.
    @Sendable private static func present(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.total.isAbsent, !reading.isAdjustment else { return }
        let totals = reading.invoice.totals
        sink.add(
            Finding(
                .sumBlockPresent,
                path: totals.element < 0 ? "HDon/DLHDon/NDHDon/TToan" : reading.totalsPath(totals.total, .TgTTTBSo)
            )
        )
    }

    /// No invoice can poison a total: every amount that is added up stays below the policy's ceiling in đồng.
    @Sendable private static func ceiling(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let totals = reading.invoice.totals
        check(reading.total, totals.total, reading, &sink)
        check(reading.net, totals.net, reading, &sink)
        check(reading.tax, totals.tax, reading, &sink)
        for (index, row) in reading.rates.enumerated() {
            check(row.net, reading.invoice.rates[index].net, reading, &sink)
            check(row.tax, reading.invoice.rates[index].tax, reading, &sink)
        }
        for (index, line) in reading.lines.enumerated() {
            check(line.amount, reading.invoice.lines[index].amount, reading, &sink)
        }
    }

    private static func check(
        _ quantity: Quantity,
        _ field: Field,
        _ reading: InvoiceReading,
        _ sink: inout FindingSink
    ) {
        guard let amount = quantity.value else { return }
        let limit = reading.policy.limits.invoiceCeiling
        if reading.isInDong || reading.exchangeRate.value == nil {
            if amount.magnitude <= limit { return }
        } else if let inDong = amount.multiplied(by: reading.exchangeRate.value ?? .zero), inDong.magnitude <= limit {
            return
        }
        sink.add(
            Finding(
                .sumCeiling,
                path: reading.path(of: field.element),
                expected: "≤ \(limit) VND",
                found: reading.text(field)
            )
        )
    }

    /// Missing in 4 of 59 coded invoices: a warning.
    @Sendable private static func words(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let totals = reading.invoice.totals
        guard totals.element >= 0, totals.totalInWords.isEmpty else { return }
        guard !(reading.isAdjustment && reading.total.isAbsent) else { return }
        sink.add(Finding(.sumWordsPresent, path: reading.totalsPath(totals.totalInWords, .TgTTTBChu)))
    }

    @Sendable private static func fees(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        for fee in reading.invoice.fees where fee.name.isEmpty != fee.amount.isEmpty {
            let (field, tag) = fee.name.isEmpty ? (fee.name, Tag.TLPhi) : (fee.amount, .TPhi)
            sink.add(Finding(.sumFees, path: reading.rowPath(field, tag, in: fee.element)))
        }
    }

    /// Seen in accepted invoices all the same: off by default.
    @Sendable private static func withoutTax(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let totals = reading.invoice.totals
        for (field, tag) in [(totals.net, Tag.TgTCThue), (totals.tax, .TgTThue)] where !field.isEmpty {
            sink.add(Finding(.sumForm2NoVat, path: reading.totalsPath(field, tag), found: reading.text(field)))
        }
        guard let table = reading.invoice.rates.first else { return }
        sink.add(Finding(.sumForm2NoVat, path: reading.path(of: table.element)))
    }

    @Sendable private static func tradeDiscount(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard let discount = reading.tradeDiscount.value, discount > .zero, !reading.isAdjustment else { return }
        guard let sold = reading.lineSums()?.sold, discount > sold else { return }
        let field = reading.invoice.totals.tradeDiscount
        sink.add(
            Finding(
                .sumTradeDiscount,
                path: reading.totalsPath(field, .TTCKTMai),
                expected: "≤ \(sold)",
                found: reading.text(field)
            )
        )
    }
}
