public import InvoiceModel

extension ReplyWriter {
    /// The 202 with the code: the sender's `HDon`, byte for byte, with `MCCQT` and the authority's signature put in.
    ///
    /// - Parameters:
    ///   - carriesContext: whether the namespaces and `xml:` attributes that the sender declared around `HDon` come
    ///     along. They must where the seller's signature holds in place; where it holds only with `HDon` as a document
    ///     of its own they must not, or it would hold nowhere in the reply.
    /// - Precondition: the message has exactly one invoice, and it has a `DLHDon`.
    public static func issued(
        message: ParsedMessage,
        code: String,
        facts: ReplyFacts,
        authority: AuthorityFacts,
        carriesContext: Bool = true
    ) -> ReplyDraft {
        precondition(message.invoices.count == 1, "a 200 holds one invoice")
        let invoice = message.invoices[0]
        precondition(invoice.root >= 0 && invoice.data >= 0, "an invoice that gets a code has a DLHDon")
        var draft = ReplyDraft(bytes: [])
        draft.bytes.reserveCapacity(message.bytes.count + 8_192)
        appendOpening(message, carriesContext: carriesContext, facts: facts, to: &draft)
        let root = message.elements[Int(invoice.root)]
        var copied = Int(root.whole.offset)
        for edit in edits(of: invoice, in: message) {
            draft.bytes.append(contentsOf: message.bytes[copied..<edit.range.lowerBound])
            switch edit.kind {
            case .code:
                append(code: code, facts, to: &draft)
            case .removal: break
            case .signature:
                append(invoice, message, facts, authority, to: &draft)
            case .signatures(let isNew):
                draft.bytes.append(contentsOf: (isNew ? "<DSCKS>" : ">").utf8)
                append(invoice, message, facts, authority, to: &draft)
                draft.bytes.append(contentsOf: "</DSCKS>".utf8)
            }
            copied = edit.range.upperBound
        }
        draft.bytes.append(contentsOf: message.bytes[copied..<root.whole.range.upperBound])
        draft.bytes.append(contentsOf: "</DLieu></TDiep>".utf8)
        return draft
    }

    private static func append(code: String, _ facts: ReplyFacts, to draft: inout ReplyDraft) {
        var writer = XMLWriter()
        swap(&writer.bytes, &draft.bytes)
        writer.literal("<MCCQT")
        appendCodeAfterName(code, facts, to: &writer)
        swap(&writer.bytes, &draft.bytes)
    }

    private static func append(
        _ invoice: ParsedInvoice,
        _ message: ParsedMessage,
        _ facts: ReplyFacts,
        _ authority: AuthorityFacts,
        to draft: inout ReplyDraft
    ) {
        let id = message.attribute(named: "Id", of: invoice.data)
        appendSignature(
            dataID: id.isPresent ? message.copy(of: id) : nil,
            hasCode: true,
            facts: facts,
            authority: authority,
            to: &draft
        )
    }

    /// Appends everything before `<HDon`.
    private static func appendOpening(
        _ message: ParsedMessage,
        carriesContext: Bool,
        facts: ReplyFacts,
        to draft: inout ReplyDraft
    ) {
        let root = message.invoices[0].root
        // Outermost first: TDiep, DLieu.
        var around: [Int32] = []
        if carriesContext, message.hasContext(around: root) {
            var next = message.elements[Int(root)].parent
            while next >= 0 {
                around.insert(next, at: 0)
                next = message.elements[Int(next)].parent
            }
        }
        var writer = XMLWriter()
        swap(&writer.bytes, &draft.bytes)
        writer.literal("<TDiep")
        if let first = around.first { appendContext(of: first, in: message, to: &writer) }
        writer.literal("><TTChung><PBan>2.1.0</PBan><MNGui>TCT</MNGui>")
        writer.element("MNNhan", message.header.sender, of: message, limit: 14)
        writer.literal("<MLTDiep>202</MLTDiep><MTDiep>TCT")
        writer.uppercase(facts.replyID)
        writer.literal("</MTDiep>")
        writer.element("MTDTChieu", message.header.messageID, of: message, limit: 46)
        writer.element("MST", message.header.taxpayer, of: message, limit: 14)
        writer.literal("<SLuong>1</SLuong></TTChung><DLieu")
        for element in around.dropFirst() { appendContext(of: element, in: message, to: &writer) }
        writer.literal(">")
        swap(&writer.bytes, &draft.bytes)
    }

