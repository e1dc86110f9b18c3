import InvoiceModel
import InvoiceXML
import OpenSSL
import TestSupport
import Testing

@testable import InvoiceSignature

/// A 202 whose canonical forms follow from how it is written is the one that reading it gives, byte for byte.
@Suite struct IssuedFormTests {
    let pki = TestPki.shared
    let code = "00A1B2C3D4E5F60718293A4B5C6D7E8F90"
    var facts: ReplyFacts {
        let id = { (purpose: UInt8) in (0..<16).map { UInt8($0) &* 7 &+ purpose } }
        return ReplyFacts(
            kind: .issued,
            replyID: id(1),
            repliedAt: TestPki.receivedAt,
            elementID: id(2),
            signatureID: id(3),
            timeID: id(4)
        )
    }

    /// RSA signs the same digest with the same value, so whole replies can be compared.
    func signer(_ profile: SignatureProfile = .rsa2048) throws -> AuthoritySigner {
        let authority = try #require(pki.authority[profile])
        return try AuthoritySigner(
            certificateDER: authority.certificate.der,
            privateKeyPEM: authority.key.pem,
            signerID: 3
        )
    }

    /// What a message may have that bears on canonical forms; each is put in behind the text found.
    static let insertions: [(behind: [String], text: [String])] = [
        (
            [
                "<TDiep", "<DLieu", "<HDon", "<DSCKS", "<NBan", "<Signature", "<DLHDon", "<SignedInfo", "<Object",
                "<MCCQT",
            ],
            [
                " xmlns:a=\"urn:a\"", " xmlns:b='urn:b'", " xmlns:a=\"urn:&amp;&#97;\"", " xmlns:r=\"relative\"",
                " xmlns=\"\"", " xmlns=\"urn:default\"", " xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"",
                " xmlns:xml=\"http://www.w3.org/XML/1998/namespace\"", " xml:lang=\"vi\"", " xml:space='preserve'",
                " xml:base=\"urn:base\"", "\n  ", " class=\"x\"", " xmlns:Z=\"urn:z\" xmlns:A=\"urn:z\"",
                " Id=\"data\"", " Id=\"Id-020910171e252c333a41484f565d646b\"",
                " Id=\"SigningTime-040b121920272e353c434a51585f666d\"", " xml:id=\"data\"",
            ]
        ),
        (
            [">", "</DLHDon>", "<DSCKS>", "</NBan>", "</DSCKS>", "<HDon>", "<DLieu>"],
            [
                "<!-- lời -->", "<?p d  e?>", "\r\n", " ", "<MCCQT/>", "<MCCQT Id=\"data\"/>",
                "<MCCQT> <!----></MCCQT>", "<MCCQT>00</MCCQT>", "<CQT/>", "<CQT> </CQT>", "<DSCKS/>", "<DSCKS></DSCKS>",
                "<DSCKS><CQT/></DSCKS>",
                "<a:b xmlns:a=\"urn:a\" a:c='\"'/>", "<x xml:lang=\"\">&amp;&#13;</x>",
            ]
        ),
    ]
    static let replacements: [(String, String)] = [
        ("Id=\"data\"", "Id=\"dữ\""), ("Id=\"data\"", "Id=\"a&amp;b\""), ("Id=\"data\"", "Id='data'"),
        ("Id=\"data\"", "Id=\"a>b\""), ("Id=\"data\"", ""), ("Id=\"data\"", "Id=\"\""),
        ("<DSCKS>", "<DSCKS\n>"), ("<HDon", "<HDon "), ("<TDiep", "<?xml version='1.0' encoding=\"UTF-8\"?><TDiep"),
        ("<MNGui>V", "<MNGui>&lt;Vữ"), ("<MNGui>V", "<MNGui>\u{10348}"),
        ("<MTDiep>V", "<MTDiep>1234567890123456789012345678901234567890"), ("</TDiep>", "</TDiep>\n<!-- -->"),
    ]

