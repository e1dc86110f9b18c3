import InvoiceModel
import InvoiceXML
import Testing

@testable import InvoiceRules

private let symbol = "HDon/DLHDon/TTChung/KHHDon"
private let date = "HDon/DLHDon/TTChung/NLap"

extension Fixture {
    /// A good 203: two VAT invoices of one seller, with the same Id.
    static let uncoded = batch(.vat, type: "203", symbols: ("C26TAA", "K26TAA")) { $0 }
    /// A good 206: two sales invoices with the codes of a cash register, unsigned.
    static let cash = batch(.sales, type: "206", symbols: ("C26TBB", "C26MBB")) { invoice in
        invoice.replacing("</DLHDon>", "</DLHDon><MCCQT>M2-26-ABCDE-00000000012</MCCQT>")
            .replacing("<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"/>", "")
    }
    /// A good 206 of a seller who deducts input tax.
    static let cashVat = batch(.vat, type: "206", symbols: ("C26TAA", "C26MAA")) { invoice in
        invoice.replacing("</DLHDon>", "</DLHDon><MCCQT>M1-26-ABCDE-00000000012</MCCQT>")
    }
    /// A good 216: two sales invoices from a cash register.
    static let cashUncoded = batch(.sales, type: "216", symbols: ("C26TBB", "K26MBB")) { $0 }

    /// The fixture's invoice twice in a message of that type.
    private static func batch(
        _ base: Fixture,
        type: String,
        symbols: (old: String, new: String),
        _ change: (Fixture) -> Fixture
    ) -> Fixture {
        var fixture = change(base.replacing(symbols.old, symbols.new))
            .replacing("<MLTDiep>200<", "<MLTDiep>\(type)<")
            .replacing("<SLuong>1</SLuong></TTChung><DLieu>", "<SLuong>2</SLuong></TTChung><DLieu>")
        if let start = fixture.text.firstRange(of: "<HDon>"), let end = fixture.text.firstRange(of: "</HDon>") {
            let invoice = fixture.text[start.lowerBound..<end.upperBound]
            fixture.text.insert(contentsOf: invoice, at: end.upperBound)
        }
        fixture.taxpayer = seller { taxpayer in
            taxpayer.methods = [.coded, .uncoded, .cashRegister]
            taxpayer.cashRegisterCode = "ABCDE"
        }
        return fixture
    }

    /// The fixture with its seller registered otherwise.
    func with(_ methods: Taxpayer.Methods, code: String = "ABCDE") -> Fixture {
        var fixture = self
        fixture.taxpayer?.methods = methods
        fixture.taxpayer?.cashRegisterCode = code
        return fixture
    }

    /// The fixture where a message may hold so many invoices.
    func limited(to count: Int) -> Fixture {
        var fixture = self
        fixture.policy.limits.invoices = count
        return fixture
    }

    /// The fixture arriving at that time.
    func received(_ time: String) -> Fixture {
        var fixture = self
        fixture.receivedAt = time
        return fixture
    }
}

extension Case {
    static let batch: [Case] = [
        Case(
            .envOneKindOneTaxpayer,
            "TDiep/DLieu/HDon[2]/DLHDon/NDHDon/NBan/MST",
            .uncoded,
            "<MST>0199999991</MST><DChi>Số 1",
            "<MST>0301464823</MST><DChi>Số 1"
        ),
        Case(.envBatchEmpty, "TDiep/DLieu/HDon", Fixture.withoutInvoices(.cash)),
        Case(.envBatchItemLimit, "TDiep/DLieu/HDon", Fixture.cash.limited(to: 1)),
        Case(
            .envMstHeaderEqualsBody,
            "TDiep/TTChung/MST",
            .cash,
            "<MST>0199999991</MST><SL",
            "<MST>0199999983</MST><SL"
        ),
        Case(
            .envCountMatches,
            "TDiep/TTChung/SLuong",
            .cash,
            "<SLuong>2</SLuong></TTChung><DLieu>",
            "<SLuong>1</SLuong></TTChung><DLieu>"
        ),
        Case(.envNoCodeInRequest, "HDon/MCCQT", .uncoded, "</DLHDon>", "</DLHDon><MCCQT>00B2AF74</MCCQT>"),
        Case(.envEmptyCodeElement, "HDon/MCCQT", .cashUncoded, "</DLHDon>", "</DLHDon><MCCQT/>"),
        Case(.envNoCodeInRequest, "HDon/DSCKS/CQT/a", .cash, "</DSCKS>", "<CQT><a/></CQT></DSCKS>"),
        Case(.regUncodedCovered, symbol, Fixture.uncoded.with(.coded)),
        Case(.regCashCovered, symbol, Fixture.cash.with([.coded, .uncoded])),
        Case(.regCashUncodedCovered, symbol, Fixture.cashUncoded.with(.uncoded)),
        Case(.seriesCodeLetterVsMessage, symbol, .uncoded, "K26TAA", "C26TAA"),
        Case(.seriesCodeLetterVsMessage, symbol, .cash, "C26MBB", "K26MBB"),
        Case(.seriesCodeLetterVsMessage, symbol, .cashUncoded, "K26MBB", "C26MBB"),
        Case(.seriesCashM, symbol, .uncoded, "K26TAA", "K26MAA"),
        Case(.seriesCashM, symbol, .cash, "C26MBB", "C26TBB"),
        Case(.seriesCashM, symbol, .cashUncoded, "K26MBB", "K26TBB"),
        Case(.seriesOccurrenceL, symbol, .uncoded, "K26TAA", "K26LAA"),
        Case(.mttCodePattern, "HDon/MCCQT", .cash, "M2-26-ABCDE-00000000012", "00474597512BE94B7BAB367996EF464828"),
        Case(.mttCodePattern, "HDon/MCCQT", .cash, "M2-26-ABCDE-00000000012", "M2-26-abcde-00000000012"),
        Case(.mttCodePattern, "HDon/MCCQT", .cash, "<MCCQT>M2-26-ABCDE-00000000012</MCCQT>", ""),
        Case(.mttCodePattern, "HDon/MCCQT", .cash, "<MCCQT>M2-26-ABCDE-00000000012</MCCQT>", "<MCCQT/>"),
        Case(.mttCodeForm, "HDon/MCCQT", .cash, "M2-26-ABCDE", "M1-26-ABCDE"),
        Case(.mttCodeYear, "HDon/MCCQT", .cash, "M2-26-ABCDE", "M2-25-ABCDE"),
        Case(.mttCodePrefixOwner, "HDon/MCCQT", .cash, "M2-26-ABCDE", "M2-26-ABCDF"),
        Case(.mttCodePrefixOwner, "HDon/MCCQT", Fixture.cash.with([.coded, .cashRegister], code: "")),
        Case(
            .mttUncoded,
            "HDon/MCCQT",
            .cashUncoded,
            "</DLHDon>",
            "</DLHDon><MCCQT>M2-26-ABCDE-00000000012</MCCQT>"
        ),
        Case(.mttUncoded, "HDon/MCCQT", .cashUncoded, "</DLHDon>", "</DLHDon><MCCQT><a/></MCCQT>"),
        Case(
            .mttDeductionTax,
            "HDon/DLHDon/NDHDon/DSHHDVu/HHDVu[2]/TSuat",
            .cashVat,
            "<TSuat>10%</TSuat></HHDVu>",
            "</HHDVu>"
        ),
        Case(.dateUncodedNextWd, date, Fixture.uncoded.received("2026-11-24T08:00:00")),
        Case(.dateCashSameDay, date, Fixture.cash.received("2026-11-21T00:30:00")),
        Case(.dateIssueNotFuture, date, Fixture.cashUncoded.received("2026-11-19T23:30:00")),
    ]
}

extension Fixture {
    fileprivate static func withoutInvoices(_ base: Fixture) -> Fixture {
        var fixture = base
        if let start = base.text.firstRange(of: "<HDon>"), let end = base.text.firstRange(of: "</DLieu></TDiep>") {
            fixture.text.removeSubrange(start.lowerBound..<end.lowerBound)
        }
        return fixture
    }
}

@Suite struct BatchTests {
    @Test(arguments: [Fixture.uncoded, .cash, .cashVat, .cashUncoded])
    func `a good package gives no finding`(fixture: Fixture) throws {
        #expect(try fixture.findings() == [])
    }

