import InvoiceCode
import InvoiceModel

/// Fields of an invoice.
private enum InvoiceTag: UInt8 {
    /// 1 issued, 2 duplicate, 3 registered, 4 refused.
    case outcome = 1
    case transaction = 2
    /// Generation, then the 16 encrypted bytes.
    case code = 3
    case seller = 4
    case form = 5
    case symbol = 6
    case number = 7
    case date = 8
    case currency = 9
    case exchangeRate = 10
    case buyer = 11
    case net = 12
    case tax = 13
    case total = 14
    case office = 15
    case content = 16
    case related = 17
    case relatedTransaction = 18
    /// Once for each rate.
    case rate = 19
    case cashCode = 20
    /// Of an invoice among others.
    case findings = 21
}

/// What an invoice came to, as stored.
private enum InvoiceOutcome: UInt64 {
    /// It got the authority's code.
    case issued = 1
    /// It was accepted before.
    case duplicate = 2
    /// It was accepted without a code of the authority.
    case registered = 3
    /// It was refused.
    case refused = 4
}

/// Fields of one rate's amounts. The rate: kind * 65536 + hundredths.
private enum RateTag: UInt8 {
    case rate = 1
    case net = 2
    case tax = 3
}

extension EntryCoding {
    func write(_ entry: InvoiceEntry, to fields: inout FieldWriter) {
        func begin(_ outcome: InvoiceOutcome) {
            fields.put(InvoiceTag.outcome.rawValue, unsigned: outcome.rawValue)
        }
        switch entry.outcome {
        case .duplicate(let transaction):
            begin(.duplicate)
            fields.put(InvoiceTag.transaction.rawValue, unsigned: transaction)
        case .accepted(let invoice):
            begin(invoice.code == nil ? .registered : .issued)
            fields.put(InvoiceTag.transaction.rawValue, unsigned: invoice.transaction)
            write(invoice, to: &fields)
        case .refused: begin(.refused)
        }
        if !entry.findings.isEmpty {
            fields.put(InvoiceTag.findings.rawValue, text: FindingText.write(entry.findings))
        }
    }

    private func write(_ invoice: AcceptedInvoice, to fields: inout FieldWriter) {
        let facts = invoice.facts
        if let code = invoice.code { fields.put(InvoiceTag.code.rawValue, code.bytes) }
        fields.put(InvoiceTag.seller.rawValue, unsigned: facts.key.seller.packed)
        fields.put(InvoiceTag.form.rawValue, unsigned: UInt64(facts.key.form.digit))
        fields.put(InvoiceTag.symbol.rawValue, text: facts.key.symbol.description)
        fields.put(InvoiceTag.number.rawValue, unsigned: UInt64(facts.key.number.value))
        fields.put(InvoiceTag.date.rawValue, signed: Int64(facts.date.dayNumber))
        fields.put(InvoiceTag.currency.rawValue, text: facts.currency.description)
        fields.put(InvoiceTag.exchangeRate.rawValue, facts.exchangeRate)
        fields.put(InvoiceTag.buyer.rawValue, unsigned: facts.buyer?.packed)
        fields.put(InvoiceTag.net.rawValue, facts.net)
        fields.put(InvoiceTag.tax.rawValue, facts.tax)
        fields.put(InvoiceTag.total.rawValue, facts.total)
        fields.put(InvoiceTag.office.rawValue, text: facts.officeCode)
        fields.put(InvoiceTag.content.rawValue, invoice.contentDigest)
        if let related = facts.related {
            fields.put(InvoiceTag.related.rawValue) { RelatedFields.write(related, to: &$0) }
        }
        fields.put(InvoiceTag.relatedTransaction.rawValue, unsigned: invoice.relatedTransaction)
        for row in facts.rates {
            fields.put(InvoiceTag.rate.rawValue) { rate in
                rate.put(RateTag.rate.rawValue, unsigned: UInt64(RateCode(row.rate).stored))
                rate.put(RateTag.net.rawValue, row.net)
                rate.put(RateTag.tax.rawValue, row.tax)
            }
        }
        fields.put(InvoiceTag.cashCode.rawValue, text: invoice.cashCode?.description)
    }

