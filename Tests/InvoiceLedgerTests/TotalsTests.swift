import InvoiceModel
import TestSupport
import Testing

@testable import InvoiceLedger

struct TotalsTests {
    private static let provinces = ["10100": "Thành phố Hà Nội", "70100": "Thành phố Hồ Chí Minh"]

    /// Every answer again, slowly and obviously, from the list of invoices.
    private static func slowly(_ query: TotalsQuery, _ records: [InvoiceRecord]) -> [String: [String]] {
        var groups: [String: (Set<UInt64>, Set<UInt64>, [Int128])] = [:]
        for record in records {
            let facts = record.facts
            let day = query.basis == .issued ? facts.date : record.receivedOn
            if let from = query.from, day < from { continue }
            if let to = query.to, to < day { continue }
            if let office = query.office, office != facts.officeCode { continue }
            if let kind = query.kind, kind != facts.key.symbol.kind { continue }
            if let taxpayer = query.taxpayer, taxpayer != facts.key.seller { continue }
            for (rate, net, tax, total) in parts(facts, byRate: query.groupings.contains(.rate)) {
                let key =
                    query.groupings.map { grouping in
                        switch grouping {
                        case .day: day.description
                        case .month: "\(day.description.prefix(7))-01"
                        case .office: facts.officeCode
                        case .province: provinces[facts.officeCode] ?? ""
                        case .taxpayer: facts.key.seller.description
                        case .kind: facts.key.symbol.kind.rawValue
                        case .form: facts.key.form.description
                        case .rate: rate
                        case .currency: ""
                        }
                    }.joined(separator: "|") + "|\(facts.currency)"
                var group = groups[key] ?? ([], [], [0, 0, 0, 0, 0, 0])
                group.0.insert(record.transaction)
                let factor = facts.currency == .vnd ? Amount(units: 1) : facts.exchangeRate
                if factor == nil { group.1.insert(record.transaction) }
                for (index, amount) in [net, tax, total].enumerated() {
                    group.2[index] += amount.millionths
                    group.2[index + 3] += factor.flatMap { amount.multiplied(by: $0) }?.millionths ?? 0
                }
                groups[key] = group
            }
        }
        return groups.mapValues { ids, without, sums in
            ["\(ids.count)", "\(without.count)"] + sums.map { Amount(millionths: $0).description }
        }
    }

    private static func parts(_ facts: InvoiceFacts, byRate: Bool) -> [(String, Amount, Amount, Amount)] {
        guard byRate, !facts.rates.isEmpty else { return [("", facts.net, facts.tax, facts.total)] }
        var rest = [facts.net.millionths, facts.tax.millionths, facts.total.millionths]
        var parts: [(String, Amount, Amount, Amount)] = []
        for row in facts.rates {
            let total = Amount(millionths: row.net.millionths + row.tax.millionths)
            parts.append((row.rate.description, row.net, row.tax, total))
            for (index, amount) in [row.net, row.tax, total].enumerated() { rest[index] -= amount.millionths }
        }
        if rest != [0, 0, 0] {
            let amounts = rest.map { Amount(millionths: $0) }
            parts.append(("unallocated", amounts[0], amounts[1], amounts[2]))
        }
        return parts
    }

    private static func flat(_ rows: [TotalsRow], _ query: TotalsQuery) -> [String: [String]] {
        var flat: [String: [String]] = [:]
        for row in rows {
            let key =
                query.groupings.map { grouping in
                    switch grouping {
                    case .day: row.day?.description ?? "?"
                    case .month: row.month?.description ?? "?"
                    case .office: row.office ?? "?"
                    case .province: row.province ?? "?"
                    case .taxpayer: row.taxpayer?.description ?? "?"
                    case .kind: row.kind?.rawValue ?? "?"
                    case .form: row.form?.description ?? "?"
                    case .rate: row.rate?.description ?? "?"
                    case .currency: ""
                    }
                }.joined(separator: "|") + "|\(row.currency)"
            let amounts = [row.net, row.tax, row.total, row.netVND, row.taxVND, row.totalVND]
            #expect(flat[key] == nil, "two rows for \(key)")
            flat[key] = ["\(row.invoices)", "\(row.withoutRate)"] + amounts.map(\.description)
        }
        return flat
    }

