public import InvoiceModel

/// The canonical forms of what the authority signs in a 202, and the proof that the seller's signature holds there,
/// both without reading the 202: they follow from how it is written.
///
/// The inclusive canonical form of an element depends on the element's own bytes, on the namespaces in force around it,
/// and on the `xml:` attributes around it; on nothing else. So two elements have one form if all three are the same.
///
/// What the seller signed, `DLHDon` and the `SignedInfo` and `Object` elements of the signatures in `DSCKS/NBan`, comes
/// into the 202 inside the sender's `HDon`, which `ReplyWriter.issued` copies byte for byte but for its edits. These
/// put in something behind `DLHDon`, behind the last child of `DSCKS` or of `HDon`, or take out an empty `MCCQT` or
/// `CQT`; none of them touches a byte of `DLHDon`, of `NBan`, or of a start tag around them. (`<DSCKS/>` is opened only
/// where it holds no signature.) So the bytes are the same, and so is everything declared inside `HDon`. Around `HDon`
/// the 202 declares either what `TDiep` and `DLieu` of the message declare, in the same order and on the same elements,
/// where the signature holds in place; or nothing, where it holds with `HDon` as a document of its own. So the
/// namespaces in force are those under which the signature was found to hold, and so are `xml:` attributes.
///
/// What the authority signs is written here in canonical form but for two things: an element that is signed by itself
/// repeats the namespaces in force around it, and an empty element has an end tag. Where something else would make a
/// difference there is no such form, and the 202 is read and compared as a whole: an `xml:` attribute around the
/// signature, a default namespace or one with a relative name, a code or an `Id` of `DLHDon` that is not plain ASCII,
/// an `Id` of `DLHDon` that an element before it in the invoice has too, or an Id of the authority's that the invoice
/// has already, for a reference could then be to another element.
public struct IssuedForm: Sendable {
    /// The namespaces in force in `HDon`.
    private let aroundCode: [UInt8]
    /// The namespaces in force in the `DSCKS` that gets the signature.
    private let aroundSignature: [UInt8]
    private let methods: [UInt8]
    private let code: String
    private let facts: ReplyFacts

    /// The forms in that draft of a 202; `nil` where they do not follow from how it is written.
    ///
    /// - Parameter held: the context in which the seller's signature holds in the message, as the draft carries it.
    public init?(
        _ draft: ReplyDraft,
        of message: ParsedMessage,
        held: Canonicalizer.Context,
        code: String,
        facts: ReplyFacts,
        authority: AuthorityFacts
    ) {
        let invoice = message.invoices[0]
        guard let methods = authority.form.canonicalMethods, code.utf8.allSatisfy({ XMLWriter.isPlain($0) }),
            IssuedForm.names(draft, invoice, message, facts)
        else { return nil }
        var around: [UInt8] = []
        guard Canonicalizer.appendNamespaces(at: invoice.root, of: message, context: held, to: &around) else {
            return nil
        }
        aroundCode = around
        if let holder = ReplyWriter.signatureHolder(of: invoice, in: message) {
            around.removeAll()
            guard Canonicalizer.appendNamespaces(at: holder, of: message, context: held, to: &around) else {
                return nil
            }
        }
        aroundSignature = around
        self.methods = methods
        self.code = code
        self.facts = facts
    }

    /// Appends the canonical form of `MCCQT`.
    public func appendCode(to output: inout [UInt8]) {
        write(to: &output) { writer in
            writer.literal("<MCCQT")
            writer.bytes.append(contentsOf: aroundCode)
            ReplyWriter.appendCodeAfterName(code, facts, to: &writer)
        }
    }

    /// Appends the canonical form of the `Object` with the signing time.
    public func appendObject(to output: inout [UInt8]) {
        write(to: &output) { writer in
            writer.literal("<Object xmlns=\"http://www.w3.org/2000/09/xmldsig#\"")
            writer.bytes.append(contentsOf: aroundSignature)
            ReplyWriter.appendObjectAfterName(facts, to: &writer)
        }
    }

    /// Appends the canonical form of `SignedInfo`, the digests in the draft filled in.
    public func appendSignedInfo(of draft: ReplyDraft, to output: inout [UInt8]) {
        write(to: &output) { writer in
            writer.literal("<SignedInfo xmlns=\"http://www.w3.org/2000/09/xmldsig#\"")
            writer.bytes.append(contentsOf: aroundSignature)
            writer.literal(">")
            writer.bytes.append(contentsOf: methods)
            for place in draft.targets.indices {
                writer.literal("<Reference URI=\"#")
                ReplyWriter.append(idOf: draft.targets[place], draft.dataID, facts, to: &writer)
                writer.literal("\"><DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"></DigestMethod>")
                writer.literal("<DigestValue>")
                writer.append(draft.bytes.span.extracting(draft.digestValues[place].range))
                writer.literal("</DigestValue></Reference>")
            }
            writer.literal("</SignedInfo>")
        }
    }

    private func write(to output: inout [UInt8], _ body: (inout XMLWriter) -> Void) {
        var writer = XMLWriter()
        swap(&writer.bytes, &output)
        body(&writer)
        swap(&writer.bytes, &output)
    }

    /// Whether each reference names what it is to, and is written as the canonical form writes it.
    private static func names(
        _ draft: ReplyDraft,
        _ invoice: ParsedInvoice,
        _ message: ParsedMessage,
        _ facts: ReplyFacts
    ) -> Bool {
        if let id = draft.dataID {
            guard XMLWriter.isPlain(id.span),
                message.element(withID: id.span, inside: invoice.root) == invoice.data
            else { return false }
        }
        for target in [ReplyDraft.Target.time, .code] {
            let id = draft.id(of: target, facts)
            if message.element(withID: id.span, inside: invoice.root) != nil { return false }
        }
        return true
    }
}
