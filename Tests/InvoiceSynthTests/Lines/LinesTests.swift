import InvoiceModel
import InvoiceRules
import InvoiceXML
import Testing

@testable import InvoiceSynth

/// Lines of NDJSON as `synth` writes them.
@Suite struct LinesTests {
    private static func lines(
        _ folder: SynthFolder,
        _ extent: LinesOptions.Extent,
        _ change: (inout LinesOptions) -> Void = { _ in }
    ) throws -> (bytes: [UInt8], summary: LinesSummary) {
        var options = LinesOptions(
            directory: folder.path,
            output: folder.path + "/lines.ndjson",
            seed: 5,
            today: SynthFolder.today,
            extent: extent
        )
        options.sellers = 300
        change(&options)
        let summary = try Synth.run(options)
        return (try folder.bytes("lines.ndjson"), summary)
    }

    @Test func `every line is judged without a finding, and the sums are exact`() throws {
        let folder = SynthFolder()
        let made = try Self.lines(folder, .invoices(3_000)) {
            $0.revenue = Amount(units: 40_000_000_123)
            $0.tax = Amount(units: 2_999_999_999)
        }
        #expect(made.summary.invoices == 3_000 && made.summary.bytes == made.bytes.count)
        #expect(made.summary.net == 40_000_000_123 && made.summary.tax == 2_999_999_999)
        let registry = Registry(taxpayers: try folder.taxpayers(), certificates: [:])
        #expect(try folder.taxpayers().count == 300)
        var reader = LineReader(limits: Limits())
        var lines = InvoiceLines()
        reader.read(made.bytes.span, into: &lines)
        #expect(lines.entries.count == 3_000 && lines.message.invoices.count == 3_000)
        var sums = (net: Amount.zero, tax: Amount.zero)
        var keys: Set<InvoiceKey> = []
        for invoice in lines.message.invoices {
            let judged = InvoiceRules.judge(
                line: invoice,
                in: lines.message,
                as: .forCode,
                registry: registry,
                receivedAt: Timestamp(SynthFolder.today).advanced(bySeconds: 9 * 3_600),
                signedAt: nil,
                policy: Policy()
            )
            #expect(judged.findings.isEmpty, "\(lines.message.string(of: invoice.header.number)): \(judged.findings)")
            let facts = try #require(judged.facts)
            #expect(keys.insert(facts.key).inserted)
            sums.net = try #require(sums.net.adding(facts.net))
            sums.tax = try #require(sums.tax.adding(facts.tax))
        }
        #expect(sums.net == Amount(units: 40_000_000_123) && sums.tax == Amount(units: 2_999_999_999))
    }

    @Test(arguments: [1, 2, 3, 7]) func `the bytes do not depend on the number of workers`(workers: Int) throws {
        let one = try Self.lines(SynthFolder(), .invoices(20_000)) {
            $0.workers = 1
            $0.days = 30
        }
        let some = try Self.lines(SynthFolder(), .invoices(20_000)) {
            $0.workers = workers
            $0.days = 30
        }
        #expect(one.bytes == some.bytes)
    }

    @Test(arguments: [1, 900, 1_000_000, 9_000_000]) func `lines counted by bytes end with a whole one`(
        wanted: Int
    ) throws {
        let made = try Self.lines(SynthFolder(), .bytes(wanted))
        #expect(made.bytes.last == UInt8(ascii: "\n") && made.bytes.count >= wanted)
        let before = made.bytes.dropLast().lastIndex(of: UInt8(ascii: "\n")) ?? -1
        #expect(before + 1 < wanted)
        #expect(made.summary.bytes == made.bytes.count)
        #expect(made.summary.invoices == made.bytes.count { $0 == UInt8(ascii: "\n") })
    }

    @Test func `the pilot at one thousandth is exact to the đồng`() throws {
        let folder = SynthFolder()
        let options = LinesOptions.pilot(
            directory: folder.path,
            output: folder.path + "/lines.ndjson",
            seed: 2_026,
            today: SynthFolder.today,
            scale: 1_000
        )
        let summary = try Synth.run(options)
        #expect(summary.invoices == 8_000)
        #expect(summary.net == 100_000_000_000 && summary.tax == 7_776_000_000)
        #expect(try folder.rows("taxpayers.csv").count == 20_000)
    }

    @Test func `every seller has as many cards in each deck, and numbers without a gap`() {
        let deck = Deck(sellers: Array(0..<40), of: 40, size: 1_000, seed: 3)
        var next = [UInt32](repeating: 1, count: 40)
        var hand: [Deck.Card] = []
        for index in 0..<5 {
            deck.dealt(index, into: &hand)
            #expect(hand.count == 1_000)
            for card in hand {
                #expect(card.number == next[Int(card.seller)])
                next[Int(card.seller)] += 1
            }
        }
        #expect(next.allSatisfy { $0 > 5 && $0 % 5 == 1 } && next[0] > 10 * next[39])
    }

    @Test func `a group is worth what it must be, whatever is asked for`() {
        var random = Random(seed: 11)
        var worths: [LineGroup.Worth] = []
        for _ in 0..<20_000 {
            let count = random.within(1...16)
            let net = Int64(random.within(100_000...50_000_000)) * Int64(count)
            let tax = Int64(random.below(Int(net / 11) + 1))
            LineGroup.worths(count: count, net: net, tax: tax, random: &random, into: &worths)
            #expect(worths.count == count)
            #expect(worths.reduce(0) { $0 + $1.net } == net && worths.reduce(0) { $0 + $1.tax } == tax)
            #expect(worths.allSatisfy { $0.first.net > 0 && $0.second.map { $0.net > 0 } ?? true })
        }
    }

    @Test func `an amount in words is that of every other invoice`() {
        var random = Random(seed: 12)
        for _ in 0..<5_000 {
            let amount = Int64(
                random.below([20, 1_200, 2_000_000, 3_000_000_000, 900_000_000_000_000][random.below(5)]) + 1
            )
            var text = LineText()
            text.putWords(amount)
            let words = Words.text(of: Amount(units: amount), currency: "VND")
            #expect(String(decoding: text.bytes, as: UTF8.self) + " đồng." == words)
        }
    }

    @Test func `options that contradict each other are refused`() {
        let changes: [(inout LinesOptions) -> Void] = [
            { $0.sellers = 0 }, { $0.days = 0 }, { $0.workers = 0 }, { $0.extent = .invoices(0) },
            { $0.extent = .bytes(0) }, { $0.tax = Amount(units: 1) }, { $0.revenue = Amount(units: 99_999_999) },
            {
                $0.revenue = Amount(units: 1_100_000_000)
                $0.tax = Amount(units: 100_000_001)
            },
            {
                $0.extent = .bytes(10)
                $0.days = 2
            },
        ]
        for change in changes {
            #expect(throws: SynthError.self) { try Self.lines(SynthFolder(), .invoices(1_000), change) }
        }
    }
}
