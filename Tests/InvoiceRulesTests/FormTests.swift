import InvoiceModel
import InvoiceXML
import Testing

@testable import InvoiceRules

@Suite struct FormTests {
    @Test(arguments: Fixture.forms, ["2.0.0", "2.0.1", "2.1.0"])
    func `a good invoice of each form gives no finding, whichever version it names`(
        fixture: Fixture,
        version: String
    ) throws {
        var fixture = fixture.replacing("<PBan>2.1.0</PBan><MNGui>", "<PBan>\(version)</PBan><MNGui>")
            .replacing("<PBan>2.1.0</PBan><THDon>", "<PBan>\(version)</PBan><THDon>")
        #expect(try fixture.findings() == [])
        // Rules that are off find nothing in a good invoice either.
        for code in RuleCode.allCases where code.defaultSeverity == .off && code != .ptyBuyerMstExists {
            fixture.policy.setSeverity(.warn, of: code)
        }
        #expect(try fixture.findings().filter { $0.code != .curRateWithVnd } == [])
    }

    @Test(arguments: [(50, 0, 0), (51, 1, 0), (255, 1, 0), (256, 1, 1)])
    func `the number of a contract of carriage is as long as its note allows`(length: Int, agency: Int, own: Int) throws
    {
        let number = "<HDSo>\(String(repeating: "ố", count: length))</HDSo>"
        let cases: [(Fixture, Int)] = [
            (Fixture.agencyNote.replacing("<HDKTSo>", number + "<HDKTSo>"), agency),
            (Fixture.internalNote.replacing("<HDSo>12</HDSo>", number), own),
        ]
        for (fixture, count) in cases {
            let findings = try fixture.findings()
            #expect(findings.map(\.code) == [RuleCode](repeating: .envFieldLength, count: count))
            #expect(findings.allSatisfy { $0.path == "HDon/DLHDon/NDHDon/NBan/HDSo" })
        }
    }

    @Test func `what a form adds to totals`() throws {
        func worth(_ fixture: Fixture) throws -> String {
            let facts = try #require(try fixture.facts())
            return "\(facts.net) \(facts.tax) \(facts.total) \(facts.rates.map { "\($0.rate)" })"
        }
        #expect(try worth(.publicAsset) == "1500000 0 1500000 []")
        #expect(try worth(.reserve) == "1500000 0 1500000 []")
        #expect(try worth(.vatTicket) == "100000 8000 108000 [\"8%\"]")
        #expect(try worth(.salesTicket) == "90000 0 90000 []")
        #expect(try worth(.internalNote) == "0 0 0 []")
        #expect(try worth(.agencyNote) == "0 0 0 []")
        #expect(try worth(.commercial) == "1500000 0 1500000 []")
        #expect(try worth(.vatReceipt) == "3190001 315200.1 3505201.1 [\"8%\", \"10%\"]")
        #expect(try worth(.salesReceipt) == "1500000 0 1500000 []")
    }

    @Test func `a ticket may leave its tax out`() throws {
        let text = Fixture.vatTicket.text
        var fixture = Fixture.vatTicket
        for block in [
            text.block("<THTTLTSuat>", "</THTTLTSuat>"), text.block("<TgTCThue>", "</TgTThue>"), "<TSuat>8%</TSuat>",
        ] {
            fixture = fixture.replacing(block, "")
        }
        #expect(try fixture.findings() == [])
        let facts = try #require(try fixture.facts())
        #expect(facts.net == facts.total && facts.tax == .zero && facts.rates.isEmpty)
    }

    @Test func `a form 5 of another letter is what it holds`() throws {
        let taxed = try #require(try Fixture.vatTicket.replacing("C26GAA", "C26TAA").facts())
        #expect(taxed.tax.description == "8000")
        let sold = try #require(try Fixture.salesTicket.replacing("C26HAA", "C26TAA").facts())
        #expect(sold.tax == .zero && sold.net.description == "90000")
        // A rate that stands on a sales ticket means nothing.
        let noise = Fixture.salesTicket.replacing("</ThTien></HHDVu>", "</ThTien><TSuat>8</TSuat></HHDVu>")
        #expect(try noise.findings() == [] && noise.facts()?.tax == .zero)
    }

