import InvoiceModel

/// The namespace of XML signatures.
let signatureNamespace = "http://www.w3.org/2000/09/xmldsig#"

extension ReplyWriter {
    /// Appends `<CQT>` with the authority's `Signature`: references without transforms to `before`, to its own `Object`
    /// with the signing time, and to `after`.
    static func appendSignature(
        before: [String],
        after: [String],
        facts: ReplyFacts,
        authority: AuthorityFacts,
        to draft: inout ReplyDraft
    ) {
        var writer = XMLWriter()
        swap(&writer.bytes, &draft.bytes)
        let timeID = ReplyWriter.timeID(facts)
        writer.raw("<CQT><Signature xmlns=\"\(signatureNamespace)\" Id=\"Tct-\(Hex.lowercase(facts.signatureID))\">")
        writer.raw("<SignedInfo><CanonicalizationMethod")
        writer.raw(" Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"/><SignatureMethod Algorithm=\"")
        writer.text(authority.algorithm)
        writer.raw("\"/>")
        for id in before + [timeID] + after {
            writer.raw("<Reference URI=\"#")
            writer.text(id)
            writer.raw("\"><DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/><DigestValue>")
            draft.digestValues.append(appendPlace(of: 32, to: &writer))
            draft.references.append(id)
            writer.raw("</DigestValue></Reference>")
        }
        writer.raw("</SignedInfo><SignatureValue>")
        draft.signatureValue = appendPlace(of: authority.signatureByteCount, to: &writer)
        writer.raw("</SignatureValue><KeyInfo><X509Data>")
        writer.element("X509SubjectName", authority.subject)
        writer.element("X509Certificate", authority.certificateBase64)
        writer.raw("</X509Data></KeyInfo><Object Id=\"\(timeID)\"><SignatureProperties>")
        writer.raw("<SignatureProperty Target=\"signatureProperties\"><SigningTime>\(facts.repliedAt)</SigningTime>")
        writer.raw("</SignatureProperty></SignatureProperties></Object></Signature></CQT>")
        swap(&writer.bytes, &draft.bytes)
    }

    /// The `Id` of the `Object` with the signing time.
    static func timeID(_ facts: ReplyFacts) -> String { "SigningTime-\(Hex.lowercase(facts.timeID))" }

    /// Appends `A` where the base64 of that many bytes will stand.
    private static func appendPlace(of byteCount: Int, to writer: inout XMLWriter) -> ByteRange {
        let count = (byteCount + 2) / 3 * 4
        let place = ByteRange(offset: UInt32(writer.bytes.count), count: UInt32(count))
        writer.bytes.append(contentsOf: repeatElement(UInt8(ascii: "A"), count: count))
        return place
    }
}
