import OpenSSL

/// The signature algorithms that are served.
enum SignatureAlgorithm {
    case rsaSHA1
    case rsaSHA256
    case ecdsaSHA256

    /// The algorithm of that URI, or `nil`.
    init?(uri: Span<UInt8>) {
        if PublicBytes.areEqual(uri, URIs.rsaSHA256.span) {
            self = .rsaSHA256
        } else if PublicBytes.areEqual(uri, URIs.rsaSHA1.span) {
            self = .rsaSHA1
        } else if PublicBytes.areEqual(uri, URIs.ecdsaSHA256.span) {
            self = .ecdsaSHA256
        } else {
            return nil
        }
    }

    /// The algorithm with SHA-256 for such a key, or `nil`.
    init?(signingWith kind: KeyKind) {
        switch kind {
        case .rsa: self = .rsaSHA256
        case .p256: self = .ecdsaSHA256
        case .other: return nil
        }
    }

    /// As reports name it.
    var name: String {
        switch self {
        case .rsaSHA1: "rsa-sha1"
        case .rsaSHA256: "rsa-sha256"
        case .ecdsaSHA256: "ecdsa-sha256"
        }
    }

    /// Its hash function.
    var hash: HashAlgorithm { self == .rsaSHA1 ? .sha1 : .sha256 }

    /// Whether a key of that kind can make such signatures.
    func fits(_ kind: KeyKind) -> Bool {
        switch kind {
        case .rsa: self != .ecdsaSHA256
        case .p256: self == .ecdsaSHA256
        case .other: false
        }
    }

    /// As the wire names it.
    var uri: String {
        switch self {
        case .rsaSHA1: String(decoding: URIs.rsaSHA1, as: UTF8.self)
        case .rsaSHA256: String(decoding: URIs.rsaSHA256, as: UTF8.self)
        case .ecdsaSHA256: String(decoding: URIs.ecdsaSHA256, as: UTF8.self)
        }
    }
}

/// What stands in `Algorithm` attributes.
enum URIs {
    static let rsaSHA1 = Array("http://www.w3.org/2000/09/xmldsig#rsa-sha1".utf8)
    static let rsaSHA256 = Array("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256".utf8)
    static let ecdsaSHA256 = Array("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256".utf8)
    static let sha1 = Array("http://www.w3.org/2000/09/xmldsig#sha1".utf8)
    static let sha256 = Array("http://www.w3.org/2001/04/xmlenc#sha256".utf8)
    static let canonical = Array("http://www.w3.org/TR/2001/REC-xml-c14n-20010315".utf8)
    static let canonicalWithComments = Array("http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments".utf8)
    static let enveloped = Array("http://www.w3.org/2000/09/xmldsig#enveloped-signature".utf8)

    /// The hash function of a `DigestMethod`, or `nil`.
    static func hash(_ uri: Span<UInt8>) -> HashAlgorithm? {
        if PublicBytes.areEqual(uri, sha256.span) { return .sha256 }
        if PublicBytes.areEqual(uri, sha1.span) { return .sha1 }
        return nil
    }

    /// Whether it is the URI of `enveloped-signature`.
    static func isEnveloped(_ uri: Span<UInt8>) -> Bool { PublicBytes.areEqual(uri, enveloped.span) }

    /// Whether inclusive Canonical XML 1.0 of that URI keeps comments; `nil` for anything else.
    static func keepsComments(_ uri: Span<UInt8>) -> Bool? {
        if PublicBytes.areEqual(uri, canonical.span) { return false }
        if PublicBytes.areEqual(uri, canonicalWithComments.span) { return true }
        return nil
    }
}
