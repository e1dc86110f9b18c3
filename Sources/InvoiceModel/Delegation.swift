/// Leave for one taxpayer to issue invoices of another, as both declared it (Circular 91/2026, article 9).
public struct Delegation: Sendable, Hashable {
    /// Whose goods are sold.
    public var delegator: TaxCode
    /// Who issues (`MSTDVNUNLHDon`).
    public var delegate: TaxCode
    /// The first day of its term.
    public var from: CalendarDate
    /// The last day of its term; `nil` while no end is known.
    public var to: CalendarDate?
    /// Forms it is for, as digits; empty for all.
    public var forms: Set<UInt8>
    /// Symbols it is for, in order; empty for all.
    public var symbols: [InvoiceSymbol]

    /// A delegation; the symbols are put in order.
    public init(
        delegator: TaxCode,
        delegate: TaxCode,
        from: CalendarDate,
        to: CalendarDate? = nil,
        forms: Set<UInt8> = [],
        symbols: Set<InvoiceSymbol> = []
    ) {
        self.delegator = delegator
        self.delegate = delegate
        self.from = from
        self.to = to
        self.forms = forms
        self.symbols = symbols.sorted()
    }

    /// Whether an invoice of that date, form and symbol is among those it is for; what cannot be read counts as no
    /// hindrance: other rules speak of it.
    public func covers(_ date: CalendarDate?, _ form: InvoiceForm?, _ symbol: InvoiceSymbol?) -> Bool {
        let isInTerm = date.map { day in from <= day && to.map { day <= $0 } ?? true } ?? true
        let isForm = forms.isEmpty || form.map { forms.contains($0.digit) } ?? true
        return isInTerm && isForm && (symbols.isEmpty || symbol.map { symbols.contains($0) } ?? true)
    }

    /// The forms as one word, a bit for each digit.
    public var formBits: Int64 { forms.reduce(0) { $0 | 1 << Int64($1) } }

    /// The symbols joined by `+`.
    public var symbolText: String { symbols.map(\.description).joined(separator: "+") }

    /// Symbols joined by `+`; `nil` where one is none.
    public static func symbols(_ text: String) -> Set<InvoiceSymbol>? {
        var symbols: Set<InvoiceSymbol> = []
        for part in text.split(separator: "+", omittingEmptySubsequences: false) where !text.isEmpty {
            guard let symbol = InvoiceSymbol(String(part)) else { return nil }
            symbols.insert(symbol)
        }
        return symbols
    }

    /// What an import tells delegations of one taxpayer apart by: all but the end.
    struct Key: Comparable {
        var delegate: TaxCode
        var from: CalendarDate
        var forms: Int64
        var symbols: String

        static func < (left: Key, right: Key) -> Bool {
            (left.delegate, left.from, left.forms, left.symbols)
                < (right.delegate, right.from, right.forms, right.symbols)
        }
    }

    var key: Key { Key(delegate: delegate, from: from, forms: formBits, symbols: symbolText) }
}