    func mutated(_ text: String, _ random: inout SeededRandom) -> String {
        var text = text
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            if Int.random(in: 0..<4, using: &random) == 0, let change = Self.replacements.randomElement(using: &random)
            {
                text = text.replacing(first: change.0, with: change.1)
                continue
            }
            guard let kind = Self.insertions.randomElement(using: &random),
                let behind = kind.behind.randomElement(using: &random),
                let insertion = kind.text.randomElement(using: &random),
                let place = text.ranges(of: behind).randomElement(using: &random)
            else { continue }
            text.insert(contentsOf: insertion, at: place.upperBound)
        }
        return text
    }

    /// Compares both ways for one message; whether the form followed from the writing.
    private func compare(_ bytes: [UInt8], _ maker: ReplyMaker, _ text: String) throws -> Bool? {
        guard case .message(let message) = ParsedMessage.read(bytes, limits: .init()), message.invoices.count == 1,
            message.kind == .message, message.invoices[0].data >= 0
        else { return nil }
        let read = Result { () throws(SignatureError) in
            try maker.issuedByReading(message, code: code, facts: facts)
        }
        let verification = SignatureChecker(trust: try pki.trust(), policy: Policy())
            .check(invoice: message.invoices[0], in: message, registry: .empty, receivedAt: TestPki.receivedAt)
        for checked in [nil, CheckedContent(verification)] {
            let written = Result { () throws(SignatureError) in
                try maker.issued(message, code: code, facts: facts, checked: checked)
            }
            #expect(written == read, "SEED=\(TestSeed.value) \(text)")
        }
        let held = maker.sellerContext(in: message)
        if let reply = try? read.get() {
            let proof = SellerProof(message: message, held: held, reply: try parsed(reply.bytes))
            #expect(proof.holds, "SEED=\(TestSeed.value) \(text)")
        }
        let authority = try signer().facts
        let draft = ReplyWriter.issued(
            message: message,
            code: code,
            facts: facts,
            authority: authority,
            carriesContext: held == .inPlace
        )
        return IssuedForm(draft, of: message, held: held, code: code, facts: facts, authority: authority) != nil
    }

    @Test(arguments: Sample.Style.allCases)
    func `a 202 is the same whether its forms are known or read`(style: Sample.Style) throws {
        let judge = try Judge()
        defer { judge.remove() }
        let seller = try #require(pki.rsa[2_048])
        let maker = try ReplyMaker(signer())
        var random = SeededRandom(seed: TestSeed.value &+ UInt64(Sample.Style.allCases.firstIndex(of: style) ?? 0))
        let signed = try judge.sign(Sample(style: style), by: seller)
        // The same invoice signed as a document of its own.
        let alone = try judge.sign(template: Sample(style: style).invoice, by: seller)
        let wrapped = Sample(style: .namespacesOnTheMessage).template
        let start = try #require(wrapped.firstRange(of: "<HDon>")).lowerBound
        let end = try #require(wrapped.firstRange(of: "</HDon>")).upperBound
        let own = String(wrapped[..<start]) + String(decoding: alone, as: UTF8.self) + String(wrapped[end...])
        var known = 0
        var compared = 0
        for round in 0..<120 {
            let base = round % 3 == 0 ? own : String(decoding: signed, as: UTF8.self)
            let text = round < 2 ? base : mutated(base, &random)
            guard let isKnown = try compare(Array(text.utf8), maker, text) else { continue }
            compared += 1
            known += isKnown ? 1 : 0
        }
        #expect(compared > 60)
        // An `xml:` attribute around the invoice is always read.
        #expect(known > (style == .namespacesOnTheMessage ? 0 : 20) && known < compared)
    }

    @Test func `with prefixes around it a signed message is answered without reading the answer`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        var random = SeededRandom(seed: TestSeed.value)
        let maker = try ReplyMaker(signer())
        for around in [" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"", " xmlns:b='urn:b' xmlns:a='urn:a'"] {
            for place in ["<TDiep", "<DLieu", "<HDon", "<DSCKS"] {
                let template = Sample().template.replacing(first: place, with: place + around)
                let bytes = try judge.sign(template: template, by: try #require(pki.rsa[2_048]))
                #expect(try compare(bytes, maker, place + around) == true)
                let text = mutated(String(decoding: bytes, as: UTF8.self), &random)
                _ = try compare(Array(text.utf8), maker, text)
                let reply = try maker.issued(parsed(bytes), code: code, facts: facts)
                #expect(try judge.accepts(reply.bytes, party: "NBan", pki: pki).accepted)
            }
        }
    }

    @Test func `codes and Ids that are not plain are read`() throws {
        let maker = try ReplyMaker(signer())
        let message = try parsed(Array(Sample().template.utf8))
        for code in ["00", "&amp;", "a&lt;b", "mã"] {
            let written = try maker.issued(message, code: code, facts: facts)
            #expect(try maker.issuedByReading(message, code: code, facts: facts) == written)
        }
    }
}
