import InvoiceModel

/// What every 204 says before its items.
struct NoticeHeading {
    /// `MNGui` of the message answered.
    var sender: String
    /// `MTDiep` of the message answered.
    var messageID: String
    /// `MST` of the message answered.
    var taxpayer: String
    /// `TNNT`.
    var taxpayerName: String
    /// `DDanh`.
    var place: String
    /// `TGGui`.
    var sentAt: String
    /// The type of the message answered (`CCu` names it).
    var type: MessageType
    /// `LTBao`.
    var result: Int
    /// `SLuong`.
    var count: Int
}

extension ReplyWriter {
    /// Writes a 204 (notice 01/TB-KTDL): heading, items, the place of the authority's signature.
    static func notice(
        _ heading: NoticeHeading,
        facts: ReplyFacts,
        authority: AuthorityFacts,
        items: (inout XMLWriter) -> Void
    ) -> ReplyDraft {
        var writer = XMLWriter()
        let id = "Id-\(Hex.uppercase(facts.elementID))"
        writer.raw("<TDiep>")
        appendHeader(
            type: "204",
            receiver: heading.sender,
            messageID: heading.messageID,
            taxpayer: heading.taxpayer,
            count: heading.count,
            facts: facts,
            to: &writer
        )
        writer.raw("<DLieu><TBao><DLTBao Id=\"\(id)\"><PBan>\(version)</PBan><MSo>01/TB-KTDL</MSo>")
        writer.raw("<Ten>Thông báo về việc kết quả kiểm tra dữ liệu hóa đơn điện tử</Ten>")
        writer.element("So", facts.noticeNumber.map { noticeText($0) } ?? "")
        writer.element("DDanh", heading.place, limit: 50)
        writer.element("NTBao", facts.repliedAt.date.description)
        writer.element("MST", heading.taxpayer, limit: 14)
        writer.element("TNNT", heading.taxpayerName, limit: 400)
        writer.element("TGGui", heading.sentAt)
        writer.raw("<LTBao>\(heading.result)</LTBao><CCu>\(title(of: heading.type))</CCu>")
        writer.element("MGDDTu", heading.messageID, limit: 46)
        writer.raw("<SLuong>\(heading.count)</SLuong>")
        items(&writer)
        writer.raw("</DLTBao><DSCKS>")
        var draft = ReplyDraft(bytes: writer.bytes)
        appendSignature(before: [id], after: [], facts: facts, authority: authority, to: &draft)
        draft.bytes.append(contentsOf: "</DSCKS></TBao></DLieu></TDiep>".utf8)
        return draft
    }

    /// Appends one `LDo`.
    static func append(_ reason: ReplyReason, sentence: String, to writer: inout XMLWriter) {
        writer.raw("<LDo>")
        writer.element("MLoi", reason.code)
        writer.element("MTLoi", sentence, limit: sentenceLimit)
        writer.element("HDXLy", reason.remedy, limit: sentenceLimit)
        writer.element("GChu", reason.slug, limit: sentenceLimit)
        writer.raw("</LDo>")
    }

    /// The name of a message in Decision 1450, appendix I, and in real answers; 216 came later and is named alike.
    private static func title(of type: MessageType) -> String {
        switch type {
        case .forCode: "Thông điệp chuyển dữ liệu hóa đơn điện tử để được cấp mã đến CQT"
        case .uncoded: "Thông điệp chuyển dữ liệu hóa đơn điện tử không mã đến cơ quan thuế"
        case .cashRegister: "Thông điệp chuyển dữ liệu hóa đơn điện tử có mã khởi tạo từ máy tính tiền đến CQT"
        case .cashRegisterUncoded:
            "Thông điệp chuyển dữ liệu hóa đơn điện tử không mã khởi tạo từ máy tính tiền đến CQT"
        }
    }

    /// `So`: two-digit year and ten-digit counter, twelve digits in all.
    private static func noticeText(_ number: UInt64) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 12 - digits.count)) + digits
    }
}
