import InvoiceCode
import InvoiceLedger
public import InvoiceModel

/// What `list` is asked, in the words of the command line.
public struct ListRequest: Sendable, Hashable {
    /// Only this seller.
    public var taxpayer: TaxCode?
    /// Only this buyer.
    public var buyer: TaxCode?
    /// `coded`, `uncoded`, `cash-register` or `cash-register-uncoded`.
    public var kind: String?
    /// `issued`, `registered`, `replaced` or `adjusted`.
    public var state: String?
    /// First day of the invoice.
    public var from: CalendarDate?
    /// Last day of the invoice.
    public var to: CalendarDate?

    /// Every invoice.
    public init() {}

    /// The ledger's question, or which word it does not know.
    func query() throws(EngineError) -> ListQuery {
        var query = ListQuery(taxpayer: taxpayer, buyer: buyer, from: from, to: to)
        query.kind = try kind.map { (word) throws(EngineError) in try InvoiceKind(word: word) }
        if let state {
            guard let known = InvoiceState(rawValue: state) else {
                let states = InvoiceState.allCases.map(\.rawValue).joined(separator: ", ")
                throw EngineError(.usage, "There is no state \"\(state)\"; there are \(states).")
            }
            query.state = known
        }
        return query
    }
}

extension InvoiceKind {
    /// The kind of that name, or which word is none.
    init(word: String) throws(EngineError) {
        guard let kind = InvoiceKind(rawValue: word) else {
            let kinds = InvoiceKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw EngineError(.usage, "There is no kind \"\(word)\"; there are \(kinds).")
        }
        self = kind
    }
}

extension Report {
    /// Invoices as rows.
    init(_ records: [InvoiceRecord]) {
        let texts = [
            "code", "seller", "form", "symbol", "number", "date", "received", "buyer", "kind", "state", "currency",
        ]
        self.init(
            columns: texts.map { Column($0) } + ["net", "tax", "total"].map { Column($0, .decimal) },
            rows: records.map { record in
                let facts = record.facts
                let key = facts.key
                let texts: [String?] = [
                    record.codeText, key.seller.description, key.form.description, key.symbol.description,
                    key.number.description, facts.date.description, record.receivedOn.description,
                    facts.buyer?.description, record.kind.rawValue, record.state.rawValue, facts.currency.description,
                ]
                return texts + [facts.net.description, facts.tax.description, facts.total.description]
            }
        )
    }
}
