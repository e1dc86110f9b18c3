"""Good messages that the examples in Data/rejects start from, a line an element. Part of Scripts/rejects."""

DSIG = "http://www.w3.org/2000/09/xmldsig#"
SIGNATURE = """<Signature xmlns="http://www.w3.org/2000/09/xmldsig#" Id="ky">
<SignedInfo>
<CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"></CanonicalizationMethod>
<SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"></SignatureMethod>
<Reference URI="#DATA">
<Transforms>
<Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"></Transform>
</Transforms>
<DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></DigestMethod>
<DigestValue>@</DigestValue>
</Reference>
<Reference URI="#gio">
<DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></DigestMethod>
<DigestValue>@</DigestValue>
</Reference>
</SignedInfo>
<SignatureValue>@</SignatureValue>
<KeyInfo>
<X509Data>
<X509SubjectName>@SUBJECT@</X509SubjectName>
<X509Certificate>@CERTIFICATE@</X509Certificate>
</X509Data>
</KeyInfo>
<Object Id="gio">
<SignatureProperties>
<SignatureProperty Target="#ky">
<SigningTime>2026-11-20T09:30:00</SigningTime>
</SignatureProperty>
</SignatureProperties>
</Object>
</Signature>"""

SELLER = """<Ten>CÔNG TY TNHH VÍ DỤ</Ten>
<MST>0199999991</MST>
<DChi>Số 1 Phố Ví Dụ, Hà Nội</DChi>"""
BUYER = """<Ten>CÔNG TY MUA</Ten>
<MST>0301464823-001</MST>
<DChi>Huế</DChi>
<CCCDan>012345678901</CCCDan>"""
VAT_LINES = """<HHDVu>
<TChat>1</TChat>
<STT>1</STT>
<THHDVu>Gạo ST25</THHDVu>
<DVTinh>kg</DVTinh>
<SLuong>10</SLuong>
<DGia>20000</DGia>
<TLCKhau>5</TLCKhau>
<STCKhau>10000</STCKhau>
<ThTien>190000</ThTien>
<TSuat>8%</TSuat>
</HHDVu>
<HHDVu>
<TChat>1</TChat>
<STT>2</STT>
<THHDVu>Máy in</THHDVu>
<DVTinh>cái</DVTinh>
<SLuong>2</SLuong>
<DGia>1500000</DGia>
<ThTien>3000000</ThTien>
<TSuat>10%</TSuat>
</HHDVu>
<HHDVu>
<TChat>4</TChat>
<THHDVu>Giao tại kho</THHDVu>
</HHDVu>"""
VAT_TOTALS = """<THTTLTSuat>
<LTSuat>
<TSuat>8%</TSuat>
<ThTien>190000</ThTien>
<TThue>15200</TThue>
</LTSuat>
<LTSuat>
<TSuat>10%</TSuat>
<ThTien>3000000</ThTien>
<TThue>300000</TThue>
</LTSuat>
</THTTLTSuat>
<TgTCThue>3190000</TgTCThue>
<TgTThue>315200</TgTThue>
<TTCKTMai>0</TTCKTMai>
<TgTTTBSo>3505200</TgTTTBSo>
<TgTTTBChu>Ba triệu năm trăm linh năm nghìn hai trăm đồng</TgTTTBChu>"""
TABLE = """<HHDVu>
<TChat>1</TChat>
<STT>1</STT>
<THHDVu>Bàn gỗ</THHDVu>
<DVTinh>cái</DVTinh>
<SLuong>3</SLuong>
<DGia>500000</DGia>
<ThTien>1500000</ThTien>
</HHDVu>"""
SALES_LINES = TABLE + """
<HHDVu>
<TChat>2</TChat>
<STT>2</STT>
<THHDVu>Khăn trải bàn</THHDVu>
<ThTien>0</ThTien>
</HHDVu>
<HHDVu>
<TChat>3</TChat>
<STT>3</STT>
<THHDVu>Chiết khấu</THHDVu>
<ThTien>100000</ThTien>
</HHDVu>"""
SALES_TOTALS = """<TgTTTBSo>1400000</TgTTTBSo>
<TgTTTBChu>Một triệu bốn trăm nghìn đồng</TgTTTBChu>"""
RELATED = """<TTHDLQuan>
<TCHDon>2</TCHDon>
<LHDCLQuan>1</LHDCLQuan>
<KHMSHDCLQuan>1</KHMSHDCLQuan>
<KHHDCLQuan>C26TAA</KHHDCLQuan>
<SHDCLQuan>5</SHDCLQuan>
<NLHDCLQuan>2026-11-19</NLHDCLQuan>
</TTHDLQuan>
"""
DETAILS = """<TTHHDTrung>
<TTin>
<LHHDTrung>1</LHHDTrung>
<TTruong>SKhung</TTruong>
<DLieu>3VWCK21Y62M409688</DLieu>
</TTin>
<TTin>
<LHHDTrung>1</LHHDTrung>
<TTruong>SMay</TTruong>
<DLieu>RLCUG0610GY</DLieu>
</TTin>
</TTHHDTrung>
"""
PAID = """<TgTTTBSo>1500000</TgTTTBSo>
<TgTTTBChu>Một triệu năm trăm nghìn đồng</TgTTTBChu>"""
SELLER_NOTE = """<PTVChuyen>29H-00001</PTVChuyen>
<DChi>Số 1"""


