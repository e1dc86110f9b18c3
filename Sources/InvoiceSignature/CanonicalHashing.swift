import InvoiceModel
import InvoiceXML
import OpenSSL

/// Digests of canonical elements, with buffers kept from one invoice to the next.
struct CanonicalHashing {
    private let sha1 = HashContext(.sha1)
    private let sha256 = HashContext(.sha256)
    private var canonical: [UInt8] = []
    /// What `canonical` holds.
    private var element: Int32 = -1
    private var context = Canonicalizer.Context.inPlace
    /// The digest of it that was taken last.
    private var latest: (algorithm: HashAlgorithm, digest: [UInt8])?
    private var decoded: [UInt8] = []
    /// Whether what was hashed last has a canonical form: a namespace with a relative name has none, and whatever was
    /// computed must not be taken for a digest.
    private(set) var isCanonical = true

    /// Forgets the canonical form at hand: another message comes.
    mutating func begin() {
        element = -1
    }

    /// The digest of an element's canonical form without comments; of nothing for −1.
    mutating func digest(
        of element: Int32,
        in message: ParsedMessage,
        _ context: Canonicalizer.Context,
        _ algorithm: HashAlgorithm
    ) -> [UInt8] {
        if element < 0 {
            canonical.removeAll(keepingCapacity: true)
            self.element = -1
            isCanonical = true
        } else if self.element != element || self.context != context {
            canonical.removeAll(keepingCapacity: true)
            isCanonical = Canonicalizer.append(element: element, of: message, context: context, to: &canonical)
            self.element = element
            self.context = context
        } else if let latest, latest.algorithm == algorithm {
            return latest.digest
        }
        let digest = (algorithm == .sha1 ? sha1 : sha256).hash(canonical.span)
        latest = (algorithm, digest)
        return digest
    }

    /// The SHA-256 of bytes that are canonical as they stand.
    mutating func digest(of bytes: Span<UInt8>) -> Digest {
        sha256.hash(bytes, into: &decoded)
        return Digest(decoded.span)
    }

    /// The digest of `SignedInfo`.
    mutating func digest(
        ofSignedInfo element: Int32,
        in message: ParsedMessage,
        _ context: Canonicalizer.Context,
        keepsComments: Bool,
        _ algorithm: HashAlgorithm
    ) -> [UInt8] {
        canonical.removeAll(keepingCapacity: true)
        self.element = -1
        isCanonical = Canonicalizer.append(
            element: element,
            of: message,
            context: context,
            comments: keepsComments,
            to: &canonical
        )
        return (algorithm == .sha1 ? sha1 : sha256).hash(canonical.span)
    }

    /// The bytes a base64 element holds; `nil` where it is not base64.
    mutating func bytes(ofBase64 element: Int32, in message: ParsedMessage) -> [UInt8]? {
        Base64.decode(message.text(of: message.field(of: element)), into: &decoded) ? decoded : nil
    }
}
