import InvoiceModel
import InvoiceSignature
import InvoiceXML
import Testing

/// The differences from xmlsec1 that Documentation/SIGNATURES.md lists: it accepts, we refuse.
@Suite struct DifferenceTests {
    let pki = TestPki.shared

    struct Difference: CustomTestStringConvertible {
        let name: String
        var template: [(String, String)] = []
        var signed: [(String, String)] = []
        let code: RuleCode

        var testDescription: String { name }
    }

    private static let enveloped =
        "<Transforms><Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"/></Transforms>"

    static let all: [Difference] = [
        Difference(
            name: "enveloped-signature into the signature itself",
            template: [("<Reference URI=\"#time\">", "<Reference URI=\"#time\">\(enveloped)")],
            signed: [("T11:58:00", "T09:00:00")],
            code: .sigCoversSigningTime
        ),
        Difference(
            name: "a reference to HDon",
            template: [("<HDon>", "<HDon Id=\"all\">"), ("URI=\"#data\"", "URI=\"#all\"")],
            code: .sigStructure
        ),
        Difference(
            name: "an Id outside the invoice",
            template: [
                ("<DLieu>", "<DLieu><NDHDon Id=\"outside\"/>"),
                ("</SignedInfo>", "<Reference URI=\"#outside\">\(digest)</Reference></SignedInfo>"),
            ],
            code: .sigReferenceOutside
        ),
    ]

    private static let digest =
        "<DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/><DigestValue/>"

    @Test(arguments: all)
    func `xmlsec1 accepts, we refuse`(difference: Difference) throws {
        let judge = try Judge()
        defer { judge.remove() }
        var template = Sample().template
        for (old, new) in difference.template { template = template.replacing(first: old, with: new) }
        let seller = try #require(pki.rsa[2_048])
        var text = String(decoding: try judge.sign(template: template, by: seller), as: UTF8.self)
        for (old, new) in difference.signed { text = text.replacing(first: old, with: new) }
        let theirs = try judge.accepts(Array(text.utf8), party: "NBan", pki: pki)
        #expect(theirs.accepted, "\(theirs.output)")
        #expect(try check(Array(text.utf8)).findings.map(\.code).contains(difference.code))
    }

    @Test func `bits that no byte holds`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        let bytes = try judge.sign(Sample(), by: try #require(pki.rsa[2_048]))
        // 256 bytes end in two padding characters; the four lowest bits of the digit before them mean nothing.
        let end = try #require(bytes.indices.first { bytes[$0...].starts(with: "==</SignatureValue>".utf8) }) - 1
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        let digit = try #require(alphabet.firstIndex(of: bytes[end]))
        var other = bytes
        other[end] = alphabet[digit | 1]
        #expect(digit & 15 == 0)
        #expect(try judge.accepts(other, party: "NBan", pki: pki).accepted)
        #expect(try check(other).findings.map(\.code) == [.sigDigestAndValue])
        #expect(try check(bytes).findings == [])
    }
}
