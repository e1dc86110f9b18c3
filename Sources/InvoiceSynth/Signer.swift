import OpenSSL

/// A key with its certificate: signs bytes for one party. Not shared between threads.
final class Signer {
    /// The key and everything a `KeyInfo` needs, shared by all signers of that key.
    let certificate: Certificate
    /// The certificate in base64, on one line.
    let certificateText: String
    private let key: PrivateKey
    private var contexts: [HashAlgorithm: SignContext] = [:]

    init(key: PrivateKey, certificate: Certificate) {
        self.key = key
        self.certificate = certificate
        certificateText = Base64.encode(certificate.der)
    }

    /// RSA PKCS#1 v1.5 over the hash of the bytes.
    func signature(over bytes: [UInt8], algorithm: HashAlgorithm) throws(SynthError) -> [UInt8] {
        do throws(OpenSSLError) {
            let context: SignContext
            if let made = contexts[algorithm] {
                context = made
            } else {
                context = try SignContext(key: key, algorithm: algorithm)
                contexts[algorithm] = context
            }
            return try context.sign(digest: HashContext(algorithm).hash(bytes))
        } catch {
            throw .keys("\(error)")
        }
    }
}
