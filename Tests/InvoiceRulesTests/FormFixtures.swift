import InvoiceModel

@testable import InvoiceRules

/// A good invoice of each form beyond the first two.
extension Fixture {
    /// One good of each form and variant.
    static let forms: [Fixture] = [
        publicAsset, reserve, vatTicket, salesTicket, internalNote, agencyNote, commercial, vatReceipt, salesReceipt,
    ]

    /// Form 3, sold by a body with a tax code.
    static let publicAsset = form(
        "3",
        "C26DYY",
        lines: sold,
        totals: paid,
        ("</DChi></NBan>", "</DChi>\(decision)</NBan>"),
        ("</CCCDan></NMua>", "</CCCDan><DDVCHDen>Lạng Sơn</DDVCHDen><TGVCHDTu>2026-11-21</TGVCHDTu></NMua>")
    )

    /// Form 4, bought by a person.
    static let reserve = form(
        "4",
        "C26DAA",
        lines: sold,
        totals: paid,
        (companyBuyer, "<Ten>Ông A</Ten><CMND>012345678901</CMND>")
    )

    /// Form 5, letter G: tickets with tax.
    static let vatTicket = form(
        "5",
        "C26GAA",
        lines: """
            <HHDVu><TChat>1</TChat><THHDVu>Vé tham quan</THHDVu><ThTien>100000</ThTien><TSuat>8%</TSuat></HHDVu>
            """,
        totals: """
            <THTTLTSuat><LTSuat><TSuat>8%</TSuat><ThTien>100000</ThTien><TThue>8000</TThue></LTSuat></THTTLTSuat>\
            <TgTCThue>100000</TgTCThue><TgTThue>8000</TgTThue>\
            <TgTTTBSo>108000</TgTTTBSo><TgTTTBChu>Một trăm linh tám nghìn</TgTTTBChu>
            """,
        ("<NMua>\(companyBuyer)</NMua>", "<NMua/>")
    )

    /// Form 5, letter H: tickets without tax.
    static let salesTicket = form(
        "5",
        "C26HAA",
        lines: "<HHDVu><TChat>1</TChat><THHDVu>Vé xem phim</THHDVu><ThTien>90000</ThTien></HHDVu>",
        totals: "<TgTTTBSo>90000</TgTTTBSo><TgTTTBChu>Chín mươi nghìn</TgTTTBChu>",
        ("<NMua>\(companyBuyer)</NMua>", "")
    )

    /// Form 6, letter N: goods move within one firm.
    static let internalNote = form(
        "6",
        "C26NAB",
        lines: moved,
        totals: nil,
        (companyBuyer, "<Ten>Kho số 2</Ten><DChi>Huế</DChi><HVTNNHang>Bà B</HVTNNHang>"),
        (
            "</MST><DChi>Số 1",
            """
            </MST><LDDNBo>Lệnh số 5</LDDNBo><HDSo>12</HDSo><HVTNXHang>Ông A</HVTNXHang><TNVChuyen>Ông C</TNVChuyen>\
            <PTVChuyen>29H-00001</PTVChuyen><DChi>Số 1
            """
        )
    )

    /// Form 6, letter B: goods go to an agent.
    static let agencyNote = form(
        "6",
        "C26BAB",
        lines: sold,
        totals: nil,
        (
            "</MST><DChi>Số 1",
            """
            </MST><HDKTSo>01/HĐKT</HDKTSo><HDKTNgay>2026-10-01</HDKTNgay><TNVChuyen>Ông C</TNVChuyen>\
            <PTVChuyen>29H-00001</PTVChuyen><DChi>Số 1
            """
        )
    )

    /// Form 7, whose table is not published.
    static let commercial = form(
        "7",
        "C26XAB",
        lines: sold,
        totals: paid,
        ("<HTTToan>", "<DKGHang>FOB</DKGHang><HTTToan>")
    )

    /// Form 8: VAT and a receipt in one; where the receipt stands is not published.
    static let vatReceipt: Fixture = {
        var fixture = vat.replacing("<KHMSHDon>1<", "<KHMSHDon>8<").replacing("<TToan>", "<BLai/><TToan>")
        fixture.taxpayer = seller { $0.forms = [8] }
        return fixture
    }()

    /// Form 9: a sale and a receipt in one.
    static let salesReceipt = form("9", "C26TAA", lines: sold, totals: paid, ("<TgTTTBSo>", "<BLai/><TgTTTBSo>"))

    /// The buyer that the other fixtures have.
    static let companyBuyer =
        "<Ten>CÔNG TY MUA</Ten><MST>0301464823-001</MST><DChi>Huế</DChi><CCCDan>012345678901</CCCDan>"

    private static let decision = """
        <SQDinh>12/QĐ</SQDinh><NQDinh>2026-10-30</NQDinh><CQBHQDinh>UBND</CQBHQDinh><HTBan>Đấu giá</HTBan>
        """
    private static let sold = """
        <HHDVu><TChat>1</TChat><STT>1</STT><THHDVu>Bàn gỗ</THHDVu><DVTinh>cái</DVTinh><SLuong>3</SLuong>\
        <DGia>500000</DGia><ThTien>1500000</ThTien></HHDVu>
        """
    private static let moved = """
        <HHDVu><TChat>1</TChat><STT>1</STT><THHDVu>Bàn gỗ</THHDVu><DVTinh>cái</DVTinh><SLuong>3</SLuong></HHDVu>
        """
    private static let paid = "<TgTTTBSo>1500000</TgTTTBSo><TgTTTBChu>Một triệu năm trăm nghìn đồng</TgTTTBChu>"

    private static func form(
        _ form: String,
        _ symbol: String,
        lines: String,
        totals: String?,
        _ changes: (String, String)...
    ) -> Fixture {
        var fixture = Fixture(text: envelope(header(form, symbol, "7"), lines, totals ?? ""))
        if totals == nil { fixture.text = fixture.text.replacingOnce("<TToan></TToan>", "") }
        for (old, new) in changes { fixture = fixture.replacing(old, new) }
        fixture.taxpayer = seller { $0.forms = Set(1...9) }
        return fixture
    }
}
