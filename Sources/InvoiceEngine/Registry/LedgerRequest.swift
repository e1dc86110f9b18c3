import Foundation
import InvoiceLedger
public import InvoiceModel
import InvoiceSignature
import OpenSSL

/// What a new ledger is asked to be.
public struct LedgerRequest: Sendable, Hashable {
    /// How the authority signs.
    public var signature: SignatureProfile
    /// The place that stands on notices (`DDanh`).
    public var place: String
    /// A test ledger, marked so for ever.
    public var isTest = false
    /// Test ledgers: codes and ids follow from it.
    public var seed: String?
    /// Test ledgers: the time that always is.
    public var clock: Timestamp?

    /// A real ledger.
    public init(signature: SignatureProfile = .p256, place: String = "Hà Nội") {
        self.signature = signature
        self.place = place
    }
}

extension Engine {
    /// Makes a ledger with the authority's keys and certificate, and opens it.
    public static func create(at path: String, _ request: LedgerRequest) throws(EngineError) -> Engine {
        guard request.isTest || (request.seed == nil && request.clock == nil) else {
            throw EngineError(.usage, "Seed and clock are for test ledgers only; add --test.")
        }
        let now = request.clock ?? systemTime()
        let settings = LedgerSettings(
            isTest: request.isTest,
            seed: request.seed,
            fixedClock: request.clock,
            profile: request.signature,
            placeName: request.place,
            createdAt: now
        )
        let identity = try authority(request, at: now)
        let actor = Actor(ActingUser.words, at: now)
        let ledger = try storing { () throws(LedgerError) in
            try Ledger.create(at: path, settings: settings, authority: identity, by: actor)
        }
        return try Engine(ledger, for: .writing)
    }

    /// A key and a certificate of its own for the authority.
    private static func authority(
        _ request: LedgerRequest,
        at now: Timestamp
    ) throws(EngineError) -> AuthorityIdentity {
        let kind: KeyKind =
            switch request.signature {
            case .p256: .p256
            case .rsa2048: .rsa(bits: 2_048)
            case .rsa3072: .rsa(bits: 3_072)
            }
        let name = request.isTest ? "TEST - CỤC THUẾ" : "CỤC THUẾ"
        let subject = DistinguishedName([
            .init("C", "VN"), .init("L", request.place), .init("O", "BỘ TÀI CHÍNH"), .init("CN", name),
        ])
        do {
            let key = try PrivateKey.generate(kind)
            let certificate = try CertificateBuilder(
                subject: subject,
                serial: serial(),
                notBefore: now.advanced(bySeconds: -86_400).unixSeconds,
                notAfter: now.advanced(bySeconds: authorityLifetime).unixSeconds,
                role: .signer
            ).selfSigned(by: key)
            return AuthorityIdentity(
                certificateDER: certificate.der,
                certificatePEM: Array(PEM.text(label: "CERTIFICATE", der: certificate.der).utf8),
                privateKeyPEM: key.pem
            )
        } catch {
            throw EngineError(.store, "The authority's key cannot be made: \(error)")
        }
    }

    /// A positive random number of sixteen bytes.
    private static func serial() -> [UInt8] {
        [0x40 | UInt8.random(in: 0..<0x40)] + (1..<16).map { _ in UInt8.random(in: 0...255) }
    }

    /// Seconds the authority's own certificate is valid: ten years.
    private static let authorityLifetime: Int64 = 3_653 * 86_400
}
