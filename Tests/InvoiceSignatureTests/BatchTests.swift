import InvoiceModel
import InvoiceSignature
import InvoiceXML
import OpenSSL
import Testing

private let signature = "TDiep/CKSNNT/Signature"
private let digest = "\(signature)/SignedInfo/Reference[1]/DigestValue"

@Suite struct BatchTests {
    let pki = TestPki.shared

    @Test(arguments: Sample.Style.allCases)
    func `a package signed by xmlsec1 holds, whatever the vendor`(style: Sample.Style) throws {
        let judge = try Judge()
        defer { judge.remove() }
        let bytes = try judge.sign(BatchSample(style: style))
        let batch = try checkBatch(bytes)
        #expect(batch.findings == [])
        #expect(batch.reports.map(\.by) == [.taxpayer])
        #expect(batch.reports.map(\.integrity) == [.valid])
        #expect(batch.reports.map(\.chain) == [.trusted])
        #expect(batch.reports.first?.signingTime == Timestamp("2026-11-21T11:58:00"))
        #expect(try judge.accepts(bytes, party: "CKSNNT", pki: pki).accepted)
        let message = try parsed(bytes)
        #expect(message.type == .cashRegister && message.invoices.count == 2 && message.batchSignatures.count == 1)
        let checker = SignatureChecker(trust: try pki.trust(), policy: Policy())
        for invoice in message.invoices {
            let own = checker.check(
                invoice: invoice,
                in: message,
                registry: .empty,
                receivedAt: TestPki.receivedAt
            )
            #expect(own.findings == [] && own.reports.map(\.integrity) == [.absent])
        }
        #expect(checker.outlineBatch(message).reports.map(\.signingTime) == batch.reports.map(\.signingTime))
    }

