import InvoiceXML
import Testing

@Suite struct TagTests {
    @Test func `a tag is spelled as on the wire`() {
        #expect(Tag.TgTTTBSo.name == "TgTTTBSo")
        #expect(Tag.CanonicalizationMethod.name == "CanonicalizationMethod")
        #expect(Tag.allCases.count > 300)
    }

    @Test func `every tag is found by its name and no other`() throws {
        for tag in Tag.allCases.dropFirst() {
            for prefix in ["", "s:"] {
                let name = prefix + tag.name
                let text = "<\(name) xmlns:s='http://www.w3.org/2000/09/xmldsig#'><\(name)-/><\(name)1/></\(name)>"
                let tags = try #require(parsed(text)).elements.map(\.tag)
                #expect(tags.dropFirst().allSatisfy { $0 == .unknown })
                #expect(tags[0] == tag || tags[0] == .unknown)
            }
            #expect(Tag.allCases[Int(tag.rawValue)] == tag)
        }
        #expect(parsed("<TDiep/>")?.elements[0].tag == .TDiep)
        #expect(parsed("<TDiep>" + String(repeating: " ", count: 40) + "</TDiep>")?.elements[0].tag == .TDiep)
    }
}