    @Test func `what a cash register sends the same day is in time until midnight, uncoded data until the next day's`()
        throws
    {
        #expect(try Fixture.cash.received("2026-11-20T23:59:59").findings() == [])
        #expect(try Fixture.uncoded.received("2026-11-23T23:59:59").findings() == [])
        #expect(
            try Fixture.uncoded.received("2026-11-24T00:00:00").findings().map(\.code).allSatisfy {
                $0 == .dateUncodedNextWd
            }
        )
    }

    @Test func `when a package was signed says nothing of its invoices, which are not signed`() throws {
        var fixture = Fixture.cash
        for signed in ["2026-11-10T08:00:00", "2026-11-30T08:00:00"] {
            fixture.signedAt = signed
            #expect(try fixture.findings() == [])
        }
    }

    @Test func `one invoice's fault is found at that invoice alone`() throws {
        let fixture = Fixture.uncoded.replacing("<SHDon>7<", "<SHDon>0<")
        let message = try fixture.message()
        let receivedAt = try #require(Timestamp(fixture.receivedAt))
        let codes = message.invoices.map { invoice in
            InvoiceRules.judge(
                invoice: invoice,
                in: message,
                registry: nil,
                receivedAt: receivedAt,
                signedAt: nil,
                policy: Policy()
            ).findings.map(\.code)
        }
        #expect(codes == [[.numRange], []])
    }

    @Test func `a code of the authority's kind or a cash register's is refused where none may stand`() throws {
        let change = ("</DLHDon>", "</DLHDon><MCCQT>M2-26-ABCDE-00000000012</MCCQT>")
        #expect(try Fixture.sales.replacing(change.0, change.1).findings().map(\.code) == [.envNoCodeInRequest])
        #expect(try Fixture.cashUncoded.replacing(change.0, change.1).findings().map(\.code) == [.mttUncoded])
    }

    @Test(arguments: ["", "2", "20", "0200", "99999", "2O3", "207", "202"])
    func `another type is none`(text: String) {
        let bytes = Array(text.utf8)
        #expect(MessageType(wire: bytes.span) == nil)
    }

    @Test(arguments: MessageType.allCases) func `a type is read as it is written, and names one kind`(type: MessageType)
    {
        let bytes = Array("\(type.rawValue)".utf8)
        #expect(MessageType(wire: bytes.span) == type)
        #expect(MessageType.allCases.filter { $0.kind == type.kind } == [type])
    }
}
