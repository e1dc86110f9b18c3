public import InvoiceModel

extension ReplyWriter {
    /// The 204 that answers a message judged invoice by invoice (notice 01/TB-KTDL, `LTBao` 2, 3 or 7).
    public static func results(
        _ notice: ResultNotice,
        facts: ReplyFacts,
        authority: AuthorityFacts
    ) -> ReplyDraft {
        let result =
            switch notice.kind {
            case .valid: 2
            case .uncoded: 3
            case .cashRegister: 7
            }
        return self.notice(
            notice.heading,
            type: notice.type,
            result: result,
            count: notice.count,
            facts: facts,
            authority: authority
        ) { writer in
            switch notice.kind {
            case .valid: break
            case .uncoded(let invoices):
                writer.raw("<LHDKMa><DSHDon>")
                for invoice in invoices {
                    writer.raw("<HDon>")
                    append(invoice, to: &writer)
                    writer.raw("</HDon>")
                }
                writer.raw("</DSHDon></LHDKMa>")
            case .cashRegister(let invoices):
                writer.raw("<LHDMTTien><DSLDo>")
                for invoice in invoices { append(cashRegister: invoice, to: &writer) }
                writer.raw("</DSLDo></LHDMTTien>")
            }
        }
    }

    /// One `LDo` a reason; which invoice it is stands in front of the sentence: `form;symbol;number;sentence`.
    private static func append(cashRegister invoice: RefusedInvoice, to writer: inout XMLWriter) {
        let key = part(invoice.form, 11) + part(invoice.symbol, 8) + part(invoice.number, 8)
        for reason in invoice.reasons {
            let text = sentence(reason, limit: sentenceLimit - key.unicodeScalars.count)
            append(reason, sentence: key + text, to: &writer)
        }
    }

    /// A part of the key, which must not hold what parts it from the next one.
    private static func part(_ text: String, _ limit: Int) -> String {
        var part = ""
        part.unicodeScalars.append(contentsOf: text.unicodeScalars.filter { $0 != ";" }.prefix(limit))
        return part + ";"
    }
}
