import InvoiceModel
import InvoiceSignature
import InvoiceXML
import OpenSSL
import Testing

@Suite struct ExtraSignatureTests {
    let pki = TestPki.shared
    /// Of another taxpayer than the seller, on nobody's list.
    let buyer: TestPki.Seller

    init() throws {
        buyer = try pki.seller(owner: "MST:0301464823-001", serial: 60)
    }

    static let parties = [("NMua", SignatureReport.Signer.buyer), ("CCKSKhac", .other)]

    @Test(arguments: parties, [true, false])
    func `what xmlsec1 signs for the buyer or another holds, with a time and without`(
        party: (String, SignatureReport.Signer),
        hasTime: Bool
    ) throws {
        let judge = try Judge()
        defer { judge.remove() }
        let bytes = try ExtraSample(party: party.0, hasTime: hasTime).message(by: buyer, with: judge)
        #expect(try judge.accepts(bytes, party: "NBan", pki: pki).accepted)
        #expect(try judge.accepts(bytes, party: party.0, pki: pki).accepted)
        // The seller's registered list is not the buyer's.
        let code = try #require(TaxCode("0199999991"))
        let own = RegisteredCertificate(
            issuer: "",
            serial: try #require(pki.rsa[2_048]).certificate.serial,
            validFrom: TestPki.receivedAt.advanced(bySeconds: -TestPki.day),
            validTo: TestPki.receivedAt
        )
        let verification = try check(bytes, registry: Registry(taxpayers: [:], certificates: [code: [own]]))
        #expect(verification.findings == [])
        #expect(verification.reports.map(\.by) == [.seller, party.1])
        #expect(verification.reports.map(\.integrity) == [.valid, .valid])
        #expect(verification.reports.map(\.chain) == [.trusted, .trusted])
        #expect(verification.reports[1].signingTime == (hasTime ? Timestamp("2026-11-21T11:58:00") : nil))
    }

    @Test(arguments: parties)
    func `one that does not hold is one warning at its place, and condemns nothing else`(
        party: (String, SignatureReport.Signer)
    ) throws {
        let judge = try Judge()
        defer { judge.remove() }
        let sample = ExtraSample(party: party.0)
        let bytes = try sample.message(by: buyer, with: judge).replacing("T11:58:00", with: "T11:58:01", last: true)
        #expect(try judge.accepts(bytes, party: "NBan", pki: pki).accepted)
        #expect(try !judge.accepts(bytes, party: party.0, pki: pki).accepted)
        let verification = try check(bytes)
        let code = party.1 == .buyer ? RuleCode.sigBuyerOptional : .sigOtherOptional
        #expect(verification.spots == [Spot(code, "\(sample.path)/SignedInfo/Reference[2]/DigestValue")])
        #expect(verification.findings.map(\.found) == ["sig.digest-and-value"])
        #expect(verification.reports.map(\.integrity) == [.valid, .invalid])
        #expect(Policy().weigh(verification.findings).map(\.severity) == [.warn])
    }

