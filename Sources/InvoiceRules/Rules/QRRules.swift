import InvoiceModel
import InvoiceXML

/// Whether the QR code says what the invoice says (Decision 1450, part I.IV.7). It is not part of what is signed, and
/// hardly a real one keeps to the standard: nothing here refuses. The check sum is left alone: no source says how it
/// is computed, and those seen agree with no usual way.
enum QRRules {
    static let all: [Rule] = [
        .invoice(.qrConsistent, consistent),
        .invoice(.curQr, currency),
    ]

    @Sendable private static func consistent(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let code = reading.invoice.qrCode
        guard !code.isEmpty else { return }
        let message = reading.message
        let fields = QRFields(message.text(of: code))
        guard fields.isWhole else {
            sink.add(Finding(.qrConsistent, path: reading.path(of: code.element), expected: "EMV QR"))
            return
        }
        guard let facts = fields.value(99) else { return }
        let header = reading.invoice.header
        let inner = QRFields(facts)
        var wrong: String?
        if let seller = reading.seller, inner.value(1)?.equals(seller.withoutDash) != true { wrong = "99-01" }
        if !equals(inner.value(2), message.text(of: header.form)) { wrong = wrong ?? "99-02" }
        if !equals(inner.value(3), message.text(of: header.symbol)) { wrong = wrong ?? "99-03" }
        if let invoice = reading.number, !isNumber(inner.value(4), invoice) { wrong = wrong ?? "99-04" }
        if let date = reading.date, !isDay(inner.value(5), date) { wrong = wrong ?? "99-05" }
        if let total = reading.total.value, !isAmount(inner.value(6), total) { wrong = wrong ?? "99-06" }
        guard let wrong else { return }
        sink.add(Finding(.qrConsistent, path: reading.path(of: code.element), expected: wrong))
    }

    @Sendable private static func currency(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let code = reading.invoice.qrCode
        guard !code.isEmpty, let currency = reading.currency else { return }
        let fields = QRFields(reading.message.text(of: code))
        guard fields.isWhole, let written = fields.value(53) else { return }
        guard let iso = CurrencyList.number(of: currency) else { return }
        if number(written) == iso { return }
        let expected = "53 = \(String(1_000 + iso).dropFirst())"
        sink.add(Finding(.curQr, path: reading.path(of: code.element), expected: expected))
    }

    private static func number(_ text: Span<UInt8>) -> UInt16? {
        guard text.isDigits(3) else { return nil }
        return text.indices.reduce(0) { $0 * 10 + UInt16(text[$1] - UInt8(ascii: "0")) }
    }

    private static func equals(_ field: Span<UInt8>?, _ text: Span<UInt8>) -> Bool { field?.equals(text) ?? false }

    private static func isNumber(_ field: Span<UInt8>?, _ number: InvoiceNumber) -> Bool {
        guard let field else { return false }
        return InvoiceNumber(wire: field) == number
    }

    private static func isAmount(_ field: Span<UInt8>?, _ amount: Amount) -> Bool {
        guard let field else { return false }
        return Amount(wire: field) == amount
    }

    /// Whether a field is that day, written `YYYYMMDD`.
    private static func isDay(_ field: Span<UInt8>?, _ day: CalendarDate) -> Bool {
        field?.equals(day.description.split(separator: "-").joined()) ?? false
    }
}
