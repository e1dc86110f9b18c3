import InvoiceModel
public import InvoiceXML
import OpenSSL

/// The authority as a signer: its certificate, and its key where replies are to be signed and not only replayed.
///
/// Sendable and shared; each worker makes its own `ReplyMaker`.
public struct AuthoritySigner: Sendable {
    /// Which of the ledger's certificates this is; goes into `ReplyFacts.signer`.
    public let signerID: UInt32
    /// What its signatures say besides digests and values.
    public let facts: AuthorityFacts
    /// The certificate as DER.
    public let certificateDER: [UInt8]
    let key: PrivateKey?

    /// A signer of that certificate; without a key it only writes replies again that were signed before.
    ///
    /// - Throws: `SignatureError` where either cannot be read or they do not belong together.
    public init(certificateDER: [UInt8], privateKeyPEM: [UInt8]?, signerID: UInt32) throws(SignatureError) {
        let certificate: Certificate
        let key: PrivateKey?
        do throws(OpenSSLError) {
            certificate = try Certificate(der: certificateDER)
            if let privateKeyPEM { key = try PrivateKey(pem: privateKeyPEM) } else { key = nil }
        } catch {
            throw .openSSL(error)
        }
        guard key?.matches(certificate) ?? true else { throw .keyMismatch }
        let kind = certificate.publicKey.kind
        guard let algorithm = SignatureAlgorithm(signingWith: kind) else { throw .keyNotServed }
        self.signerID = signerID
        self.certificateDER = certificateDER
        self.key = key
        facts = AuthorityFacts(
            certificateBase64: Base64.encode(certificateDER),
            subject: certificate.subject,
            algorithm: algorithm.uri,
            signatureByteCount: SignContext.byteCount(of: kind)
        )
    }
}