    @Test func `what is changed after all have signed breaks all signatures`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        let bytes = try ExtraSample().message(by: buyer, with: judge).replacing("TNHH MUA", with: "TNHH MUO")
        let found = try check(bytes).findings.map(\.code)
        #expect(found == [.sigDigestAndValue, .sigBuyerOptional])
    }

    @Test func `its certificate must be trusted, valid and not revoked at receipt; its owner may be anybody`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        let owner = "MST:0301464823-001"
        let now = TestPki.receivedAt.unixSeconds
        func list(_ serial: UInt8, _ date: Int64) throws -> RevocationList {
            try RevocationList.make(
                issuer: pki.issuer,
                key: pki.issuerKey,
                entries: [.init(serial: [serial], date: date)],
                thisUpdate: now - 10,
                nextUpdate: now + 10
            )
        }
        let cases: [(TestPki.Seller, TrustStore, RuleCode?, SignatureReport.Chain)] = [
            (try pki.seller(owner: nil, serial: 61), try pki.trust(), nil, .trusted),
            (try pki.seller(owner: owner, serial: 62, selfSigned: true), try pki.trust(), .sigCertChain, .untrusted),
            (try pki.seller(owner: owner, serial: 63, to: -1), try pki.trust(), .sigCertValidAtSigning, .expired),
            (
                try pki.seller(owner: owner, serial: 64), try pki.trust(lists: [list(64, now)]), .sigCertNotRevoked,
                .revoked
            ),
            (try pki.seller(owner: owner, serial: 65), try pki.trust(lists: [list(65, now + 1)]), nil, .trusted),
            (buyer, .unavailable, nil, .unchecked),
        ]
        for (signer, trust, rule, chain) in cases {
            let verification = try check(try ExtraSample().message(by: signer, with: judge), trust: trust)
            #expect(verification.findings.map(\.code) == (rule == nil ? [] : [.sigBuyerOptional]))
            #expect(verification.findings.first?.found?.hasPrefix(rule?.slug ?? "") ?? true)
            #expect(verification.reports.map(\.integrity) == [.valid, .valid])
            #expect(verification.reports[1].chain == chain)
        }
    }

    @Test func `a time that stands there must be covered, though there need be none`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        let object = "<Object><SigningTime>2026-11-21T11:58:00</SigningTime></Object></Signature></NMua>"
        let bytes = try ExtraSample(hasTime: false).message(by: buyer, with: judge)
            .replacing("</Signature></NMua>", with: object)
        #expect(try judge.accepts(bytes, party: "NMua", pki: pki).accepted)
        let verification = try check(bytes)
        #expect(verification.spots == [Spot(.sigBuyerOptional, "HDon/DSCKS/NMua/Signature/Object/SigningTime")])
        #expect(verification.findings.map(\.found) == ["sig.covers-signing-time"])
    }

    @Test func `one that is of a part of the invoice only does not hold`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        let part = try judge.sign(
            template: Sample().template.replacing(first: "<NDHDon>", with: "<NDHDon Id=\"part\">"),
            by: try #require(pki.rsa[2_048])
        )
        #expect(try check(ExtraSample().sign(part, with: judge, by: buyer)).findings == [])
        let bytes = try ExtraSample(target: "part").sign(part, with: judge, by: buyer)
        #expect(try judge.accepts(bytes, party: "NMua", pki: pki).accepted)
        let found = try check(bytes).findings
        #expect(found.map(\.code) == [.sigBuyerOptional])
        #expect(found.first?.found?.hasPrefix("sig.covers-data") == true)
    }

    @Test func `several signatures stand in CCKSKhac; one tampered condemns no other`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        let first = try ExtraSample(party: "CCKSKhac", hasTime: false, name: "a").message(by: buyer, with: judge)
        let text = String(decoding: first, as: UTF8.self)
        let start = try #require(text.firstRange(of: "<CCKSKhac>")).upperBound
        let end = try #require(text.firstRange(of: "</CCKSKhac>")).lowerBound
        let one = String(text[start..<end])
        let tampered = one.replacing(first: "Id=\"a\"", with: "Id=\"b\"")
            .replacing(first: "<SignatureValue>", with: "<SignatureValue>AA")
        let bytes = first.replacing("</CCKSKhac>", with: tampered + "</CCKSKhac>")
        let verification = try check(bytes)
        #expect(verification.reports.map(\.integrity) == [.valid, .valid, .invalid])
        #expect(verification.spots == [Spot(.sigOtherOptional, "HDon/DSCKS/CCKSKhac/Signature[2]/SignatureValue")])
    }

    @Test func `as many are checked as the limit says; more are a finding and no work`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        let limit = Limits().extraSignatures
        let message = try ExtraSample(hasTime: false).message(by: buyer, with: judge)
        let text = String(decoding: message, as: UTF8.self)
        let start = try #require(text.firstRange(of: "<NMua><Signature")).lowerBound
        let end = try #require(text.firstRange(of: "</NMua></DSCKS>")).lowerBound
        let one = text[start..<end].dropFirst("<NMua>".count).description
            .replacing(first: " Id=\"buyer\"", with: "")
        func filled(buyers: Int, others: Int) -> [UInt8] {
            let head = String(text[..<start])
            let holders =
                "<NMua>" + String(repeating: one, count: buyers) + "</NMua><CCKSKhac>"
                + String(repeating: one, count: others) + "</CCKSKhac>"
            return Array((head + holders + text[end...].dropFirst("</NMua>".count)).utf8)
        }
        let full = try check(filled(buyers: limit - 3, others: 3))
        #expect(full.findings == [])
        #expect(full.reports.count { $0.by == .buyer && $0.integrity == .valid } == limit - 3)
        #expect(full.reports.count { $0.by == .other && $0.integrity == .valid } == 3)
        let more = try check(filled(buyers: limit - 3, others: 4))
        #expect(more.spots == [Spot(.sigOtherOptional, "HDon/DSCKS/CCKSKhac/Signature[4]")])
        #expect(more.findings.first?.expected == "at most \(limit) signatures of buyer and others")
        #expect(more.findings.first?.found == "\(limit + 1)")
        #expect(more.reports.count == limit + 1)
        // A message full of them: those beyond cost nothing, of the others too.
        let crowd = try check(filled(buyers: 600, others: 5))
        #expect(
            crowd.spots == [
                Spot(.sigBuyerOptional, "HDon/DSCKS/NMua/Signature[\(limit + 1)]"),
                Spot(.sigOtherOptional, "HDon/DSCKS/CCKSKhac/Signature[1]"),
            ]
        )
        #expect(crowd.reports.count == limit + 1)
        var policy = Policy()
        policy.limits.extraSignatures = 1
        #expect(try check(filled(buyers: 2, others: 0), policy: policy).reports.map(\.by) == [.seller, .buyer])
    }

    @Test func `Ids are those of its own invoice, of which others of the message may use the same`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        let signed = String(
            decoding: try ExtraSample().message(by: buyer, with: judge).replacing(">200<", with: ">203<"),
            as: UTF8.self
        )
        let start = try #require(signed.firstRange(of: "<HDon>")).lowerBound
        let end = try #require(signed.firstRange(of: "</HDon>")).upperBound
        let tampered = Array(String(signed[start..<end]).utf8).replacing("T11:58:00", with: "T11:58:01", last: true)
        let whole = signed[..<end] + String(decoding: tampered, as: UTF8.self) + signed[end...]
        let message = try parsed(Array(whole.utf8))
        #expect(message.invoices.count == 2)
        let checker = SignatureChecker(trust: try pki.trust(), policy: Policy())
        let found = message.invoices.map {
            checker.check(invoice: $0, in: message, registry: .empty, receivedAt: TestPki.receivedAt)
        }
        #expect(found.map(\.findings.count) == [0, 1])
        #expect(found[1].findings.map(\.code) == [.sigBuyerOptional])
    }

    @Test func `the reply carries it along, and xmlsec1 verifies it there`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        let named = try ExtraSample(party: "CCKSKhac", name: "other").sign(
            try ExtraSample().message(by: buyer, with: judge),
            with: judge,
            by: buyer
        )
        #expect(try check(named).findings == [])
        let reply = try ReplyTests().issued(named)
        for party in ["NBan", "NMua", "CCKSKhac", "CQT"] {
            let verdict = try judge.accepts(reply, party: party, pki: pki)
            #expect(verdict.accepted, "\(party): \(verdict.output)")
        }
    }
}
