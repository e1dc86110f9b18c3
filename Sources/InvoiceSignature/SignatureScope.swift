import InvoiceXML

/// The part of a message that one signature speaks about.
struct SignatureScope {
    /// `HDon`, or `TBao` of a notice: Ids count inside it; `TDiep` of a package, where only two Ids count.
    let root: Int32
    /// `DLHDon`, `DLTBao` or `DLieu`: what must be signed; −1 where it is missing.
    let data: Int32
    /// `MCCQT`, which the authority must sign too; −1 where there is none.
    let code: Int32
    /// `CKSNNT`, where the signature of a package stands outside what it signs; −1 elsewhere.
    let holder: Int32
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

    /// The scope of a signature over a package; `nil` where there is no `DLieu`.
    init?(batchSignature signature: Int32, in message: ParsedMessage) {
        guard message.content >= 0 else { return nil }
        root = 0
        data = message.content
        code = -1
        holder = message.elements[Int(signature)].parent
        hasContext = message.hasContext(around: data)
        canStandAlone = message.isSelfContained(data) && message.isSelfContained(holder)
    }

    private init(root: Int32, data: Int32, code: Int32, in message: ParsedMessage) {
        self.root = root
        self.data = data
        self.code = code
        holder = -1
        hasContext = message.hasContext(around: root)
        canStandAlone = message.isSelfContained(root)
    }

    /// Whether it is that of a package.
    var isBatch: Bool { holder >= 0 }

    /// Where the namespaces around an element count from, if nothing outside counts.
    func ownDocument(of element: Int32, in message: ParsedMessage) -> Canonicalizer.Context {
        guard isBatch else { return .ownDocument(root) }
        return .ownDocument(element < message.elements[Int(data)].end && element >= data ? data : holder)
    }
}
