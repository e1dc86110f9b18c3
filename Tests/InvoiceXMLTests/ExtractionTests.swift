import InvoiceModel
import InvoiceXML
import Testing

@Suite struct ExtractionTests {
    static let text = """
        <TDiep xmlns:x="urn:x">
        <DLieu><HDon><DSCKS><NBan><Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><Object><DLHDon xmlns=""/>\
        </Object></Signature></NBan></DSCKS>
        <DLHDon Id="a&#x62;"><x:TTChung/><NDHDon><DSHHDVu><HHDVu><THHDVu> A &amp; B </THHDVu></HHDVu><HHDVu/>\
        <HHDVu><THHDVu><![CDATA[ C]]>\r\nD<!-- E --></THHDVu><ThTien/></HHDVu></DSHHDVu>
        <NMua><Ten>Mua</Ten></NMua><NBan><MST>1</MST><MST>2</MST><Ten/></NBan></NDHDon>
        <TTChung><SHDon>007</SHDon><KHHDon>\tC26TAA\n</KHHDon></TTChung></DLHDon><DSCKS/></HDon></DLieu>
        <TTChung><SLuong>1</SLuong><MTDiep>V1</MTDiep></TTChung></TDiep>
        """

    @Test func `fields are found in any order, and absent, empty and filled told apart`() throws {
        let message = try #require(parsed(Self.text))
        #expect(message.kind == .message)
        #expect(message.string(of: message.header.messageID) == "V1")
        #expect(message.header.sender == .absent)
        let invoice = try #require(message.invoices.first)
        #expect(message.invoices.count == 1)
        #expect(invoice.dataCount == 1)
        #expect(message.string(of: invoice.header.number) == "007")
        #expect(message.string(of: invoice.header.symbol) == "C26TAA")
        #expect(message.string(of: invoice.seller.taxCode) == "1")
        #expect(invoice.seller.name.isPresent && invoice.seller.name.isEmpty)
        #expect(!invoice.seller.address.isPresent)
        #expect(message.string(of: invoice.buyer.name) == "Mua")
        #expect(invoice.sellerSignatures.count == 1)
        #expect(message.elements[Int(invoice.sellerSignatures[0])].tag == .Signature)
    }

    @Test func `text is decoded where it has to be`() throws {
        let message = try #require(parsed(Self.text))
        let lines = message.invoices[0].lines
        #expect(lines.count == 3)
        #expect(message.string(of: lines[0].name) == "A & B")
        #expect(lines[0].name.isDecoded)
        #expect(message.string(of: lines[2].name) == "C\nD")
        #expect(message.field(of: lines[2].name.element) == lines[2].name)
        #expect(message.field(.THHDVu, in: lines[0].element) == lines[0].name)
        #expect(message.text(of: lines[2].amount).count == 0)
    }

    @Test func `a path counts only where names repeat`() throws {
        let message = try #require(parsed(Self.text))
        let invoice = message.invoices[0]
        #expect(message.path(of: message.header.count.element) == "TDiep/TTChung/SLuong")
        #expect(
            message.path(of: invoice.lines[2].amount.element, below: invoice.root)
                == "HDon/DLHDon/NDHDon/DSHHDVu/HHDVu[3]/ThTien"
        )
        #expect(message.path(of: invoice.root) == "TDiep/DLieu/HDon")
        #expect(message.path(of: invoice.sellerSignatures[0], below: invoice.root) == "HDon/DSCKS[1]/NBan/Signature")
    }

    @Test func `Ids are found inside an element, and doubled ones noticed`() throws {
        let text = "<a Id='1'><b Id='2' x='1'/><c><d id='2' Id='&#50;'/></c><e><f xmlns:p='u' p:Id='1'/></e></a>"
        let message = try #require(parsed(text))
        let two: [UInt8] = [0x32]
        #expect(message.element(withID: two.span, inside: 0) == 1)
        #expect(message.element(withID: two.span, inside: 2) == 3)
        #expect(message.element(withID: two.span, inside: 4) == nil)
        #expect(message.duplicateID(inside: 0) == 3)
        #expect(message.duplicateID(inside: 2) == nil)
        #expect(message.string(of: message.attribute(named: "id", of: 3)) == "2")
        #expect(!message.attribute(named: "Id", of: 5).isPresent)
    }

    @Test func `the header read before a fault is there for the reply`() {
        func header(_ text: String) -> ReadableHeader? {
            guard case .unreadable(_, let header) = ParsedMessage.read(Array(text.utf8), limits: Limits()) else {
                return nil
            }
            return header
        }
        let whole = "<TDiep><TTChung><MNGui>V&#49;</MNGui><MTDiep>V1ABC</MTDiep></TTChung><DLieu><HDon>"
        #expect(header(whole) == ReadableHeader(messageID: "V1ABC", sender: "V1"))
        #expect(header("<TDiep><TTChung><MNGui>V1</MNGui><MTDiep>V1ABC</MTDie") == ReadableHeader(sender: "V1"))
        #expect(header("<TDiep><TTChung><MTDiep>V1ABC</MTDiep>\u{0}") == ReadableHeader(messageID: "V1ABC"))
        #expect(header("<TDiep><TTChung><MTDiep>V1<a/>") == ReadableHeader())
        #expect(header("<HDon><TTChung><MTDiep>V1</MTDiep>") == ReadableHeader())
        #expect(header(whole + "</HDon></DLieu></TDiep>x") == ReadableHeader(messageID: "V1ABC", sender: "V1"))
        #expect(header("") == ReadableHeader())
    }

    @Test func `tags of XML signatures count in their namespace, the standard's in none`() throws {
        let text = """
            <s:Signature xmlns:s="http://www.w3.org/2000/09/xmldsig#"><s:SignedInfo/><SignedInfo/><s:MST/><MST/>\
            <Object><SigningTime xmlns="urn:t"/></Object></s:Signature>
            """
        let message = try #require(parsed(text))
        #expect(
            message.elements.map(\.tag) == [.Signature, .SignedInfo, .unknown, .unknown, .MST, .Object, .SigningTime]
        )
    }
}
