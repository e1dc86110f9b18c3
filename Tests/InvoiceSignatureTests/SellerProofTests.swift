import InvoiceModel
import InvoiceXML
import OpenSSL
import Testing

@testable import InvoiceSignature

@Suite struct SellerProofTests {
    static let changes: [(String, String, Bool)] = [
        ("", "", true),
        ("<DLieu>", "<DLieu Id=\"x\">", true),
        ("<TDiep>", "<TDiep xmlns:a=\"urn:a\">", false),
        ("<DLieu>", "<DLieu xml:lang=\"vi\">", false),
        ("<HDon>", "<HDon xmlns:a=\"urn:a\">", false),
        ("<DSCKS>", "<DSCKS xmlns:a=\"urn:a\">", false),
        ("TNHH MUA", "TNHH MUB", false),
        ("T11:58:00", "T11:58:01", false),
        ("<X509SubjectName>", "<X509SubjectName> ", false),
        ("Id=\"seller\"", "Id='seller'", false),
    ]

    @Test(arguments: changes)
    func `what would break the seller's signature in a reply is seen`(old: String, new: String, holds: Bool) throws {
        let judge = try Judge()
        defer { judge.remove() }
        let pki = TestPki.shared
        let bytes = try judge.sign(Sample(), by: try #require(pki.rsa[2_048]))
        let text = String(decoding: bytes, as: UTF8.self)
        let changed = old.isEmpty ? text : text.replacing(first: old, with: new)
        let proof = SellerProof(message: try parsed(bytes), held: .inPlace, reply: try parsed(Array(changed.utf8)))
        #expect(proof.holds == holds)
    }
}
