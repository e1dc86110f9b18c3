/// What the ledger keeps of an invoice besides its bytes: key, dates, parties and exact amounts.
public struct InvoiceFacts: Sendable, Hashable {
    /// Seller, form, symbol, number.
    public var key: InvoiceKey
    /// `NLap`.
    public var date: CalendarDate
    /// `DVTTe`.
    public var currency: Currency
    /// `TGia`: đồng for one unit of the currency; `nil` where the invoice gives none (and for VND).
    public var exchangeRate: Amount?
    /// `NMua/MST` where it has a legal shape.
    public var buyer: TaxCode?
    /// `TgTCThue`; `TgTTTBSo` where the form has no VAT (2, 3, 4, 7, 9, sales tickets); 0 for form 6.
    public var net: Amount
    /// `TgTThue`; 0 where the form has no VAT.
    public var tax: Amount
    /// `TgTTTBSo`; 0 for form 6, which sells nothing.
    public var total: Amount
    /// One row a rate, sorted; from `LTSuat`, or from the lines where that is empty. Empty where there is no VAT.
    public var rates: [RateAmounts]
    /// The corrected invoice (`TTHDLQuan`), if any.
    public var related: RelatedInvoice?
    /// The seller's tax office at the time of receipt, from the registry.
    public var officeCode: String

    /// Net and tax at one rate.
    public struct RateAmounts: Sendable, Hashable {
        /// The rate.
        public var rate: TaxRate
        /// Sum before tax.
        public var net: Amount
        /// Tax.
        public var tax: Amount

        /// One row.
        public init(rate: TaxRate, net: Amount, tax: Amount) {
            self.rate = rate
            self.net = net
            self.tax = tax
        }
    }

    /// All facts.
    public init(
        key: InvoiceKey,
        date: CalendarDate,
        currency: Currency,
        exchangeRate: Amount?,
        buyer: TaxCode?,
        net: Amount,
        tax: Amount,
        total: Amount,
        rates: [RateAmounts],
        related: RelatedInvoice?,
        officeCode: String
    ) {
        self.key = key
        self.date = date
        self.currency = currency
        self.exchangeRate = exchangeRate
        self.buyer = buyer
        self.net = net
        self.tax = tax
        self.total = total
        self.rates = rates
        self.related = related
        self.officeCode = officeCode
    }
}

/// The invoice another one replaces or adjusts (`TTHDLQuan`).
public struct RelatedInvoice: Sendable, Hashable {
    /// What the new invoice does to it (`TCHDon`).
    public enum Relation: UInt8, Sendable {
        /// Replaces it.
        case replaces = 1
        /// Adjusts it.
        case adjusts = 2
    }

    /// What the new invoice does to it.
    public var relation: Relation
    /// `LHDCLQuan`: 1 of Decree 123 and later, 2 of the 2015 pilot, 3 of Decree 51, 4 printed.
    public var source: UInt8
    /// The original in this ledger's terms; `nil` for legacy symbols or an original without number.
    public var key: InvoiceKey?
    /// `NLHDCLQuan`.
    public var date: CalendarDate?

    /// A related invoice.
    public init(relation: Relation, source: UInt8, key: InvoiceKey?, date: CalendarDate?) {
        self.relation = relation
        self.source = source
        self.key = key
        self.date = date
    }
}
