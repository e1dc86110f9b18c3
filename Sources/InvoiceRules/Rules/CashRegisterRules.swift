import InvoiceModel
import InvoiceXML

/// Invoices from cash registers: the code their software made, and what must be on them (Decree 254/2026, articles
/// 3.3 and 10.4; the code's form from practice).
enum CashRegisterRules {
    static let all: [Rule] = [
        .invoice(.mttCodePattern, in: .sent, pattern),
        .invoice(.mttCodeForm, in: .sent, form),
        .invoice(.mttCodeYear, in: .sent, year),
        .invoice(.mttCodePrefixOwner, in: .sent, owner),
        .invoice(.mttUncoded, in: .sent, uncoded),
        .invoice(.mttDeductionTax, in: .sent, deduction),
    ]

    @Sendable private static func pattern(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.type == .cashRegister, code(of: reading) == nil else { return }
        report(.mttCodePattern, expected: "M[12]-NN-XXXXX-NNNNNNNNNNN", reading, &sink)
    }

    @Sendable private static func form(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard let code = code(of: reading), let form = reading.form, code.form != form else { return }
        report(.mttCodeForm, expected: "M\(form)", reading, &sink)
    }

    @Sendable private static func year(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard let code = code(of: reading), let symbol = reading.symbol, code.year != symbol.year else { return }
        report(.mttCodeYear, expected: String(symbol.description.dropFirst().prefix(2)), reading, &sink)
    }

    @Sendable private static func owner(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard code(of: reading) != nil, let taxpayer = reading.taxpayer else { return }
        let allotted = taxpayer.cashRegisterCode
        if reading.message.text(of: reading.invoice.code).extracting(6..<11).equals(allotted) { return }
        report(.mttCodePrefixOwner, expected: allotted.isEmpty ? "none allotted" : allotted, reading, &sink)
    }

    /// Whatever stands in the element, text or elements.
    @Sendable private static func uncoded(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.type == .cashRegisterUncoded, reading.invoice.code.isPresent else { return }
        let element = reading.invoice.code.element
        guard !reading.invoice.code.isEmpty || reading.message.firstChild(of: element) != nil else { return }
        report(.mttUncoded, reading, &sink)
    }

    /// Price before tax, rate, tax and total are asked of sellers who deduct input tax: form 1.
    @Sendable private static func deduction(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.type?.isSignedOnce == true, reading.form == .vat, !reading.isAdjustment else { return }
        let invoice = reading.invoice
        if invoice.rates.isEmpty {
            sink.add(Finding(.mttDeductionTax, path: "HDon/DLHDon/NDHDon/TToan/THTTLTSuat"))
        }
        for (line, read) in zip(invoice.lines, reading.lines) where read.isSale && line.rate.isEmpty {
            sink.add(Finding(.mttDeductionTax, path: reading.rowPath(line.rate, .TSuat, in: line.element)))
            return
        }
    }

    /// The code of an invoice in a 206, where it can be read.
    private static func code(of reading: InvoiceReading) -> CashRegisterCode? {
        guard reading.type == .cashRegister else { return nil }
        return CashRegisterCode(wire: reading.message.text(of: reading.invoice.code))
    }

    private static func report(
        _ code: RuleCode,
        expected: String? = nil,
        _ reading: InvoiceReading,
        _ sink: inout FindingSink
    ) {
        let field = reading.invoice.code
        let path = field.isPresent ? reading.path(of: field.element) : "HDon/MCCQT"
        sink.add(Finding(code, path: path, expected: expected, found: reading.text(field)))
    }
}
