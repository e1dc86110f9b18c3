import InvoiceModel
import InvoiceSignature
import OpenSSL

/// A root, an issuing authority, sellers of several keys below it, and the tax authority. Made once a run.
final class TestPki: Sendable {
    struct Seller: Sendable {
        let key: PrivateKey
        let certificate: Certificate

        var keyPEM: String { String(decoding: key.pem, as: UTF8.self) }
        var certificatePEM: String { PEM.text(label: "CERTIFICATE", der: certificate.der) }
    }

    static let shared: TestPki = {
        do { return try TestPki() } catch { preconditionFailure("no test keys: \(error)") }
    }()

    static let receivedAt = Timestamp("2026-11-21T12:00:00") ?? Timestamp(unixSeconds: 0)
    static let day: Int64 = 86_400

    let rootKey: PrivateKey
    let root: Certificate
    let issuerKey: PrivateKey
    let issuer: Certificate
    let rsa: [Int: Seller]
    let p256: Seller
    let authority: [SignatureProfile: Seller]

    private init() throws {
        rootKey = try .generate(.rsa(bits: 2_048))
        issuerKey = try .generate(.rsa(bits: 2_048))
        root = try Self.builder("Gốc thử", 1, .authority(pathLength: nil)).selfSigned(by: rootKey)
        issuer = try Self.builder("CA thử", 2, .authority(pathLength: 0))
            .signed(for: issuerKey.publicKey, issuer: root, issuerKey: rootKey)
        var rsa: [Int: Seller] = [:]
        for (place, bits) in [1_024, 2_048, 3_072, 4_096].enumerated() {
            let key = try PrivateKey.generate(.rsa(bits: bits))
            rsa[bits] = Seller(
                key: key,
                certificate: try Self.builder("CÔNG TY VÍ DỤ", UInt8(10 + place), .signer, owner: "MST:0199999991")
                    .signed(for: key.publicKey, issuer: issuer, issuerKey: issuerKey)
            )
        }
        self.rsa = rsa
        let key = try PrivateKey.generate(.p256)
        p256 = Seller(
            key: key,
            certificate: try Self.builder("CÔNG TY VÍ DỤ", 20, .signer, owner: "MST:0199999991")
                .signed(for: key.publicKey, issuer: issuer, issuerKey: issuerKey)
        )
        var authority: [SignatureProfile: Seller] = [:]
        for (profile, kind) in [
            (SignatureProfile.p256, KeyKind.p256), (.rsa2048, .rsa(bits: 2_048)), (.rsa3072, .rsa(bits: 3_072)),
        ] {
            let key = try PrivateKey.generate(kind)
            authority[profile] = Seller(
                key: key,
                certificate: try Self.builder("CỤC THUẾ", 30, .signer).selfSigned(by: key)
            )
        }
        self.authority = authority
    }

    var rootPEM: String { PEM.text(label: "CERTIFICATE", der: root.der) }
    var issuerPEM: String { PEM.text(label: "CERTIFICATE", der: issuer.der) }
    var authorityPEM: String {
        // xmlsec1 reads the first certificate of a file only: the one of the profile under test is written by hand.
        authority[.p256].map { $0.certificatePEM } ?? ""
    }

    /// Trust in the root and the issuing authority.
    func trust(lists: [RevocationList] = []) throws -> TrustStore {
        try TrustStore(anchors: [root.der, issuer.der], crls: lists.map(\.der))
    }

    /// A new seller's certificate over the RSA-2048 key, as the test wants it.
    func seller(
        owner: String?,
        serial: UInt8,
        from: Int64 = -100,
        to: Int64 = 100,
        selfSigned: Bool = false
    ) throws -> Seller {
        guard let known = rsa[2_048] else { preconditionFailure("the key is made above") }
        var builder = Self.builder("CÔNG TY VÍ DỤ", serial, .signer, owner: owner)
        builder.notBefore = Self.receivedAt.unixSeconds + from * Self.day
        builder.notAfter = Self.receivedAt.unixSeconds + to * Self.day
        let certificate =
            selfSigned
            ? try builder.selfSigned(by: known.key)
            : try builder.signed(for: known.key.publicKey, issuer: issuer, issuerKey: issuerKey)
        return Seller(key: known.key, certificate: certificate)
    }

    private static func builder(
        _ name: String,
        _ serial: UInt8,
        _ role: CertificateBuilder.Role,
        owner: String? = nil
    ) -> CertificateBuilder {
        var subject = DistinguishedName([.init("C", "VN"), .init("O", "THỬ"), .init("CN", name)])
        if let owner { subject.parts.append(.init("UID", owner)) }
        return CertificateBuilder(
            subject: subject,
            serial: [serial],
            notBefore: receivedAt.unixSeconds - 1_000 * day,
            notAfter: receivedAt.unixSeconds + 1_000 * day,
            role: role
        )
    }
}
