import InvoiceModel

@testable import InvoiceRules

private let top = "HDon/DLHDon/TTChung"
private let content = "HDon/DLHDon/NDHDon"
private let line = "HDon/DLHDon/NDHDon/DSHHDVu/HHDVu"
private let relatedBlock = "HDon/DLHDon/TTChung/TTHDLQuan"

extension Fixture {
    /// The same with a rule's weight changed.
    func weighing(_ code: RuleCode, _ severity: Severity = .warn) -> Fixture {
        var fixture = self
        fixture.policy.setSeverity(severity, of: code)
        return fixture
    }
}

extension Case {
    /// The rules of forms 3 to 9, and what goes beyond one form.
    static let forms: [Case] = formFields + formParties + formSeries + beyond

    private static let formFields: [Case] = [
        Case(.envMandatoryPresent, "\(top)/THDon", .publicAsset, "<THDon>Hóa đơn</THDon>", ""),
        Case(.envMandatoryPresent, "\(top)/THDon", .internalNote, "<THDon>Hóa đơn</THDon>", "<THDon/>"),
        Case(.envMandatoryPresent, "\(content)/NBan/MST", .reserve, "<MST>0199999991</MST><DChi>", "<DChi>"),
        Case(.envMandatoryPresent, "\(content)/NBan/DChi", .commercial, "<DChi>Số 1 Phố Ví Dụ, Hà Nội</DChi>", ""),
        Case(
            .envMandatoryPresent,
            "\(content)/TToan/THTTLTSuat/LTSuat/ThTien",
            .vatTicket,
            "</TSuat><ThTien>100000</ThTien><TThue>",
            "</TSuat><TThue>"
        ),
        Case(.envDateFormat, "\(content)/NBan/HDKTNgay", .agencyNote, "2026-10-01", "01/10/2026"),
        Case(
            .envFieldLength,
            "\(content)/NBan/PTVChuyen",
            .internalNote,
            "29H-00001",
            String(repeating: "đ", count: 51)
        ),
        Case(.envUnknownElement, "\(content)/NBan/MaKho", .internalNote, "<LDDNBo>", "<MaKho>1</MaKho><LDDNBo>"),
        Case(.linePresent, line, .internalNote, "<DSHHDVu>", "<DSHHDVu><!--").closing("-->", before: "</DSHHDVu>"),
        Case(.lineAmount, "\(line)/ThTien", .salesTicket, "<ThTien>90000</ThTien>", ""),
        Case(.lineQtyPrice, "\(line)/DGia", .agencyNote, "<DGia>500000</DGia>", ""),
        Case(.lineQtyPrice, "\(line)/SLuong", .internalNote, "<SLuong>3</SLuong>", ""),
        Case(.lineRateList, "\(line)/TSuat", .vatTicket, "<TSuat>8%</TSuat></HHDVu>", "<TSuat>8</TSuat></HHDVu>"),
        Case(.lineRatePresent, "\(line)[1]/TSuat", .vatReceipt, "<TSuat>8%</TSuat></HHDVu>", "</HHDVu>"),
        Case(.sumBlockPresent, "\(content)/TToan/TgTTTBSo", .salesTicket, "<TgTTTBSo>90000</TgTTTBSo>", ""),
        Case(.sumPayableSales, "\(content)/TToan/TgTTTBSo", .publicAsset, "<TgTTTBSo>1500000<", "<TgTTTBSo>1500002<"),
        Case(.sumPayableSales, "\(content)/TToan/TgTTTBSo", .salesTicket, "<TgTTTBSo>90000<", "<TgTTTBSo>90002<"),
        Case(.sumPayable, "\(content)/TToan/TgTTTBSo", .vatReceipt, "3505201.100000", "3505202.100001"),
        Case(
            .sumNoTaxOnExempt,
            "\(content)/TToan/THTTLTSuat/LTSuat/TThue",
            .vatTicket,
            "<LTSuat><TSuat>8%<",
            "<LTSuat><TSuat>KCT<"
        ),
        Case(
            .sumNotesNoTotal,
            "\(content)/TToan/TgTTTBSo",
            .internalNote,
            "</DSHHDVu>",
            "</DSHHDVu><TToan><TgTTTBSo>0</TgTTTBSo></TToan>"
        ),
        Case(
            .sumNotesNoTotal,
            "\(line)/TSuat",
            .internalNote,
            "</SLuong></HHDVu>",
            "</SLuong><TSuat>8%</TSuat></HHDVu>"
        ),
    ]

