import InvoiceModel
import Testing

@testable import InvoiceRules

/// One change to a good message and the finding it must give.
struct Case: Sendable, CustomTestStringConvertible {
    let code: RuleCode
    let path: String
    let fixture: Fixture

    init(_ code: RuleCode, _ path: String, _ fixture: Fixture) {
        self.code = code
        self.path = path
        self.fixture = fixture
    }

    /// One text put for another in a good message.
    init(_ code: RuleCode, _ path: String, _ base: Fixture, _ old: String, _ new: String) {
        self.init(code, path, base.replacing(old, new))
    }

    /// One text put for another in the good VAT invoice.
    init(_ code: RuleCode, _ path: String, _ old: String, _ new: String) {
        self.init(code, path, .vat, old, new)
    }

    var testDescription: String { "\(code.slug) at \(path)" }

    static let all: [Case] =
        envelope + fields + registry + series + dates + parties + currencies + lines + totals + sums + related
        + admission + batch + forms + stops + history
}

private let top = "HDon/DLHDon/TTChung"
private let content = "HDon/DLHDon/NDHDon"
private let line = "HDon/DLHDon/NDHDon/DSHHDVu/HHDVu"
private let totalBlock = "HDon/DLHDon/NDHDon/TToan"
private let rateRow = "HDon/DLHDon/NDHDon/TToan/THTTLTSuat/LTSuat"
private let relatedBlock = "HDon/DLHDon/TTChung/TTHDLQuan"

extension Case {
    private static let id = "<MTDiep>V01999999830F1E2D3C4B5A49788796A5B4C3D2E1F0</MTDiep>"

    static let envelope: [Case] = [
        Case(.envHeaderMissing, "TDiep/TTChung/MNGui", "<MNGui>V0199999983</MNGui>", ""),
        Case(.envHeaderMissing, "TDiep/TTChung/MTDiep", id, "<MTDiep/>"),
        Case(.envHeaderStructure, "TDiep/TTChung/MST[2]", "<SLuong>1</SLuong>", "<SLuong>1</SLuong><MST/>"),
        Case(.envHeaderStructure, "TDiep/DLieu", "</DLieu></TDiep>", "</DLieu><DLieu/></TDiep>"),
        Case(
            .envHeaderStructure,
            "TDiep/TTChung/MTDTChieu",
            "<MTDTChieu/>",
            "<MTDTChieu>\(String(repeating: "A", count: 47))</MTDTChieu>"
        ),
        Case(.envTypeKnown, "TDiep/TTChung/MLTDiep", "<MLTDiep>200</MLTDiep>", "<MLTDiep>208</MLTDiep>"),
        Case(.envPbanKnown, "TDiep/TTChung/PBan", "<PBan>2.1.0</PBan><MNGui>", "<PBan>1.0.0</PBan><MNGui>"),
        Case(.envSenderFormat, "TDiep/TTChung/MNGui", "<MNGui>V0199999983</MNGui>", "<MNGui>V0199999983-001</MNGui>"),
        Case(.envReceiverIsTct, "TDiep/TTChung/MNNhan", "<MNNhan>TCT</MNNhan>", "<MNNhan>0199999991</MNNhan>"),
        Case(.envMsgidFormat, "TDiep/TTChung/MTDiep", "<MTDiep>V0199999983", "<MTDiep>"),
        Case(.envMsgidFormat, "TDiep/TTChung/MTDiep", "C3D2E1F0</MTDiep>", "C3D2E1F</MTDiep>"),
        Case(.envMsgidUuid, "TDiep/TTChung/MTDiep", "C3D2E1F0</MTDiep>", "c3d2e1f0</MTDiep>"),
        Case(.envMsgidUuid, "TDiep/TTChung/MTDiep", "0F1E2D3C4B5A4978", "0F1E2D3C4B5A3978"),
        Case(.envMstHeaderEqualsBody, "TDiep/TTChung/MST", "<MST>0199999991</MST><SL", "<MST>0199999983</MST><SL"),
        Case(.envCountMatches, "TDiep/TTChung/SLuong", "<SLuong>1</SLuong></TTChung>", "<SLuong>2</SLuong></TTChung>"),
        Case(.envOneInvoiceForCode, "TDiep/DLieu/HDon", "</HDon></DLieu>", "</HDon><HDon/></DLieu>"),
        Case(.sndDirectUncoded, "TDiep/TTChung/MNGui", "<MNGui>V0199999983</MNGui>", "<MNGui>K0199999983</MNGui>"),
        Case(.envNoCodeInRequest, "HDon/MCCQT", "</DLHDon>", "</DLHDon><MCCQT>00B2AF74</MCCQT>"),
        Case(
            .envNoCodeInRequest,
            "HDon/DSCKS/CQT/Signature",
            "</NBan></DSCKS>",
            "</NBan><CQT><Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"/></CQT></DSCKS>"
        ),
        Case(.envNoCodeInRequest, "HDon/MCCQT/a", "</DLHDon>", "</DLHDon><MCCQT><a>00B2AF74</a></MCCQT>"),
        Case(
            .envNoCodeInRequest,
            "HDon/DSCKS/CQT/Signature",
            "</NBan></DSCKS>",
            "</NBan><CQT><Signature/></CQT></DSCKS>"
        ),
        Case(.envNoCodeInRequest, "HDon/DSCKS[2]/CQT", "</DSCKS>", "</DSCKS><DSCKS><CQT>x</CQT></DSCKS>"),
        Case(.envEmptyCodeElement, "HDon/MCCQT", "</DLHDon>", "</DLHDon><MCCQT/>"),
        Case(.envEmptyCodeElement, "HDon/MCCQT", "</DLHDon>", "</DLHDon><MCCQT><!-- none --></MCCQT>"),
    ]

