import InvoiceModel
import InvoiceXML

/// What the seller had registered on the invoice's date (Decree 254/2026, article 12.2.a.3); whether it may issue at
/// the time of receipt is for `StopRules`.
enum RegistryRules {
    static let all: [Rule] = [
        .invoice(.regTaxpayerExists, exists),
        .invoice(.regCodedCovered, codedCovered),
        .invoice(.regUncodedCovered, in: .sent, uncodedCovered),
        .invoice(.regCashCovered, in: .sent, cashCovered),
        .invoice(.regCashUncodedCovered, in: .sent, cashUncodedCovered),
        .invoice(.regKindCovered, kindCovered),
        .invoice(.regHouseholdCoded, household),
        .invoice(.ptyBuyerMstExists, buyerExists),
        .invoice(.dateAfterRegistration, afterRegistration),
        .invoice(.ptySellerName, name),
    ]

    @Sendable private static func exists(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.registry != nil, reading.taxpayer == nil else { return }
        let seller = reading.invoice.seller
        // The registry knows taxpayers: a body with a budget code alone is not among them.
        if reading.form?.digit == 3, seller.taxCode.isEmpty, !seller.budgetCode.isEmpty {
            sink.add(
                Finding(
                    .regTaxpayerExists,
                    path: reading.sellerPath(seller.budgetCode, .MDVQHNSach),
                    found: reading.text(seller.budgetCode)
                )
            )
        }
        if reading.seller != nil { reportSeller(.regTaxpayerExists, reading, &sink) }
    }

    /// Cash-register and per-occurrence series have registrations of their own.
    @Sendable private static func codedCovered(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard let taxpayer = reading.taxpayer, let symbol = reading.symbol, symbol.isCoded else { return }
        let letter = reading.typeLetter
        guard letter != UInt8(ascii: "M"), letter != UInt8(ascii: "L"), !taxpayer.methods.contains(.coded) else {
            return
        }
        reportSymbol(.regCodedCovered, reading, &sink)
    }

    @Sendable private static func uncodedCovered(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.type == .uncoded, reading.symbol?.kind == .uncoded, lacks(.uncoded, reading) else { return }
        reportSymbol(.regUncodedCovered, reading, &sink)
    }

    @Sendable private static func cashCovered(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.type?.isSignedOnce == true, reading.symbol?.kind == .cashRegister else { return }
        if lacks(.cashRegister, reading) { reportSymbol(.regCashCovered, reading, &sink) }
    }

    /// The declaration has a box of its own for these, whose tag is not known: none is refused for it.
    @Sendable private static func cashUncodedCovered(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.type?.isSignedOnce == true, reading.symbol?.kind == .cashRegisterUncoded else { return }
        if lacks(.cashRegister, reading) { reportSymbol(.regCashUncodedCovered, reading, &sink) }
    }

    private static func lacks(_ method: Taxpayer.Methods, _ reading: InvoiceReading) -> Bool {
        reading.taxpayer.map { !$0.methods.contains(method) } ?? false
    }

    private static func reportSymbol(_ code: RuleCode, _ reading: InvoiceReading, _ sink: inout FindingSink) {
        let field = reading.invoice.header.symbol
        sink.add(Finding(code, path: reading.headerPath(field, .KHHDon), found: reading.text(field)))
    }

    @Sendable private static func kindCovered(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard let taxpayer = reading.taxpayer, let form = reading.form else { return }
        guard !taxpayer.forms.contains(form.digit) else { return }
        let expected = taxpayer.forms.sorted().map(String.init).joined(separator: ", ")
        sink.add(
            Finding(
                .regKindCovered,
                path: reading.headerPath(reading.invoice.header.form, .KHMSHDon),
                expected: expected,
                found: form.description
            )
        )
    }

    /// A code of twelve digits is a person's; other households cannot be told.
    @Sendable private static func household(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.seller?.shape == .person, let symbol = reading.symbol, !symbol.isCoded else { return }
        guard reading.typeLetter != UInt8(ascii: "M") else { return }
        let field = reading.invoice.header.symbol
        sink.add(
            Finding(
                .regHouseholdCoded,
                path: reading.headerPath(field, .KHHDon),
                expected: "C…, K..M",
                found: reading.text(field)
            )
        )
    }

    /// For the seller to know; no duty stands behind it.
    @Sendable private static func buyerExists(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard let registry = reading.registry, let buyer = reading.buyer else { return }
        if registry.taxpayer(buyer, on: reading.receivedAt.date)?.status == .active { return }
        let field = reading.invoice.buyer.taxCode
        sink.add(Finding(.ptyBuyerMstExists, path: reading.buyerPath(field, .MST), found: reading.text(field)))
    }

    @Sendable private static func afterRegistration(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard let taxpayer = reading.taxpayer, let date = reading.date, date < taxpayer.knownSince else { return }
        sink.add(
            Finding(
                .dateAfterRegistration,
                path: reading.headerPath(reading.invoice.header.date, .NLap),
                expected: "≥ \(taxpayer.knownSince)",
                found: date.description
            )
        )
    }

    @Sendable private static func name(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let field = reading.invoice.seller.name
        guard let taxpayer = reading.taxpayer, !field.isEmpty else { return }
        if reading.message.text(of: field).equals(taxpayer.name) { return }
        let written = reading.message.string(of: field)
        if TaxpayerName.normalised(written) == TaxpayerName.normalised(taxpayer.name) { return }
        sink.add(
            Finding(.ptySellerName, path: reading.sellerPath(field, .Ten), expected: taxpayer.name, found: written)
        )
    }

    private static func reportSeller(
        _ code: RuleCode,
        _ reading: InvoiceReading,
        _ sink: inout FindingSink
    ) {
        let field = reading.invoice.seller.taxCode
        sink.add(Finding(code, path: reading.sellerPath(field, .MST), found: reading.text(field)))
    }
}
