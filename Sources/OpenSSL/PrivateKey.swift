import COpenSSL

/// A private key.
///
/// Immutable; OpenSSL counts references, so it may be shared.
///
/// Sendable: nothing is written after init, and OpenSSL may read such an object from several threads.
@safe public final class PrivateKey: @unchecked Sendable {
    let key: OpaquePointer
    /// What it is.
    public let kind: KeyKind

    private init(owning key: OpaquePointer) {
        unsafe self.key = key
        kind = unsafe PublicKey.kind(of: key)
    }

    deinit {
        unsafe EVP_PKEY_free(key)
    }

    /// A new key: `.rsa(bits:)` or `.p256`.
    ///
    /// - Throws: `OpenSSLError` where OpenSSL cannot make one.
    public static func generate(_ kind: KeyKind) throws(OpenSSLError) -> PrivateKey {
        let key: OpaquePointer?
        _ = Library.shared
        switch kind {
        case .rsa(let bits): unsafe key = shim_generate_rsa(bits)
        case .p256: unsafe key = shim_generate_p256()
        case .other: throw OpenSSLError("generate a key", reason: "only RSA and P-256")
        }
        guard let key = unsafe key else { throw OpenSSLError.taken("generate a key") }
        return unsafe PrivateKey(owning: key)
    }

    /// Reads an unencrypted key from its PEM text.
    ///
    /// - Throws: `OpenSSLError` where there is none.
    public init(pem: [UInt8]) throws(OpenSSLError) {
        _ = Library.shared
        // The memory BIO reads from our bytes, which outlive it; a callback is never asked for a password.
        let key: OpaquePointer? = unsafe pem.withUnsafeBufferPointer { buffer in
            guard let bio = unsafe BIO_new_mem_buf(buffer.baseAddress, Int32(buffer.count)) else { return nil }
            defer { unsafe BIO_free(bio) }
            return unsafe PEM_read_bio_PrivateKey(bio, nil, { _, _, _, _ in -1 }, nil)
        }
        guard let key = unsafe key else { throw OpenSSLError.taken("read a private key") }
        unsafe self.key = key
        kind = unsafe PublicKey.kind(of: key)
    }

    /// Its PKCS#8 PEM text, unencrypted: whoever writes it to a file must keep others out.
    public var pem: [UInt8] {
        guard let bio = unsafe BIO_new(BIO_s_mem()) else { preconditionFailure("no memory for a key's text") }
        defer { unsafe BIO_free(bio) }
        let written = unsafe PEM_write_bio_PrivateKey(bio, key, nil, nil, 0, nil, nil)
        precondition(written == 1, "OpenSSL could not write a key")
        return unsafe contents(of: bio)
    }

    /// The public half.
    public var publicKey: PublicKey {
        unsafe EVP_PKEY_up_ref(key)
        return unsafe PublicKey(owning: key)
    }

    /// Whether the certificate is for this key.
    public func matches(_ certificate: Certificate) -> Bool {
        unsafe EVP_PKEY_eq(key, certificate.publicKey.key) == 1
    }
}

/// Signs digests of one hash function with one key, again and again.
///
/// One per worker and key.
@safe public final class SignContext {
    private let context: OpaquePointer
    private let kind: KeyKind
    private let key: PrivateKey
    /// As long as the longest value.
    private var value: [UInt8]

    /// A context for that key: RSA by PKCS#1 v1.5, or ECDSA.
    ///
    /// - Throws: `OpenSSLError` for other keys.
    public init(key: PrivateKey, algorithm: HashAlgorithm = .sha256) throws(OpenSSLError) {
        guard key.kind != .other, let context = unsafe EVP_PKEY_CTX_new(key.key, nil) else {
            throw OpenSSLError.taken("sign")
        }
        var ready = unsafe EVP_PKEY_sign_init(context) == 1
        if case .rsa = key.kind {
            ready = ready && (unsafe EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING)) == 1
        }
        ready = ready && (unsafe EVP_PKEY_CTX_set_signature_md(context, algorithm.method)) == 1
        guard ready else {
            unsafe EVP_PKEY_CTX_free(context)
            throw OpenSSLError.taken("sign")
        }
        unsafe self.context = context
        self.key = key
        kind = key.kind
        value = [UInt8](repeating: 0, count: unsafe Int(EVP_PKEY_get_size(key.key)))
    }

    deinit {
        unsafe EVP_PKEY_CTX_free(context)
    }

    /// Bytes of a signature value as XML Signature writes it.
    public var signatureByteCount: Int { SignContext.byteCount(of: kind) }

    /// Bytes of a signature value of such a key as XML Signature writes it.
    public static func byteCount(of kind: KeyKind) -> Int {
        switch kind {
        case .rsa(let bits): (bits + 7) / 8
        case .p256: 2 * ECDSAValue.half
        case .other: 0
        }
    }

    /// The signature over that digest; of ECDSA r and s side by side, 64 bytes.
    ///
    /// - Throws: `OpenSSLError` where OpenSSL fails.
    public func sign(digest: Span<UInt8>) throws(OpenSSLError) -> [UInt8] {
        guard kind == .p256 else { return try signature(digest: digest) }
        let used = try run(digest)
        guard let raw = ECDSAValue.raw(der: value, count: used) else {
            throw OpenSSLError("sign", reason: "unreadable value")
        }
        return raw
    }

    /// The signature over that digest as the `openssl` program writes it: of ECDSA a DER sequence of r and s.
    ///
    /// - Throws: `OpenSSLError` where OpenSSL fails.
    public func signature(digest: Span<UInt8>) throws(OpenSSLError) -> [UInt8] {
        let used = try run(digest)
        return Array(value.prefix(used))
    }

    /// Writes the signature over `value`; how many bytes it has.
    private func run(_ digest: Span<UInt8>) throws(OpenSSLError) -> Int {
        var used = value.count
        // OpenSSL is told how much room there is and says how much it used; it reads the digest during the call only.
        let done = unsafe digest.withUnsafeBufferPointer { digest in
            unsafe value.withUnsafeMutableBufferPointer { buffer in
                unsafe EVP_PKEY_sign(context, buffer.baseAddress, &used, digest.baseAddress, digest.count)
            }
        }
        guard done == 1 else { throw OpenSSLError.taken("sign") }
        return used
    }
}

extension SignContext {
    /// The signature over that digest; of ECDSA r and s side by side, 64 bytes.
    ///
    /// - Throws: `OpenSSLError` where OpenSSL fails.
    public func sign(digest: [UInt8]) throws(OpenSSLError) -> [UInt8] { try sign(digest: digest.span) }

    /// The signature over that digest as the `openssl` program writes it: of ECDSA a DER sequence of r and s.
    ///
    /// - Throws: `OpenSSLError` where OpenSSL fails.
    public func signature(digest: [UInt8]) throws(OpenSSLError) -> [UInt8] { try signature(digest: digest.span) }
}

/// Everything written to a memory BIO.
func contents(of bio: OpaquePointer) -> [UInt8] {
    var start: UnsafeMutablePointer<CChar>?
    let count = unsafe Int(shim_bio_bytes(bio, &start))
    guard count > 0, let start = unsafe start else { return [] }
    // The bytes belong to the BIO, which is alive here; they are copied.
    return unsafe UnsafeBufferPointer(start: start, count: count).map { UInt8(bitPattern: $0) }
}