    private static func appendContext(of element: Int32, in message: ParsedMessage, to writer: inout XMLWriter) {
        for attribute in message.contextAttributes(of: element) {
            writer.raw(" ")
            writer.bytes.append(contentsOf: message.bytes[attribute.range])
        }
    }
}

/// One change of the sender's `HDon` on its way into a 202.
private struct Edit {
    enum Kind {
        /// `MCCQT` comes in.
        case code
        /// An empty `MCCQT` goes.
        case removal
        /// `CQT` comes in, in the place of an empty one or at the end of `DSCKS`.
        case signature
        /// `DSCKS` comes in, or `<DSCKS/>` is opened.
        case signatures(isNew: Bool)
    }

    var range: Range<Int>
    var kind: Kind
}

extension ReplyWriter {
    /// The changes in the order of the bytes.
    private static func edits(of invoice: ParsedInvoice, in message: ParsedMessage) -> [Edit] {
        let dataEnd = message.elements[Int(invoice.data)].whole.range.upperBound
        var edits: [Edit] = []
        edits.reserveCapacity(4)
        edits.append(Edit(range: dataEnd..<dataEnd, kind: .code))
        for child in message.children(of: invoice.root) {
            let element = message.elements[Int(child)]
            if element.tag == .MCCQT, isEmpty(child, in: message) {
                edits.append(Edit(range: element.whole.range, kind: .removal))
            }
        }
        let signature = signatureEdit(of: invoice, in: message)
        edits.append(signature)
        for range in emptyAuthorities(of: invoice, in: message) where range != signature.range {
            edits.append(Edit(range: range, kind: .removal))
        }
        // An empty MCCQT may start where DLHDon ends: what is put in comes before what goes.
        edits.sort { left, right in
            (left.range.lowerBound, left.range.upperBound) < (right.range.lowerBound, right.range.upperBound)
        }
        return edits
    }

    private static func signatureEdit(of invoice: ParsedInvoice, in message: ParsedMessage) -> Edit {
        guard let holder = signatureHolder(of: invoice, in: message) else {
            let end = message.elements[Int(invoice.root)].content.range.upperBound
            return Edit(range: end..<end, kind: .signatures(isNew: true))
        }
        for child in message.children(of: holder) {
            let element = message.elements[Int(child)]
            if element.tag == .CQT, isEmpty(child, in: message) {
                return Edit(range: element.whole.range, kind: .signature)
            }
        }
        let element = message.elements[Int(holder)]
        let end = element.whole.range.upperBound
        if message.bytes[end - 2] == UInt8(ascii: "/") {
            return Edit(range: end - 2..<end, kind: .signatures(isNew: false))
        }
        let contentEnd = element.content.range.upperBound
        return Edit(range: contentEnd..<contentEnd, kind: .signature)
    }

    /// The `DSCKS` with the seller's signature, else the first one.
    static func signatureHolder(of invoice: ParsedInvoice, in message: ParsedMessage) -> Int32? {
        if let signature = invoice.sellerSignatures.first {
            let seller = message.elements[Int(signature)].parent
            return message.elements[Int(seller)].parent
        }
        return message.child(.DSCKS, of: invoice.root)
    }

    /// Where empty `DSCKS/CQT` stand.
    private static func emptyAuthorities(of invoice: ParsedInvoice, in message: ParsedMessage) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for holder in message.children(of: invoice.root) where message.elements[Int(holder)].tag == .DSCKS {
            for party in message.children(of: holder)
            where message.elements[Int(party)].tag == .CQT && isEmpty(party, in: message) {
                ranges.append(message.elements[Int(party)].whole.range)
            }
        }
        return ranges
    }

    /// Whether there is neither an element nor a text; a comment is nothing.
    private static func isEmpty(_ element: Int32, in message: ParsedMessage) -> Bool {
        message.firstChild(of: element) == nil && message.field(of: element).isEmpty
    }
}
