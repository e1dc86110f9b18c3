import InvoiceModel
import InvoiceXML

/// Currency and rate (Decree 254/2026, annex 8.c).
enum CurrencyRules {
    static let all: [Rule] = [
        .invoice(.curCode, code),
        .invoice(.curDongAlias, sign),
        .invoice(.curRatePresent, ratePresent),
        .invoice(.curRateFormat, rateFormat),
        .invoice(.curRateWithVnd, rateWithDong),
    ]

    /// An absent currency is found by the field table.
    @Sendable private static func code(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let field = reading.invoice.header.currency
        if field.isEmpty { return }
        if let currency = reading.currency, CurrencyList.contains(currency) { return }
        report(.curCode, field, .DVTTe, expected: "ISO 4217", reading, &sink)
    }

    @Sendable private static func sign(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.hasDongSign else { return }
        report(.curDongAlias, reading.invoice.header.currency, .DVTTe, expected: "VND", reading, &sink)
    }

    /// Tax payable in a foreign currency needs no rate: a warning at most.
    @Sendable private static func ratePresent(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard let currency = reading.currency, currency != .vnd else { return }
        guard let rate = reading.exchangeRate.valueOrZero, rate <= .zero else { return }
        report(.curRatePresent, reading.invoice.header.exchangeRate, .TGia, expected: "> 0", reading, &sink)
    }

    /// At most seven digits, two of them decimals.
    @Sendable private static func rateFormat(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let field = reading.invoice.header.exchangeRate
        if field.isEmpty { return }
        if let shape = NumberShape(wire: reading.message.text(of: field)), shape.fits(digits: 7, fraction: 2) { return }
        report(.curRateFormat, field, .TGia, expected: "≤ 7 digits, 2 decimals", reading, &sink)
    }

    @Sendable private static func rateWithDong(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.isInDong, let rate = reading.exchangeRate.value, rate != Amount(units: 1) else { return }
        report(.curRateWithVnd, reading.invoice.header.exchangeRate, .TGia, expected: "1", reading, &sink)
    }

    private static func report(
        _ code: RuleCode,
        _ field: Field,
        _ tag: Tag,
        expected: String,
        _ reading: InvoiceReading,
        _ sink: inout FindingSink
    ) {
        sink.add(Finding(code, path: reading.headerPath(field, tag), expected: expected, found: reading.text(field)))
    }
}
