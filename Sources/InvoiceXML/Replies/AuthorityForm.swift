/// What stands in every signature of one of the authority's certificates, written once.
struct AuthorityForm: Sendable, Hashable {
    /// `CanonicalizationMethod` and `SignatureMethod`.
    let methods: [UInt8]
    /// The same in canonical form; `nil` where that does not follow from what was written.
    let canonicalMethods: [UInt8]?
    /// `KeyInfo`.
    let keyInfo: [UInt8]

    init(certificateBase64: String, subject: String, algorithm: String) {
        methods = AuthorityForm.methods(algorithm, end: "/>", "/>")
        canonicalMethods =
            XMLWriter.isPlain(Array(algorithm.utf8).span)
            ? AuthorityForm.methods(algorithm, end: "></CanonicalizationMethod>", "></SignatureMethod>") : nil
        var writer = XMLWriter()
        writer.literal("<KeyInfo><X509Data>")
        writer.element("X509SubjectName", subject)
        writer.element("X509Certificate", certificateBase64)
        writer.literal("</X509Data></KeyInfo>")
        keyInfo = writer.bytes
    }

    private static func methods(_ algorithm: String, end first: StaticString, _ second: StaticString) -> [UInt8] {
        var writer = XMLWriter()
        writer.literal("<CanonicalizationMethod Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"")
        writer.literal(first)
        writer.literal("<SignatureMethod Algorithm=\"")
        writer.text(algorithm)
        writer.literal("\"")
        writer.literal(second)
        return writer.bytes
    }
}
