import InvoiceModel

/// Fields of the invoice another one replaces or adjusts, as its sender named it.
enum RelatedFields {
    private enum Tag: UInt8 {
        case relation = 1
        case source = 2
        case seller = 3
        case form = 4
        case symbol = 5
        case number = 6
        case date = 7
    }

    static func write(_ related: RelatedInvoice, to fields: inout FieldWriter) {
        fields.put(Tag.relation.rawValue, unsigned: UInt64(related.relation.rawValue))
        fields.put(Tag.source.rawValue, unsigned: UInt64(related.source))
        if let key = related.key {
            fields.put(Tag.seller.rawValue, unsigned: key.seller.packed)
            fields.put(Tag.form.rawValue, unsigned: UInt64(key.form.digit))
            fields.put(Tag.symbol.rawValue, text: key.symbol.description)
            fields.put(Tag.number.rawValue, unsigned: UInt64(key.number.value))
        }
        if let date = related.date { fields.put(Tag.date.rawValue, signed: Int64(date.dayNumber)) }
    }

    static func read(_ facts: Span<UInt8>, _ range: Range<Int>) throws(EntryError) -> RelatedInvoice {
        var fields = FieldReader(range)
        var relation: RelatedInvoice.Relation?
        var source: UInt8?
        var seller: TaxCode?
        var form: InvoiceForm?
        var symbol: InvoiceSymbol?
        var number: InvoiceNumber?
        var date: CalendarDate?
        while let field = try fields.next(facts) {
            switch Tag(rawValue: field.tag) {
            case .relation:
                relation = try field.known(RelatedInvoice.Relation(rawValue: try field.byte(facts)))
            case .source: source = try field.byte(facts)
            case .seller: seller = try field.known(TaxCode(packed: try field.unsigned(facts)))
            case .form: form = try field.known(InvoiceForm(try field.byte(facts)))
            case .symbol: symbol = try field.known(InvoiceSymbol(try field.text(facts)))
            case .number: number = try field.number(facts)
            case .date: date = try field.date(facts)
            case nil: throw EntryError(reason: .unknownField, offset: field.range.lowerBound, tag: field.tag)
            }
        }
        guard let relation, let source else { throw EntryError(reason: .missing, offset: range.lowerBound) }
        var key: InvoiceKey?
        if let seller, let form, let symbol, let number {
            key = InvoiceKey(seller: seller, form: form, symbol: symbol, number: number)
        }
        return RelatedInvoice(relation: relation, source: source, key: key, date: date)
    }
}
