import InvoiceModel

/// What a notice 01/TB-KTDL says of the message it answers, whatever became of that.
public struct NoticeHeading: Sendable, Hashable {
    /// `MNGui` of the message answered.
    public var sender: String
    /// `MTDiep` of the message answered.
    public var messageID: String
    /// `MST` of the message answered.
    public var taxpayer: String
    /// The taxpayer's name: the registry's, else the seller's (`TNNT`).
    public var taxpayerName: String
    /// The authority's place (`DDanh`).
    public var place: String
    /// When the message came in (`TGGui`): `YYYY-MM-DDThh:mm:ss`.
    public var sentAt: String

    /// All of it.
    public init(
        sender: String,
        messageID: String,
        taxpayer: String,
        taxpayerName: String,
        place: String,
        sentAt: String
    ) {
        self.sender = sender
        self.messageID = messageID
        self.taxpayer = taxpayer
        self.taxpayerName = taxpayerName
        self.place = place
        self.sentAt = sentAt
    }
}

extension ReplyWriter {
    /// Writes a 204 (notice 01/TB-KTDL): heading, items, the place of the authority's signature.
    ///
    /// - Parameters:
    ///   - type: of the message answered (`CCu` names it).
    ///   - result: `LTBao`.
    ///   - count: `SLuong`.
    static func notice(
        _ heading: NoticeHeading,
        type: MessageType,
        result: Int,
        count: Int,
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
            count: count,
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
        writer.raw("<LTBao>\(result)</LTBao><CCu>\(title(of: type))</CCu>")
        writer.element("MGDDTu", heading.messageID, limit: 46)
        writer.raw("<SLuong>\(count)</SLuong>")
        items(&writer)
        writer.raw("</DLTBao><DSCKS>")
        var draft = ReplyDraft(bytes: writer.bytes)
        appendSignature(dataID: Array(id.utf8), hasCode: false, facts: facts, authority: authority, to: &draft)
        draft.bytes.append(contentsOf: "</DSCKS></TBao></DLieu></TDiep>".utf8)
        return draft
    }

    /// Appends which invoice it is, and its reasons.
    static func append(_ invoice: RefusedInvoice, to writer: inout XMLWriter) {
        writer.element("KHMSHDon", invoice.form, limit: 11)
        writer.element("KHHDon", invoice.symbol, limit: 8)
        writer.element("SHDon", invoice.number, limit: 8)
        writer.element("NLap", invoice.date, limit: 10)
        writer.raw("<DSLDo>")
        for reason in invoice.reasons { append(reason, sentence: sentence(reason), to: &writer) }
        writer.raw("</DSLDo>")
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
