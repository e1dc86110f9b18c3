import Foundation
import InvoiceModel
import InvoiceSynth
import Testing

@Suite struct SynthTests {
    @Test func `the same seed and keys give the same bytes`() throws {
        let folder = SynthFolder()
        _ = try folder.run { $0.badShare = 0.5 }
        let first = try folder.contents()
        _ = try folder.run { $0.badShare = 0.5 }
        #expect(try folder.contents() == first)
        #expect(first.count > 300)
    }

    @Test func `another seed gives other messages`() throws {
        let folder = SynthFolder()
        _ = try folder.run { $0.invoices = 3 }
        let first = try folder.bytes("messages/0000/00000001.xml")
        _ = try folder.run {
            $0.invoices = 3
            $0.seed = 8
        }
        #expect(try folder.bytes("messages/0000/00000001.xml") != first)
    }

    @Test(arguments: [
        (1, "1000000", "77760"), (9, "20000000.5", "1500000.25"), (200, "2500000000", "194400000"),
        (1_000, "12500000000", "972000000"), (300, "3000000000", "75000000"), (300, "3000000000", "255000001"),
    ])
    func `revenue and tax of the good invoices come out exactly`(count: Int, revenue: String, tax: String) throws {
        for seed: UInt64 in 1...3 {
            let folder = SynthFolder()
            let summary = try folder.run {
                $0.seed = seed
                $0.invoices = count
                $0.badShare = 0.05
                $0.revenue = Amount(wire: revenue)
                $0.tax = Amount(wire: tax)
                if count == 1_000 { $0.forms = [3, 5, 6] }
            }
            #expect(summary.net.description == Amount(wire: revenue)?.description, "seed \(seed)")
            #expect(summary.tax.description == Amount(wire: tax)?.description, "seed \(seed)")
            #expect(summary.good == count)
        }
    }

    @Test func `every way of being bad is there with its code`() throws {
        let folder = SynthFolder()
        let summary = try folder.run { $0.badShare = 1 }
        let bad = try folder.manifest().filter { $0["status"] as? String != "issued" }
        let ways = Set(bad.compactMap { $0["way"] as? String })
        #expect(ways.count >= 60)
        for line in bad where line["status"] as? String != "duplicate" {
            #expect(!(line["codes"] as? [String] ?? []).isEmpty, "\(line)")
        }
        #expect(summary.duplicates > 0 && summary.rejected > 60 && summary.unreadable > 5)
    }

    @Test func `other forms are made where they are asked for, each with its ways of being bad`() throws {
        func forms(_ asked: Set<UInt8>) throws -> (good: [String: Int], ways: Set<String>) {
            let folder = SynthFolder()
            _ = try folder.run {
                $0.invoices = 300
                $0.badShare = 0.5
                $0.forms = asked
            }
            let lines = try folder.manifest()
            let good = lines.filter { $0["status"] as? String == "issued" }.compactMap { $0["form"] as? String }
            return (
                Dictionary(good.map { ($0, 1) }, uniquingKeysWith: +), Set(lines.compactMap { $0["way"] as? String })
            )
        }
        let plain = try forms([])
        #expect(Set(plain.good.keys) == ["1", "2"])
        let tickets = try forms([5])
        #expect(Set(tickets.good.keys) == ["1", "2", "5"] && tickets.ways.contains("ticketRate"))
        #expect(!tickets.ways.contains("noteWithoutOrder"))
        let all = try forms([3, 4, 5, 6])
        for form in ["3", "4", "5", "6"] { #expect((all.good[form] ?? 0) >= 10, "\(all.good)") }
        #expect(all.ways.isSuperset(of: ["noteWithoutOrder", "assetWithoutName", "reserveWithoutTotal"]))
        #expect(plain.ways.isSubset(of: all.ways) && !plain.ways.contains("ticketRate"))
        #expect(throws: SynthError.self) { _ = try forms([7]) }
    }

    @Test func `a day long ago is refused with a sentence`() throws {
        let folder = SynthFolder()
        let longAgo = try #require(CalendarDate("0001-01-01"))
        #expect(throws: SynthError.self) { _ = try folder.run { $0.today = longAgo } }
    }

    @Test func `impossible sums are refused with a sentence`() throws {
        let folder = SynthFolder()
        #expect(throws: SynthError.self) {
            _ = try folder.run {
                $0.revenue = Amount(units: 1_000_000_000)
                $0.tax = Amount(units: 200_000_000)
            }
        }
    }
}