    static let fields: [Case] = [
        Case(.envMandatoryPresent, "\(top)/NLap", "<NLap>2026-11-20</NLap>", "<NLap/>"),
        Case(.envMandatoryPresent, "\(top)/DVTTe", "<DVTTe>VND</DVTTe>", ""),
        Case(.envMandatoryPresent, "\(content)/NBan/DChi", "<DChi>Số 1 Phố Ví Dụ, Hà Nội</DChi>", "<DChi> </DChi>"),
        Case(
            .envMandatoryPresent,
            "\(content)/NBan/MST",
            .sales,
            "<MST>0199999991</MST><DChi>",
            "<MST>&#32;</MST><DChi>"
        ),
        Case(.envMandatoryPresent, "\(totalBlock)/TgTThue", "<TgTThue>315200.1</TgTThue>", ""),
        Case(.envMandatoryPresent, "\(rateRow)[2]/ThTien", "<ThTien>3000001</ThTien><TThue>", "<TThue>"),
        Case(.envFieldLength, "\(top)/HTTToan", "TM/CK", String(repeating: "ế", count: 51)),
        Case(.envNumberFormat, "\(line)[1]/SLuong", "<SLuong>10</SLuong>", "<SLuong>1E1</SLuong>"),
        Case(.envNumberFormat, "\(line)[1]/TLCKhau", "<TLCKhau>5<", "<TLCKhau>5.12345<"),
        Case(.envNumberFormat, "\(line)[2]/STT", "<STT>2</STT>", "<STT>12345</STT>"),
        Case(.envNumberFormat, "\(totalBlock)/TgTTTBSo", "3505201.100000", "3.505.201,1"),
        Case(.envDateFormat, "\(top)/NLap", "<NLap>2026-11-20</NLap>", "<NLap>2026-02-30</NLap>"),
        Case(.envDateFormat, "\(top)/NLap", .sales, "<NLap>2026-11-20</NLap>", "<NLap>20/11/2026</NLap>"),
        Case(.envDuplicateField, "\(top)/SHDon[2]", "<SHDon>7</SHDon>", "<SHDon>7</SHDon><SHDon>8</SHDon>"),
        Case(.envDuplicateField, "\(content)/TToan[2]", "</TToan>", "</TToan><TToan/>"),
        Case(.envUnknownElement, "\(top)/Mau", "<HTTToan>", "<Mau>x</Mau><HTTToan>"),
        Case(.envUnknownElement, "\(top)/HTTToan/b", "TM/CK", "TM<b/>"),
        Case(.envTtkhacLimit, "\(top)/TTKhac/TTin/KDLieu", "<KDLieu>string", "<KDLieu>text"),
        Case(.envTtkhacLimit, "\(top)/TTKhac/TTin/DLieu", "A &amp; B", String(repeating: "đ", count: 501)),
    ]

