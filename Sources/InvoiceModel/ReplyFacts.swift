/// Everything of a reply that cannot be computed again from the message: with it, the same reply is written again,
/// byte for byte.
public struct ReplyFacts: Sendable, Hashable {
    /// What kind of reply.
    public enum Kind: UInt8, Sendable {
        /// 202: the invoice with its code.
        case issued = 1
        /// 204: the notice with reasons.
        case refused = 2
        /// 999: the technical reply.
        case technical = 3
        /// 204: the notice that judges each invoice of a message of many.
        case results = 4
    }

    /// What kind of reply.
    public var kind: Kind
    /// The reply's own id after `TCT`: 16 bytes shown as 32 upper-case digits (`MTDiep`).
    public var replyID: [UInt8]
    /// When the authority answered: `SigningTime`, `NTBao`, `NNhan`.
    public var repliedAt: Timestamp
    /// 16 bytes: the Id of `MCCQT` or `DLTBao`.
    public var elementID: [UInt8]
    /// 16 bytes: the Id of the authority's `Signature`.
    public var signatureID: [UInt8]
    /// 16 bytes: the Id of the `Object` with the signing time.
    public var timeID: [UInt8]
    /// `So` of a 204: two-digit year and ten-digit counter as one number.
    public var noticeNumber: UInt64?
    /// The value of the authority's signature as XML Signature writes it before base64; empty for a 999.
    public var signature: [UInt8]
    /// Which of the authority's certificates signed; 0 for a 999.
    public var signer: UInt32

    /// All of them.
    public init(
        kind: Kind,
        replyID: [UInt8],
        repliedAt: Timestamp,
        elementID: [UInt8] = [],
        signatureID: [UInt8] = [],
        timeID: [UInt8] = [],
        noticeNumber: UInt64? = nil,
        signature: [UInt8] = [],
        signer: UInt32 = 0
    ) {
        self.kind = kind
        self.replyID = replyID
        self.repliedAt = repliedAt
        self.elementID = elementID
        self.signatureID = signatureID
        self.timeID = timeID
        self.noticeNumber = noticeNumber
        self.signature = signature
        self.signer = signer
    }
}

/// How the authority signs: P-256 by default, RSA for clients that know only that.
public enum SignatureProfile: String, Sendable, CaseIterable {
    /// ECDSA over P-256 with SHA-256.
    case p256
    /// RSA-2048 with SHA-256.
    case rsa2048
    /// RSA-3072 with SHA-256, as the real authority signs today.
    case rsa3072
}
