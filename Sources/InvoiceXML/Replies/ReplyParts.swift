public import InvoiceModel

/// What the authority puts into its signatures besides digests and values.
public struct AuthorityFacts: Sendable, Hashable {
    /// Its certificate (`X509Certificate`), DER in base64 on one line.
    public let certificateBase64: String
    /// The certificate's subject (`X509SubjectName`), as RFC 2253 writes names.
    public let subject: String
    /// `SignatureMethod`.
    public let algorithm: String
    /// Bytes of its signature values before base64.
    public let signatureByteCount: Int
    /// What of it stands in every signature, written once.
    let form: AuthorityForm

    /// All of them.
    public init(certificateBase64: String, subject: String, algorithm: String, signatureByteCount: Int) {
        self.certificateBase64 = certificateBase64
        self.subject = subject
        self.algorithm = algorithm
        self.signatureByteCount = signatureByteCount
        form = AuthorityForm(certificateBase64: certificateBase64, subject: subject, algorithm: algorithm)
    }
}

/// A reply whose digests and signature value are still to be filled in.
///
/// Each has its place already, of the exact length, so that filling in moves nothing.
public struct ReplyDraft: Sendable {
    /// What a reference is to.
    public enum Target: Sendable {
        /// `DLHDon` or `DLTBao`.
        case data
        /// The `Object` with the signing time.
        case time
        /// `MCCQT`.
        case code
    }

    /// The reply, with `A` in every place.
    public internal(set) var bytes: [UInt8]
    /// What the references are to, in their order.
    public internal(set) var targets: [Target] = []
    /// The places of their `DigestValue`, 44 bytes each.
    public internal(set) var digestValues: [ByteRange] = []
    /// The `Id` of `DLHDon` or `DLTBao`, its references resolved; `nil` where it has none.
    public internal(set) var dataID: [UInt8]?
    /// The place of `SignatureValue`.
    public internal(set) var signatureValue = ByteRange.empty

    /// The `Id` of what a reference is to.
    public func id(of target: Target, _ facts: ReplyFacts) -> [UInt8] {
        switch target {
        case .data: dataID ?? []
        case .time: Array("SigningTime-\(Hex.lowercase(facts.timeID))".utf8)
        case .code: Array("Id-\(Hex.lowercase(facts.elementID))".utf8)
        }
    }

    /// Puts text into a place that is as long.
    ///
    /// - Precondition: the text needs no reference.
    public mutating func fill(_ place: ByteRange, with text: [UInt8]) {
        precondition(text.count == Int(place.count), "a value fits its place")
        for index in text.indices {
            precondition(text[index] != UInt8(ascii: "<") && text[index] != UInt8(ascii: "&"), "plain text")
            bytes[Int(place.offset) + index] = text[index]
        }
    }
}

/// One reason of a refusal, in the words of the rule table.
public struct ReplyReason: Sendable, Hashable {
    /// `MLoi`: five digits, or four in a 999.
    public var code: String
    /// What is wrong, in Vietnamese.
    public var text: String
    /// Where: the path of the finding.
    public var path: String
    /// How to mend it, in Vietnamese (`HDXLy`).
    public var remedy: String
    /// The rule's stable code (`GChu`).
    public var slug: String

    /// One reason.
    public init(code: String, text: String, path: String, remedy: String, slug: String) {
        self.code = code
        self.text = text
        self.path = path
        self.remedy = remedy
        self.slug = slug
    }
}

/// Everything a 204 with `LTBao` 1 says that is not in `ReplyFacts`.
public struct RefusalNotice: Sendable, Hashable {
    /// The message answered.
    public var heading: NoticeHeading
    /// Its invoice, and why that gets no code.
    public var invoice: RefusedInvoice

    /// All of it.
    public init(heading: NoticeHeading, invoice: RefusedInvoice) {
        self.heading = heading
        self.invoice = invoice
    }
}

/// Everything a 999 with an error says that is not in `ReplyFacts`.
public struct TechnicalReply: Sendable, Hashable {
    /// `MNGui` of the message answered; empty where it could not be read.
    public var sender: String
    /// `MTDiep` of the message answered; empty where it could not be read.
    public var messageID: String
    /// When the message came in (`NNhan`): `YYYY-MM-DDThh:mm:ss`.
    public var receivedAt: String
    /// Why.
    public var reasons: [ReplyReason]

    /// All of it.
    public init(sender: String, messageID: String, receivedAt: String, reasons: [ReplyReason]) {
        self.sender = sender
        self.messageID = messageID
        self.receivedAt = receivedAt
        self.reasons = reasons
    }
}
