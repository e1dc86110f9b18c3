public import InvoiceModel

/// What checking one signature gave.
public struct SignatureReport: Sendable, Hashable {
    /// Whose signature.
    public enum Signer: String, Sendable {
        /// `DSCKS/NBan`.
        case seller
        /// `DSCKS/NMua`.
        case buyer
        /// `DSCKS/CCKSKhac`.
        case other
        /// `DSCKS/NNT`, or `CKSNNT` of a package.
        case taxpayer
        /// `DSCKS/CQT`.
        case authority
    }

    /// Digests and signature value alone.
    public enum Integrity: String, Sendable {
        /// All hold.
        case valid
        /// One does not, or cannot be checked.
        case invalid
        /// There is no signature.
        case absent
    }

    /// The certificate.
    public enum Chain: String, Sendable {
        /// It leads to a trusted certificate.
        case trusted
        /// It does not.
        case untrusted
        /// A certificate on the way was not valid at signing or at receipt.
        case expired
        /// A certificate on the way was revoked before the receipt.
        case revoked
        /// Nobody said what is trusted.
        case unchecked
    }

    /// Where the namespaces around the invoice were taken from.
    public enum Context: String, Sendable {
        /// From the message around it.
        case inPlace = "in-place"
        /// From the invoice alone.
        case ownDocument = "own-document"
    }

    /// Whose signature.
    public var by: Signer
    /// The signature's algorithm: `rsa-sha1`, `rsa-sha256`, `ecdsa-sha256`; empty where it is not one of them.
    public var algorithm: String
    /// Digests and signature value alone.
    public var integrity: Integrity
    /// The certificate.
    public var chain: Chain
    /// `SigningTime`, where it can be read.
    public var signingTime: Timestamp?
    /// In which context it holds; the context tried first where it holds in none; `nil` where it is absent.
    public var context: Context?

    /// One report.
    public init(
        by signer: Signer,
        algorithm: String = "",
        integrity: Integrity,
        chain: Chain = .unchecked,
        signingTime: Timestamp? = nil,
        context: Context? = nil
    ) {
        self.by = signer
        self.algorithm = algorithm
        self.integrity = integrity
        self.chain = chain
        self.signingTime = signingTime
        self.context = context
    }
}

/// What checking the signature over a package gave: it speaks of every invoice in it.
public struct BatchVerification: Sendable, Hashable {
    /// One for each signature; one that says `absent` where there is none.
    public var reports: [SignatureReport]
    /// Everything found, with paths from `TDiep`; the policy weighs it.
    public var findings: [Finding]

    /// One verification.
    public init(reports: [SignatureReport] = [], findings: [Finding] = []) {
        self.reports = reports
        self.findings = findings
    }
}

/// What checking the signatures of one invoice gave.
public struct InvoiceVerification: Sendable, Hashable {
    /// One for each signature: the seller's, the authority's, the buyer's, others; one that says `absent` where the
    /// seller has none.
    public var reports: [SignatureReport]
    /// Everything found, with exact paths; the policy weighs it.
    public var findings: [Finding]
    /// SHA-256 of the canonical `DLHDon` without comments, its `HDon` taken as a document of its own (in place only
    /// where that leaves a prefix unbound); of no bytes where there is no `DLHDon`.
    public var contentDigest: Digest

    /// One verification.
    public init(reports: [SignatureReport], findings: [Finding], contentDigest: Digest) {
        self.reports = reports
        self.findings = findings
        self.contentDigest = contentDigest
    }
}
