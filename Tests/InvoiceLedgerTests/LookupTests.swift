import InvoiceCode
import InvoiceModel
import Testing

@testable import InvoiceLedger

struct LookupTests {
    @Test func `a code that was made up says why it is not authentic`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let code = try #require(try ledger.take([good(invoiceFacts(), text: "message")])[0].issued).code
        let maker = CodeMaker(try ledger.keyRing())
        func made(_ transaction: UInt64) throws -> AuthenticationCode {
            let facts = CodeFacts(try invoiceFacts(), contentDigest: digest("forged"))
            return maker.issue(transaction: transaction, facts: facts).code
        }
        #expect(try ledger.lookup(code).record?.transaction == 1)
        #expect(try ledger.lookup(made(1)) == .tagMismatch)
        for transaction in [0, 2, UInt64.max] { #expect(try ledger.lookup(made(transaction)) == .beyondHighWater) }
        let foreign = AuthenticationCode(generation: 9, high: code.high, low: code.low)
        #expect(try ledger.lookup(foreign) == .unknownGeneration)
        let changed = AuthenticationCode(generation: 0, high: code.high ^ 1, low: code.low)
        #expect(try ledger.lookup(changed).record == nil)
    }

    @Test func `an invoice comes back with all its facts`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        var facts = try invoiceFacts(
            seller: "0101234567-001",
            number: 99_999_999,
            currency: "USD",
            rates: [rate("5%", net: -7, tax: 0), rate("KHAC:3.5%", net: 5, tax: 1)],
            office: "70100"
        )
        facts.exchangeRate = Amount(millionths: 25_000_500_000)
        facts.net.millionths -= 999_999
        try ledger.take([good(facts, text: "message", content: "content")])
        let record = try #require(try ledger.lookup(facts.key))
        #expect(record.facts == facts)
        #expect(record.contentDigest == digest("content"))
        #expect(record.receivedOn == morning.date)
        #expect(record.message == StoredID(sequence: 1))
        var other = facts.key
        other.form = .sales
        #expect(try ledger.lookup(other) == nil)
        #expect(try ledger.lookup(transaction: 2) == nil)
    }

    @Test func `lists keep to what was asked for, page by page`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        try ledger.take(RandomBatch.messages(seed: 11, count: 300))
        let all = try ledger.list(ListQuery())
        let seller = try #require(TaxCode("0300000001"))
        #expect(
            try ledger.list(ListQuery(taxpayer: seller)) == all.filter { $0.facts.key.seller == seller }
        )
        let (from, to) = (morning.date.advanced(by: -5), morning.date.advanced(by: 5))
        #expect(
            try ledger.list(ListQuery(from: from, to: to)) == all.filter { (from...to).contains($0.facts.date) }
        )
        for state in InvoiceState.allCases {
            #expect(try ledger.list(ListQuery(state: state)) == all.filter { $0.state == state })
        }
        #expect(try ledger.list(ListQuery(buyer: seller)).isEmpty)
        #expect(try ledger.list(ListQuery(buyer: TaxCode("0109999999"))).count == all.count)
        var paged: [InvoiceRecord] = []
        while true {
            let page = try ledger.list(ListQuery(after: paged.last?.transaction ?? 0, limit: 37))
            if page.isEmpty { break }
            paged += page
        }
        #expect(paged == all)
    }

    @Test(arguments: ["", "a\tb", "a\r\n\\t", "=", "-", "\u{301}combining", "0\0"])
    func `findings come back whatever a sender wrote into them`(text: String) {
        var finding = Finding(.idUniqueTuple, path: text, expected: nil, found: text)
        let findings = [
            WeighedFinding(finding, severity: .reject),
            {
                finding.expected = text + String(repeating: "đ", count: 300)
                finding.found = nil
                return WeighedFinding(finding, severity: .warn)
            }(),
        ]
        #expect(FindingText.read(FindingText.write(findings)) == findings)
        #expect(FindingText.read(FindingText.write([])) == [])
        #expect(FindingText.read("no.such-rule\twarn\t\t-\t-") == nil)
    }

    @Test func `every finding a rule can make is stored by its slug`() {
        let findings = RuleCode.allCases.map { WeighedFinding(Finding($0, path: "p"), severity: .warn) }
        #expect(FindingText.read(FindingText.write(findings)) == findings)
    }
}
