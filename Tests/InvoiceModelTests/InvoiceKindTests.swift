import InvoiceModel
import Testing

@Suite struct InvoiceKindTests {
    @Test(arguments: [
        ("C26TAA", InvoiceKind.coded), ("C26LAA", .coded), ("K26TAA", .uncoded), ("C26MAA", .cashRegister),
        ("K26MAA", .cashRegisterUncoded), ("C26TMM", .coded), ("K26TMM", .uncoded),
    ])
    func `the kind follows from the first and the fourth letter`(text: String, kind: InvoiceKind) throws {
        #expect(try #require(InvoiceSymbol(text)).kind == kind)
    }

    @Test func `every kind has a name of its own`() {
        #expect(Set(InvoiceKind.allCases.map(\.rawValue)).count == 4)
        #expect(InvoiceKind.allCases.allSatisfy { InvoiceKind(rawValue: $0.rawValue) == $0 })
    }
}

@Suite struct CashRegisterCodeTests {
    @Test(arguments: [
        ("M2-25-WXDSK-00000000012", 2, 25, "WXDSK", 12), ("M1-25-SGYCT-27900641927", 1, 25, "SGYCT", 27_900_641_927),
        ("M2-25-27EXW-00000002861", 2, 25, "27EXW", 2_861), ("M1-00-00000-00000000000", 1, 0, "00000", 0),
        ("M2-99-ZZZZZ-99999999999", 2, 99, "ZZZZZ", 99_999_999_999),
    ])
    func `a code tells its form, year, allotted characters and counter`(
        text: String,
        form: UInt8,
        year: Int,
        prefix: String,
        counter: UInt64
    ) throws {
        let code = try #require(CashRegisterCode(text))
        #expect(code.form.digit == form)
        #expect(code.year == year)
        #expect(code.prefix == prefix)
        #expect(code.counter == counter)
        #expect(code.description == text)
        #expect(CashRegisterCode(series: code.series, counter: code.counter) == code)
        #expect(code.series <= UInt64(Int64.max))
    }

    @Test(arguments: [
        "", "M3-26-ABCDE-00000000012", "M0-26-ABCDE-00000000012", "m2-26-ABCDE-00000000012", "M2-26-ABcDE-00000000012",
        "M2-26-ABCD-000000000012", "M2-26-ABCDE-0000000001", "M2-26-ABCDE-000000000012", "M2 26-ABCDE-00000000012",
        "M2-26-ABCDE 00000000012", "M2-2A-ABCDE-00000000012", "M2-26-ABCDE-0000000001A", "M2-26-ABC-E-00000000012",
        " M2-26-ABCDE-0000000012", "00474597512BE94B7BAB367996EF464828", "M2-26-ABCDÉ-0000000012",
    ])
    func `other patterns are no codes`(text: String) {
        #expect(CashRegisterCode(text) == nil)
    }

    @Test func `words that no code has are refused`() throws {
        let code = try #require(CashRegisterCode("M2-26-ABCDE-00000000012"))
        #expect(CashRegisterCode(series: code.series, counter: CashRegisterCode.maximumCounter + 1) == nil)
        #expect(CashRegisterCode(series: code.series | 1 << 58, counter: 1) == nil)
        #expect(CashRegisterCode(series: code.series & ~0xFF, counter: 1) == nil)
        #expect(CashRegisterCode(series: 0, counter: 1) == nil)
        #expect(CashRegisterCode(series: .max, counter: 1) == nil)
    }

    @Test func `codes of one series are ordered by their counters`() throws {
        let codes = try ["M2-26-ABCDE-00000000012", "M2-26-ABCDE-00000000013", "M2-26-ABCDF-00000000001"].map {
            try #require(CashRegisterCode($0))
        }
        #expect(codes.shuffled().sorted() == codes)
    }
}
