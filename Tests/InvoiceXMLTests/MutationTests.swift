import InvoiceModel
import InvoiceXML
import Testing

/// What must hold of any bytes at all.
@Suite struct MutationTests {
    static let invoice = """
        <?xml version="1.0" encoding="UTF-8"?><TDiep><TTChung><PBan>2.1.0</PBan><MNGui>V0199999983</MNGui>\
        <MTDiep>V01999999830F1E2D3C4B5A49788796A5B4C3D2E1F0</MTDiep><MST>0199999991</MST><SLuong>1</SLuong></TTChung>\
        <DLieu><HDon xmlns:inv="urn:inv"><DLHDon Id="data"><TTChung><KHMSHDon>1</KHMSHDon><KHHDon>C26TAA</KHHDon>\
        <SHDon>0000169</SHDon><NLap>2026-11-19</NLap><DVTTe>VND</DVTTe><TTHDLQuan><TCHDon>1</TCHDon></TTHDLQuan>\
        </TTChung><NDHDon><NBan><Ten>CÔNG TY &amp; VÍ DỤ</Ten><MST>0199999991</MST></NBan><NMua><Ten/></NMua>\
        <DSHHDVu><HHDVu><STT>1</STT><THHDVu><![CDATA[Hàng <1>]]></THHDVu><ThTien>3750000.000000</ThTien></HHDVu>\
        </DSHHDVu><TToan><THTTLTSuat><LTSuat><TSuat>8%</TSuat></LTSuat></THTTLTSuat><DSLPhi><LPhi><TPhi>1</TPhi>\
        </LPhi></DSLPhi><TgTTTBSo>1</TgTTTBSo></TToan></NDHDon></DLHDon><MCCQT/><DSCKS><NBan>\
        <Signature xmlns="http://www.w3.org/2000/09/xmldsig#" Id="s"><SignedInfo><Reference URI="#data"/></SignedInfo>\
        <Object Id='o'><SignatureProperties xmlns=""><SignatureProperty Target="#s"><SigningTime>2026-11-19T10:00:00\
        </SigningTime></SignatureProperty></SignatureProperties></Object></Signature></NBan></DSCKS></HDon></DLieu>\
        </TDiep>
        """

    @Test func `no bytes end the process, and the canonical form of a canonical form is itself`() throws {
        let source = Seeded()
        var mutator = Mutator(random: source)
        var maker = DocumentMaker(Seeded(source.seed &+ 3))
        let invoice = Array(Self.invoice.utf8)
        var read = 0
        for number in 0..<4_000 {
            let original = number % 4 == 0 ? maker.document() : invoice
            let bytes = number < 2 ? original : mutator.mutant(of: original, donor: invoice)
            guard let message = parsed(bytes) else { continue }
            read += 1
            var apexes: [Int32] = [0, Int32(message.elements.count / 2)]
            apexes += message.invoices.map(\.root)
            for apex in apexes {
                let first = canonical(apex, message, comments: true)
                let again = try #require(parsed(first), "SEED=\(source.seed): \(number)")
                #expect(canonical(0, again, comments: true) == first, "SEED=\(source.seed): \(number)")
            }
            for element in 0..<Int32(message.elements.count) {
                _ = message.field(of: element)
                #expect(!message.path(of: element).isEmpty)
            }
            _ = message.duplicateID(inside: 0)
        }
        #expect(read > 200, "SEED=\(source.seed)")
    }

    @Test func `every beginning of a message is refused where it ends, or before`() {
        let invoice = Array(Self.invoice.utf8)
        let sender = Self.invoice.split(separator: "<MTDiep>", maxSplits: 1)[0].utf8.count
        for count in 0..<invoice.count {
            guard
                case .unreadable(let fault, let header) = ParsedMessage.read(Array(invoice[..<count]), limits: Limits())
            else {
                Issue.record("read to \(count)")
                continue
            }
            // Cut inside a letter, the fault is that letter's; inside the XML declaration, the declaration's.
            let isInDeclaration = count < 38
            #expect(fault.offset <= count && (isInDeclaration || count - fault.offset < 3), "\(count): \(fault)")
            #expect((header.sender != nil) == (count >= sender), "\(count)")
        }
    }

    @Test func `an invoice of the usual shape is found whole`() throws {
        let message = try #require(parsed(Self.invoice))
        let invoice = try #require(message.invoices.first)
        #expect(message.string(of: invoice.seller.name) == "CÔNG TY & VÍ DỤ")
        #expect(message.string(of: invoice.lines[0].name) == "Hàng <1>")
        #expect(message.string(of: invoice.rates[0].rate) == "8%")
        #expect(message.string(of: invoice.fees[0].amount) == "1")
        #expect(message.string(of: invoice.header.related.relation) == "1")
        #expect(invoice.code.isPresent && invoice.code.isEmpty)
        #expect(invoice.totals.hasRateTable && invoice.sellerSignatures.count == 1)
        let signature = invoice.sellerSignatures[0]
        let object = try #require(message.child(.Object, of: signature))
        #expect(message.string(of: message.attribute(named: "Id", of: object)) == "o")
        let id = Array("data".utf8)
        #expect(message.element(withID: id.span, inside: invoice.root) == invoice.data)
        #expect(message.isSelfContained(invoice.root) && !message.hasContext(around: invoice.root))
    }
}
