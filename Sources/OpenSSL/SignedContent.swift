import COpenSSL

/// Content that somebody signed and that stands with its signature in one CMS message (RFC 5652), as
/// `openssl cms -sign -nodetach` makes it.
///
/// That a value is there says that digest and signature value hold under the key of the certificate inside. Whose
/// certificate that is, and whether it counts, is for others to say.
public struct SignedContent: Sendable {
    /// What was signed.
    public let content: [UInt8]
    /// The signer's certificate, as the message carries it.
    public let certificate: Certificate
    /// The hash function; `nil` where it is neither SHA-1 nor SHA-256, SHA-384 or SHA-512.
    public let digest: DigestName?
    /// `signingTime`, where it was signed too and can be read: Unix time in seconds.
    public let signingTime: Int64?

    /// A hash function, as reports name it.
    public enum DigestName: String, Sendable, Hashable {
        /// SHA-1, which the policy warns of.
        case sha1
        case sha256
        case sha384
        case sha512
    }

    /// Why bytes are no signed content.
    public enum Fault: Error, Sendable, Hashable {
        /// They are no CMS message of one signer with content and certificate; OpenSSL's words.
        case shape(String)
        /// Digest or signature value does not hold; OpenSSL's words.
        case signature(String)
    }

    /// Reads and verifies DER, or PEM (`-----BEGIN CMS-----`, `PKCS7`).
    public init(_ bytes: [UInt8]) throws(Fault) {
        _ = Library.shared
        let der = try SignedContent.der(of: bytes)
        let message = unsafe try SignedContent.message(der)
        defer { unsafe CMS_ContentInfo_free(message) }
        guard unsafe OBJ_obj2nid(CMS_get0_type(message)) == NID_pkcs7_signed else {
            throw .shape("not signed data")
        }
        guard let signer = unsafe shim_cms_signer(message, 0), unsafe shim_cms_signer(message, 1) == nil else {
            throw .shape("not exactly one signer")
        }
        guard let output = unsafe BIO_new(BIO_s_mem()) else { preconditionFailure("no memory for a content") }
        defer { unsafe BIO_free(output) }
        let flags = UInt32(CMS_NO_SIGNER_CERT_VERIFY) | UInt32(CMS_BINARY)
        // Whose certificate it is, others judge; the value must hold under the key of the one inside.
        guard unsafe CMS_verify(message, nil, nil, nil, output, flags) == 1 else {
            throw .signature(OpenSSLError.taken("verify a CMS message").reason)
        }
        guard let certificate = unsafe shim_cms_certificate(signer) else { throw .shape("no certificate") }
        content = unsafe contents(of: output)
        digest =
            switch unsafe shim_cms_digest(signer) {
            case NID_sha1: .sha1
            case NID_sha256: .sha256
            case NID_sha384: .sha384
            case NID_sha512: .sha512
            default: nil
            }
        signingTime = unsafe Certificate.moment(shim_cms_signing_time(signer))
        let der509 = unsafe encoded { unsafe i2d_X509(certificate, $0) }
        do throws(OpenSSLError) {
            unsafe self.certificate = try Certificate(owning: certificate, der: der509)
        } catch {
            throw .shape(error.description)
        }
    }

    private static func der(of bytes: [UInt8]) throws(Fault) -> [UInt8] {
        guard bytes.first == UInt8(ascii: "-") else { return bytes }
        guard let blocks = try? PEM.blocks(bytes), blocks.count == 1, ["CMS", "PKCS7"].contains(blocks[0].label) else {
            throw .shape("not one block of CMS in PEM")
        }
        return blocks[0].der
    }

    private static func message(_ der: [UInt8]) throws(Fault) -> OpaquePointer {
        guard let read = unsafe DER.object(der, { unsafe d2i_CMS_ContentInfo(nil, $0, $1) }) else {
            throw .shape(OpenSSLError.taken("read a CMS message").reason)
        }
        guard unsafe read.rest == 0 else {
            unsafe CMS_ContentInfo_free(read.object)
            throw .shape("bytes after its end")
        }
        return unsafe read.object
    }
}
