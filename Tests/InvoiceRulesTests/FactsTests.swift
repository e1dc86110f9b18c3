import InvoiceModel
import Testing

@testable import InvoiceRules

@Suite struct FactsTests {
    @Test func `the facts of a VAT invoice`() throws {
        let facts = try #require(try Fixture.vat.facts())
        #expect(facts.key.seller.description == "0199999991" && facts.key.form == .vat)
        #expect(facts.key.symbol.description == "C26TAA" && facts.key.number.value == 7)
        #expect(facts.date.description == "2026-11-20" && facts.currency == .vnd && facts.exchangeRate == nil)
        #expect(facts.buyer?.description == "0301464823-001" && facts.officeCode == "10101")
        #expect(facts.net.description == "3190001" && facts.tax.description == "315200.1")
        #expect(facts.total.description == "3505201.1" && facts.related == nil)
        #expect(facts.rates.map { "\($0.rate) \($0.net) \($0.tax)" } == ["8% 190000 15200", "10% 3000001 300000.1"])
    }

    @Test func `a sales invoice has its total as net and no tax`() throws {
        let facts = try #require(try Fixture.sales.facts())
        #expect(facts.net == facts.total && facts.net.description == "1400000" && facts.tax == .zero)
        #expect(facts.rates.isEmpty && facts.key.number.value == 12)
    }

    @Test func `without a table the rates come from the lines, discounts taken off`() throws {
        let text = Fixture.vat.text
        let start = try #require(text.firstRange(of: "<THTTLTSuat>")).upperBound
        let end = try #require(text.firstRange(of: "</THTTLTSuat>")).lowerBound
        var fixture = Fixture.vat
        fixture.text = String(text[..<start]) + String(text[end...])
        fixture = fixture.replacing(
            "<DSHHDVu>",
            "<DSHHDVu><HHDVu><TChat>3</TChat><THHDVu>x</THHDVu><ThTien>90000</ThTien><TSuat>8%</TSuat></HHDVu>"
        )
        let facts = try #require(try fixture.facts())
        #expect(facts.rates.map { "\($0.rate) \($0.net) \($0.tax)" } == ["8% 100000 8000", "10% 3000001 300000.1"])
    }

    @Test func `two rows at one rate are one`() throws {
        let facts = try #require(try Fixture.vat.replacing("<LTSuat><TSuat>10%", "<LTSuat><TSuat>8%").facts())
        #expect(facts.rates.map { "\($0.rate) \($0.net) \($0.tax)" } == ["8% 3190001 315200.1"])
    }

    @Test func `another currency keeps its rate, a sign for đồng is đồng`() throws {
        let usd = Fixture.vat.replacing("VND</DVTTe><TGia>1<", "USD</DVTTe><TGia>26138.50<")
        #expect(try #require(try usd.facts()).exchangeRate?.description == "26138.5")
        let sign = Fixture.vat.replacing("VND</DVTTe>", "đ</DVTTe>")
        #expect(try #require(try sign.facts()).currency == .vnd)
        #expect(try Fixture.vat.replacing("VND</DVTTe>", "ABC</DVTTe>").facts() == nil)
    }

    @Test func `the related invoice is a key only in today's terms`() throws {
        let facts = try #require(try Fixture.adjustment.facts())
        #expect(facts.related?.key?.number.value == 5 && facts.related?.relation == .adjusts)
        #expect(facts.related?.source == 1 && facts.related?.date?.description == "2026-11-09")
        let printed = Fixture.adjustment.replacing("<LHDCLQuan>1<", "<LHDCLQuan>4<")
        let related = try #require(try printed.facts()?.related)
        #expect(related.key == nil && related.source == 4)
    }

    @Test(arguments: [
        "<NLap>2026-11-20</NLap>", "<SHDon>7</SHDon>", "<TgTTTBSo>3505201.100000</TgTTTBSo>", "<DVTTe>VND</DVTTe>",
    ])
    func `what the ledger needs and cannot read leaves no facts`(field: String) throws {
        #expect(try Fixture.vat.replacing(field, "").facts() == nil)
    }

    @Test func `the original of an uncoded series is not asked for`() throws {
        var fixture = Fixture.adjustment.replacing("<KHHDCLQuan>C26TAA<", "<KHHDCLQuan>K26TAA<")
        fixture.original = nil
        #expect(try fixture.findings().map(\.code) == [.relOriginalUncoded], "a warning: it may be on its way")
    }
}
