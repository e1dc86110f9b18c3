import InvoiceModel
import InvoiceXML
import Testing

@testable import InvoiceRules

@Suite struct TableTests {
    @Test(arguments: [
        ("2026-11-20", "2026-11-23"), ("2026-11-23", "2026-11-25"), ("2026-02-13", "2026-02-23"),
        ("2025-04-25", "2025-04-26"), ("2025-04-29", "2025-05-05"), ("2026-08-21", "2026-08-22"),
        ("2026-08-28", "2026-09-03"), ("2026-12-31", "2027-01-04"), ("2028-06-02", "2028-06-05"),
    ])
    func `the next working day leaves out weekends and holidays and counts days worked in exchange`(
        day: String,
        next: String
    ) throws {
        let date = try #require(CalendarDate(day))
        #expect(WorkingDays.next(after: date).description == next)
    }

    @Test func `holidays are weekdays and days worked in exchange Saturdays`() {
        #expect(WorkingDays.holidays.allSatisfy { (1...5).contains(CalendarDate(dayNumber: $0).weekday) })
        #expect(WorkingDays.swapDays.allSatisfy { CalendarDate(dayNumber: $0).weekday == 6 })
        #expect(WorkingDays.holidays == WorkingDays.holidays.sorted())
    }

    @Test(arguments: ["VND", "USD", "EUR", "JPY", "AED", "ZWG", "XDR"]) func `a currency is listed`(code: String) throws
    {
        #expect(CurrencyList.contains(try #require(Currency(code))))
    }

    @Test(arguments: ["VNE", "AAA", "ZZZ", "ABC"]) func `another is not`(code: String) throws {
        #expect(!CurrencyList.contains(try #require(Currency(code))))
    }

    @Test func `a name is the same however it is written`() {
        let name = TaxpayerName.normalised("Công ty TNHH MTV Thương mại - Dịch vụ  Ví Dụ")
        #expect(name == TaxpayerName.normalised("CTY TRÁCH NHIỆM HỮU HẠN MỘT THÀNH VIÊN TM DV VÍ DỤ"))
        #expect(name != TaxpayerName.normalised("Công ty TNHH MTV Thương mại Ví Dụ"))
    }

    @Test func `replies are held to the field table`() throws {
        let good = """
            <TDiep><TTChung><PBan>2.1.0</PBan><MNGui>TCT</MNGui><MNNhan>V0199999983</MNNhan><MLTDiep>999</MLTDiep>\
            <MTDiep>TCT0F1E2D3C4B5A49788796A5B4C3D2E1F0</MTDiep><MTDTChieu/></TTChung><DLieu><TBao><MTDiep/>\
            <NNhan>2026-11-21T08:00:00</NNhan><TTTNhan>1</TTTNhan><DSLDo><LDo><MLoi>80001</MLoi>\
            <MTa>Lỗi</MTa></LDo></DSLDo>\
            </TBao></DLieu></TDiep>
            """
        var fixture = Fixture(text: good)
        #expect(InvoiceRules.fields(ofReply: try fixture.message()) == [])
        fixture = fixture.replacing("<MLoi>80001<", "<MLoi>800010<").replacing("08:00:00", "08:00:00Z")
            .replacing("<MTa>Lỗi</MTa>", "<Khac/>")
        #expect(
            InvoiceRules.fields(ofReply: try fixture.message()).map(\.code) == [
                .envDateFormat, .envFieldLength, .envUnknownElement, .envMandatoryPresent,
            ]
        )
    }

    @Test func `a notice is held to the field table`() throws {
        let text = """
            <TDiep><TTChung><PBan>2.1.0</PBan><MNGui>TCT</MNGui><MNNhan>V0199999983</MNNhan><MLTDiep>204</MLTDiep>\
            <MTDiep>TCT0F</MTDiep><MTDTChieu>V01</MTDTChieu><MST>0199999991</MST><SLuong>1</SLuong>\
            </TTChung><DLieu><TBao>\
            <DLTBao Id="a"><PBan>2.0.1</PBan><MSo>01/TB-KTDL</MSo><Ten>Thông báo</Ten><So>260000000001</So>\
            <DDanh>Hà Nội</DDanh><NTBao>2026-07-25</NTBao><MST>0199999991</MST><TNNT>CÔNG TY</TNNT>\
            <TGGui>2026-07-25T15:17:08</TGGui><LTBao>1</LTBao><CCu>Thông điệp</CCu>\
            <MGDDTu>V01</MGDDTu><SLuong>1</SLuong>\
            <LCMa><KHMSHDon>1</KHMSHDon><KHHDon>C26TAA</KHHDon><SHDon>7</SHDon><NLap>2026-07-25</NLap><DSLDo><LDo>\
            <MLoi>20001</MLoi><MTLoi>Sai</MTLoi><HDXLy>Sửa</HDXLy></LDo></DSLDo></LCMa></DLTBao><DSCKS><CQT>\
            <Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/></CQT></DSCKS></TBao></DLieu></TDiep>
            """
        let fixture = Fixture(text: text)
        let unsigned = "TDiep/DLieu/TBao/DSCKS/CQT/Signature"
        #expect(InvoiceRules.fields(ofReply: try fixture.message()).map(\.path) == [unsigned])
        // Items of another kind of notice.
        let data = "TDiep/DLieu/TBao/DLTBao"
        for (kind, missing) in [("2", []), ("3", ["\(data)/LHDKMa"]), ("7", ["\(data)/LHDMTTien"])] {
            let other = try fixture.replacing("<LTBao>1<", "<LTBao>\(kind)<").message()
            let paths = InvoiceRules.fields(ofReply: other).map(\.path)
            #expect(Set(paths) == Set([unsigned, "\(data)/LCMa"] + missing))
        }
    }
}
