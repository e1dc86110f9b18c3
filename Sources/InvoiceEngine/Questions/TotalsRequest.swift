import InvoiceLedger
public import InvoiceModel

/// What `totals` is asked, in the words of the command line.
public struct TotalsRequest: Sendable, Hashable {
    /// `day`, `month`, `office`, `province`, `taxpayer`, `kind`, `form`, `rate`, `currency`.
    public var groupings: [String] = []
    /// `issued` or `authenticated`.
    public var basis = "issued"
    /// First day.
    public var from: CalendarDate?
    /// Last day.
    public var to: CalendarDate?
    /// Only sellers of this office.
    public var office: String?
    /// Only this seller.
    public var taxpayer: TaxCode?
    /// `coded`, `uncoded`, `cash-register` or `cash-register-uncoded`.
    public var kind: String?

    /// Everything together.
    public init() {}

    /// The ledger's question, or which word it does not know.
    func query() throws(EngineError) -> TotalsQuery {
        var groupings: [TotalsQuery.Grouping] = []
        for word in self.groupings {
            guard let grouping = TotalsQuery.Grouping(rawValue: word) else {
                let known = TotalsQuery.Grouping.allCases.map(\.rawValue).joined(separator: ", ")
                throw EngineError(.usage, "There are no totals by \"\(word)\"; there are \(known).")
            }
            if !groupings.contains(grouping) { groupings.append(grouping) }
        }
        guard let basis = TotalsBasis(rawValue: basis) else {
            throw EngineError(.usage, "The basis is issued or authenticated, not \"\(basis)\".")
        }
        let kind = try kind.map { (word) throws(EngineError) in try InvoiceKind(word: word) }
        return TotalsQuery(
            by: groupings,
            basis: basis,
            from: from,
            to: to,
            office: office,
            taxpayer: taxpayer,
            kind: kind
        )
    }
}

extension Report {
    /// Sums as rows: the grouping keys, the currency, counts and sums.
    init(_ rows: [TotalsRow], by groupings: [TotalsQuery.Grouping]) {
        let keys = groupings.filter { $0 != .currency }
        let sums = ["net", "tax", "total", "net_vnd", "tax_vnd", "total_vnd"]
        self.init(
            columns: keys.map { Column($0.rawValue) } + [Column("currency"), Column("invoices", .count)]
                + sums.map { Column($0, .decimal) } + [Column("no_rate", .count)],
            rows: rows.map { row in
                keys.map { row.text(of: $0) }
                    + [row.currency.description, "\(row.invoices)"]
                    + [row.net, row.tax, row.total, row.netVND, row.taxVND, row.totalVND].map(\.description)
                    + ["\(row.withoutRate)"]
            }
        )
    }
}

extension TotalsRow {
    /// The row's key of one grouping.
    fileprivate func text(of grouping: TotalsQuery.Grouping) -> String? {
        switch grouping {
        case .day: day?.description
        case .month: month.map { String($0.description.prefix(7)) }
        case .office: office
        case .province: province
        case .taxpayer: taxpayer?.description
        case .kind: kind?.rawValue
        case .form: form?.description
        case .rate: rate?.description
        case .currency: currency.description
        }
    }
}
