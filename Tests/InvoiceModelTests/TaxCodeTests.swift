import InvoiceModel
import Testing

@Suite struct TaxCodeTests {
    @Test(arguments: ["0199999991", "0199999991-001", "001099999999", "9999999999-999"])
    func `the three legal shapes read and print unchanged`(text: String) throws {
        let code = try #require(TaxCode(text))
        #expect(code.description == text)
        #expect(TaxCode(packed: code.packed) == code)
    }

    @Test(arguments: [
        "", "019999999", "01999999911", "0199999991001", "0199999991-000", "0199999991_001", "019999999A",
    ])
    func `anything else is not a tax code`(text: String) {
        #expect(TaxCode(text) == nil)
    }

    @Test func `a sender writes a branch without its dash`() throws {
        let branch = try #require(TaxCode(withoutDash: "0199999991001"))
        #expect(branch.description == "0199999991-001")
        #expect(branch.withoutDash == "0199999991001")
    }

    // 29 + 34 + 39 + 21 + 10 + 12 = 145; 145 mod 11 = 2; 10 − 2 = 8.
    @Test func `each of the ten last digits is right for exactly one check digit`() throws {
        for digit in 0...9 {
            let code = try #require(TaxCode("010023324\(digit)"))
            #expect(code.hasValidCheckDigit == (digit == 8))
        }
    }

    @Test func `a person's id has no check digit to fail`() throws {
        for digit in 0...9 {
            #expect(try #require(TaxCode("00109999999\(digit)")).hasValidCheckDigit)
        }
    }

    @Test func `stored words that no code has are refused`() {
        #expect(TaxCode(packed: 0) == nil)
        #expect(TaxCode(packed: 1 << 56 | 10_000_000_000) == nil)
        #expect(TaxCode(packed: 4 << 56) == nil)
    }
}
