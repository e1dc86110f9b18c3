import COpenSSL

/// What is fetched from OpenSSL once a process: looking an algorithm up by name costs more than using it.
///
/// The machine's `openssl.cnf` is not read: which algorithms and key sizes are served is the policy's decision, and
/// the same everywhere.
// Nothing is written after init, and OpenSSL may read such an object from several threads.
@safe struct Library: @unchecked Sendable {
    let sha1: OpaquePointer
    let sha256: OpaquePointer
    let hmac: OpaquePointer
    let aes128: OpaquePointer

    static let shared = Library()

    private init() {
        OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG), nil)
        // Fetched objects live as long as the process.
        guard let sha1 = unsafe EVP_MD_fetch(nil, "SHA1", nil),
            let sha256 = unsafe EVP_MD_fetch(nil, "SHA256", nil),
            let hmac = unsafe EVP_MAC_fetch(nil, "HMAC", nil),
            let aes128 = unsafe EVP_CIPHER_fetch(nil, "AES-128-ECB", nil)
        else { preconditionFailure("OpenSSL lacks SHA-1, SHA-256, HMAC or AES") }
        unsafe self.sha1 = sha1
        unsafe self.sha256 = sha256
        unsafe self.hmac = hmac
        unsafe self.aes128 = aes128
    }
}
