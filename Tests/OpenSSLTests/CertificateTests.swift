import OpenSSL
import Testing

@Suite struct CertificateTests {
    static let start: Int64 = 1_767_200_400
    static let day: Int64 = 86_400

    /// A root, an issuing authority and a business below it.
    struct Pki {
        let rootKey: PrivateKey
        let root: Certificate
        let issuerKey: PrivateKey
        let issuer: Certificate
        let leafKey: PrivateKey
        let leaf: Certificate

        init(leafDays: Int64 = 365, issuerDays: Int64 = 1_000) throws {
            rootKey = try .generate(.rsa(bits: 2_048))
            issuerKey = try .generate(.rsa(bits: 2_048))
            leafKey = try .generate(.rsa(bits: 1_024))
            root = try Self.builder("Gốc thử", [1], 3_000, .authority(pathLength: nil)).selfSigned(by: rootKey)
            issuer = try Self.builder("CA thử", [2], issuerDays, .authority(pathLength: 0))
                .signed(for: issuerKey.publicKey, issuer: root, issuerKey: rootKey)
            leaf = try Self.builder("CÔNG TY VÍ DỤ", [0x0A, 0xBC], leafDays, .signer, userID: "MST:0199999991")
                .signed(for: leafKey.publicKey, issuer: issuer, issuerKey: issuerKey)
        }

        static func builder(
            _ name: String,
            _ serial: [UInt8],
            _ days: Int64,
            _ role: CertificateBuilder.Role,
            userID: String? = nil
        ) -> CertificateBuilder {
            var subject = DistinguishedName([.init("C", "VN"), .init("O", "Thử, \"nghiệm\""), .init("CN", name)])
            if let userID { subject.parts.append(.init("0.9.2342.19200300.100.1.1", userID)) }
            return CertificateBuilder(
                subject: subject,
                serial: serial,
                notBefore: start,
                notAfter: start + days * day,
                role: role
            )
        }
    }

    @Test func `the openssl command reads the same of a certificate and trusts its chain`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        let pki = try Pki()
        try judge.write(pki.leaf.der, "leaf.der")
        let printed = try judge.openssl(
            "x509",
            "-inform",
            "DER",
            "-in",
            "leaf.der",
            "-noout",
            "-subject",
            "-issuer",
            "-serial",
            "-startdate",
            "-enddate",
            "-nameopt",
            "RFC2253,-esc_msb"
        ).output
        #expect(printed.contains("subject=\(pki.leaf.subject)\n"))
        #expect(printed.contains("issuer=\(pki.leaf.issuer)\n"))
        #expect(printed.contains("serial=0ABC\n") && pki.leaf.serial == "ABC")
        #expect(printed.contains("notBefore=Dec 31 17:00:00 2025 GMT"))
        #expect(printed.contains("notAfter=Dec 31 17:00:00 2026 GMT"))
        #expect(pki.leaf.notBefore == Self.start && pki.leaf.notAfter == Self.start + 365 * Self.day)
        #expect(pki.leaf.userIDs == ["MST:0199999991"])
        #expect(pki.leaf.subject.contains("CN=CÔNG TY VÍ DỤ"))
        #expect(pki.leaf.publicKey.kind == .rsa(bits: 1_024))
        #expect(pki.leafKey.matches(pki.leaf) && !pki.rootKey.matches(pki.leaf))
        try judge.write(Array(PEM.text(label: "CERTIFICATE", der: pki.root.der).utf8), "root.pem")
        try judge.write(Array(PEM.text(label: "CERTIFICATE", der: pki.issuer.der).utf8), "issuer.pem")
        try judge.write(Array(PEM.text(label: "CERTIFICATE", der: pki.leaf.der).utf8), "leaf.pem")
        let verdict = try judge.openssl(
            "verify",
            "-x509_strict",
            "-auth_level",
            "0",
            "-attime",
            "\(Self.start + 10)",
            "-CAfile",
            "root.pem",
            "-untrusted",
            "issuer.pem",
            "leaf.pem"
        )
        #expect(verdict.status == 0, "\(verdict.output)")
        #expect(try PEM.blocks(judge.read("leaf.pem")).map(\.der) == [pki.leaf.der])
    }

    @Test func `a chain is trusted from a root, from an authority in between, and from the certificate itself`() throws
    {
        let pki = try Pki()
        let moment = Self.start + 10
        for anchors in [[pki.root, pki.issuer], [pki.issuer], [pki.leaf]] {
            let verdict = try TrustChain(anchors: anchors, lists: []).verdict(on: pki.leaf, at: moment)
            #expect(verdict.outcome == .trusted, "\(anchors.map(\.subject)): \(verdict.reason)")
            #expect(verdict.validity == Self.start...Self.start + 365 * Self.day)
        }
        let stranger = try Pki()
        for anchors in [[], [pki.root], [stranger.root, stranger.issuer]] {
            let verdict = try TrustChain(anchors: anchors, lists: []).verdict(on: pki.leaf, at: moment)
            #expect(verdict.outcome == .untrusted && !verdict.reason.isEmpty)
        }
    }

    @Test func `a chain past its time is expired, not unknown`() throws {
        let pki = try Pki(leafDays: 365, issuerDays: 100)
        let chain = try TrustChain(anchors: [pki.root, pki.issuer], lists: [])
        let inside = chain.verdict(on: pki.leaf, at: Self.start + 99 * Self.day)
        #expect(inside.outcome == .trusted && inside.validity.upperBound == Self.start + 100 * Self.day)
        #expect(chain.verdict(on: pki.leaf, at: Self.start + 101 * Self.day).outcome == .expired)
        #expect(chain.verdict(on: pki.leaf, at: Self.start - 1).outcome == .expired)
    }

    @Test func `a revoked certificate is known by its issuer's list only`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        let pki = try Pki()
        let since = Self.start + 50 * Self.day
        let entries = [RevocationList.Entry(serial: [0x0A, 0xBC], date: since), .init(serial: [9], date: Self.start)]
        let list = try RevocationList.make(
            issuer: pki.issuer,
            key: pki.issuerKey,
            entries: entries,
            thisUpdate: since,
            nextUpdate: since + Self.day
        )
        #expect(list.revoked == ["ABC": since, "9": Self.start] && list.issuer == pki.issuer.subject)
        let forged = try RevocationList.make(
            issuer: pki.issuer,
            key: pki.rootKey,
            entries: [.init(serial: [0x0A, 0xBC], date: Self.start)],
            thisUpdate: since,
            nextUpdate: since + Self.day
        )
        let anchors = [pki.root, pki.issuer]
        #expect(
            try TrustChain(anchors: anchors, lists: [list, forged]).verdict(on: pki.leaf, at: since)
                .revokedSince == since
        )
        #expect(
            try TrustChain(anchors: anchors, lists: [forged]).verdict(on: pki.leaf, at: since).revokedSince == nil
        )
        try judge.write(list.der, "crl.der")
        let printed = try judge.openssl("crl", "-inform", "DER", "-in", "crl.der", "-noout", "-text").output
        #expect(printed.contains("Serial Number: 0ABC"))
    }

    @Test func `bytes that are no certificate are a typed failure`() throws {
        let pki = try Pki()
        #expect(throws: OpenSSLError.self) { try Certificate(der: []) }
        #expect(throws: OpenSSLError.self) { try Certificate(der: pki.leaf.der + [0]) }
        #expect(throws: OpenSSLError.self) { try Certificate(der: pki.leaf.der.dropLast(3).map { $0 }) }
        #expect(throws: OpenSSLError.self) { try RevocationList(der: pki.leaf.der) }
    }
}
