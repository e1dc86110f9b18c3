import InvoiceModel
import Testing

@Suite struct TaxOfficeTests {
    @Test func `the list has every office once, each with five digits, a province and a name`() {
        #expect(TaxOffice.all.count == 759)
        #expect(Set(TaxOffice.all.map(\.code)).count == TaxOffice.all.count)
        #expect(TaxOffice.all.allSatisfy { $0.code.utf8.count == 5 && !$0.province.isEmpty && !$0.name.isEmpty })
        #expect(Set(TaxOffice.all.map(\.province)).count == 34)
    }

    @Test func `an office is found by its code`() {
        #expect(TaxOffice.named("10100")?.province == "Thành phố Hà Nội")
        #expect(TaxOffice.named("00000") == nil)
    }
}
