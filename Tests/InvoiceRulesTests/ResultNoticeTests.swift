import InvoiceModel
import InvoiceXML
import Testing

@testable import InvoiceRules

/// Our own answers to messages of many invoices, held to the field table.
@Suite struct ResultNoticeTests {
    static let refused = RefusedInvoice(
        form: "2",
        symbol: "C26MAA",
        number: "73",
        date: "2026-08-12",
        reasons: [RuleCode.idUniqueTuple, RuleCode.mttCodePrefixOwner].map { code in
            let entry = RuleBook.entry(for: code)
            return ReplyReason(
                code: entry.wireCode,
                text: entry.vietnamese,
                path: "HDon/MCCQT",
                remedy: entry.remedyVietnamese,
                slug: code.slug
            )
        }
    )

    static func notice(_ type: MessageType, _ refused: [RefusedInvoice]) -> ResultNotice {
        ResultNotice(
            heading: NoticeHeading(
                sender: "V0199999983",
                messageID: "V01999999831A2B3C4D5E6F47089A0B1C2D3E4F5061",
                taxpayer: "0199999991",
                taxpayerName: "CÔNG TY TNHH VÍ DỤ",
                place: "Hà Nội",
                sentAt: "2026-08-12T16:42:02"
            ),
            type: type,
            kind: ResultNotice.kind(of: type, refused: refused),
            count: 4
        )
    }

    static func text(_ notice: ResultNotice) -> String {
        let facts = ReplyFacts(
            kind: .results,
            replyID: [UInt8](repeating: 1, count: 16),
            repliedAt: Timestamp("2026-08-12T17:07:34") ?? Timestamp(unixSeconds: 0),
            elementID: [UInt8](repeating: 2, count: 16),
            signatureID: [UInt8](repeating: 3, count: 16),
            timeID: [UInt8](repeating: 4, count: 16),
            noticeNumber: 260_000_000_001
        )
        let authority = AuthorityFacts(
            certificateBase64: "MIIB",
            subject: "CN=CỤC THUẾ",
            algorithm: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
            signatureByteCount: 256
        )
        return String(decoding: ReplyWriter.results(notice, facts: facts, authority: authority).bytes, as: UTF8.self)
    }

    @Test(arguments: [MessageType.uncoded, .cashRegister, .cashRegisterUncoded], [0, 1, 3])
    func `every answer keeps the field table`(type: MessageType, count: Int) throws {
        let refused = [RefusedInvoice](repeating: ResultNoticeTests.refused, count: count)
        let fixture = Fixture(text: ResultNoticeTests.text(ResultNoticeTests.notice(type, refused)))
        #expect(InvoiceRules.fields(ofReply: try fixture.message()) == [])
    }

    @Test func `the answers have the shape of the authority's own`() throws {
        let head = "</MTDTChieu><MST>0199999991</MST><SLuong>4</SLuong></TTChung><DLieu><TBao><DLTBao "
        let good = ResultNoticeTests.text(ResultNoticeTests.notice(.cashRegister, []))
        #expect(good.contains(head))
        #expect(
            good.contains(
                "<LTBao>2</LTBao><CCu>Thông điệp chuyển dữ liệu hóa đơn điện tử có mã khởi tạo từ máy tính tiền đến CQT"
                    + "</CCu><MGDDTu>V01999999831A2B3C4D5E6F47089A0B1C2D3E4F5061</MGDDTu><SLuong>4</SLuong></DLTBao>"
            )
        )
        let cash = ResultNoticeTests.text(ResultNoticeTests.notice(.cashRegister, [ResultNoticeTests.refused]))
        let refused = """
            <LTBao>7</LTBao><CCu>Thông điệp chuyển dữ liệu hóa đơn điện tử có mã khởi tạo từ máy tính tiền đến CQT\
            </CCu>\
            <MGDDTu>V01999999831A2B3C4D5E6F47089A0B1C2D3E4F5061</MGDDTu><SLuong>4</SLuong><LHDMTTien><DSLDo><LDo>\
            <MLoi>20609</MLoi><MTLoi>2;C26MAA;73;Bộ MST, ký hiệu mẫu số, ký hiệu và số hóa đơn không duy nhất
            HDon/MCCQT</MTLoi><HDXLy>
            """
        #expect(cash.contains(refused))
        #expect(cash.contains("<GChu>mtt.code-prefix-owner</GChu></LDo></DSLDo></LHDMTTien></DLTBao><DSCKS><CQT>"))
        let uncoded = ResultNoticeTests.text(ResultNoticeTests.notice(.uncoded, [ResultNoticeTests.refused]))
        #expect(
            uncoded.contains(
                "<LTBao>3</LTBao><CCu>Thông điệp chuyển dữ liệu hóa đơn điện tử không mã đến cơ quan thuế</CCu>"
            )
        )
        #expect(
            uncoded.contains(
                "<LHDKMa><DSHDon><HDon><KHMSHDon>2</KHMSHDon><KHHDon>C26MAA</KHHDon><SHDon>73</SHDon>"
                    + "<NLap>2026-08-12</NLap><DSLDo><LDo><MLoi>20609</MLoi><MTLoi>Bộ MST"
            )
        )
    }

    @Test func `a long or dirty key leaves the sentence its field and its place`() throws {
        var refused = ResultNoticeTests.refused
        refused.form = "1;2;3"
        refused.symbol = "<C26MAA & more>"
        refused.number = String(repeating: "9", count: 100)
        refused.reasons[0].text = String(repeating: "ữ", count: 300)
        let text = ResultNoticeTests.text(ResultNoticeTests.notice(.cashRegister, [refused]))
        let fixture = Fixture(text: text)
        let message = try fixture.message()
        #expect(InvoiceRules.fields(ofReply: message) == [])
        let element = try #require(message.elements.indices.first { message.elements[$0].tag == Tag.MTLoi })
        let sentence = message.string(of: message.field(of: Int32(element)))
        #expect(sentence.unicodeScalars.count == 255 && sentence.hasPrefix("123;<C26MAA ;99999999;ữ"))
        #expect(sentence.hasSuffix("ữ\nHDon/MCCQT"))
    }
}
