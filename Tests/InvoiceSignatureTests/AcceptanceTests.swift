import InvoiceModel
import InvoiceSignature
import InvoiceXML
import OpenSSL
import Testing

@Suite struct AcceptanceTests {
    let pki = TestPki.shared

    @Test(arguments: Sample.Style.allCases)
    func `what xmlsec1 signs in the way of each vendor holds`(style: Sample.Style) throws {
        let judge = try Judge()
        defer { judge.remove() }
        let bytes = try judge.sign(Sample(style: style), by: try #require(pki.rsa[2_048]))
        let verdict = try judge.accepts(bytes, party: "NBan", pki: pki)
        #expect(verdict.accepted, "xmlsec1 accepts its own: \(verdict.output)")
        let verification = try check(bytes)
        #expect(verification.findings == [])
        let report = SignatureReport(
            by: .seller,
            algorithm: "rsa-sha256",
            integrity: .valid,
            chain: .trusted,
            signingTime: Timestamp("2026-11-21T11:58:00"),
            context: .inPlace
        )
        #expect(verification.reports == [report])
    }

    @Test(arguments: [1_024, 2_048, 3_072, 4_096], [true, false])
    func `RSA keys of every size served hold with either hash`(bits: Int, usesSHA1: Bool) throws {
        let judge = try Judge()
        defer { judge.remove() }
        var sample = Sample()
        if usesSHA1 {
            sample.signatureMethod = "http://www.w3.org/2000/09/xmldsig#rsa-sha1"
            sample.digestMethod = "http://www.w3.org/2000/09/xmldsig#sha1"
        }
        let verification = try check(judge.sign(sample, by: try #require(pki.rsa[bits])))
        #expect(verification.reports.map(\.integrity) == [.valid])
        #expect(verification.reports.map(\.algorithm) == [usesSHA1 ? "rsa-sha1" : "rsa-sha256"])
        let expected: [RuleCode] = (bits < 2_048 ? [.sigKeySize] : []) + (usesSHA1 ? [.sigAlgorithm] : [])
        #expect(verification.findings.map(\.code) == expected)
    }

    @Test func `P-256 holds`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        var sample = Sample()
        sample.signatureMethod = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
        for _ in 0..<6 {
            let verification = try check(judge.sign(sample, by: pki.p256))
            #expect(verification.findings == [])
            #expect(verification.reports.map(\.algorithm) == ["ecdsa-sha256"])
            #expect(verification.reports.map(\.integrity) == [.valid])
        }
    }

    @Test func `an invoice signed alone and wrapped later holds as a document of its own, with a warning`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        let sample = Sample()
        let alone = try judge.sign(template: sample.invoice, by: try #require(pki.rsa[2_048]))
        let invoice = String(decoding: alone, as: UTF8.self)
        let wrapped = Sample(style: .namespacesOnTheMessage).template
        let start = try #require(wrapped.firstRange(of: "<HDon>")).lowerBound
        let end = try #require(wrapped.firstRange(of: "</HDon>")).upperBound
        let bytes = Array((wrapped[..<start] + invoice + wrapped[end...]).utf8)
        #expect(try !judge.accepts(bytes, party: "NBan", pki: pki).accepted)
        let verification = try check(bytes)
        #expect(verification.findings.map(\.code) == [.sigOwnDocument])
        #expect(verification.findings.first?.path == "HDon/DSCKS/NBan/Signature")
        #expect(verification.reports.map(\.context) == [.ownDocument])
        #expect(verification.reports.map(\.integrity) == [.valid])
    }

    @Test func `the content digest is that of the canonical DLHDon alone, whatever is around it`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        let plain = try check(judge.sign(Sample(), by: try #require(pki.rsa[2_048])))
        let wrapped = try check(
            judge.sign(Sample(style: .namespacesOnTheMessage), by: try #require(pki.rsa[2_048]))
        )
        // The sample has nothing that its canonical form writes otherwise.
        #expect(plain.contentDigest == Digest(SHA256.hash(Array(Sample().data.utf8)).span))
        #expect(wrapped.contentDigest == plain.contentDigest)
    }
}