    @Test func `a body that sells public assets may have a budget code alone`() throws {
        var fixture = Fixture.publicAsset.replacing(
            "<MST>0199999991</MST><DChi>",
            "<MDVQHNSach>1234567</MDVQHNSach><DChi>"
        )
        fixture.policy.setSeverity(.off, of: .regTaxpayerExists)
        #expect(try fixture.findings() == [])
        #expect(try fixture.facts() == nil, "the ledger's numbers belong to tax codes")
    }

    @Test func `note rules speak of their own letter`() throws {
        let note = Fixture.internalNote.replacing("<LDDNBo>Lệnh số 5</LDDNBo>", "").replacing("C26NAB", "C26BAB")
        #expect(try Set(note.findings().map(\.code)) == [.ptyNoteAgency, .lineQtyPrice])
    }

    @Test func `an agent's note may show a total`() throws {
        let note = Fixture.agencyNote.replacing(
            "</DSHHDVu>",
            "</DSHHDVu><TToan><TgTTTBSo>1500000</TgTTTBSo></TToan>"
        )
        #expect(try note.findings() == [])
        #expect(try note.facts()?.total == .zero)
    }

    @Test(arguments: [
        "Hóa đơn giá trị gia tăng", "HÓA ĐƠN GIÁ TRỊ GIA TĂNG (ĐIỆN TỬ)", "HOÁ ĐƠN", "VAT invoice", "Hóa đơn tiền nước",
    ])
    func `names that are not another form's are free`(name: String) throws {
        let fixture = Fixture.vat.weighing(.formNameMatches).replacing("<THDon>Hóa đơn<", "<THDon>\(name)<")
        #expect(try fixture.findings() == [])
    }

    @Test func `buyers in the registry are known`() throws {
        let fixture = Fixture.vat.weighing(.ptyBuyerMstExists).replacing("<MST>0301464823-001<", "<MST>0199999991<")
        #expect(try fixture.findings() == [])
        var closed = fixture
        closed.taxpayer = Fixture.seller { $0.status = .suspended }
        #expect(try Set(closed.findings().map(\.code)) == [.stopCSuspended, .ptyBuyerMstExists])
    }

    @Test func `a direct sender may send for itself and its branches`() throws {
        let own = Fixture.vat.replacing("<MNGui>V0199999983<", "<MNGui>K0199999991<")
            .replacing("<MTDiep>V0199999983", "<MTDiep>K0199999991")
        #expect(try own.findings().map(\.code) == [.sndDirectUncoded])
        let branch = own.replacing("<MST>0199999991</MST><SL", "<MST>0199999991-001</MST><SL")
            .replacing("<MST>0199999991</MST><DChi>", "<MST>0199999991-001</MST><DChi>")
        #expect(try !branch.findings().contains { $0.code == .sndDirectOwnOrGroup })
    }

    @Test func `a QR code that agrees with the invoice is found to`() throws {
        #expect(try Fixture.coded().findings() == [])
        #expect(try Fixture.coded(number: "0000007").findings() == [])
        // One that cannot be read says nothing of the currency, and nothing at all where nobody asks.
        #expect(try Fixture.vat.replacing("</DLHDon>", "</DLHDon><DLQRCode>53038</DLQRCode>").findings() == [])
        #expect(try Set(Fixture.coded("5303840").findings().map(\.code)) == [.curQr])
    }

    @Test func `freight with all of its sender's details is complete`() throws {
        let details = ["TNGHang", "DCNGHang", "MDDNGHang"].map {
            "<TTin><LHHDTrung>1</LHHDTrung><TTruong>\($0)</TTruong><DLieu>x</DLieu></TTin>"
        }
        let fixture = Fixture.vehicle.weighing(.linePlatformFreight)
            .replacing("</TTHHDTrung>", details.joined() + "</TTHHDTrung>")
        #expect(try fixture.findings() == [])
    }
}