    static let registry: [Case] = {
        func with(_ change: (inout Taxpayer) -> Void) -> Fixture {
            var fixture = Fixture.vat
            fixture.taxpayer = Fixture.seller(change)
            return fixture
        }
        var stranger = Fixture.vat
        stranger.taxpayer = nil
        let later = CalendarDate("2026-11-21")
        return [
            Case(.regTaxpayerExists, "\(content)/NBan/MST", stranger),
            Case(.stopACodeClosed, "\(content)/NBan/MST", with { $0.status = .closed }),
            Case(.stopCSuspended, "\(content)/NBan/MST", with { $0.status = .suspended }),
            Case(.regCodedCovered, "\(top)/KHHDon", with { $0.methods = .uncoded }),
            Case(.regKindCovered, "\(top)/KHMSHDon", with { $0.forms = [2] }),
            Case(.dateAfterRegistration, "\(top)/NLap", with { $0.registeredOn = later ?? $0.registeredOn }),
            Case(.ptySellerName, "\(content)/NBan/Ten", with { $0.name = "CÔNG TY KHÁC" }),
        ]
    }()

    static let series: [Case] = [
        Case(.formKnown, "\(top)/KHMSHDon", "<KHMSHDon>1<", "<KHMSHDon>01GTKT0/001<"),
        Case(.formKnown, "\(top)/KHMSHDon", "<KHMSHDon>1<", "<KHMSHDon>0<"),
        Case(.seriesPattern, "\(top)/KHHDon", "C26TAA", "C26ZAA"),
        Case(.seriesPattern, "\(top)/KHHDon", "C26TAA", "C26TA"),
        Case(.seriesYearMatchesIssueDate, "\(top)/KHHDon", "C26TAA", "C27TAA"),
        Case(.seriesCodeLetterVsMessage, "\(top)/KHHDon", "C26TAA", "K26TAA"),
        Case(.seriesWarehouse, "\(top)/KHHDon", "C26TAA", "C26NAA"),
        Case(.seriesCommercial, "\(top)/KHHDon", "C26TAA", "C26XAA"),
        Case(.seriesRefund, "\(top)/KHHDon", .sales, "C26TBB", "C26FAA"),
        Case(.seriesTicket, "\(top)/KHHDon", "C26TAA", "C26GAA"),
        Case(.seriesOccurrenceL, "\(top)/KHHDon", "C26TAA", "C26LAA"),
        Case(.seriesCashM, "\(top)/KHHDon", "C26TAA", "C26MAA"),
        Case(.numRange, "\(top)/SHDon", "<SHDon>7<", "<SHDon>0<"),
        Case(.numRange, "\(top)/SHDon", "<SHDon>7<", "<SHDon>123456789<"),
    ]

    static let dates: [Case] = {
        func at(received: String, signed: String) -> Fixture {
            var fixture = Fixture.vat
            fixture.receivedAt = received
            fixture.signedAt = signed
            return fixture
        }
        // 2026-11-20 is a Friday, 2026-11-24 a public holiday.
        return [
            Case(
                .dateIssueNotFuture,
                "\(top)/NLap",
                at(received: "2026-11-19T23:59:59", signed: "2026-11-20T00:00:00")
            ),
            Case(
                .dateSignNotBeforeIssue,
                "\(top)/NLap",
                at(received: "2026-11-20T10:00:00", signed: "2026-11-19T23:59:59")
            ),
            Case(.dateSignNextWd, "\(top)/NLap", at(received: "2026-11-23T10:00:00", signed: "2026-11-25T00:00:00")),
            Case(
                .dateSendForCodeNextWd,
                "\(top)/NLap",
                at(received: "2026-11-25T00:00:00", signed: "2026-11-20T10:00:00")
            ),
        ]
    }()

