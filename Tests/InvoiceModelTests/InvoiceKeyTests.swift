import InvoiceModel
import Testing

@Suite struct InvoiceKeyTests {
    @Test func `a symbol tells its kind, year and type`() throws {
        let symbol = try #require(InvoiceSymbol("C26TAA"))
        #expect(symbol.isCoded)
        #expect(symbol.year == 26)
        #expect(symbol.type == "T")
        #expect(symbol.description == "C26TAA")
        #expect(InvoiceSymbol(packed: symbol.packed) == symbol)
        #expect(try #require(InvoiceSymbol("K07MZQ")).isCoded == false)
    }

    @Test(arguments: ["C26ZAA", "C26TA", "C26TAAA", "D26TAA", "C2ATAA", "C26Taa", "C26TA1", "c26TAA", ""])
    func `other patterns are not symbols`(text: String) {
        #expect(InvoiceSymbol(text) == nil)
    }

    @Test func `numbers are compared as numbers, from 1 to 99 999 999`() {
        func number(_ text: String) -> InvoiceNumber? {
            let bytes = Array(text.utf8)
            return InvoiceNumber(wire: bytes.span)
        }
        #expect(number("0000169") == InvoiceNumber(169))
        #expect(number("99999999")?.value == InvoiceNumber.maximum)
        #expect(number("100000000") == nil)
        #expect(number("0") == nil)
        #expect(number("") == nil)
        #expect(number("1a") == nil)
        #expect(InvoiceNumber(InvoiceNumber.maximum + 1) == nil)
    }

    @Test func `forms run from 1 to 9`() {
        #expect((UInt8(0)...12).compactMap { InvoiceForm($0)?.digit } == Array(1...9))
    }
}
