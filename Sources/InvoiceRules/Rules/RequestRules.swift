import InvoiceModel
import InvoiceXML

/// What an invoice sent for a code must not carry yet (Decision 1450, part II.II.5).
enum RequestRules {
    static let all: [Rule] = [
        .invoice(.envNoCodeInRequest, in: .sent, noCode),
        .invoice(.envEmptyCodeElement, in: .sent, emptyCode),
    ]

    @Sendable private static func noCode(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let invoice = reading.invoice
        if !invoice.code.isEmpty {
            sink.add(
                Finding(
                    .envNoCodeInRequest,
                    path: reading.path(of: invoice.code.element),
                    found: reading.text(invoice.code)
                )
            )
        }
        for signature in invoice.authoritySignatures {
            sink.add(Finding(.envNoCodeInRequest, path: reading.path(of: signature)))
        }
    }

    @Sendable private static func emptyCode(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.invoice.code.isPresent, reading.invoice.code.isEmpty else { return }
        sink.add(Finding(.envEmptyCodeElement, path: reading.path(of: reading.invoice.code.element)))
    }
}