    static let parties: [Case] = {
        var strict = Fixture.vat.replacing(
            "<Ten>CÔNG TY TNHH VÍ DỤ</Ten><MST>0199999991",
            "<Ten>x</Ten><MST>0199999992"
        )
        strict.policy.setSeverity(.warn, of: .ptyMstCheckDigit)
        let buyer = "<Ten>CÔNG TY MUA</Ten><MST>0301464823-001</MST><DChi>Huế</DChi><CCCDan>012345678901</CCCDan>"
        return [
            Case(
                .ptySellerMstFormat,
                "\(content)/NBan/MST",
                "<MST>0199999991</MST><DChi>",
                "<MST>0199999991001</MST><DChi>"
            ),
            Case(.ptyMstCheckDigit, "\(content)/NBan/MST", strict),
            Case(
                .ptyDelegateComplete,
                "\(top)/DCDVNUNLHDon",
                "<HTTToan>",
                "<MSTDVNUNLHDon>0199999991</MSTDVNUNLHDon><TDVNUNLHDon>A</TDVNUNLHDon><HTTToan>"
            ),
            Case(.ptyBuyerMstFormat, "\(content)/NMua/MST", "0301464823-001", "N/A"),
            Case(.ptyBuyerCheckDigit, "\(content)/NMua/MST", "0301464823-001", "0301464824"),
            Case(.ptyBuyerBusiness, "\(content)/NMua/Ten", "<Ten>CÔNG TY MUA</Ten>", ""),
            Case(.ptyBuyerBusiness, "\(content)/NMua/DChi", "<DChi>Huế</DChi>", "<DChi/>"),
            Case(.ptyBuyerCccdFormat, "\(content)/NMua/CCCDan", "012345678901", "123456789"),
            Case(.ptyBuyerBudgetCode, "\(content)/NMua/MDVQHNSach", "<CCCDan>", "<MDVQHNSach>123</MDVQHNSach><CCCDan>"),
            Case(.ptyConsumerText, "\(content)/NMua/Ten", "<NMua>\(buyer)</NMua>", "<NMua/>"),
            Case(.ptyConsumerText, "\(content)/NMua/Ten", .sales, "<NMua>\(buyer)</NMua>", ""),
            Case(.ptyFreeZoneFlag, "\(top)/HDDCKPTQuan", .sales, "<HDDCKPTQuan>0<", "<HDDCKPTQuan>2<"),
            Case(.ptyFreeZoneFlag, "\(top)/HDDCKPTQuan", .sales, "<HDDCKPTQuan>0</HDDCKPTQuan>", ""),
            Case(.ptyVehicleBuyer, "\(content)/NMua/MST", .vehicle, buyer, "<Ten>Ông A</Ten>"),
        ]
    }()

    static let currencies: [Case] = {
        var strict = Fixture.vat.replacing("<TGia>1<", "<TGia>25000<")
        strict.policy.setSeverity(.warn, of: .curRateWithVnd)
        let code = "<DVTTe>VND</DVTTe><TGia>1</TGia>"
        return [
            Case(.curCode, "\(top)/DVTTe", code, "<DVTTe>US$</DVTTe><TGia>26138</TGia>"),
            Case(.curCode, "\(top)/DVTTe", code, "<DVTTe>ABC</DVTTe><TGia>26138</TGia>"),
            Case(.curDongAlias, "\(top)/DVTTe", code, "<DVTTe>đ</DVTTe>"),
            Case(.curRatePresent, "\(top)/TGia", code, "<DVTTe>USD</DVTTe>"),
            Case(.curRatePresent, "\(top)/TGia", code, "<DVTTe>USD</DVTTe><TGia>0</TGia>"),
            Case(.curRateFormat, "\(top)/TGia", code, "<DVTTe>USD</DVTTe><TGia>26138.505</TGia>"),
            Case(.curRateWithVnd, "\(top)/TGia", strict),
        ]
    }()
}

extension Case {
    private static let secondLine = "<TChat>1</TChat><STT>2</STT>"
    private static let firstRate = "<TSuat>8%</TSuat></HHDVu>"
    private static let words = "<TgTTTBChu>Ba triệu năm trăm linh năm nghìn</TgTTTBChu>"

