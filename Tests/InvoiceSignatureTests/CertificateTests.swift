import InvoiceModel
import InvoiceSignature
import InvoiceXML
import OpenSSL
import Testing

@Suite struct CertificateTests {
    let pki = TestPki.shared

    struct Case {
        var seller: TestPki.Seller
        var sample = Sample()
        var trust: TrustStore?
        var registry = Registry.empty
    }

    func run(_ item: Case) throws -> (codes: [RuleCode], chain: SignatureReport.Chain?) {
        let judge = try Judge()
        defer { judge.remove() }
        let bytes = try judge.sign(item.sample, by: item.seller)
        let verification = try check(bytes, trust: item.trust, registry: item.registry)
        #expect(verification.reports.map(\.integrity) == [.valid])
        let certificate = "/X509Data/X509Certificate"
        #expect(verification.findings.allSatisfy { $0.path.hasSuffix(certificate) || $0.code == .sigDelegateSigns })
        return (verification.findings.map(\.code), verification.reports.first?.chain)
    }

    @Test func `chains: unknown, unchecked, trusted as it is`() throws {
        let seller = try #require(pki.rsa[2_048])
        #expect(try run(Case(seller: seller, trust: .unavailable)) == ([], .unchecked))
        let nobody = try TrustStore(anchors: [], crls: [])
        #expect(try run(Case(seller: seller, trust: nobody)) == ([.sigCertChain], .untrusted))
        let own = try TrustStore(anchors: [seller.certificate.der], crls: [])
        #expect(try run(Case(seller: seller, trust: own)) == ([], .trusted))
        let foreign = try pki.seller(owner: "MST:0199999991", serial: 40, selfSigned: true)
        #expect(try run(Case(seller: foreign)) == ([.sigCertChain], .untrusted))
    }

    @Test func `validity: at signing and at receipt, each is told`() throws {
        let over = try pki.seller(owner: "MST:0199999991", serial: 41, from: -100, to: -1)
        let both: [RuleCode] = [.sigCertValidAtSigning, .sigCertValidAtReceipt]
        #expect(try run(Case(seller: over)) == (both, .expired))
        var sample = Sample()
        sample.signingTime = "2026-11-19T00:00:00"
        #expect(try run(Case(seller: over, sample: sample)) == ([.sigCertValidAtReceipt], .expired))
        let early = try pki.seller(owner: "MST:0199999991", serial: 42, from: -1, to: 100)
        #expect(try run(Case(seller: early, sample: sample)) == ([.sigCertValidAtSigning], .expired))
    }

    @Test func `revocation counts from its date on`() throws {
        let seller = try pki.seller(owner: "MST:0199999991", serial: 43)
        let now = TestPki.receivedAt.unixSeconds
        for (date, codes, chain) in [
            (now - 1, [RuleCode.sigCertNotRevoked], SignatureReport.Chain.revoked), (now + 1, [], .trusted),
        ] {
            let list = try RevocationList.make(
                issuer: pki.issuer,
                key: pki.issuerKey,
                entries: [.init(serial: [43], date: date)],
                thisUpdate: now - 10,
                nextUpdate: now + 10
            )
            let result = try run(Case(seller: seller, trust: pki.trust(lists: [list])))
            #expect(result == (codes, chain))
        }
    }

    @Test(
        arguments: [
            ("MST:0199999991", "0199999991", nil, true), ("MST:0199999991-001", "0199999991-001", nil, true),
            ("MST:0199999991001", "0199999991-001", nil, true), ("MST:0199999991-001", "0199999991001", nil, true),
            ("CCCD:001099000001", "001099000001", nil, true), ("MST:0199999991", "0199999991-001", nil, false),
            ("MST:0199999983", "0199999991", nil, false), (nil, "0199999991", nil, false),
            ("MST:0199999983", "0199999991", "0199999983", true), ("0199999991", "0199999991", nil, false),
            ("MST:0199999983001", "0199999991", "0199999983-001", true),
        ] as [(String?, String, String?, Bool)]
    )
    func `the owner is the seller or its delegate`(
        owner: String?,
        taxCode: String,
        delegate: String?,
        holds: Bool
    ) throws {
        var item = Case(seller: try pki.seller(owner: owner, serial: 44))
        item.sample.taxCode = taxCode
        item.sample.delegate = delegate
        #expect(try run(item) == (holds ? [] : [.sigCertOwner], .trusted))
    }

