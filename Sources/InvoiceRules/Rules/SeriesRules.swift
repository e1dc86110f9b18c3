import InvoiceModel
import InvoiceXML

/// Form, symbol and number (Circular 91/2026, article 4 and annex I; Decree 254/2026, annex 2).
enum SeriesRules {
    static let all: [Rule] = [
        .invoice(.formKnown, in: .always, formKnown),
        .invoice(.formNameMatches, nameMatches),
        .invoice(.seriesPattern, pattern),
        .invoice(.seriesYearMatchesIssueDate, year),
        .invoice(.seriesCodeLetterVsMessage, in: .sent, codeLetter),
        .invoice(.seriesWarehouse, warehouse),
        .invoice(.seriesCommercial, commercial),
        .invoice(.seriesRefund, refund),
        .invoice(.seriesTicket, ticket),
        .invoice(.seriesOccurrenceL, in: .sent, perOccurrence),
        .invoice(.seriesCashM, in: .sent, cashRegister),
        .invoice(.numRange, numberRange),
    ]

    @Sendable private static func formKnown(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.form == nil else { return }
        let field = reading.invoice.header.form
        sink.add(
            Finding(
                .formKnown,
                path: reading.headerPath(field, .KHMSHDon),
                expected: "1–9",
                found: reading.text(field)
            )
        )
    }

    /// Names are free in practice; told is only the name that the law gives another form.
    @Sendable private static func nameMatches(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let field = reading.invoice.header.name
        guard let form = reading.form, let name = reading.text(field), let named = FormNames.form(named: name) else {
            return
        }
        guard named != form else { return }
        sink.add(
            Finding(
                .formNameMatches,
                path: reading.headerPath(field, .THDon),
                expected: "KHMSHDon \(named)",
                found: name
            )
        )
    }

    @Sendable private static func pattern(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.symbol == nil else { return }
        report(.seriesPattern, expected: "[CK]NN[\(InvoiceSymbol.typeLetters)][A-Z][A-Z]", reading, &sink)
    }

    /// The year of `NLap`, not of signing or sending.
    @Sendable private static func year(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard let symbol = reading.symbol, let date = reading.date, date.parts.year != 2_000 + symbol.year else {
            return
        }
        report(.seriesYearMatchesIssueDate, expected: date.description.prefix(4).suffix(2).description, reading, &sink)
    }

    @Sendable private static func codeLetter(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let kind = (reading.type ?? .forCode).kind
        let isCoded = kind == .coded || kind == .cashRegister
        guard let symbol = reading.symbol, symbol.isCoded != isCoded else { return }
        report(.seriesCodeLetterVsMessage, expected: isCoded ? "C" : "K", reading, &sink)
    }

    /// Told of a readable symbol only: the pattern has its own rule.
    @Sendable private static func warehouse(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.symbol != nil else { return }
        let isLetter = reading.typeLetter == UInt8(ascii: "N") || reading.typeLetter == UInt8(ascii: "B")
        let isNote = reading.form == .warehouseNote
        guard isLetter != isNote else { return }
        report(.seriesWarehouse, expected: isNote ? "N, B" : "KHMSHDon 6", reading, &sink)
    }

    @Sendable private static func commercial(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.symbol != nil else { return }
        let isCommercial = reading.form?.digit == 7
        guard (reading.typeLetter == UInt8(ascii: "X")) != isCommercial else { return }
        report(.seriesCommercial, expected: isCommercial ? "X" : "KHMSHDon 7", reading, &sink)
    }

    @Sendable private static func refund(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.typeLetter == UInt8(ascii: "F"), let form = reading.form, form != .vat else { return }
        report(.seriesRefund, expected: "KHMSHDon 1", reading, &sink)
    }

    @Sendable private static func ticket(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let letter = reading.typeLetter
        guard letter == UInt8(ascii: "G") || letter == UInt8(ascii: "H"), reading.form?.digit != 5 else { return }
        report(.seriesTicket, expected: "KHMSHDon 5", reading, &sink)
    }

    @Sendable private static func perOccurrence(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.typeLetter == UInt8(ascii: "L") else { return }
        report(.seriesOccurrenceL, expected: "MLTDiep 201", reading, &sink)
    }

    @Sendable private static func cashRegister(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let isPackage = reading.type?.isSignedOnce ?? false
        guard let symbol = reading.symbol, symbol.isCashRegister != isPackage else { return }
        let message = symbol.isCoded ? "MLTDiep 206" : "MLTDiep 216"
        report(.seriesCashM, expected: isPackage ? "M" : message, reading, &sink)
    }

    @Sendable private static func numberRange(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.number == nil else { return }
        let field = reading.invoice.header.number
        sink.add(
            Finding(
                .numRange,
                path: reading.headerPath(field, .SHDon),
                expected: "1–99999999",
                found: reading.text(field)
            )
        )
    }

    private static func report(
        _ code: RuleCode,
        expected: String,
        _ reading: InvoiceReading,
        _ sink: inout FindingSink
    ) {
        let field = reading.invoice.header.symbol
        sink.add(
            Finding(code, path: reading.headerPath(field, .KHHDon), expected: expected, found: reading.text(field))
        )
    }
}
