import InvoiceCode
import InvoiceModel
import OpenSSL
import Testing

struct CodeMakerTests {
    private static func facts(number: UInt32 = 1, total: Int64 = 1_080_000) throws -> CodeFacts {
        CodeFacts(
            key: InvoiceKey(
                seller: try #require(TaxCode("0101234567")),
                form: .vat,
                symbol: try #require(InvoiceSymbol("C26TAA")),
                number: try #require(InvoiceNumber(number))
            ),
            date: try #require(CalendarDate("2026-11-18")),
            currency: .vnd,
            total: Amount(units: total),
            contentDigest: Digest(SHA256.hash([1, 2, 3]).span)
        )
    }

    private static let ring = KeyRing([MasterKey.test(generation: 0, seed: "one")], current: 0)

    @Test func `a code in which any bit is changed is not authentic`() throws {
        let maker = CodeMaker(CodeMakerTests.ring)
        let facts = try CodeMakerTests.facts()
        let code = maker.issue(transaction: 77, facts: facts).code
        #expect(maker.verify(code, facts: facts))
        for bit in 0..<64 {
            let high = AuthenticationCode(generation: 0, high: code.high ^ 1 << UInt64(bit), low: code.low)
            let low = AuthenticationCode(generation: 0, high: code.high, low: code.low ^ 1 << UInt64(bit))
            #expect(!maker.verify(high, facts: facts))
            #expect(!maker.verify(low, facts: facts))
        }
    }

    @Test func `a code is authentic only for the facts it was made for`() throws {
        let maker = CodeMaker(CodeMakerTests.ring)
        let facts = try CodeMakerTests.facts()
        let code = maker.issue(transaction: 77, facts: facts).code
        var changed = [facts, facts, facts, facts, facts, facts, facts, facts]
        changed[0].key.seller = try #require(TaxCode("0101234568"))
        changed[1].key.form = .sales
        changed[2].key.symbol = try #require(InvoiceSymbol("C26TAB"))
        changed[3].key.number = try #require(InvoiceNumber(2))
        changed[4].date = facts.date.advanced(by: 1)
        changed[5].currency = try #require(Currency("USD"))
        changed[6].total.millionths += 1
        changed[7].contentDigest = Digest(SHA256.hash([1, 2, 4]).span)
        for other in changed { #expect(!maker.verify(code, facts: other)) }
    }

    @Test func `codes of every generation open, new ones are of the current one`() throws {
        let masters = [UInt8(0), 1, 0x80].map { MasterKey.test(generation: $0, seed: "one") }
        let old = CodeMaker(KeyRing([masters[0]], current: 0))
        let maker = CodeMaker(KeyRing(masters, current: 1))
        let facts = try CodeMakerTests.facts()
        let first = old.issue(transaction: 5, facts: facts)
        let second = maker.issue(transaction: 5, facts: facts)
        #expect(second.code.generation == 1)
        #expect(first.code != second.code)
        #expect(maker.verify(first.code, facts: facts))
        #expect(maker.open(first.code)?.hasTag(first.tag) == true)
        #expect(maker.open(first.code)?.hasTag(first.tag ^ 1) == false)
        #expect(maker.code(generation: 0, transaction: 5, tag: first.tag) == first.code)
        #expect(old.open(second.code) == nil)
        #expect(!old.verify(second.code, facts: facts))
    }

    @Test func `only 34 upper-case hexadecimal digits are read as a code`() throws {
        let text = "00DCE8E1C33C2B8C92E576F3324DD27F0A"
        #expect(AuthenticationCode(text)?.description == text)
        for bad in [text.lowercased(), String(text.dropLast()), text + "0", text.replacing("C", with: "G"), ""] {
            #expect(AuthenticationCode(bad) == nil)
        }
    }

    @Test func `ids repeat for the same message and purpose, differ otherwise, and look like UUIDs`() {
        let key = IdentifierKey.test(seed: "one")
        var seen: Set<[UInt8]> = []
        for sequence in UInt64(1)...50 {
            for purpose in IdentifierKey.Purpose.allCases {
                let id = key.identifier(sequence: sequence, purpose)
                #expect(id == IdentifierKey.test(seed: "one").identifier(sequence: sequence, purpose))
                #expect(id[6] >> 4 == 4 && id[8] >> 6 == 2)
                seen.insert(id)
            }
        }
        #expect(seen.count == 50 * IdentifierKey.Purpose.allCases.count)
        #expect(!seen.contains(IdentifierKey.test(seed: "two").identifier(sequence: 1, .reply)))
    }

    @Test func `keys never show in descriptions and random ones differ`() throws {
        let key = try MasterKey.random(generation: 3)
        #expect("\(key)" == "key generation 3")
        #expect(key != (try MasterKey.random(generation: 3)))
        #expect(key.checkValue == MasterKey(generation: 9, bytes: key.bytes).checkValue)
    }
}
