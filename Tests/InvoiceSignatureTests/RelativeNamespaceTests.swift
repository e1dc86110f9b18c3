import InvoiceModel
import InvoiceSignature
import InvoiceXML
import OpenSSL
import Testing

/// A document with a relative namespace name has no canonical form; xmlsec1 signs none, so the test signs by itself.
@Suite struct RelativeNamespaceTests {
    let pki = TestPki.shared

    @Test(arguments: [("urn:b", true), ("b", false)])
    func `a relative namespace name makes a signature invalid`(name: String, holds: Bool) throws {
        let template = Sample().template.replacing(first: "<NDHDon>", with: "<NDHDon xmlns:b=\"\(name)\">")
        let verification = try check(sign(template))
        #expect(verification.reports.map(\.integrity) == [holds ? .valid : .invalid])
        #expect(verification.findings.allSatisfy { $0.code == .sigDigestAndValue })
        #expect(verification.findings.count == (holds ? 0 : 1))
    }

    private func sign(_ template: String) throws -> [UInt8] {
        let seller = try #require(pki.rsa[2_048])
        var text = template.replacing(first: "<KeyValue/>", with: "")
            .replacing(
                first: "<X509SubjectName/>",
                with: "<X509SubjectName>\(seller.certificate.subject)</X509SubjectName>"
            )
        let der: String = Base64.encode(seller.certificate.der)
        text = text.replacing(first: "<X509Certificate/>", with: "<X509Certificate>\(der)</X509Certificate>")
        for tag in [InvoiceXML.Tag.DLHDon, .Object] {
            let digest: String = try Base64.encode(SHA256.hash(canonical(tag, text)))
            text = text.replacing(first: "<DigestValue/>", with: "<DigestValue>\(digest)</DigestValue>")
        }
        let digest = try SHA256.hash(canonical(.SignedInfo, text))
        let value: String = try Base64.encode(SignContext(key: seller.key).sign(digest: digest))
        return Array(text.replacing(first: "<SignatureValue/>", with: "<SignatureValue>\(value)</SignatureValue>").utf8)
    }

    private func canonical(_ tag: InvoiceXML.Tag, _ text: String) throws -> [UInt8] {
        let message = try parsed(Array(text.utf8))
        let index = try #require(message.elements.indices.first { message.elements[$0].tag == tag })
        var form: [UInt8] = []
        Canonicalizer.append(element: Int32(index), of: message, context: .inPlace, to: &form)
        return form
    }
}