    @Test func `what an outline says of an unasked signature is what a check says beside its rules`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        let unasked = Sample().signature.replacing(first: "T11:58:00", with: "T11:58:00Z")
        let bytes = try judge.sign(BatchSample(), after: [("<DSCKS><NBan/>", "<DSCKS><NBan>\(unasked)</NBan>")])
        let message = try parsed(bytes)
        let checker = SignatureChecker(trust: try pki.trust(), policy: Policy())
        let invoice = try #require(message.invoices.first)
        let checked = checker.check(invoice: invoice, in: message, registry: .empty, receivedAt: TestPki.receivedAt)
        #expect(checked.findings.map(\.code) == [.sigExemptCash])
        #expect(checker.outline(of: invoice, in: message).findings == [])
    }

    @Test func `a package signed before it was wrapped holds as a document of its own`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        let wrapped = try judge.sign(BatchSample(), after: [("<TDiep>", "<TDiep xmlns:xsi=\"urn:x\" xml:lang=\"vi\">")])
        let batch = try checkBatch(wrapped)
        #expect(batch.spots == [Spot(.sigOwnDocument, signature)])
        #expect(batch.reports.map(\.integrity) == [.valid] && batch.reports.map(\.context) == [.ownDocument])
        #expect(try !judge.accepts(wrapped, party: "CKSNNT", pki: pki).accepted)
        // What depends on the prefix cannot stand alone.
        let bound = try judge.sign(
            BatchSample(),
            before: [("<TDiep>", "<TDiep xmlns:x=\"urn:x\">"), ("<DSCKS>", "<x:a/><DSCKS>")],
            after: [("xmlns:x=\"urn:x\"", "xmlns:x=\"urn:y\"")]
        )
        #expect(try checkBatch(bound).findings.first?.code == .sigBatch206)
    }

    struct Attack: Sendable, CustomTestStringConvertible {
        let name: String
        var before: [(String, String)] = []
        var after: [(String, String)] = []
        let found: [Spot]
        /// Whether xmlsec1, which knows nothing of what must be signed, accepts it.
        var holds = false
        var testDescription: String { name }
    }

    static let attacks: [Attack] = [
        Attack(
            name: "an amount of the second invoice",
            after: [("<SHDon>8<", "<SHDon>9<")],
            found: [Spot(.sigBatch206, signature), Spot(.sigDigestAndValue, digest)]
        ),
        Attack(
            name: "a code",
            after: [("M1-26-ABCDE-00000000008", "M1-26-ABCDE-00000000009")],
            found: [Spot(.sigBatch206, signature), Spot(.sigDigestAndValue, digest)]
        ),
        Attack(
            name: "an invoice put in",
            after: [("</HDon></DLieu>", "</HDon><HDon/></DLieu>")],
            found: [Spot(.sigBatch206, signature), Spot(.sigDigestAndValue, digest)]
        ),
        Attack(
            name: "the signing time",
            after: [("T11:58:00", "T11:58:01")],
            found: [
                Spot(.sigBatch206, signature),
                Spot(.sigDigestAndValue, "\(signature)/SignedInfo/Reference[2]/DigestValue"),
            ]
        ),
        Attack(
            name: "one invoice signed instead of all",
            before: [("URI=\"#\(BatchSample.id)\"", "URI=\"#one\""), ("<DLHDon Id=\"data\">", "<DLHDon Id=\"one\">")],
            found: [
                Spot(.sigBatch206, signature),
                Spot(.sigReferenceOutside, "\(signature)/SignedInfo/Reference[1]"),
                Spot(.sigCoversData, "\(signature)/SignedInfo"),
            ],
            holds: true
        ),
        Attack(
            name: "the package signed kept aside, another one in its place",
            after: [
                ("<DLieu Id=\"\(BatchSample.id)\">", "<TTKhac><DLieu Id=\"\(BatchSample.id)\">"),
                ("</DLieu><CKSNNT>", "</DLieu></TTKhac><DLieu Id=\"other\"><HDon/></DLieu><CKSNNT>"),
            ],
            found: [
                Spot(.sigBatch206, signature),
                Spot(.sigReferenceOutside, "\(signature)/SignedInfo/Reference[1]"),
                Spot(.sigCoversData, "\(signature)/SignedInfo"),
            ],
            holds: true
        ),
        Attack(
            name: "its Id taken by an element in an invoice",
            before: [("<DSCKS>", "<TTKhac ID=\"\(BatchSample.id)\"/><DSCKS>")],
            found: [Spot(.sigIdScope, "TDiep/DLieu/HDon[1]/TTKhac")],
            holds: true
        ),
        Attack(
            name: "an Id twice in the signature",
            before: [("<SignatureProperty ", "<SignatureProperty Id=\"seller\" ")],
            found: [Spot(.sigIdScope, "\(signature)/Object/SignatureProperties/SignatureProperty")],
            holds: true
        ),
        Attack(
            name: "the signature inside what it signs",
            after: [("</DLieu><CKSNNT>", "<CKSNNT>"), ("</CKSNNT></TDiep>", "</CKSNNT></DLieu></TDiep>")],
            found: [Spot(.sigBatch206, signature)]
        ),
        Attack(
            name: "no signature",
            after: [
                ("<CKSNNT><Signature", "<CKSNNT/><CKSKhac><Signature"), ("</CKSNNT></TDiep>", "</CKSKhac></TDiep>"),
            ],
            found: [Spot(.sigBatch206, signature)]
        ),
        Attack(
            name: "a second package beside the signed one",
            after: [("<CKSNNT>", "<DLieu><HDon/></DLieu><CKSNNT>")],
            found: [Spot(.sigBatch206, signature), Spot(.sigCoversData, "TDiep/DLieu[2]/HDon")],
            holds: true
        ),
        Attack(
            name: "the signing time not covered",
            before: [("<Reference URI=\"#time\">", "<Reference URI=\"#\(BatchSample.id)\">")],
            found: [
                Spot(
                    .sigCoversSigningTime,
                    "\(signature)/Object/SignatureProperties/SignatureProperty/SigningTime"
                )
            ],
            holds: true
        ),
    ]

    @Test(arguments: attacks) func `a package that was altered or wrapped is refused`(attack: Attack) throws {
        let judge = try Judge()
        defer { judge.remove() }
        let bytes = try judge.sign(BatchSample(), before: attack.before, after: attack.after)
        #expect(try checkBatch(bytes).spots == attack.found)
        #expect(try judge.accepts(bytes, party: "CKSNNT", pki: pki).accepted == attack.holds)
    }

    @Test func `the package is its taxpayer's to sign, or the delegate's that each invoice names`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        let other = BatchSample(taxCode: "0301464823")
        let certificate = "\(signature)/KeyInfo/X509Data/X509Certificate"
        #expect(try checkBatch(judge.sign(other)).spots == [Spot(.sigCertOwner, certificate)])
        var delegated = other
        delegated.sample.delegate = "0199999991"
        #expect(try checkBatch(judge.sign(delegated)).findings == [])
        let once = [("<MSTDVNUNLHDon>0199999991</MSTDVNUNLHDon>", "")]
        #expect(try checkBatch(judge.sign(delegated, before: once)).spots == [Spot(.sigCertOwner, certificate)])
    }

    @Test func `a certificate that is not on the taxpayer's list cannot sign a package`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        let code = try #require(TaxCode("0199999991"))
        let registry = Registry(taxpayers: [:], certificates: [code: []])
        let found = try checkBatch(judge.sign(BatchSample()), registry: registry)
        #expect(found.findings.map(\.code) == [.sigCertRegistered])
    }

    @Test func `of two invoices with one Id in a 203, only the tampered one is refused`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        let seller = try #require(pki.rsa[2_048])
        let first = String(decoding: try judge.sign(Sample(), by: seller), as: UTF8.self)
        var other = Sample()
        other.buyer = "CÔNG TY KHÁC"
        let second = String(decoding: try judge.sign(other, by: seller), as: UTF8.self)
        let start = try #require(second.firstRange(of: "<HDon>")).lowerBound
        let end = try #require(second.firstRange(of: "</HDon>")).upperBound
        for tampered in [nil, 0, 1] {
            var invoice = String(second[start..<end])
            var text = first.replacing(first: "<MLTDiep>200<", with: "<MLTDiep>203<")
            if tampered == 0 { text = text.replacing(first: "TNHH MUA", with: "TNHH MUO") }
            if tampered == 1 { invoice = invoice.replacing(first: "CÔNG TY KHÁC", with: "CÔNG TY KHÁO") }
            text = text.replacing(first: "</HDon>", with: "</HDon>" + invoice)
            let message = try parsed(Array(text.utf8))
            let checker = SignatureChecker(trust: try pki.trust(), policy: Policy())
            let codes = message.invoices.map {
                checker.check(invoice: $0, in: message, registry: .empty, receivedAt: TestPki.receivedAt)
                    .findings.map(\.code)
            }
            #expect(codes == [0, 1].map { $0 == tampered ? [.sigDigestAndValue] : [] })
        }
        // The second invoice cannot lend the first one's signature.
        let stolen = first.replacing(
            first: "</HDon>",
            with: "</HDon><HDon><DLHDon Id=\"data\"/><DSCKS><NBan>"
                + (try #require(first.range(of: "Signature"))) + "</NBan></DSCKS></HDon>"
        )
        let message = try parsed(Array(stolen.utf8))
        let checker = SignatureChecker(trust: try pki.trust(), policy: Policy())
        let codes = message.invoices.map {
            checker.check(invoice: $0, in: message, registry: .empty, receivedAt: TestPki.receivedAt).findings.map(
                \.code
            )
        }
        #expect(codes.first == [] && codes.last?.contains(.sigDigestAndValue) == true)
    }

    @Test func `a single invoice of a package may be signed too, and a bad signature of its own only warns`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        let seller = try #require(pki.rsa[2_048])
        let signed = String(decoding: try judge.sign(Sample(), by: seller), as: UTF8.self)
            .replacing(first: "<MLTDiep>200<", with: "<MLTDiep>206<")
        let good = try check(Array(signed.utf8))
        #expect(good.findings == [] && good.reports.map(\.integrity) == [.valid])
        let bad = try check(Array(signed.replacing(first: "TNHH MUA", with: "TNHH MUO").utf8))
        #expect(bad.findings.map(\.code) == [.sigExemptCash] && bad.findings.first?.found == "sig.digest-and-value")
        #expect(Policy().severity(of: .sigExemptCash) == .warn)
    }
}

extension String {
    /// The first element of that name as written.
    fileprivate func range(of name: String) -> String? {
        guard let start = firstRange(of: "<\(name) "), let end = firstRange(of: "</\(name)>") else { return nil }
        return String(self[start.lowerBound..<end.upperBound])
    }
}
