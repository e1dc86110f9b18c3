public import InvoiceModel

extension ReplyWriter {
    /// The 204 that refuses a code (notice 01/TB-KTDL, `LTBao` 1).
    public static func refused(
        _ notice: RefusalNotice,
        facts: ReplyFacts,
        authority: AuthorityFacts
    ) -> ReplyDraft {
        self.notice(notice.heading, type: .forCode, result: 1, count: 1, facts: facts, authority: authority) { writer in
            writer.raw("<LCMa>")
            append(notice.invoice, to: &writer)
            writer.raw("</LCMa>")
        }
    }
}
