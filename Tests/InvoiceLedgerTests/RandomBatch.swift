import InvoiceModel
import TestSupport
import Testing

@testable import InvoiceLedger

/// Messages of every kind, the same ones for the same seed: new, repeated, re-signed, with used numbers and ids,
/// refused, unreadable, correcting others, in two currencies and with several rates.
struct RandomBatch {
    private var random: SeededRandom
    private var made: [Submission] = []

    static func messages(seed: UInt64, count: Int) throws -> [Submission] {
        var batch = RandomBatch(random: SeededRandom(seed: seed))
        for index in 0..<count {
            let message = try batch.next(index)
            batch.made.append(message)
        }
        return batch.made
    }

    private init(random: SeededRandom) {
        self.random = random
    }

    private mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

    private mutating func next(_ index: Int) throws -> Submission {
        let received = morning.advanced(bySeconds: Int64(below(60 * 86_400)))
        switch below(20) {
        case 0 where !made.isEmpty: return made[below(made.count)]
        case 1 where !made.isEmpty:
            var again = made[below(made.count)]
            again = submission(again.verdict, text: "again \(index)", receivedAt: received)
            return again
        case 2 where !made.isEmpty:
            var clashing = try acceptable(index, received)
            clashing.messageID = made[below(made.count)].messageID
            return clashing
        case 3: return submission(.unreadable, text: "unreadable \(index)", receivedAt: received)
        case 4:
            let finding = WeighedFinding(Finding(.sumCeiling, path: "a\tb\n", found: "x"), severity: .reject)
            return submission(
                .refused(below(2) == 0 ? .notice : .technical),
                text: "refused \(index)",
                receivedAt: received,
                findings: [finding]
            )
        case 5, 6: return try many(index, received)
        case 7: return try lines(index, received)
        case 8: return submission(.manifest, text: "manifest \(index)", receivedAt: received)
        default: return try acceptable(index, received)
        }
    }

    /// A 203, 206 or 216 with invoices of every fate, the same one twice now and then.
    private mutating func many(_ index: Int, _ received: Timestamp) throws -> Submission {
        let symbol = ["K26TAA", "C26MAA", "K26MAA"][below(3)]
        var invoices: [InvoiceSubmission] = []
        for place in 0...below(6) {
            if below(8) == 0, let last = invoices.last { invoices.append(last) }
            guard below(6) > 0 else {
                let finding = WeighedFinding(Finding(.sumCeiling, path: "HDon/MCCQT", found: "x"), severity: .reject)
                invoices.append(InvoiceSubmission(verdict: .refused, findings: [finding]))
                continue
            }
            var facts = try facts(received)
            facts.key.symbol = try #require(InvoiceSymbol(symbol))
            let code = "M\(facts.key.form)-26-ABCDE-000000000\(10 + below(60))"
            var invoice = one(facts, content: "content \(index) \(place)", cashCode: symbol == "C26MAA" ? code : nil)
            if below(4) == 0 {
                invoice.findings = [WeighedFinding(Finding(.ptySellerName, path: "HDon", found: "y"), severity: .warn)]
            }
            invoices.append(invoice)
        }
        return InvoiceLedgerTests.many(invoices, text: "many \(index)", receivedAt: received)
    }

    /// A chunk of lines: good ones, one twice now and then, some that are refused.
    private mutating func lines(_ index: Int, _ received: Timestamp) throws -> Submission {
        var invoices: [InvoiceSubmission] = []
        for place in 0...below(8) {
            if below(8) == 0, let last = invoices.last { invoices.append(last) }
            guard below(6) > 0 else {
                let finding = WeighedFinding(Finding(.xmlSyntax, path: "column \(place)"), severity: .reject)
                invoices.append(InvoiceSubmission(verdict: .refused, findings: [finding]))
                continue
            }
            invoices.append(one(try facts(received), content: "line \(index) \(place)"))
        }
        return submission(.lines(invoices), text: "lines \(index)", receivedAt: received)
    }

    private mutating func acceptable(_ index: Int, _ received: Timestamp) throws -> Submission {
        good(try facts(received), text: "message \(index)", receivedAt: received)
    }

    private mutating func facts(_ received: Timestamp) throws -> InvoiceFacts {
        let texts = ["0%", "5%", "8%", "10%", "KCT", "KHAC:3.5%"]
        var rates: [InvoiceFacts.RateAmounts] = []
        for text in texts.prefix(below(4)) {
            var row = try rate(text, net: Int64(below(1_000_000_000)) - 1_000, tax: Int64(below(1_000_000)))
            row.net.millionths += Int128(below(3))
            rates.append(row)
        }
        let day = received.date.advanced(by: -Int32(below(40)))
        var facts = try invoiceFacts(
            seller: ["0101234567", "0101234567-001", "0300000001"][below(3)],
            form: UInt8(1 + below(2)),
            symbol: ["C26TAA", "C26TAB"][below(2)],
            number: UInt32(1 + below(120)),
            date: day.description,
            currency: ["VND", "VND", "USD"][below(3)],
            rates: rates,
            office: ["10100", "70100", "99999"][below(3)]
        )
        if facts.currency != .vnd, below(3) > 0 { facts.exchangeRate = Amount(millionths: 25_123_457_000) }
        if below(4) == 0 { facts.total.millionths += Int128(below(5)) * Amount.scale }
        if below(4) == 0 { facts.net.millionths += 1 }
        if below(5) == 0 {
            var key = facts.key
            key.number = try #require(InvoiceNumber(UInt32(1 + below(120))))
            facts.related = RelatedInvoice(
                relation: below(2) == 0 ? .replaces : .adjusts,
                source: 1,
                key: key,
                date: nil
            )
        }
        return facts
    }
}