    func invoice(_ facts: Span<UInt8>, _ range: Range<Int>) throws(EntryError) -> InvoiceEntry {
        var fields = FieldReader(range)
        var outcome: UInt64 = 0
        var draft = InvoiceDraft()
        while let field = try fields.next(facts, repeated: InvoiceTag.rate.rawValue) {
            if field.tag == InvoiceTag.outcome.rawValue {
                outcome = try field.unsigned(facts)
            } else {
                try draft.read(field, facts)
            }
        }
        guard let outcome = InvoiceOutcome(rawValue: outcome) else {
            throw EntryError(reason: .unknownField, offset: range.lowerBound, tag: 1)
        }
        guard let entry = draft.entry(outcome) else { throw EntryError(reason: .missing, offset: range.lowerBound) }
        return entry
    }
}

/// An invoice while its fields come in.
private struct InvoiceDraft {
    var transaction: UInt64?
    var code: AuthenticationCode?
    var seller: TaxCode?
    var form: InvoiceForm?
    var symbol: InvoiceSymbol?
    var number: InvoiceNumber?
    var date: CalendarDate?
    var currency: Currency?
    var exchangeRate: Amount?
    var buyer: TaxCode?
    var net: Amount?
    var tax: Amount?
    var total: Amount?
    var office: String?
    var content: Digest?
    var related: RelatedInvoice?
    var relatedTransaction: UInt64?
    var rates: [InvoiceFacts.RateAmounts] = []
    var cashCode: CashRegisterCode?
    var findings: [WeighedFinding] = []

    mutating func read(_ field: FieldReader.Field, _ facts: Span<UInt8>) throws(EntryError) {
        switch InvoiceTag(rawValue: field.tag) {
        case .transaction: transaction = try field.unsigned(facts)
        case .code: code = try AuthenticationCode(field.bytes(facts, count: 17))
        case .seller: seller = try field.known(TaxCode(packed: try field.unsigned(facts)))
        case .form: form = try field.known(InvoiceForm(try field.byte(facts)))
        case .symbol: symbol = try field.known(InvoiceSymbol(try field.text(facts)))
        case .number: number = try field.number(facts)
        case .date: date = try field.date(facts)
        case .currency: currency = try field.known(Currency(try field.text(facts)))
        case .exchangeRate: exchangeRate = try field.amount(facts)
        case .buyer: buyer = try field.known(TaxCode(packed: try field.unsigned(facts)))
        case .net: net = try field.amount(facts)
        case .tax: tax = try field.amount(facts)
        case .total: total = try field.amount(facts)
        case .office: office = try field.office(facts)
        case .content: content = try field.digest(facts)
        case .related: related = try RelatedFields.read(facts, field.range)
        case .relatedTransaction: relatedTransaction = try field.unsigned(facts)
        case .rate: rates.append(try InvoiceDraft.rate(facts, field))
        case .cashCode: cashCode = try field.known(CashRegisterCode(try field.text(facts)))
        case .findings: findings = try field.findings(facts)
        case .outcome, nil: throw EntryError(reason: .unknownField, offset: field.range.lowerBound, tag: field.tag)
        }
    }