    static let lines: [Case] = {
        let vat = Fixture.vat.text
        let start = vat.firstRange(of: "<HHDVu>")?.lowerBound ?? vat.startIndex
        let end = vat.firstRange(of: "</DSHHDVu>")?.lowerBound ?? vat.startIndex
        let goods = String(vat[start..<end])
        let note = "<TChat>4</TChat><THHDVu>Giao tại kho</THHDVu>"
        let engine = "<TTin><LHHDTrung>1</LHHDTrung><TTruong>SMay</TTruong><DLieu>RLCUG0610GY</DLieu></TTin>"
        let colour = "<TTin><LHHDTrung>1</LHHDTrung><TTruong>MauXe</TTruong><DLieu>Đỏ</DLieu></TTin>"
        return [
            Case(.linePresent, "\(line)", "<DSHHDVu>\(goods)</DSHHDVu>", "<DSHHDVu/>"),
            Case(.lineKind, "\(line)[2]/TChat", secondLine, "<TChat>7</TChat><STT>2</STT>"),
            Case(.lineName, "\(line)[2]/THHDVu", "<THHDVu>Máy in</THHDVu>", "<THHDVu/>"),
            Case(.lineAmount, "\(line)[2]/ThTien", "<ThTien>3000001</ThTien><TSuat>", "<TSuat>"),
            Case(.lineNoteWithoutAmount, "\(line)[3]/ThTien", note, "\(note)<ThTien>100000</ThTien>"),
            Case(.lineQtyPrice, "\(line)[2]/SLuong", "<SLuong>2</SLuong>", ""),
            Case(.lineQtyPrice, "\(line)[1]/DVTinh", "<DVTinh>kg</DVTinh>", ""),
            Case(
                .lineArith,
                "\(line)[1]/ThTien",
                "<ThTien>190000</ThTien><TSuat>8%",
                "<ThTien>190002</ThTien><TSuat>8%"
            ),
            Case(.lineRatePresent, "\(line)[1]/TSuat", firstRate, "</HHDVu>"),
            Case(.lineRateList, "\(line)[1]/TSuat", firstRate, "<TSuat>8 %</TSuat></HHDVu>"),
            Case(.lineRateList, "\(rateRow)[1]/TSuat", "<LTSuat><TSuat>8%<", "<LTSuat><TSuat>8<"),
            Case(.lineRateLeasing, "\(line)[1]/TSuat", firstRate, "<TSuat>CTCT</TSuat></HHDVu>"),
            Case(.lineDiscountSign, "\(line)[3]/ThTien", .sales, "<ThTien>100000<", "<ThTien>-100000<"),
            Case(.lineAttachedList, "\(top)/NBKe", "<HTTToan>", "<SBKe>01</SBKe><HTTToan>"),
            Case(.lineSpecialGoods, "\(line)[2]/TTHHDTrung", secondLine, "<TChat>5</TChat><STT>2</STT>"),
            Case(.lineSpecialGoods, "\(line)[2]/TTHHDTrung", .vehicle, engine, engine + colour),
            Case(.lineVehicle, "\(line)[2]/TTHHDTrung", .vehicle, engine, ""),
        ]
    }()

    static let totals: [Case] = [
        Case(
            .sumBlockPresent,
            "\(content)/TToan",
            .sales,
            "<TToan><TgTTTBSo>1400000</TgTTTBSo><TgTTTBChu>Một triệu bốn trăm nghìn đồng</TgTTTBChu></TToan>",
            ""
        ),
        Case(.sumBlockPresent, "\(totalBlock)/TgTTTBSo", "<TgTTTBSo>3505201.100000</TgTTTBSo>", ""),
        Case(.sumCeiling, "\(totalBlock)/TgTTTBSo", "3505201.100000", "1000000000000000.01"),
        Case(
            .sumCeiling,
            "\(totalBlock)/TgTCThue",
            Fixture.vat.replacing("VND</DVTTe><TGia>1<", "USD</DVTTe><TGia>26000<")
                .replacing("<TgTCThue>3190001<", "<TgTCThue>38461538462<")
        ),
        Case(.sumWordsPresent, "\(totalBlock)/TgTTTBChu", words, ""),
        Case(
            .sumFees,
            "\(totalBlock)/DSLPhi/LPhi/TLPhi",
            "<TTCKTMai>",
            "<DSLPhi><LPhi><TPhi>5</TPhi></LPhi></DSLPhi><TTCKTMai>"
        ),
        Case(.sumTradeDiscount, "\(totalBlock)/TTCKTMai", "<TTCKTMai>0<", "<TTCKTMai>4000000<"),
    ]