    @Test func `a delegate signs itself, with a certificate on its own list`() throws {
        func found(_ owner: String, _ lists: [TaxCode: [RegisteredCertificate]] = [:]) throws -> [RuleCode] {
            var item = Case(seller: try pki.seller(owner: owner, serial: 47))
            item.sample.delegate = "0199999983"
            item.registry = Registry(taxpayers: [:], certificates: lists)
            return try run(item).0
        }
        #expect(try found("MST:0199999983") == [])
        #expect(try found("MST:0199999991") == [.sigDelegateSigns])
        #expect(try found("MST:0100109106") == [.sigCertOwner, .sigDelegateSigns])
        let (one, two) = (try #require(TaxCode("0199999991")), try #require(TaxCode("0199999983")))
        #expect(try found("MST:0199999983", [one: []]) == [])
        #expect(try found("MST:0199999983", [two: []]) == [.sigCertRegistered])
    }

    @Test(
        arguments: [
            ("2C", "", -10, 10, true), ("002c", "", -10, 10, true), ("2C", "CA thử", -10, 10, true),
            ("2C", "CN=CA thử, O=THỬ, C=VN", -10, 10, true), ("2C", "C=VN,O=THỬ,CN=CA thử", -10, 10, true),
            ("2C", "CA khác", -10, 10, false), ("2D", "", -10, 10, false), ("2C", "", 1, 10, false),
            ("2C", "", -10, -1, false),
        ] as [(String, String, Int64, Int64, Bool)]
    )
    func `a registered list names serial, issuer and time`(
        serial: String,
        issuer: String,
        from: Int64,
        to: Int64,
        holds: Bool
    ) throws {
        let code = try #require(TaxCode("0199999991"))
        let entry = RegisteredCertificate(
            issuer: issuer,
            serial: serial,
            validFrom: TestPki.receivedAt.advanced(bySeconds: from * TestPki.day),
            validTo: TestPki.receivedAt.advanced(bySeconds: to * TestPki.day)
        )
        var item = Case(seller: try pki.seller(owner: "MST:0199999991", serial: 0x2C))
        item.registry = Registry(taxpayers: [:], certificates: [code: [entry]])
        #expect(try run(item) == (holds ? [] : [.sigCertRegistered], .trusted))
        item.registry = Registry(taxpayers: [:], certificates: [code: []])
        #expect(try run(item) == ([.sigCertRegistered], .trusted))
        item.registry = .empty
        #expect(try run(item) == ([], .trusted))
    }

    @Test func `one checker gives each certificate its own verdict, again and again`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        let good = try parsed(judge.sign(Sample(), by: try pki.seller(owner: "MST:0199999991", serial: 45)))
        let bad = try parsed(judge.sign(Sample(), by: try pki.seller(owner: "MST:0199999983", serial: 46)))
        let checker = SignatureChecker(trust: try pki.trust(), policy: Policy())
        for _ in 0..<3 {
            for (message, codes) in [(good, []), (bad, [RuleCode.sigCertOwner])] {
                let verification = checker.check(
                    invoice: message.invoices[0],
                    in: message,
                    registry: .empty,
                    receivedAt: TestPki.receivedAt
                )
                #expect(verification.findings.map(\.code) == codes)
            }
        }
    }
}

extension CertificateTests {
    @Test func `the authority's certificate makes no seller trusted, whichever was seen first`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        let message = try parsed(judge.sign(Sample(), by: try #require(pki.rsa[2_048])))
        let authority = try #require(pki.authority[.p256])
        let signer = try AuthoritySigner(
            certificateDER: authority.certificate.der,
            privateKeyPEM: authority.key.pem,
            signerID: 1
        )
        let facts = ReplyFacts(
            kind: .issued,
            replyID: [UInt8](repeating: 1, count: 16),
            repliedAt: TestPki.receivedAt,
            elementID: [UInt8](repeating: 2, count: 16),
            signatureID: [UInt8](repeating: 3, count: 16),
            timeID: [UInt8](repeating: 4, count: 16)
        )
        let issued = try ReplyMaker(signer).issued(message, code: "00", facts: facts)
        var sample = Sample()
        sample.signatureMethod = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
        let forged = try parsed(judge.sign(sample, by: authority))
        let trust = try TrustStore(
            anchors: [pki.root.der, pki.issuer.der],
            crls: [],
            authorities: [authority.certificate.der]
        )
        let checker = SignatureChecker(trust: trust, policy: Policy())
        for _ in 0..<2 {
            for (message, chains) in [
                (try parsed(issued.bytes), [SignatureReport.Chain.trusted, .trusted]), (forged, [.untrusted]),
            ] {
                let verification = checker.check(
                    invoice: message.invoices[0],
                    in: message,
                    registry: .empty,
                    receivedAt: TestPki.receivedAt
                )
                #expect(verification.reports.map(\.chain) == chains)
            }
        }
    }
}
