import InvoiceModel
import InvoiceXML

/// One invoice with everything several rules need read once: codes, dates, numbers, the seller's entry.
struct InvoiceReading {
    /// The message, for texts and paths.
    let message: ParsedMessage
    /// Where everything lies.
    let invoice: ParsedInvoice
    /// The type of the message it came in, or as if it came in; `nil` for a bare `HDon`.
    let type: MessageType?
    /// What the operator decided.
    let policy: Policy
    /// When the message arrived.
    let receivedAt: Timestamp
    /// When the seller signed, as the signature check read it.
    let signedAt: Timestamp?
    /// The registry, where one is at hand.
    let registry: Registry?
    /// What the seller had registered on the invoice's date; where that cannot be read, on the day of receipt.
    let taxpayer: Taxpayer?
    /// Which office managed the seller on the day of receipt, and whether it may issue.
    let standing: Taxpayer?
    /// What stops the seller; nearly always empty.
    private(set) var halts: [Halt] = []
    /// What stops the one who issues for the seller; nearly always empty.
    private(set) var delegateHalts: [Halt] = []

    /// `NBan/MST`.
    let seller: TaxCode?
    /// `MSTDVNUNLHDon`.
    let delegate: TaxCode?
    /// `NMua/MST`.
    let buyer: TaxCode?
    /// `KHMSHDon`.
    let form: InvoiceForm?
    /// `KHHDon`.
    let symbol: InvoiceSymbol?
    /// `SHDon`.
    let number: InvoiceNumber?
    /// `NLap`.
    let date: CalendarDate?
    /// Whether its amounts carry VAT by rate.
    let taxation: Taxation
    /// `DVTTe`; a sign for đồng counts as VND.
    let currency: Currency?
    /// Whether `DVTTe` is such a sign.
    let hasDongSign: Bool
    /// `TGia`.
    let exchangeRate: Quantity
    /// What `TTHDLQuan` says.
    let related: RelatedReading
    /// The lines.
    let lines: [LineReading]
    /// The rows of the table by rate.
    let rates: [RateReading]
    /// `TgTCThue`.
    let net: Quantity
    /// `TgTThue`.
    let tax: Quantity
    /// `TTCKTMai`.
    let tradeDiscount: Quantity
    /// `TgTTTBSo`.
    let total: Quantity

    /// Reads what the rules need.
    init(
        _ invoice: ParsedInvoice,
        in message: ParsedMessage,
        type: MessageType?,
        registry: Registry?,
        receivedAt: Timestamp,
        signedAt: Timestamp?,
        policy: Policy
    ) {
        self.message = message
        self.invoice = invoice
        self.type = type
        self.policy = policy
        self.receivedAt = receivedAt
        self.signedAt = signedAt
        self.registry = registry
        seller = TaxCode(wire: message.text(of: invoice.seller.taxCode))
        delegate = TaxCode(wire: message.text(of: invoice.header.delegateTaxCode))
        buyer = TaxCode(wire: message.text(of: invoice.buyer.taxCode))
        date = CalendarDate(wire: message.text(of: invoice.header.date))
        let day = date ?? receivedAt.date
        taxpayer = seller.flatMap { code in registry?.taxpayer(code, on: day) }
        standing = seller.flatMap { code in registry?.taxpayer(code, on: receivedAt.date) }
        form = message.text(of: invoice.header.form).digit.flatMap { InvoiceForm($0) }
        symbol = InvoiceSymbol(wire: message.text(of: invoice.header.symbol))
        number = InvoiceNumber(wire: message.text(of: invoice.header.number))
        let unit = message.text(of: invoice.header.currency)
        hasDongSign = InvoiceReading.isDongSign(unit)
        currency = hasDongSign ? .vnd : Currency(wire: unit)
        exchangeRate = Quantity(invoice.header.exchangeRate, in: message)
        related = RelatedReading(invoice.header.related, seller: seller, in: message)
        taxation = InvoiceReading.taxation(of: invoice, form: form, symbol: symbol)
        let readsRate = taxation == .rates
        lines = invoice.lines.map { LineReading($0, in: message, readsRate: readsRate) }
        rates = readsRate ? invoice.rates.map { RateReading($0, in: message) } : []
        net = Quantity(invoice.totals.net, in: message)
        tax = Quantity(invoice.totals.tax, in: message)
        tradeDiscount = Quantity(invoice.totals.tradeDiscount, in: message)
        total = Quantity(invoice.totals.total, in: message)
        halts = halts(of: seller, standing)
        if let delegate { delegateHalts = halts(of: delegate, registry?.taxpayer(delegate, on: receivedAt.date)) }
    }

    /// Of form 5 the type letter tells: `G` a VAT ticket, `H` a sales ticket; where it is another, what the invoice
    /// holds.
    private static func taxation(of invoice: ParsedInvoice, form: InvoiceForm?, symbol: InvoiceSymbol?) -> Taxation {
        switch form?.digit {
        case 1, 8: return .rates
        case 6: return .nothing
        case 5:
            let letter = symbol?.typeLetter
            if letter == UInt8(ascii: "G") { return .rates }
            if letter == UInt8(ascii: "H") { return .none }
            if invoice.totals.hasRateTable || !invoice.totals.net.isEmpty || !invoice.totals.tax.isEmpty {
                return .rates
            }
            return invoice.lines.contains { !$0.rate.isEmpty } ? .rates : .none
        default: return .none
        }
    }

    /// Signs seen in place of `VND`: đ, Đ, ₫. An invoice with one got a code in 2021.
    private static func isDongSign(_ text: Span<UInt8>) -> Bool {
        guard let first = text.indices.first, text[first] >= 0x80 else { return false }
        return text.equals("đ") || text.equals("Đ") || text.equals("₫")
    }

    /// Whether the invoice adjusts another, so that goods or totals may stay away.
    var isAdjustment: Bool { related.relation == .adjusts }
    /// The fourth character of the symbol, or 0.
    var typeLetter: UInt8 { symbol?.typeLetter ?? 0 }
    /// Whether amounts are in đồng.
    var isInDong: Bool { currency == .vnd }
}

/// What `TTHDLQuan` says.
struct RelatedReading {
    /// `TCHDon` as a digit, or `nil`.
    let kind: UInt8?
    /// `LHDCLQuan` as a digit, or `nil`.
    let source: UInt8?
    /// Whether form, symbol or number of the original are given.
    let hasIdentity: Bool
    /// The original's key, where it has one in today's terms.
    let key: InvoiceKey?
    /// `NLHDCLQuan`.
    let date: CalendarDate?

    /// Reads the block.
    init(_ fields: RelatedFields, seller: TaxCode?, in message: ParsedMessage) {
        guard fields.element >= 0 else {
            (kind, source, hasIdentity, key, date) = (nil, nil, false, nil, nil)
            return
        }
        kind = message.text(of: fields.relation).digit
        source = message.text(of: fields.source).digit
        hasIdentity = !fields.form.isEmpty || !fields.symbol.isEmpty || !fields.number.isEmpty
        date = CalendarDate(wire: message.text(of: fields.date))
        if let seller, let form = message.text(of: fields.form).digit.flatMap({ InvoiceForm($0) }),
            let symbol = InvoiceSymbol(wire: message.text(of: fields.symbol)),
            let number = InvoiceNumber(wire: message.text(of: fields.number))
        {
            key = InvoiceKey(seller: seller, form: form, symbol: symbol, number: number)
        } else {
            key = nil
        }
    }

    /// What the invoice does to one original; `nil` for none or many.
    var relation: RelatedInvoice.Relation? { kind.flatMap(RelatedInvoice.Relation.init) }
}