    static let sums: [Case] = [
        Case(.sumPreTax, "\(totalBlock)/TgTCThue", "<TgTCThue>3190001<", "<TgTCThue>3190004<"),
        Case(.sumTaxTotal, "\(totalBlock)/TgTThue", "<TgTThue>315200.1<", "<TgTThue>315202<"),
        Case(.sumPayable, "\(totalBlock)/TgTTTBSo", "3505201.100000", "3505202.100001"),
        Case(.sumPayableSales, "\(totalBlock)/TgTTTBSo", .sales, "<TgTTTBSo>1400000<", "<TgTTTBSo>1400002<"),
        Case(.sumRateTable, "\(rateRow)[1]/ThTien", "<ThTien>190000</ThTien><TThue>", "<ThTien>190002</ThTien><TThue>"),
        Case(.sumRateTable, "\(rateRow)[2]/TSuat", "<LTSuat><TSuat>10%<", "<LTSuat><TSuat>8%<"),
        Case(.sumRateTable, "\(totalBlock)/THTTLTSuat", "<LTSuat><TSuat>10%<", "<LTSuat><TSuat>5%<"),
        Case(
            .sumRateTableMissing,
            rateRow,
            """
            <LTSuat><TSuat>8%</TSuat><ThTien>190000</ThTien><TThue>15200</TThue></LTSuat>\
            <LTSuat><TSuat>10%</TSuat><ThTien>3000001</ThTien><TThue>300000.1</TThue></LTSuat>
            """,
            ""
        ),
        Case(.sumRateTimesBase, "\(rateRow)[1]/TThue", "<TThue>15200<", "<TThue>15200.500001<"),
        Case(.sumNoTaxOnExempt, "\(rateRow)[1]/TThue", "<LTSuat><TSuat>8%<", "<LTSuat><TSuat>KCT<"),
        Case(.sumNoTaxOnExempt, "\(rateRow)[1]/TThue", "<LTSuat><TSuat>8%<", "<LTSuat><TSuat>0%<"),
    ]

    static let related: [Case] = [
        Case(.relKind, "\(relatedBlock)/TCHDon", .adjustment, "<TCHDon>2<", "<TCHDon>9<"),
        Case(.relManyMessage, "\(relatedBlock)/TCHDon", .adjustment, "<TCHDon>2<", "<TCHDon>4<"),
        Case(.relSourceKind, "\(relatedBlock)/LHDCLQuan", .adjustment, "<LHDCLQuan>1<", "<LHDCLQuan>7<"),
        Case(.relBlockComplete, "\(relatedBlock)/NLHDCLQuan", .adjustment, "<NLHDCLQuan>2026-11-09</NLHDCLQuan>", ""),
        Case(.relBlockComplete, "\(relatedBlock)/SHDCLQuan", .adjustment, "<SHDCLQuan>5</SHDCLQuan>", "<SHDCLQuan/>"),
        Case(
            .relBlockComplete,
            "\(relatedBlock)/KHHDCLQuan",
            .adjustment,
            "<KHHDCLQuan>C26TAA<",
            "<KHHDCLQuan>AA/20E<"
        ),
        Case(.relNotSelf, "\(relatedBlock)/SHDCLQuan", .adjustment, "<SHDCLQuan>5<", "<SHDCLQuan>0007<"),
        Case(.relOriginalLater, "\(relatedBlock)/NLHDCLQuan", .adjustment, "2026-11-09", "2026-11-21"),
        Case(
            .relNoIdentityAdjustOnly,
            "\(relatedBlock)/TCHDon",
            Fixture.adjustment.replacing("<TCHDon>2<", "<TCHDon>1<").replacing(
                "<KHMSHDCLQuan>1</KHMSHDCLQuan><KHHDCLQuan>C26TAA</KHHDCLQuan><SHDCLQuan>5</SHDCLQuan>",
                ""
            )
        ),
        Case(.relDecree51ReplaceOnly, "\(relatedBlock)/TCHDon", .adjustment, "<LHDCLQuan>1<", "<LHDCLQuan>3<"),
    ]

    static let admission: [Case] = {
        func with(_ relation: Int, isReplaced: Bool = false, isAdjusted: Bool = false) -> Fixture {
            var fixture = Fixture.adjustment.replacing("<TCHDon>2<", "<TCHDon>\(relation)<")
            fixture.original?.isReplaced = isReplaced
            fixture.original?.isAdjusted = isAdjusted
            return fixture
        }
        var unknown = Fixture.adjustment
        unknown.original = nil
        return [
            Case(.relOriginalExists, "\(relatedBlock)/SHDCLQuan", unknown),
            Case(.relOriginalDate, "\(relatedBlock)/NLHDCLQuan", .adjustment, "2026-11-09", "2026-11-08"),
            Case(.relNotAlreadyReplaced, "\(relatedBlock)/SHDCLQuan", with(1, isReplaced: true)),
            Case(.relAdjustReplaced, "\(relatedBlock)/SHDCLQuan", with(2, isReplaced: true)),
            Case(.relFirstMethodBinds, "\(relatedBlock)/TCHDon", with(1, isAdjusted: true)),
        ]
    }()
}
