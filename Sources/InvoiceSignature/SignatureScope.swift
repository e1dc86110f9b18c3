import InvoiceXML

/// The part of a message that one signature speaks about.
struct SignatureScope {
    /// `HDon`, or `TBao` of a notice: Ids count inside it.
    let root: Int32
    /// `DLHDon`, or `DLTBao`: what must be signed; −1 where it is missing.
    let data: Int32
    /// `MCCQT`, which the authority must sign too; −1 where there is none.
    let code: Int32
    /// Whether elements around the root declare namespaces or `xml:` attributes.
    let hasContext: Bool
    /// Whether the root can be read as a document of its own: every prefix it uses is bound inside it.
    let canStandAlone: Bool

    /// The scope of an invoice.
    init(invoice: ParsedInvoice, in message: ParsedMessage) {
        self.init(root: invoice.root, data: invoice.data, code: invoice.code.element, in: message)
    }

    /// The scope of a notice; `nil` where the message holds none.
    init?(noticeIn message: ParsedMessage) {
        guard let content = message.child(.DLieu, of: 0), let notice = message.child(.TBao, of: content),
            let data = message.child(.DLTBao, of: notice)
        else { return nil }
        self.init(root: notice, data: data, code: -1, in: message)
    }

    private init(root: Int32, data: Int32, code: Int32, in message: ParsedMessage) {
        self.root = root
        self.data = data
        self.code = code
        hasContext = message.hasContext(around: root)
        canStandAlone = message.isSelfContained(root)
    }
}
