import InvoiceModel
import InvoiceXML

/// Seller, delegate and buyer (Decree 254/2026, annexes 3 to 5).
enum PartyRules {
    static let all: [Rule] = [
        .invoice(.ptySellerMstFormat, sellerShape),
        .invoice(.ptyMstCheckDigit, sellerCheckDigit),
        .invoice(.ptyDelegateComplete, delegate),
        .invoice(.ptyBuyerMstFormat, buyerShape),
        .invoice(.ptyBuyerCheckDigit, buyerCheckDigit),
        .invoice(.ptyBuyerBusiness, in: .paid, business),
        .invoice(.ptyBuyerCccdFormat, personalID),
        .invoice(.ptyBuyerBudgetCode, budgetCode),
        .invoice(.ptyConsumerText, in: .namesBuyer, consumer),
        .invoice(.ptyFreeZoneFlag, in: .sales, freeZone),
        .invoice(.ptyVehicleBuyer, in: .paid, vehicleBuyer),
    ]

    private static let shapes = "NNNNNNNNNN | NNNNNNNNNN-NNN | NNNNNNNNNNNN"

    @Sendable private static func sellerShape(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let field = reading.invoice.seller.taxCode
        guard !field.isEmpty, reading.seller == nil else { return }
        sink.add(
            Finding(
                .ptySellerMstFormat,
                path: reading.sellerPath(field, .MST),
                expected: shapes,
                found: reading.text(field)
            )
        )
    }

    @Sendable private static func sellerCheckDigit(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard let seller = reading.seller, !seller.hasValidCheckDigit else { return }
        sink.add(
            Finding(
                .ptyMstCheckDigit,
                path: reading.sellerPath(reading.invoice.seller.taxCode, .MST),
                found: seller.description
            )
        )
    }

    @Sendable private static func delegate(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let header = reading.invoice.header
        let isMissing = (
            header.delegateTaxCode.isEmpty, header.delegateName.isEmpty, header.delegateAddress.isEmpty
        )
        if isMissing == (true, true, true) { return }
        if isMissing.0 { reportDelegate(header.delegateTaxCode, .MSTDVNUNLHDon, reading, &sink) }
        if isMissing.1 { reportDelegate(header.delegateName, .TDVNUNLHDon, reading, &sink) }
        if isMissing.2 { reportDelegate(header.delegateAddress, .DCDVNUNLHDon, reading, &sink) }
    }

    private static func reportDelegate(
        _ field: Field,
        _ tag: Tag,
        _ reading: InvoiceReading,
        _ sink: inout FindingSink
    ) {
        sink.add(Finding(.ptyDelegateComplete, path: reading.headerPath(field, tag)))
    }

    @Sendable private static func buyerShape(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let field = reading.invoice.buyer.taxCode
        guard !field.isEmpty, reading.buyer == nil else { return }
        sink.add(
            Finding(
                .ptyBuyerMstFormat,
                path: reading.buyerPath(field, .MST),
                expected: shapes,
                found: reading.text(field)
            )
        )
    }

    @Sendable private static func buyerCheckDigit(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard let buyer = reading.buyer, !buyer.hasValidCheckDigit else { return }
        sink.add(
            Finding(
                .ptyBuyerCheckDigit,
                path: reading.buyerPath(reading.invoice.buyer.taxCode, .MST),
                found: buyer.description
            )
        )
    }

    /// The unit's name or the person's: either names the buyer.
    @Sendable private static func business(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let buyer = reading.invoice.buyer
        guard !buyer.taxCode.isEmpty else { return }
        if buyer.name.isEmpty, buyer.personName.isEmpty {
            sink.add(Finding(.ptyBuyerBusiness, path: reading.buyerPath(buyer.name, .Ten)))
        }
        if buyer.address.isEmpty {
            sink.add(Finding(.ptyBuyerBusiness, path: reading.buyerPath(buyer.address, .DChi)))
        }
    }

    @Sendable private static func personalID(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let field = reading.invoice.buyer.personalID
        guard !field.isEmpty, !reading.message.text(of: field).isDigits(12) else { return }
        sink.add(
            Finding(
                .ptyBuyerCccdFormat,
                path: reading.buyerPath(field, .CCCDan),
                expected: "NNNNNNNNNNNN",
                found: reading.text(field)
            )
        )
    }

    @Sendable private static func budgetCode(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let field = reading.invoice.buyer.budgetCode
        guard !field.isEmpty, !reading.message.text(of: field).isDigits(7) else { return }
        sink.add(
            Finding(
                .ptyBuyerBudgetCode,
                path: reading.buyerPath(field, .MDVQHNSach),
                expected: "NNNNNNN",
                found: reading.text(field)
            )
        )
    }

    /// Tickets and invoices of cash registers need not name one (annex 9.d; article 10.4.b).
    @Sendable private static func consumer(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.typeLetter != UInt8(ascii: "M") else { return }
        let buyer = reading.invoice.buyer
        guard buyer.name.isEmpty, buyer.personName.isEmpty, buyer.taxCode.isEmpty, buyer.personalID.isEmpty else {
            return
        }
        guard buyer.passport.isEmpty, buyer.budgetCode.isEmpty, buyer.phone.isEmpty, buyer.address.isEmpty else {
            return
        }
        for tag in [Tag.CMND, .MKHang, .DCTDTu] where !reading.field(tag, in: buyer.element).isEmpty { return }
        sink.add(
            Finding(.ptyConsumerText, path: reading.buyerPath(buyer.name, .Ten), expected: "Bán cho người tiêu dùng")
        )
    }

    /// The table describes 0 and 1 with the same words: the value is taken as it is, its absence is told.
    @Sendable private static func freeZone(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let field = reading.invoice.header.freeZoneFlag
        if let flag = reading.message.text(of: field).digit, flag <= 1 { return }
        sink.add(
            Finding(
                .ptyFreeZoneFlag,
                path: reading.headerPath(field, .HDDCKPTQuan),
                expected: "0, 1",
                found: reading.text(field)
            )
        )
    }

    @Sendable private static func vehicleBuyer(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.sellsVehicles else { return }
        let buyer = reading.invoice.buyer
        if buyer.name.isEmpty, buyer.personName.isEmpty {
            sink.add(Finding(.ptyVehicleBuyer, path: reading.buyerPath(buyer.name, .Ten)))
        }
        if buyer.taxCode.isEmpty, buyer.personalID.isEmpty, buyer.passport.isEmpty {
            sink.add(Finding(.ptyVehicleBuyer, path: reading.buyerPath(buyer.taxCode, .MST), expected: "MST | CCCDan"))
        }
    }
}
