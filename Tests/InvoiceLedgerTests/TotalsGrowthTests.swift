import InvoiceModel
import TestSupport
import Testing

@testable import InvoiceLedger

/// What is proved after each block: the sums grow by what its invoices add up to.
struct TotalsGrowthTests {
    /// Invoices of one rate, of several, of none, with a rest; received on their day, in its month, and later.
    private static func deltas() throws -> TotalsDeltas {
        var deltas = TotalsDeltas()
        var remainder = try invoiceFacts(number: 4)
        remainder.total.millionths += 1
        var plain = try invoiceFacts(number: 3, rates: [])
        plain.net = Amount(units: 1_000_000)
        plain.total = plain.net
        var foreign = try invoiceFacts(number: 5, currency: "USD")
        foreign.exchangeRate = Amount(units: 26_000)
        let invoices = [
            try invoiceFacts(number: 1),
            try invoiceFacts(number: 2, rates: [rate("8%", net: 5, tax: 1), rate("10%", net: 70, tax: 7)]),
            plain, remainder, foreign, try invoiceFacts(number: 6, currency: "USD"),
        ]
        for facts in invoices {
            for received in ["2026-11-18", "2026-11-20", "2026-12-01"] {
                let day = try #require(CalendarDate(received))
                deltas.add(facts, try #require(InvoiceShares(facts)), receivedOn: day)
            }
        }
        return deltas
    }

    private static func growth(_ rows: [(key: TotalsKey, sums: TotalsSums)]) -> TotalsGrowth {
        var growth = TotalsGrowth()
        for row in rows { growth.add(row.key, by: row.sums) }
        return growth
    }

    @Test func `both tables grow by the invoices' own sums, on either basis`() throws {
        let deltas = try TotalsGrowthTests.deltas()
        #expect(deltas.all.invoices == 18 && deltas.all.withoutExchange == 3)
        #expect(deltas.all.net == Int128(3 * (5 * 1_000_000 + 75)) * Amount.scale)
        let bases = Set(deltas.rows.map { "\($0.key.table) \($0.key.basis)" })
        #expect(bases.count == 6)
        #expect(TotalsGrowthTests.growth(deltas.rows).isEverywhere(deltas.all))
        #expect(TotalsGrowth().isEverywhere(TotalsSums()))
    }

    @Test func `a row too few, one written twice, and a millionth too much in any sum are seen`() throws {
        let deltas = try TotalsGrowthTests.deltas()
        let columns: [WritableKeyPath<TotalsSums, Int128>] = [
            \.net, \.tax, \.total, \.netVND, \.taxVND, \.totalVND,
        ]
        let counts: [WritableKeyPath<TotalsSums, Int64>] = [\.invoices, \.withoutExchange]
        for place in deltas.rows.indices {
            let isOwn = deltas.rows[place].key.rate.parts.contains(.header)
            func isSeen(_ change: (inout [(key: TotalsKey, sums: TotalsSums)]) -> Void) -> Bool {
                var rows = deltas.rows
                change(&rows)
                return !TotalsGrowthTests.growth(rows).isEverywhere(deltas.all)
            }
            let key = deltas.rows[place].key
            #expect(isSeen { $0.remove(at: place) } == isOwn, "\(key)")
            #expect(isSeen { $0.append($0[place]) } == isOwn, "\(key)")
            for column in columns { #expect(isSeen { $0[place].sums[keyPath: column] += 1 } == isOwn, "\(key)") }
            for count in counts { #expect(isSeen { $0[place].sums[keyPath: count] -= 1 } == isOwn, "\(key)") }
        }
    }

    @Test func `what is taken away from a sum is what was added`() {
        let one = TotalsSums(
            invoices: 1,
            withoutExchange: 2,
            net: 3,
            tax: 4,
            total: 5,
            netVND: 6,
            taxVND: 7,
            totalVND: 8
        )
        let other = TotalsSums(
            invoices: 10,
            withoutExchange: 20,
            net: -30,
            tax: 40,
            total: 50,
            netVND: 60,
            taxVND: -70,
            totalVND: 80
        )
        #expect(one + other - other == one)
        #expect(one - one == TotalsSums())
    }
}
