import InvoiceModel
import InvoiceXML

/// What forms 3, 4 and 6 ask of their parties, and form 6 of its amounts (Decision 1450, part II.II.1; Decree
/// 254/2026, annexes 4 and 9.g).
enum FormRules {
    static let all: [Rule] = [
        .invoice(.ptyPublicAssetSeller, in: .publicAsset, publicAssetSeller),
        .invoice(.ptyConfiscatedImport, in: .publicAsset, confiscatedImport),
        .invoice(.ptyReserveBuyer, in: .reserve, reserveBuyer),
        .invoice(.ptyNoteInternal, in: .warehouse, internalNote),
        .invoice(.ptyNoteAgency, in: .warehouse, agencyNote),
        .invoice(.sumNotesNoTotal, in: .warehouse, withoutTotal),
    ]

    /// A body that sells public assets may have a budget code in place of a tax code.
    @Sendable private static func publicAssetSeller(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let seller = reading.invoice.seller
        guard seller.taxCode.isEmpty, !reading.message.text(of: seller.budgetCode).isDigits(7) else { return }
        let (field, tag) = seller.budgetCode.isEmpty ? (seller.taxCode, Tag.MST) : (seller.budgetCode, .MDVQHNSach)
        sink.add(
            Finding(
                .ptyPublicAssetSeller,
                path: reading.sellerPath(field, tag),
                expected: "MST | MDVQHNSach NNNNNNN",
                found: reading.text(field)
            )
        )
    }

    /// That goods are confiscated imports stands nowhere else: one of the two without the other is told.
    @Sendable private static func confiscatedImport(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let buyer = reading.invoice.buyer.element
        let place = reading.field(.DDVCHDen, in: buyer)
        let day = reading.field(.TGVCHDTu, in: buyer)
        guard place.isEmpty != day.isEmpty else { return }
        let path = place.isEmpty ? reading.buyerPath(place, .DDVCHDen) : reading.buyerPath(day, .TGVCHDTu)
        sink.add(Finding(.ptyConfiscatedImport, path: path))
    }

    @Sendable private static func reserveBuyer(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let buyer = reading.invoice.buyer
        guard buyer.taxCode.isEmpty, buyer.personalID.isEmpty, buyer.passport.isEmpty else { return }
        let field = reading.field(.CMND, in: buyer.element)
        guard field.isEmpty else { return }
        sink.add(Finding(.ptyReserveBuyer, path: reading.buyerPath(field, .CMND), expected: "MST | CMND"))
    }

    @Sendable private static func internalNote(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.typeLetter == UInt8(ascii: "N") else { return }
        note(.ptyNoteInternal, [.LDDNBo, .PTVChuyen], reading, &sink)
    }

    @Sendable private static func agencyNote(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.typeLetter == UInt8(ascii: "B") else { return }
        note(.ptyNoteAgency, [.HDKTSo, .HDKTNgay, .TNVChuyen, .PTVChuyen], reading, &sink)
    }

    /// The number of the contract of carriage has 50 characters with letter B and 255 with N (Decision 1450 II.II.1):
    /// the one field whose length the two notes of one form tell apart. The walk over the fields looks at the longer.
    static func agencyContract(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.form?.digit == 6, reading.typeLetter == UInt8(ascii: "B") else { return }
        let field = reading.field(.HDSo, in: reading.invoice.seller.element)
        let text = reading.message.text(of: field)
        guard !text.hasAtMost(characters: 50), text.hasAtMost(characters: 255) else { return }
        sink.add(
            Finding(
                .envFieldLength,
                path: reading.path(of: field.element),
                expected: "≤ 50",
                found: reading.text(field)
            )
        )
    }

    /// Goods go from the seller's address to the buyer's: both are warehouses.
    private static func note(_ code: RuleCode, _ tags: [Tag], _ reading: InvoiceReading, _ sink: inout FindingSink) {
        for tag in tags {
            let field = reading.field(tag, in: reading.invoice.seller.element)
            if field.isEmpty { sink.add(Finding(code, path: reading.sellerPath(field, tag))) }
        }
        let warehouse = reading.invoice.buyer.address
        if warehouse.isEmpty { sink.add(Finding(code, path: reading.buyerPath(warehouse, .DChi))) }
    }

    /// Goods of one owner move: nothing is taxed, nothing paid.
    @Sendable private static func withoutTotal(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.typeLetter == UInt8(ascii: "N") else { return }
        let invoice = reading.invoice
        for field in [invoice.totals.tax, invoice.totals.total] where !field.isEmpty { show(field, reading, &sink) }
        for row in invoice.rates where !row.tax.isEmpty { show(row.tax, reading, &sink) }
        for line in invoice.lines where !line.rate.isEmpty { show(line.rate, reading, &sink) }
    }

    private static func show(_ field: Field, _ reading: InvoiceReading, _ sink: inout FindingSink) {
        sink.add(Finding(.sumNotesNoTotal, path: reading.path(of: field.element), found: reading.text(field)))
    }
}
