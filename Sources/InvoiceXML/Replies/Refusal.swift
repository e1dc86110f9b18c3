public import InvoiceModel

extension ReplyWriter {
    /// The 204 that refuses a code (notice 01/TB-KTDL, `LTBao` 1).
    public static func refused(
        _ notice: RefusalNotice,
        facts: ReplyFacts,
        authority: AuthorityFacts
    ) -> ReplyDraft {
        let heading = NoticeHeading(
            sender: notice.sender,
            messageID: notice.messageID,
            taxpayer: notice.taxpayer,
            taxpayerName: notice.taxpayerName,
            place: notice.place,
            sentAt: notice.sentAt,
            type: .forCode,
            result: 1,
            count: 1
        )
        return self.notice(heading, facts: facts, authority: authority) { writer in
            writer.raw("<LCMa>")
            writer.element("KHMSHDon", notice.form, limit: 11)
            writer.element("KHHDon", notice.symbol, limit: 8)
            writer.element("SHDon", notice.number, limit: 8)
            writer.element("NLap", notice.date, limit: 10)
            writer.raw("<DSLDo>")
            for reason in notice.reasons { append(reason, sentence: sentence(reason), to: &writer) }
            writer.raw("</DSLDo></LCMa>")
        }
    }
}
