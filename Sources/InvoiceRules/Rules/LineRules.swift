import InvoiceModel
import InvoiceXML

/// The lines of an invoice: what each must have (Decree 254/2026, annex 5; Decision 1450, appendices IV and V).
enum LineRules {
    static let all: [Rule] = [
        .invoice(.linePresent, present),
        .invoice(.lineKind, kind),
        .invoice(.lineName, name),
        .invoice(.lineAmount, in: .paid, amount),
        .invoice(.lineNoteWithoutAmount, note),
        .invoice(.lineQtyPrice, quantityAndPrice),
        .invoice(.lineArith, arithmetic),
        .invoice(.lineDiscountSign, discountSign),
        .invoice(.lineAttachedList, attachedList),
        .invoice(.lineSpecialGoods, specialGoods),
        .invoice(.lineVehicle, vehicle),
        .invoice(.linePlatformFreight, freight),
    ]

    /// An adjustment may leave the goods alone.
    @Sendable private static func present(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.lines.isEmpty, !reading.isAdjustment else { return }
        sink.add(Finding(.linePresent, path: "HDon/DLHDon/NDHDon/DSHHDVu/HHDVu", expected: "≥ 1", found: "0"))
    }

    @Sendable private static func kind(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        for (index, line) in reading.lines.enumerated() where line.kind == nil {
            let parsed = reading.invoice.lines[index]
            report(.lineKind, parsed.kind, .TChat, in: parsed, expected: "1–5", reading, &sink)
        }
    }

    @Sendable private static func name(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        for line in reading.invoice.lines where line.name.isEmpty {
            report(.lineName, line.name, .THHDVu, in: line, reading, &sink)
        }
    }

    /// Zero is an amount; a note needs none.
    @Sendable private static func amount(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        for (index, line) in reading.lines.enumerated() where line.amount.isAbsent && line.kind != .note {
            let parsed = reading.invoice.lines[index]
            report(.lineAmount, parsed.amount, .ThTien, in: parsed, reading, &sink)
        }
    }

    @Sendable private static func note(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        for (index, line) in reading.lines.enumerated() where line.kind == .note {
            let parsed = reading.invoice.lines[index]
            if line.amount.isSomething {
                report(.lineNoteWithoutAmount, parsed.amount, .ThTien, in: parsed, reading, &sink)
            }
            if line.quantity.isSomething {
                report(.lineNoteWithoutAmount, parsed.quantity, .SLuong, in: parsed, reading, &sink)
            }
            if line.price.isSomething {
                report(.lineNoteWithoutAmount, parsed.price, .DGia, in: parsed, reading, &sink)
            }
        }
    }

    /// Most exceptions are not on the wire (services, passenger transport, …), so this warns. Letter D, tickets with a
    /// price printed on them and, for the price, an attached list and goods moved within one firm are.
    @Sendable private static func quantityAndPrice(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let letter = reading.typeLetter
        guard letter != UInt8(ascii: "D"), reading.form?.digit != 5 else { return }
        let needsPrice = reading.invoice.header.statementNumber.isEmpty && letter != UInt8(ascii: "N")
        for (index, line) in reading.lines.enumerated() where line.isSale {
            let parsed = reading.invoice.lines[index]
            if parsed.unit.isEmpty {
                report(.lineQtyPrice, parsed.unit, .DVTinh, in: parsed, reading, &sink)
            } else if line.quantity.isAbsent {
                report(.lineQtyPrice, parsed.quantity, .SLuong, in: parsed, reading, &sink)
            } else if line.price.isAbsent, needsPrice {
                report(.lineQtyPrice, parsed.price, .DGia, in: parsed, reading, &sink)
            }
        }
    }

    /// `SLuong` × `DGia` − `STCKhau` = `ThTien`, one unit apart at most; a discount given only as a percentage is
    /// computed. Other currencies are written with too few decimals to tell.
    @Sendable private static func arithmetic(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.isInDong else { return }
        for (index, line) in reading.lines.enumerated() where line.isSale {
            guard let quantity = line.quantity.value, let price = line.price.value else { continue }
            guard let amount = line.amount.value, let discount = line.discount.valueOrZero else { continue }
            let product = quantity.multiplied(by: price)
            if let net = product?.subtracting(discount), net.isWithin(Tolerance.unit, of: amount) { continue }
            if let product, line.discount.isAbsent, let percent = line.discountRate.value,
                let off = product.multiplied(by: percent)?.percent, let net = product.subtracting(off),
                net.isWithin(Tolerance.unit, of: amount)
            {
                continue
            }
            let parsed = reading.invoice.lines[index]
            let expected = product?.subtracting(discount)?.description
            report(.lineArith, parsed.amount, .ThTien, in: parsed, expected: expected, reading, &sink)
        }
    }

    /// A discount is written as a positive amount and subtracted in the totals; an adjustment may lower one.
    @Sendable private static func discountSign(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard !reading.isAdjustment else { return }
        for (index, line) in reading.lines.enumerated() where line.kind == .discount {
            guard let amount = line.amount.value, amount < .zero else { continue }
            let parsed = reading.invoice.lines[index]
            report(.lineDiscountSign, parsed.amount, .ThTien, in: parsed, expected: "≥ 0", reading, &sink)
        }
    }

    @Sendable private static func attachedList(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let header = reading.invoice.header
        guard header.statementNumber.isEmpty != header.statementDate.isEmpty else { return }
        let path =
            header.statementNumber.isEmpty
            ? reading.headerPath(header.statementNumber, .SBKe) : reading.headerPath(header.statementDate, .NBKe)
        sink.add(Finding(.lineAttachedList, path: path))
    }

    @Sendable private static func specialGoods(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        for (index, line) in reading.lines.enumerated() where line.kind == .special {
            let parsed = reading.invoice.lines[index]
            let goods = reading.specialGoods(of: parsed)
            guard !goods.isComplete || goods.hasUnknownField else { continue }
            let expected = "TTin/LHHDTrung, TTruong, DLieu"
            sink.add(
                Finding(.lineSpecialGoods, path: "\(reading.path(of: parsed.element))/TTHHDTrung", expected: expected)
            )
        }
    }

    @Sendable private static func vehicle(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        for line in reading.invoice.lines where line.specialGoods >= 0 {
            let goods = reading.specialGoods(of: line)
            guard goods.hasChassis != goods.hasEngine else { continue }
            let expected = goods.hasChassis ? "SMay" : "SKhung"
            sink.add(Finding(.lineVehicle, path: reading.path(of: line.specialGoods), expected: expected))
        }
    }

    /// Told only where one of the sender's details is there: that a line is such freight stands nowhere else.
    @Sendable private static func freight(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        for line in reading.invoice.lines where line.specialGoods >= 0 {
            let sender = reading.specialGoods(of: line).sender
            guard !sender.isEmpty, sender != .complete else { continue }
            let expected = "TNGHang, DCNGHang, MSTNGHang | MDDNGHang"
            sink.add(
                Finding(.linePlatformFreight, path: reading.path(of: line.specialGoods), expected: expected)
            )
        }
    }

    private static func report(
        _ code: RuleCode,
        _ field: Field,
        _ tag: Tag,
        in line: InvoiceLine,
        expected: String? = nil,
        _ reading: InvoiceReading,
        _ sink: inout FindingSink
    ) {
        sink.add(
            Finding(
                code,
                path: reading.rowPath(field, tag, in: line.element),
                expected: expected,
                found: reading.text(field)
            )
        )
    }
}