    private static func rate(
        _ facts: Span<UInt8>,
        _ outer: FieldReader.Field
    ) throws(EntryError) -> InvoiceFacts.RateAmounts {
        var fields = FieldReader(outer.range)
        var rate: TaxRate?
        var net: Amount?
        var tax: Amount?
        while let field = try fields.next(facts) {
            switch RateTag(rawValue: field.tag) {
            case .rate:
                let stored = Int32(exactly: try field.unsigned(facts)).map { RateCode(stored: $0) }
                rate = try field.known(stored?.rate)
            case .net: net = try field.amount(facts)
            case .tax: tax = try field.amount(facts)
            case nil: throw EntryError(reason: .unknownField, offset: field.range.lowerBound, tag: field.tag)
            }
        }
        guard let rate, let net, let tax else {
            throw EntryError(reason: .missing, offset: outer.range.lowerBound, tag: outer.tag)
        }
        return InvoiceFacts.RateAmounts(rate: rate, net: net, tax: tax)
    }

    /// The entry of those fields, or `nil` where one is missing.
    func entry(_ outcome: InvoiceOutcome) -> InvoiceEntry? {
        switch outcome {
        case .refused: return InvoiceEntry(outcome: .refused, findings: findings)
        case .duplicate:
            return transaction.map { InvoiceEntry(outcome: .duplicate(transaction: $0), findings: findings) }
        case .issued, .registered:
            guard (code != nil) == (outcome == .issued), let transaction, let invoice = accepted(transaction) else {
                return nil
            }
            return InvoiceEntry(outcome: .accepted(invoice), findings: findings)
        }
    }

    private func accepted(_ transaction: UInt64) -> AcceptedInvoice? {
        guard let seller, let form, let symbol, let number, let date, let currency, let net, let tax,
            let total, let office, let content
        else { return nil }
        return AcceptedInvoice(
            transaction: transaction,
            code: code,
            cashCode: cashCode,
            facts: InvoiceFacts(
                key: InvoiceKey(seller: seller, form: form, symbol: symbol, number: number),
                date: date,
                currency: currency,
                exchangeRate: exchangeRate,
                buyer: buyer,
                net: net,
                tax: tax,
                total: total,
                rates: rates,
                related: related,
                officeCode: office
            ),
            contentDigest: content,
            relatedTransaction: relatedTransaction
        )
    }
}

extension AuthenticationCode {
    /// Generation, then the 16 encrypted bytes.
    fileprivate var bytes: [UInt8] {
        var bytes = [generation]
        for word in [high, low] {
            for shift in stride(from: UInt64(56), through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: word >> shift))
            }
        }
        return bytes
    }

    /// The code of its 17 bytes.
    fileprivate init(_ bytes: [UInt8]) {
        func word(_ range: Range<Int>) -> UInt64 { bytes[range].reduce(0) { $0 << 8 | UInt64($1) } }
        self.init(generation: bytes[0], high: word(1..<9), low: word(9..<17))
    }
}

extension FieldReader.Field {
    /// The value, which must be one.
    func known<Value>(_ value: Value?) throws(EntryError) -> Value {
        guard let value else { throw wrong }
        return value
    }

    func byte(_ facts: Span<UInt8>) throws(EntryError) -> UInt8 {
        try known(UInt8(exactly: try unsigned(facts)))
    }

    func number(_ facts: Span<UInt8>) throws(EntryError) -> InvoiceNumber {
        try known(UInt32(exactly: try unsigned(facts)).flatMap { InvoiceNumber($0) })
    }

    /// Findings, at least one; there is one way to write them, as for everything else.
    func findings(_ facts: Span<UInt8>) throws(EntryError) -> [WeighedFinding] {
        let text = try text(facts)
        guard let findings = FindingText.read(text), !findings.isEmpty,
            FindingText.write(findings).utf8.elementsEqual(text.utf8)
        else { throw wrong }
        return findings
    }

    func date(_ facts: Span<UInt8>) throws(EntryError) -> CalendarDate {
        try known(CalendarDate(stored: try signed(facts)))
    }

    func time(_ facts: Span<UInt8>) throws(EntryError) -> Timestamp {
        try known(Timestamp(stored: try signed(facts)))
    }

    func office(_ facts: Span<UInt8>) throws(EntryError) -> String {
        let text = try text(facts)
        return try known(OfficeCode.fits(text) ? text : nil)
    }
}