    @Test func `every question gets the answer that adding up the invoices gives`() throws {
        let folder = try Folder()
        let seed = TestSeed.value
        let ledger = try Ledger.test(in: folder)
        try ledger.take(RandomBatch.messages(seed: seed, count: 500))
        let records = try ledger.list(ListQuery())
        #expect(records.count > 200)
        #expect(Set(records.map(\.kind)) == Set(InvoiceKind.allCases))
        var random = SeededRandom(seed: seed)
        var sources: Set<TotalsReader.Source> = []
        for round in 0..<300 {
            let groupings = TotalsQuery.Grouping.allCases.shuffled(using: &random)
            var query = TotalsQuery(by: Array(groupings.prefix(Int.random(in: 0...3, using: &random))))
            query.basis = Bool.random(using: &random) ? .issued : .authenticated
            let month = morning.date.advanced(by: Int32.random(in: -30...60, using: &random))
            switch Int.random(in: 0..<4, using: &random) {
            case 0: query.from = month
            case 1: query.to = month
            case 2:
                let (year, number, _) = month.parts
                query.from = CalendarDate(year: year, month: number, day: 1)
                query.to = CalendarDate(year: year, month: number, day: 30)?.advanced(by: number == 11 ? 0 : 1)
            default: break
            }
            if Int.random(in: 0..<4, using: &random) == 0 { query.office = "70100" }
            if Int.random(in: 0..<4, using: &random) == 0 { query.taxpayer = TaxCode("0101234567-001") }
            if Int.random(in: 0..<4, using: &random) == 0 {
                query.kind = InvoiceKind.allCases.randomElement(using: &random)
            }
            sources.insert(TotalsReader.source(of: query))
            let rows = try ledger.totals(query)
            #expect(
                TotalsTests.flat(rows, query) == TotalsTests.slowly(query, records),
                "SEED=\(seed), question \(round): \(query)"
            )
        }
        #expect(sources == [.days, .months, .invoices])
    }

    @Test func `rows are sorted by their groupings, then by currency`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        try ledger.take(RandomBatch.messages(seed: 3, count: 300))
        let rows = try ledger.totals(TotalsQuery(by: [.form, .rate, .day]))
        let keys = rows.map { row in
            (row.form?.digit ?? 0, row.rate ?? .none, row.day?.dayNumber ?? 0, row.currency)
        }
        #expect(keys.count > 50)
        for (left, right) in zip(keys, keys.dropFirst()) {
            let isSorted = (left.0, left.1, left.2, left.3) < (right.0, right.1, right.2, right.3)
            #expect(isSorted, "\(left) before \(right)")
        }
    }

    @Test func `an invoice with three rates is one invoice, and its rates add up to it`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        var facts = try invoiceFacts(
            rates: [rate("5%", net: 100, tax: 5), rate("8%", net: 200, tax: 16), rate("KCT", net: 50, tax: 0)])
        facts.total = Amount(units: 372)
        try ledger.take([good(facts, text: "message")])
        let whole = try #require(try ledger.totals(TotalsQuery()).first)
        #expect(whole.invoices == 1)
        #expect(whole.total == Amount(units: 372))
        let rows = try ledger.totals(TotalsQuery(by: [.rate]))
        #expect(rows.map { $0.rate?.description } == ["5%", "8%", "KCT", "unallocated"])
        #expect(rows.map(\.total.description) == ["105", "216", "50", "1"])
        #expect(rows.map(\.invoices) == [1, 1, 1, 1])
    }

    @Test func `amounts in another currency are converted one by one, half away from zero`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        for (number, net) in [(UInt32(1), Int128(1)), (2, 1), (3, -1), (4, 3)] {
            var facts = try invoiceFacts(number: number, currency: "USD", rates: [])
            facts.net = Amount(millionths: net)
            facts.total = facts.net
            if number != 4 { facts.exchangeRate = Amount(millionths: 1_500_000) }
            try ledger.take([good(facts, text: "message \(number)")])
        }
        let row = try #require(try ledger.totals(TotalsQuery()).first)
        // 1.5 rounds to 2, twice; -1.5 to -2; the fourth has no rate.
        #expect(row.netVND == Amount(millionths: 2))
        #expect(row.net == Amount(millionths: 4))
        #expect(row.withoutRate == 1)
    }
}