def invoice(form, name, symbol, lines, totals, number="7", extra="", code="", signature=SIGNATURE):
    total = f"<TToan>\n{totals}\n</TToan>\n" if totals else ""
    signed = signature.replace("#DATA", "#du-lieu") if signature else ""
    return f"""<HDon>
<DLHDon Id="du-lieu">
<TTChung>
<PBan>2.1.0</PBan>
<THDon>{name}</THDon>
<KHMSHDon>{form}</KHMSHDon>
<KHHDon>{symbol}</KHHDon>
<SHDon>{number}</SHDon>
<NLap>2026-11-20</NLap>
<DVTTe>VND</DVTTe>
<TGia>1</TGia>
<HTTToan>TM/CK</HTTToan>
<MSTTCGP>0199999983</MSTTCGP>
{extra}<TTKhac>
<TTin>
<TTruong>Mã tra cứu</TTruong>
<KDLieu>string</KDLieu>
<DLieu>A1B2C3</DLieu>
</TTin>
</TTKhac>
</TTChung>
<NDHDon>
<NBan>
{SELLER}
</NBan>
<NMua>
{BUYER}
</NMua>
<DSHHDVu>
{lines}
</DSHHDVu>
{total}</NDHDon>
</DLHDon>
{code}<DSCKS>
<NBan>
{signed}
</NBan>
</DSCKS>
</HDon>"""


def message(kind, invoices, batch=False):
    identity, signature = "", ""
    if batch:
        identity = ' Id="goi"'
        signature = "<CKSNNT>\n" + SIGNATURE.replace("#DATA", "#goi") + "\n</CKSNNT>\n"
    return f"""<TDiep>
<TTChung>
<PBan>2.1.0</PBan>
<MNGui>V0199999983</MNGui>
<MNNhan>TCT</MNNhan>
<MLTDiep>{kind}</MLTDiep>
<MTDiep>@MESSAGE@</MTDiep>
<MTDTChieu></MTDTChieu>
<MST>0199999991</MST>
<SLuong>{len(invoices)}</SLuong>
</TTChung>
<DLieu{identity}>
{chr(10).join(invoices)}
</DLieu>
{signature}</TDiep>
"""


def register_code(form, number):
    return f"<MCCQT>M{form}-26-ABCDE-0000000000{number}</MCCQT>\n"


def put(text, *changes):
    for old, new in changes:
        assert text.count(old) >= 1, f"nowhere: {old}"
        text = text.replace(old, new, 1)
    return text


def line():
    """A good invoice as a line of JSON (Documentation/NDJSON.md)."""
    return (
        '{"DLHDon":{"TTChung":{"PBan":"2.1.0","THDon":"Hóa đơn giá trị gia tăng","KHMSHDon":"1","KHHDon":"C26TAA",'
        '"SHDon":7,"NLap":"2026-11-20","DVTTe":"VND","HTTToan":"TM/CK","MSTTCGP":"0199999983"},'
        '"NDHDon":{"NBan":{"Ten":"CÔNG TY TNHH VÍ DỤ","MST":"0199999991","DChi":"Số 1 Phố Ví Dụ, Hà Nội"},'
        '"NMua":{"Ten":"Khách hàng","DChi":"Huế"},'
        '"DSHHDVu":{"HHDVu":[{"TChat":1,"STT":1,"THHDVu":"Xi măng","DVTinh":"bao","SLuong":1,"DGia":1000000,'
        '"ThTien":1000000,"TSuat":"8%"}]},'
        '"TToan":{"THTTLTSuat":{"LTSuat":[{"TSuat":"8%","ThTien":1000000,"TThue":80000}]},'
        '"TgTCThue":1000000,"TgTThue":80000,"TgTTTBSo":1080000,'
        '"TgTTTBChu":"Một triệu không trăm tám mươi nghìn đồng"}}}}\n')


