import InvoiceModel

extension ReplyWriter {
    /// Appends `<CQT>` with the authority's `Signature`: references without transforms to the data, to its own `Object`
    /// with the signing time, and to `MCCQT` of a 202.
    ///
    /// - Parameter dataID: the `Id` of the data; without one no reference is to it.
    static func appendSignature(
        dataID: [UInt8]?,
        hasCode: Bool,
        facts: ReplyFacts,
        authority: AuthorityFacts,
        to draft: inout ReplyDraft
    ) {
        var writer = XMLWriter()
        swap(&writer.bytes, &draft.bytes)
        writer.literal("<CQT><Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\" Id=\"Tct-")
        writer.lowercase(facts.signatureID)
        writer.literal("\"><SignedInfo>")
        writer.bytes.append(contentsOf: authority.form.methods)
        draft.dataID = dataID
        draft.targets = dataID == nil ? [.time] : [.data, .time]
        if hasCode { draft.targets.append(.code) }
        for target in draft.targets {
            writer.literal("<Reference URI=\"#")
            append(idOf: target, dataID, facts, to: &writer)
            writer.literal("\"><DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/><DigestValue>")
            draft.digestValues.append(appendPlace(of: 32, to: &writer))
            writer.literal("</DigestValue></Reference>")
        }
        writer.literal("</SignedInfo><SignatureValue>")
        draft.signatureValue = appendPlace(of: authority.signatureByteCount, to: &writer)
        writer.literal("</SignatureValue>")
        writer.bytes.append(contentsOf: authority.form.keyInfo)
        writer.literal("<Object")
        appendObjectAfterName(facts, to: &writer)
        writer.literal("</Signature></CQT>")
        swap(&writer.bytes, &draft.bytes)
    }

    /// Appends what follows `<Object` and its namespaces; as written it is canonical.
    static func appendObjectAfterName(_ facts: ReplyFacts, to writer: inout XMLWriter) {
        writer.literal(" Id=\"SigningTime-")
        writer.lowercase(facts.timeID)
        writer.literal("\"><SignatureProperties><SignatureProperty Target=\"signatureProperties\"><SigningTime>")
        writer.moment(facts.repliedAt)
        writer.literal("</SigningTime></SignatureProperty></SignatureProperties></Object>")
    }

    /// Appends what follows `<MCCQT` and its namespaces; as written it is canonical where the code is plain.
    static func appendCodeAfterName(_ code: String, _ facts: ReplyFacts, to writer: inout XMLWriter) {
        writer.literal(" Id=\"Id-")
        writer.lowercase(facts.elementID)
        writer.literal("\">")
        writer.raw(code)
        writer.literal("</MCCQT>")
    }

    /// Appends the `Id` of what a reference is to, as an attribute has it.
    static func append(
        idOf target: ReplyDraft.Target,
        _ dataID: [UInt8]?,
        _ facts: ReplyFacts,
        to writer: inout XMLWriter
    ) {
        switch target {
        case .data: writer.text(bytes: dataID ?? [])
        case .time:
            writer.literal("SigningTime-")
            writer.lowercase(facts.timeID)
        case .code:
            writer.literal("Id-")
            writer.lowercase(facts.elementID)
        }
    }

    /// Appends `A` where the base64 of that many bytes will stand.
    private static func appendPlace(of byteCount: Int, to writer: inout XMLWriter) -> ByteRange {
        let count = (byteCount + 2) / 3 * 4
        let place = ByteRange(offset: UInt32(writer.bytes.count), count: UInt32(count))
        writer.bytes.append(contentsOf: repeatElement(UInt8(ascii: "A"), count: count))
        return place
    }
}
