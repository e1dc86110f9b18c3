public import InvoiceModel
import OpenSSL

/// A manifest with its signature: CMS SignedData as `openssl cms -sign -nodetach -binary` makes it.
///
/// Digest and signature value hold; whether its signer's certificate counts, `SignatureChecker` says.
public final class SignedManifest: Sendable {
    /// The message as it came.
    public let bytes: [UInt8]
    /// SHA-256 of it: what chunks are kept with.
    public let sha256: Digest
    /// What was signed.
    public let manifest: Manifest
    /// The tax codes in the certificate's subject.
    public let signers: [TaxCode]
    /// The signature algorithm, as reports name it.
    public let algorithm: String
    /// When it was signed, where the signature covers that and it can be read.
    public let signingTime: Timestamp?
    let certificate: Certificate
    /// Its text in base64: the key of the cache of certificates.
    let certificateText: [UInt8]
    let usesSHA1: Bool
    private let places: [Digest: Int]

    /// Bytes of the largest message that is read.
    public static let maximumBytes = Manifest.maximumBytes + 65_536

    /// Reads and verifies.
    ///
    /// - Throws: what is wrong with the message, its signature or its content.
    public init(_ bytes: [UInt8]) throws(ManifestFault) {
        let signed: SignedContent
        do throws(SignedContent.Fault) {
            signed = try SignedContent(bytes)
        } catch {
            switch error {
            case .shape(let words): throw .shape(words)
            case .signature(let words): throw .signature(words)
            }
        }
        guard let manifest = Manifest(signed.content) else { throw .content }
        self.bytes = bytes
        self.manifest = manifest
        sha256 = Digest(SHA256.hash(bytes).span)
        certificate = signed.certificate
        let der = signed.certificate.der
        certificateText = Base64.encode(der.span)
        signers = signed.certificate.userIDs.compactMap { id in
            // Households and persons sign with the number of their identity card.
            KnownCertificate.digits(ofUserID: id).flatMap { TaxCode(withoutDash: String(decoding: $0, as: UTF8.self)) }
        }
        signingTime = signed.signingTime.map { Timestamp(unixSeconds: $0) }
        usesSHA1 = signed.digest == .sha1
        let kind: String
        switch signed.certificate.publicKey.kind {
        case .rsa: kind = "rsa"
        case .p256: kind = "ecdsa"
        case .other: kind = ""
        }
        algorithm = kind.isEmpty ? "" : signed.digest.map { "\(kind)-\($0.rawValue)" } ?? ""
        var places: [Digest: Int] = [:]
        for (place, chunk) in manifest.chunks.enumerated() { places[chunk.sha256] = place }
        self.places = places
    }

    /// Whether it vouches for a chunk of that many lines and bytes with that SHA-256.
    public func names(_ sha256: Digest, lines: Int, bytes: Int) -> Bool {
        guard let place = places[sha256] else { return false }
        let chunk = manifest.chunks[place]
        return chunk.lines == lines && chunk.bytes == bytes
    }
}

/// Why bytes are no signed manifest.
public enum ManifestFault: Error, Sendable, Hashable {
    /// They are no CMS message of one signer with content and certificate; OpenSSL's words.
    case shape(String)
    /// The signature does not hold; OpenSSL's words.
    case signature(String)
    /// What was signed is no manifest.
    case content
}
