public import OpenSSL

/// Why a signature could not be made or trust not be set up.
public enum SignatureError: Error, Sendable, Hashable {
    /// OpenSSL refused a certificate, list or key.
    case openSSL(OpenSSLError)
    /// The private key is not the certificate's.
    case keyMismatch
    /// The key is of a kind the authority does not sign with.
    case keyNotServed
    /// The reply is to be signed, but there is only the certificate.
    case noPrivateKey
    /// What was written cannot be read again: a defect of ours.
    case unreadableReply(String)
    /// The seller's signature would not hold in the reply.
    case sellerSignatureLost
}
