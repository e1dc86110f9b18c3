import InvoiceXML
import Testing

@Suite struct TagTests {
    @Test func `a tag is spelled as on the wire`() {
        #expect(Tag.TgTTTBSo.name == "TgTTTBSo")
        #expect(Tag.CanonicalizationMethod.name == "CanonicalizationMethod")
        #expect(Tag.allCases.count > 300)
    }
}