    private static let formParties: [Case] = {
        let seller = "<MST>0199999991</MST><DChi>Số 1"
        var unregistered = Fixture.publicAsset.replacing(seller, "<MDVQHNSach>1234567</MDVQHNSach><DChi>Số 1")
        unregistered.taxpayer = nil
        return [
            Case(.ptyPublicAssetSeller, "\(content)/NBan/MST", .publicAsset, seller, "<DChi>Số 1"),
            Case(
                .ptyPublicAssetSeller,
                "\(content)/NBan/MDVQHNSach",
                .publicAsset,
                seller,
                "<MDVQHNSach>123456</MDVQHNSach><DChi>Số 1"
            ),
            Case(
                .ptyPublicAssetSeller,
                "\(content)/NBan/MDVQHNSach",
                .publicAsset,
                seller,
                "<MDVQHNSach>12345678</MDVQHNSach><DChi>Số 1"
            ),
            Case(.regTaxpayerExists, "\(content)/NBan/MDVQHNSach", unregistered),
            Case(
                .ptyConfiscatedImport,
                "\(content)/NMua/TGVCHDTu",
                Fixture.publicAsset.weighing(.ptyConfiscatedImport)
                    .replacing("<TGVCHDTu>2026-11-21</TGVCHDTu>", "")
            ),
            Case(
                .ptyConfiscatedImport,
                "\(content)/NMua/DDVCHDen",
                Fixture.publicAsset.weighing(.ptyConfiscatedImport)
                    .replacing("<DDVCHDen>Lạng Sơn</DDVCHDen>", "<DDVCHDen/>")
            ),
            Case(.ptyReserveBuyer, "\(content)/NMua/CMND", .reserve, "<CMND>012345678901</CMND>", ""),
            Case(.ptyNoteInternal, "\(content)/NBan/LDDNBo", .internalNote, "<LDDNBo>Lệnh số 5</LDDNBo>", "<LDDNBo/>"),
            Case(.ptyNoteInternal, "\(content)/NBan/PTVChuyen", .internalNote, "<PTVChuyen>29H-00001</PTVChuyen>", ""),
            Case(.ptyNoteInternal, "\(content)/NMua/DChi", .internalNote, "<DChi>Huế</DChi>", ""),
            Case(.ptyNoteAgency, "\(content)/NBan/HDKTSo", .agencyNote, "<HDKTSo>01/HĐKT</HDKTSo>", ""),
            Case(.ptyNoteAgency, "\(content)/NBan/HDKTNgay", .agencyNote, "<HDKTNgay>2026-10-01</HDKTNgay>", ""),
            Case(
                .ptyNoteAgency,
                "\(content)/NBan/TNVChuyen",
                .agencyNote,
                "<TNVChuyen>Ông C</TNVChuyen>",
                "<TNVChuyen> </TNVChuyen>"
            ),
            Case(.ptyNoteAgency, "\(content)/NBan/PTVChuyen", .agencyNote, "<PTVChuyen>29H-00001</PTVChuyen>", ""),
            Case(.ptyNoteAgency, "\(content)/NMua/DChi", .agencyNote, "<DChi>Huế</DChi>", ""),
            Case(.ptyConsumerText, "\(content)/NMua/Ten", .commercial, "<NMua>\(Fixture.companyBuyer)</NMua>", ""),
            Case(.ptyBuyerMstExists, "\(content)/NMua/MST", Fixture.vat.weighing(.ptyBuyerMstExists)),
        ]
    }()

    private static let formSeries: [Case] = [
        Case(.seriesWarehouse, "\(top)/KHHDon", .internalNote, "C26NAB", "C26TAB"),
        Case(.seriesWarehouse, "\(top)/KHHDon", .internalNote, "C26NAB", "C26DYY"),
        Case(.seriesWarehouse, "\(top)/KHHDon", .publicAsset, "C26DYY", "C26BYY"),
        Case(.seriesCommercial, "\(top)/KHHDon", .commercial, "C26XAB", "C26TAB"),
        Case(.seriesCommercial, "\(top)/KHHDon", .internalNote, "C26NAB", "C26XAB"),
        Case(.seriesRefund, "\(top)/KHHDon", .vatReceipt, "C26TAA", "C26FAA"),
        Case(.seriesTicket, "\(top)/KHHDon", .commercial, "C26XAB", "C26HAB"),
        Case(
            .formNameMatches,
            "\(top)/THDon",
            Fixture.vat.weighing(.formNameMatches).named("HÓA ĐƠN BÁN HÀNG ĐIỆN TỬ")
        ),
        Case(.formNameMatches, "\(top)/THDon", Fixture.sales.weighing(.formNameMatches).named("Hóa đơn GTGT")),
        Case(
            .formNameMatches,
            "\(top)/THDon",
            Fixture.vat.weighing(.formNameMatches).named(
                "Hóa đơn giá trị gia tăng tích hợp biên lai thu thuế, phí, lệ phí"
            )
        ),
    ]

