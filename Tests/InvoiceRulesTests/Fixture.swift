import InvoiceModel
import InvoiceXML
import Testing

@testable import InvoiceRules

/// One good message and the circumstances it is good in; a case changes one of them.
struct Fixture: Sendable {
    /// The message's text.
    var text: String
    /// The seller's entry.
    var taxpayer: Taxpayer? = Fixture.seller
    /// Other taxpayers, or versions of the seller.
    var others: [Taxpayer] = []
    /// Who must not issue.
    var stops: [UsageStop] = []
    /// Who may issue for whom; `nil` where nobody ever told.
    var delegations: [Delegation]?
    /// When it arrives.
    var receivedAt = "2026-11-20T10:00:00"
    /// When it was signed.
    var signedAt: String? = "2026-11-20T09:30:00"
    /// The original, as the ledger holds it.
    var original: OriginalInvoice?
    /// What the operator decided.
    var policy = Policy()

    /// The same with a text put for another, which must be there.
    func replacing(_ old: String, _ new: String) -> Fixture {
        #expect(text.contains(old), "the fixture has no \(old)")
        var fixture = self
        fixture.text = text.replacingOnce(old, new)
        return fixture
    }

    /// Reads the message.
    func message() throws -> ParsedMessage {
        switch ParsedMessage.read(Array(text.utf8), limits: Limits()) {
        case .message(let message): return message
        case .unreadable(let fault, _): throw fault
        }
    }

    /// Everything found by those rules: header, invoice and original.
    func findings(_ table: RuleTable = .all) throws -> [Finding] {
        let message = try message()
        var findings = message.kind == .message ? table.envelope(message, policy) : []
        for invoice in message.invoices {
            let judgement = try judge(invoice, message, table)
            findings += judgement.findings
            if let facts = judgement.facts { findings += table.admission(facts, original) }
        }
        return findings
    }

    /// The facts of the first invoice.
    func facts() throws -> InvoiceFacts? {
        let message = try message()
        return try judge(try #require(message.invoices.first), message, .all).facts
    }

    private func judge(_ invoice: ParsedInvoice, _ message: ParsedMessage, _ table: RuleTable) throws -> Judgement {
        var contents = RegistryContents()
        for taxpayer in [taxpayer].compactMap({ $0 }) + others { contents.take(taxpayer) }
        for stop in stops { contents.take(stop) }
        if let delegations { contents.take(delegations) }
        let reading = InvoiceReading(
            invoice,
            in: message,
            type: message.type,
            registry: Registry(contents),
            receivedAt: try #require(Timestamp(receivedAt)),
            signedAt: signedAt.flatMap { Timestamp($0) },
            policy: policy
        )
        return table.judge(reading, isSent: message.kind == .message)
    }
}

extension Fixture {
    static let seller: Taxpayer? = TaxCode("0199999991").flatMap { code in
        CalendarDate("2022-07-01").map { day in
            Taxpayer(
                taxCode: code,
                name: "CÔNG TY TNHH VÍ DỤ",
                officeCode: "10101",
                status: .active,
                methods: .coded,
                forms: [1, 2],
                cashRegisterCode: "",
                registeredOn: day
            )
        }
    }

    /// The seller with something changed.
    static func seller(_ change: (inout Taxpayer) -> Void) -> Taxpayer? {
        guard var taxpayer = seller else { return nil }
        change(&taxpayer)
        return taxpayer
    }

    /// A good VAT invoice: two rates, a discount a line, a note, a free field.
    static let vat = Fixture(
        text: envelope(
            header("1", "C26TAA", "7"),
            """
            <HHDVu><TChat>1</TChat><STT>1</STT><THHDVu>Gạo ST25</THHDVu><DVTinh>kg</DVTinh><SLuong>10</SLuong>\
            <DGia>20000</DGia><TLCKhau>5</TLCKhau><STCKhau>10000</STCKhau>\
            <ThTien>190000</ThTien><TSuat>8%</TSuat></HHDVu>\
            <HHDVu><TChat>1</TChat><STT>2</STT><THHDVu>Máy in</THHDVu><DVTinh>cái</DVTinh><SLuong>2</SLuong>\
            <DGia>1500000.5</DGia><ThTien>3000001</ThTien><TSuat>10%</TSuat></HHDVu>\
            <HHDVu><TChat>4</TChat><THHDVu>Giao tại kho</THHDVu></HHDVu>
            """,
            """
            <THTTLTSuat><LTSuat><TSuat>8%</TSuat><ThTien>190000</ThTien><TThue>15200</TThue></LTSuat>\
            <LTSuat><TSuat>10%</TSuat><ThTien>3000001</ThTien><TThue>300000.1</TThue></LTSuat></THTTLTSuat>\
            <TgTCThue>3190001</TgTCThue><TgTThue>315200.1</TgTThue><TTCKTMai>0</TTCKTMai>\
            <TgTTTBSo>3505201.100000</TgTTTBSo><TgTTTBChu>Ba triệu năm trăm linh năm nghìn</TgTTTBChu>
            """
        )
    )

