import InvoiceModel
import SQLite

/// Answers one question for sums from the smallest source that can.
struct TotalsReader {
    private let core: LedgerCore
    private let query: TotalsQuery
    private let isByRate: Bool

    /// Where the answer comes from.
    enum Source {
        /// Stored sums by day and office.
        case days
        /// Stored sums by month and taxpayer.
        case months
        /// The invoices themselves.
        case invoices
    }

    /// One stored row, or one invoice's share, with as much of its key as the source knows.
    private struct Share {
        var day: CalendarDate?
        var month: Int32
        var office: String?
        var taxpayer: TaxCode?
        var kind: InvoiceKind
        var form: InvoiceForm
        var currency: Currency
        var rate: RateCode
        var sums: TotalsSums
    }

    init(_ core: LedgerCore, _ query: TotalsQuery) {
        self.core = core
        self.query = query
        isByRate = query.groupings.contains(.rate)
    }

    /// The smallest source that knows everything the question asks for.
    static func source(of query: TotalsQuery) -> Source {
        let groupings = Set(query.groupings)
        let needsOffice = query.office != nil || groupings.contains(.office) || groupings.contains(.province)
        guard query.taxpayer != nil || groupings.contains(.taxpayer) else { return .days }
        let isWhole = (query.from.map(\.isFirstOfMonth) ?? true) && (query.to.map(\.isLastOfMonth) ?? true)
        return needsOffice || groupings.contains(.day) || !isWhole ? .invoices : .months
    }

    /// The rows, sorted by their groupings and then by currency.
    func rows() throws(SQLiteError) -> [TotalsRow] {
        var groups: [TotalsGroup: TotalsSums] = [:]
        func add(_ share: Share) {
            groups[group(share), default: TotalsSums()] += share.sums
        }
        switch TotalsReader.source(of: query) {
        case .days: try readDays(add)
        case .months: try readMonths(add)
        case .invoices: try readInvoices(add)
        }
        let order = query.groupings
        return groups.sorted { $0.key.isBefore($1.key, in: order) }.map { group, sums in group.row(sums) }
    }

    private func group(_ share: Share) -> TotalsGroup {
        var group = TotalsGroup(currency: share.currency)
        for grouping in query.groupings {
            switch grouping {
            case .day: group.day = share.day
            case .month: group.month = CalendarDate.first(ofMonth: share.month)
            case .office: group.office = share.office
            case .province: group.province = share.office.map { TaxOffice.named($0)?.province ?? "" }
            case .taxpayer: group.taxpayer = share.taxpayer
            case .kind: group.kind = share.kind
            case .form: group.form = share.form
            case .rate: group.rate = share.rate.group
            case .currency: break
            }
        }
        return group
    }

    // MARK: Sources

    private func readDays(_ add: (Share) -> Void) throws(SQLiteError) {
        let rows = try stored("total_day", period: "day", subject: "office")
        rows.bind(1, Int64(query.from?.dayNumber ?? .min))
        rows.bind(2, Int64(query.to?.dayNumber ?? .max))
        if let office = query.office { rows.bind(3, office) }
        while try rows.step() {
            guard let day = CalendarDate(stored: rows.integer(0)) else { throw .damage("a day among the sums") }
            var share = try share(rows, month: day.monthNumber)
            share.day = day
            share.office = rows.text(1)
            add(share)
        }
    }

    private func readMonths(_ add: (Share) -> Void) throws(SQLiteError) {
        let rows = try stored("total_month", period: "month", subject: "taxpayer")
        rows.bind(1, Int64(query.from?.monthNumber ?? .min))
        rows.bind(2, Int64(query.to?.monthNumber ?? .max))
        if let taxpayer = query.taxpayer { rows.bind(3, Int64(bitPattern: taxpayer.packed)) }
        while try rows.step() {
            var share = try share(rows, month: Int32(truncatingIfNeeded: rows.integer(0)))
            share.taxpayer = TaxCode(packed: UInt64(bitPattern: rows.integer(1)))
            guard share.taxpayer != nil else { throw .damage("a taxpayer among the sums") }
            add(share)
        }
    }

    private func stored(_ table: String, period: String, subject: String) throws(SQLiteError) -> Statement {
        let hasSubject = table == "total_day" ? query.office != nil : query.taxpayer != nil
        return try core.connection.prepare(
            """
            SELECT \(period), \(subject), kind, form, currency, rate,
            \(TotalsSums.columns.joined(separator: ", "))
            FROM \(table) WHERE \(period) BETWEEN ? AND ? AND \(query.basis.rows)
            AND (\(isByRate ? "rate <> \(RateCode.header.stored)" : RateCode.ownSums))
            \(hasSubject ? "AND \(subject) = ?" : "") \(query.kind.map { "AND kind = \($0.stored)" } ?? "")
            """
        )
    }

    private func share(_ rows: Statement, month: Int32) throws(SQLiteError) -> Share {
        guard let kind = InvoiceKind(stored: rows.integer(2)),
            let form = InvoiceForm(UInt8(truncatingIfNeeded: rows.integer(3))),
            let currency = Currency(rows.text(4))
        else { throw .damage("a row of sums") }
        let rate = RateCode(stored: Int32(truncatingIfNeeded: rows.integer(5)))
        guard rate == .header || rate.group != nil else { throw .damage("a tax rate among the sums") }
        return Share(
            month: month,
            kind: kind,
            form: form,
            currency: currency,
            rate: rate,
            sums: try TotalsSums(rows, from: 6)
        )
    }

    private func readInvoices(_ add: (Share) -> Void) throws(SQLiteError) {
        let column = query.basis == .issued ? "issued_on" : "received_on"
        var sql = InvoiceRows.select + "WHERE \(column) BETWEEN ? AND ?"
        if query.taxpayer != nil {
            sql += """
                 AND transaction_number IN (SELECT number.transaction_number FROM number JOIN series AS own
                ON own.id = number.series WHERE own.seller = ?)
                """
        }
        if query.office != nil { sql += " AND office = ?" }
        if let kind = query.kind { sql += " AND symbol GLOB '\(kind.symbolPattern)'" }
        let rows = try core.connection.prepare(sql)
        rows.bind(1, Int64(query.from?.dayNumber ?? .min))
        rows.bind(2, Int64(query.to?.dayNumber ?? .max))
        var position: Int32 = 3
        if let taxpayer = query.taxpayer {
            rows.bind(position, Int64(bitPattern: taxpayer.packed))
            position += 1
        }
        if let office = query.office { rows.bind(position, office) }
        let reader = try InvoiceRows(core)
        while try rows.step() {
            let facts = try reader.facts(rows)
            guard let shares = InvoiceShares(facts) else { throw .damage("an invoice beyond the ceiling") }
            guard let received = CalendarDate(stored: rows.integer(7)) else {
                throw .damage("invoice \(rows.integer(0))")
            }
            let day = query.basis == .issued ? facts.date : received
            var share = Share(
                day: day,
                month: day.monthNumber,
                office: facts.officeCode,
                taxpayer: facts.key.seller,
                kind: facts.key.symbol.kind,
                form: facts.key.form,
                currency: facts.currency,
                rate: .header,
                sums: shares.header
            )
            guard isByRate else {
                add(share)
                continue
            }
            for (rate, sums) in shares.byRate {
                share.rate = rate
                share.sums = sums
                add(share)
            }
        }
    }
}

extension CalendarDate {
    fileprivate var isFirstOfMonth: Bool { parts.day == 1 }
    fileprivate var isLastOfMonth: Bool { advanced(by: 1).parts.day == 1 }
}