    private static let beyond: [Case] = {
        let cash = Fixture.adjustment.replacing("<KHHDCLQuan>C26TAA<", "<KHHDCLQuan>C26MAA<")
        let block = Fixture.adjustment.text.block("<TTHDLQuan>", "</TTHDLQuan>")
        let identity = "<KHMSHDCLQuan>1</KHMSHDCLQuan><KHHDCLQuan>C26TAA</KHHDCLQuan><SHDCLQuan>5</SHDCLQuan>"
        var uncoded = Fixture.adjustment.replacing("<KHHDCLQuan>C26TAA<", "<KHHDCLQuan>K26TAA<")
        uncoded.original = nil
        let sender = "<TTin><LHHDTrung>1</LHHDTrung><TTruong>TNGHang</TTruong><DLieu>Ông A</DLieu></TTin></TTHHDTrung>"
        let direct = "<MNGui>K0199999983</MNGui>"
        return [
            Case(.relCashReplaceOnly, "\(relatedBlock)/TCHDon", cash),
            Case(
                .relAssetReplaceOnly,
                "\(relatedBlock)/TCHDon",
                .vehicle,
                "</TTChung><NDHDon>",
                "\(block)</TTChung><NDHDon>"
            ),
            Case(
                .relBlockComplete,
                "\(relatedBlock)/SHDCLQuan",
                .publicAsset,
                "</TTChung><NDHDon>",
                "\(block.replacingOnce(identity, ""))</TTChung><NDHDon>"
            ),
            Case(.relOriginalUncoded, "\(relatedBlock)/SHDCLQuan", uncoded),
            Case(.sumForm2NoVat, "\(content)/TToan/TgTThue", withTax("<TgTThue>24</TgTThue>")),
            Case(.sumForm2NoVat, "\(content)/TToan/TgTCThue", withTax("<TgTCThue>0</TgTCThue>")),
            Case(
                .sumForm2NoVat,
                "\(content)/TToan/THTTLTSuat/LTSuat",
                withTax("<THTTLTSuat><LTSuat><TSuat>0%</TSuat></LTSuat></THTTLTSuat>")
            ),
            Case(
                .linePlatformFreight,
                "\(line)[2]/TTHHDTrung",
                Fixture.vehicle.weighing(.linePlatformFreight).replacing("</TTHHDTrung>", sender)
            ),
            Case(
                .regHouseholdCoded,
                "\(top)/KHHDon",
                Fixture.vat.replacing("<MST>0199999991</MST><DChi>", "<MST>001099999991</MST><DChi>")
                    .replacing("C26TAA", "K26TAA")
            ),
            Case(.curQr, "HDon/DLQRCode", .vat, "</DLHDon>", "</DLHDon><DLQRCode>0002015303840</DLQRCode>"),
            Case(.qrConsistent, "HDon/DLQRCode", Fixture.coded("0002")),
            Case(.qrConsistent, "HDon/DLQRCode", Fixture.coded(number: "8")),
            Case(.qrConsistent, "HDon/DLQRCode", Fixture.coded(total: "3505201.2")),
            Case(.sndDirectOwnOrGroup, "TDiep/TTChung/MST", "<MNGui>V0199999983</MNGui>", direct),
        ]
    }()

    private static func withTax(_ text: String) -> Fixture {
        Fixture.sales.weighing(.sumForm2NoVat).replacing("<TToan>", "<TToan>" + text)
    }

    /// The case with one more text put in.
    private func closing(_ text: String, before mark: String) -> Case {
        Case(code, path, fixture.replacing(mark, text + mark))
    }
}

extension Fixture {
    /// The good VAT invoice with a QR code that is read as the standard has it.
    static func coded(number: String = "7", total: String = "3505201.1") -> Fixture {
        func field(_ id: String, _ text: String) -> String {
            let length = String(text.count)
            return id + (length.count < 2 ? "0" : "") + length + text
        }
        let facts = [
            ("00", "A000000775"), ("01", "0199999991"), ("02", "1"), ("03", "C26TAA"), ("04", number),
            ("05", "20261120"), ("06", total),
        ]
        let inner = facts.map { field($0.0, $0.1) }.joined()
        return coded("000201" + field("53", "704") + field("60", "HÀ NỘI") + field("99", inner) + field("63", "1177"))
    }

    /// The good VAT invoice with that QR code, and the rule about it on.
    static func coded(_ text: String) -> Fixture {
        vat.weighing(.qrConsistent).replacing("</DLHDon>", "</DLHDon><DLQRCode>\(text)</DLQRCode>")
    }

    fileprivate func named(_ name: String) -> Fixture { replacing("<THDon>Hóa đơn<", "<THDon>\(name)<") }
}

extension String {
    /// The text from one mark to the end of another.
    func block(_ first: String, _ last: String) -> String {
        guard let start = firstRange(of: first), let end = self[start.upperBound...].firstRange(of: last) else {
            return ""
        }
        return String(self[start.lowerBound..<end.upperBound])
    }
}