    /// A good sales invoice: a trade discount, a promotion.
    static let sales = Fixture(
        text: envelope(
            header("2", "C26TBB", "0000012", flag: "<HDDCKPTQuan>0</HDDCKPTQuan>"),
            """
            <HHDVu><TChat>1</TChat><STT>1</STT><THHDVu>Bàn gỗ</THHDVu><DVTinh>cái</DVTinh><SLuong>3</SLuong>\
            <DGia>500000</DGia><ThTien>1500000</ThTien></HHDVu>\
            <HHDVu><TChat>2</TChat><STT>2</STT><THHDVu>Khăn trải bàn</THHDVu><ThTien>0</ThTien></HHDVu>\
            <HHDVu><TChat>3</TChat><STT>3</STT><THHDVu>Chiết khấu</THHDVu><ThTien>100000</ThTien></HHDVu>
            """,
            "<TgTTTBSo>1400000</TgTTTBSo><TgTTTBChu>Một triệu bốn trăm nghìn đồng</TgTTTBChu>"
        )
    )

    /// The good VAT invoice adjusting an earlier one.
    static let adjustment: Fixture = {
        var fixture = vat.replacing(
            "</TTChung><NDHDon>",
            """
            <TTHDLQuan><TCHDon>2</TCHDon><LHDCLQuan>1</LHDCLQuan><KHMSHDCLQuan>1</KHMSHDCLQuan>\
            <KHHDCLQuan>C26TAA</KHHDCLQuan><SHDCLQuan>5</SHDCLQuan><NLHDCLQuan>2026-11-09</NLHDCLQuan></TTHDLQuan>\
            </TTChung><NDHDon>
            """
        )
        fixture.original = CalendarDate("2026-11-09").map {
            OriginalInvoice(date: $0, isReplaced: false, isAdjusted: false)
        }
        return fixture
    }()

    /// A good VAT invoice over a motorcycle.
    static let vehicle = vat.replacing("<TChat>1</TChat><STT>2</STT>", "<TChat>5</TChat><STT>2</STT>")
        .replacing(
            "<TSuat>10%</TSuat></HHDVu>",
            """
            <TSuat>10%</TSuat><TTHHDTrung>\
            <TTin><LHHDTrung>1</LHHDTrung><TTruong>SKhung</TTruong><DLieu>3VWCK21Y62M409688</DLieu></TTin>\
            <TTin><LHHDTrung>1</LHHDTrung><TTruong>SMay</TTruong><DLieu>RLCUG0610GY</DLieu></TTin></TTHHDTrung></HHDVu>
            """
        )

    static func header(_ form: String, _ symbol: String, _ number: String, flag: String = "") -> String {
        """
        <TTChung><PBan>2.1.0</PBan><THDon>Hóa đơn</THDon><KHMSHDon>\(form)</KHMSHDon><KHHDon>\(symbol)</KHHDon>\
        <SHDon>\(number)</SHDon><NLap>2026-11-20</NLap>\(flag)<DVTTe>VND</DVTTe><TGia>1</TGia>\
        <HTTToan>TM/CK</HTTToan><MSTTCGP>0199999983</MSTTCGP><TTKhac><TTin><TTruong>Mã tra cứu</TTruong>\
        <KDLieu>string</KDLieu><DLieu>A &amp; B</DLieu></TTin></TTKhac></TTChung>
        """
    }

    static func envelope(_ header: String, _ lines: String, _ totals: String) -> String {
        """
        <TDiep><TTChung><PBan>2.1.0</PBan><MNGui>V0199999983</MNGui><MNNhan>TCT</MNNhan><MLTDiep>200</MLTDiep>\
        <MTDiep>V01999999830F1E2D3C4B5A49788796A5B4C3D2E1F0</MTDiep><MTDTChieu/><MST>0199999991</MST>\
        <SLuong>1</SLuong></TTChung><DLieu><HDon><DLHDon Id="data">\(header)<NDHDon>\
        <NBan><Ten>CÔNG TY TNHH VÍ DỤ</Ten><MST>0199999991</MST><DChi>Số 1 Phố Ví Dụ, Hà Nội</DChi></NBan>\
        <NMua><Ten>CÔNG TY MUA</Ten><MST>0301464823-001</MST><DChi>Huế</DChi><CCCDan>012345678901</CCCDan></NMua>\
        <DSHHDVu>\(lines)</DSHHDVu><TToan>\(totals)</TToan></NDHDon></DLHDon>\
        <DSCKS><NBan><Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/></NBan></DSCKS></HDon></DLieu></TDiep>
        """
    }
}

extension String {
    /// The text with the first occurrence of another put aside for a new one.
    func replacingOnce(_ old: String, _ new: String) -> String {
        guard let range = firstRange(of: old) else { return self }
        return replacingCharacters(in: range, with: new)
    }

    private func replacingCharacters(in range: Range<String.Index>, with new: String) -> String {
        String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
    }
}
