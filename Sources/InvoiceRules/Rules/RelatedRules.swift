import InvoiceModel
import InvoiceXML

/// Replacements and adjustments, as far as the document itself tells (Circular 91/2026, article 10).
enum RelatedRules {
    static let all: [Rule] = [
        .invoice(.relKind, kind),
        .invoice(.relManyMessage, in: .sent, many),
        .invoice(.relSourceKind, source),
        .invoice(.relBlockComplete, complete),
        .invoice(.relNotSelf, notSelf),
        .invoice(.relOriginalLater, notLater),
        .invoice(.relNoIdentityAdjustOnly, adjustOnly),
        .invoice(.relDecree51ReplaceOnly, replaceOnly),
        .invoice(.relCashReplaceOnly, replacesCash),
        .invoice(.relAssetReplaceOnly, replacesAsset),
    ]

    @Sendable private static func kind(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let fields = reading.invoice.header.related
        guard fields.element >= 0 else { return }
        if let kind = reading.related.kind, (1...4).contains(kind) { return }
        report(.relKind, fields.relation, .TCHDon, expected: "1–4", reading, &sink)
    }

    @Sendable private static func many(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard let kind = reading.related.kind, kind == 3 || kind == 4 else { return }
        report(.relManyMessage, reading.invoice.header.related.relation, .TCHDon, expected: "1, 2", reading, &sink)
    }

    @Sendable private static func source(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let fields = reading.invoice.header.related
        guard fields.element >= 0 else { return }
        if let source = reading.related.source, (1...4).contains(source) { return }
        report(.relSourceKind, fields.source, .LHDCLQuan, expected: "1–4", reading, &sink)
    }

    /// An original without any identity is named by its date alone. Only invoices of today's law have today's symbols.
    @Sendable private static func complete(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.related.relation != nil else { return }
        let fields = reading.invoice.header.related
        if fields.date.isEmpty { report(.relBlockComplete, fields.date, .NLHDCLQuan, reading, &sink) }
        // The tables of forms 3, 4 and 6 know no original without identity.
        let needsIdentity = [3, 4, 6].contains(reading.form?.digit)
        guard reading.related.hasIdentity || needsIdentity else { return }
        let parts: [(Field, Tag)] = [
            (fields.form, .KHMSHDCLQuan), (fields.symbol, .KHHDCLQuan), (fields.number, .SHDCLQuan),
        ]
        var isComplete = true
        for (field, tag) in parts where field.isEmpty {
            report(.relBlockComplete, field, tag, reading, &sink)
            isComplete = false
        }
        guard isComplete, reading.related.source == 1, reading.seller != nil, reading.related.key == nil else { return }
        if InvoiceSymbol(wire: reading.message.text(of: fields.symbol)) == nil {
            report(.relBlockComplete, fields.symbol, .KHHDCLQuan, expected: "C26TAA", reading, &sink)
        } else if InvoiceNumber(wire: reading.message.text(of: fields.number)) == nil {
            report(.relBlockComplete, fields.number, .SHDCLQuan, expected: "1–99999999", reading, &sink)
        } else {
            report(.relBlockComplete, fields.form, .KHMSHDCLQuan, expected: "1–9", reading, &sink)
        }
    }

    @Sendable private static func notSelf(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard let key = reading.related.key, key.seller == reading.seller, key.form == reading.form else { return }
        guard key.symbol == reading.symbol, key.number == reading.number else { return }
        report(.relNotSelf, reading.invoice.header.related.number, .SHDCLQuan, reading, &sink)
    }

    @Sendable private static func notLater(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard let original = reading.related.date, let date = reading.date, original > date else { return }
        let field = reading.invoice.header.related.date
        report(.relOriginalLater, field, .NLHDCLQuan, expected: "≤ \(date)", reading, &sink)
    }

    @Sendable private static func adjustOnly(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.related.relation == .replaces, !reading.related.hasIdentity else { return }
        let field = reading.invoice.header.related.relation
        report(.relNoIdentityAdjustOnly, field, .TCHDon, expected: "2", reading, &sink)
    }

    @Sendable private static func replaceOnly(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.isAdjustment, reading.related.source == 2 || reading.related.source == 3 else { return }
        let field = reading.invoice.header.related.relation
        report(.relDecree51ReplaceOnly, field, .TCHDon, expected: "1", reading, &sink)
    }

    /// Goods taken back are adjusted, and look the same: a warning.
    @Sendable private static func replacesCash(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.isAdjustment, reading.related.key?.symbol.typeLetter == UInt8(ascii: "M") else { return }
        let field = reading.invoice.header.related.relation
        report(.relCashReplaceOnly, field, .TCHDon, expected: "1", reading, &sink)
    }

    /// Of the goods that have to be registered only vehicles can be told.
    @Sendable private static func replacesAsset(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard reading.isAdjustment, reading.sellsVehicles else { return }
        let field = reading.invoice.header.related.relation
        report(.relAssetReplaceOnly, field, .TCHDon, expected: "1", reading, &sink)
    }

    private static func report(
        _ code: RuleCode,
        _ field: Field,
        _ tag: Tag,
        expected: String? = nil,
        _ reading: InvoiceReading,
        _ sink: inout FindingSink
    ) {
        sink.add(Finding(code, path: reading.relatedPath(field, tag), expected: expected, found: reading.text(field)))
    }
}
