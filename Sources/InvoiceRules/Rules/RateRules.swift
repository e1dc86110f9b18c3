import InvoiceModel
import InvoiceXML

/// The tax rates of forms 1 and 8 and of VAT tickets (form 5). Other forms have none: a rate that stands there all the
/// same is not looked at.
enum RateRules {
    static let all: [Rule] = [
        .invoice(.lineRatePresent, in: .vatForms, present),
        .invoice(.lineRateList, in: .taxed, listed),
        .invoice(.lineRateLeasing, in: .taxed, leasing),
    ]

    /// Tickets may leave it out (Decree 254/2026, annex 9.d).
    @Sendable private static func present(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        for (index, line) in reading.lines.enumerated() where line.isSale || line.kind == .promotion {
            let parsed = reading.invoice.lines[index]
            guard parsed.rate.isEmpty else { continue }
            sink.add(
                Finding(.lineRatePresent, path: reading.rowPath(parsed.rate, .TSuat, in: parsed.element))
            )
        }
    }

    @Sendable private static func listed(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        for (index, line) in reading.lines.enumerated() where line.rate == nil {
            reportUnlisted(reading.invoice.lines[index].rate, reading, &sink)
        }
        for (index, row) in reading.rates.enumerated() where row.rate == nil {
            reportUnlisted(reading.invoice.rates[index].rate, reading, &sink)
        }
    }

    private static func reportUnlisted(
        _ field: Field,
        _ reading: InvoiceReading,
        _ sink: inout FindingSink
    ) {
        guard !field.isEmpty else { return }
        let expected = "0%, 5%, 8%, 10%, KCT, KKKNT, CTTC, KHAC:AB.CD%"
        sink.add(
            Finding(
                .lineRateList,
                path: reading.path(of: field.element),
                expected: expected,
                found: reading.text(field)
            )
        )
    }

    /// The decree writes `CTTC`, the provider's notes `CTCT`: both are taken.
    @Sendable private static func leasing(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        for (index, line) in reading.lines.enumerated() where line.rate?.kind == .leasing {
            let field = reading.invoice.lines[index].rate
            guard reading.message.text(of: field).equals("CTCT") else { continue }
            sink.add(Finding(.lineRateLeasing, path: reading.path(of: field.element), expected: "CTTC", found: "CTCT"))
        }
    }
}