def bases():
    vat_name, sales_name = "Hóa đơn giá trị gia tăng", "Hóa đơn bán hàng"
    flag = "<HDDCKPTQuan>0</HDDCKPTQuan>\n"
    vat = message("200", [invoice(1, vat_name, "C26TAA", VAT_LINES, VAT_TOTALS)])

    def sales(symbol, number="7", **more):
        return invoice(2, sales_name, symbol, SALES_LINES, SALES_TOTALS, number, flag, **more)

    adjustment = put(vat, ("<TTKhac>\n", RELATED + "<TTKhac>\n"))
    vehicle = put(vat, ("<TChat>1</TChat>\n<STT>2", "<TChat>5</TChat>\n<STT>2"),
                  ("<TSuat>10%</TSuat>\n</HHDVu>", "<TSuat>10%</TSuat>\n" + DETAILS + "</HHDVu>"))
    unsigned = {"signature": ""}
    note = put(message("200", [invoice(6, "Phiếu xuất kho kiêm vận chuyển nội bộ", "C26NAB",
                                       TABLE.replace("<DGia>500000</DGia>\n<ThTien>1500000</ThTien>\n", ""), "")]),
               ("<DChi>Số 1", "<LDDNBo>Lệnh số 5</LDDNBo>\n" + SELLER_NOTE))
    agency = put(message("200", [invoice(6, "Phiếu xuất kho hàng gửi bán đại lý", "C26BAB", TABLE, "")]),
                 ("<DChi>Số 1", "<HDKTSo>01/HĐKT</HDKTSo>\n<HDKTNgay>2026-10-01</HDKTNgay>\n"
                  "<TNVChuyen>Ông C</TNVChuyen>\n" + SELLER_NOTE))
    asset = put(message("200", [invoice(3, "Hóa đơn bán tài sản công", "C26DYY", TABLE, PAID)]),
                ("Hà Nội</DChi>\n</NBan>", "Hà Nội</DChi>\n<SQDinh>12/QĐ</SQDinh>\n<NQDinh>2026-10-30</NQDinh>\n"
                 "<CQBHQDinh>UBND</CQBHQDinh>\n<HTBan>Đấu giá</HTBan>\n</NBan>"),
                ("</CCCDan>\n</NMua>", "</CCCDan>\n<DDVCHDen>Lạng Sơn</DDVCHDen>\n"
                 "<TGVCHDTu>2026-11-21</TGVCHDTu>\n</NMua>"))
    reserve = put(message("200", [invoice(4, "Hóa đơn bán hàng dự trữ quốc gia", "C26DAA", TABLE, PAID)]),
                  (BUYER, "<Ten>Ông A</Ten>\n<CMND>012345678901</CMND>"))
    return {
        "line": line(),
        "vat": vat,
        "sales": message("200", [sales("C26TBB")]),
        "adjustment": adjustment,
        "vehicle": vehicle,
        "note": note,
        "agency": agency,
        "asset": asset,
        "reserve": reserve,
        "uncoded": message("203", [invoice(1, vat_name, "K26TAA", VAT_LINES, VAT_TOTALS, number)
                                   for number in ("7", "8")]),
        "cash": message("206", [sales("C26MBB", number, code=register_code(2, number), **unsigned)
                                for number in ("7", "8")], batch=True),
        "cash-vat": message("206", [invoice(1, vat_name, "C26MAA", VAT_LINES, VAT_TOTALS, "7",
                                            code=register_code(1, 7), **unsigned)], batch=True),
        "cash-uncoded": message("216", [sales("K26MBB", number, **unsigned) for number in ("7", "8")], batch=True),
    }
