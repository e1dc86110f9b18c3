public import InvoiceModel

extension ReplyWriter {
    /// The 204 that refuses a code (notice 01/TB-KTDL, `LTBao` 1).
    public static func refused(
        _ notice: RefusalNotice,
        facts: ReplyFacts,
        authority: AuthorityFacts
    ) -> ReplyDraft {
        var writer = XMLWriter()
        let id = "Id-\(Hex.uppercase(facts.elementID))"
        writer.raw("<TDiep>")
        appendHeader(
            type: "204",
            receiver: notice.sender,
            messageID: notice.messageID,
            taxpayer: notice.taxpayer,
            facts: facts,
            to: &writer
        )
        writer.raw("<DLieu><TBao><DLTBao Id=\"\(id)\"><PBan>\(version)</PBan><MSo>01/TB-KTDL</MSo>")
        writer.raw("<Ten>Thông báo về việc kết quả kiểm tra dữ liệu hóa đơn điện tử</Ten>")
        writer.element("So", facts.noticeNumber.map { noticeText($0) } ?? "")
        writer.element("DDanh", notice.place, limit: 50)
        writer.element("NTBao", facts.repliedAt.date.description)
        writer.element("MST", notice.taxpayer, limit: 14)
        writer.element("TNNT", notice.taxpayerName, limit: 400)
        writer.element("TGGui", notice.sentAt)
        writer.raw("<LTBao>1</LTBao>")
        writer.raw("<CCu>Thông điệp chuyển dữ liệu hóa đơn điện tử để được cấp mã đến CQT</CCu>")
        writer.element("MGDDTu", notice.messageID, limit: 46)
        writer.raw("<SLuong>1</SLuong><LCMa>")
        writer.element("KHMSHDon", notice.form, limit: 11)
        writer.element("KHHDon", notice.symbol, limit: 8)
        writer.element("SHDon", notice.number, limit: 8)
        writer.element("NLap", notice.date, limit: 10)
        writer.raw("<DSLDo>")
        for reason in notice.reasons { append(reason, to: &writer) }
        writer.raw("</DSLDo></LCMa></DLTBao><DSCKS>")
        var draft = ReplyDraft(bytes: writer.bytes)
        appendSignature(before: [id], after: [], facts: facts, authority: authority, to: &draft)
        draft.bytes.append(contentsOf: "</DSCKS></TBao></DLieu></TDiep>".utf8)
        return draft
    }

    private static func append(_ reason: ReplyReason, to writer: inout XMLWriter) {
        writer.raw("<LDo>")
        writer.element("MLoi", reason.code)
        writer.element("MTLoi", sentence(reason), limit: sentenceLimit)
        writer.element("HDXLy", reason.remedy, limit: sentenceLimit)
        writer.element("GChu", reason.slug, limit: sentenceLimit)
        writer.raw("</LDo>")
    }

    /// `So`: two-digit year and ten-digit counter, twelve digits in all.
    private static func noticeText(_ number: UInt64) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 12 - digits.count)) + digits
    }
}
