public import InvoiceModel

/// What was decided when the ledger was made, for ever.
public struct LedgerSettings: Sendable, Hashable {
    /// A test ledger: its certificates and pages say TEST.
    public var isTest: Bool
    /// Test ledgers only: master key and id key come from this text, so that codes and ids repeat.
    public var seed: String?
    /// Test ledgers only: the clock stands still at this moment.
    public var fixedClock: Timestamp?
    /// How the authority signs.
    public var profile: SignatureProfile
    /// The place named in notices (`DDanh`).
    public var placeName: String
    /// When the ledger was made.
    public var createdAt: Timestamp

    /// The place named in notices where nothing else was said.
    public static let defaultPlaceName = "Hà Nội"

    /// Settings of a new ledger.
    ///
    /// - Precondition: `seed` and `fixedClock` only with `isTest`.
    public init(
        isTest: Bool = false,
        seed: String? = nil,
        fixedClock: Timestamp? = nil,
        profile: SignatureProfile = .p256,
        placeName: String = LedgerSettings.defaultPlaceName,
        createdAt: Timestamp
    ) {
        precondition(isTest || (seed == nil && fixedClock == nil), "seed and clock are for test ledgers")
        self.isTest = isTest
        self.seed = seed
        self.fixedClock = fixedClock
        self.profile = profile
        self.placeName = placeName
        self.createdAt = createdAt
    }
}

/// The authority's certificate and private key, as the ledger keeps them.
public struct AuthorityIdentity: Sendable, Hashable, CustomStringConvertible {
    /// 1, 2, 3 … in order of their making; `ReplyFacts.signer` names it.
    public var id: UInt32
    /// The certificate.
    public var certificateDER: [UInt8]
    /// The certificate as published in `authority.pem`.
    public var certificatePEM: [UInt8]
    /// The private key; a secret, and empty where only the certificate is asked for.
    public var privateKeyPEM: [UInt8]

    /// An identity; the ledger gives the id when it takes one in.
    public init(id: UInt32 = 0, certificateDER: [UInt8], certificatePEM: [UInt8], privateKeyPEM: [UInt8]) {
        self.id = id
        self.certificateDER = certificateDER
        self.certificatePEM = certificatePEM
        self.privateKeyPEM = privateKeyPEM
    }

    /// Names the identity without its secret.
    public var description: String { "authority \(id)" }
}

/// Trust anchors and revocation lists as of one moment.
public struct TrustMaterial: Sendable, Hashable {
    /// Certificates trusted as they are, DER, in order of their addition.
    public var anchors: [[UInt8]]
    /// Revocation lists, DER, in order of their addition.
    public var revocationLists: [[UInt8]]
    /// The number of the change that made it so: equal versions hold the same bytes.
    public var version: UInt64

    /// Trust material.
    public init(anchors: [[UInt8]], revocationLists: [[UInt8]], version: UInt64) {
        self.anchors = anchors
        self.revocationLists = revocationLists
        self.version = version
    }
}
