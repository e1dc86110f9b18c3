import COpenSSL

/// Checks signatures of one key over digests of one hash function, again and again.
///
/// One per worker and key.
@safe public final class VerifyContext {
    private let context: OpaquePointer
    private let kind: KeyKind
    private var der: [UInt8] = []
    private let key: PublicKey

    /// A context for that key: RSA by PKCS#1 v1.5, or ECDSA; `nil` for other keys.
    public init?(key: PublicKey, algorithm: HashAlgorithm) {
        guard key.kind != .other, let context = unsafe EVP_PKEY_CTX_new(key.key, nil) else { return nil }
        var ready = unsafe EVP_PKEY_verify_init(context) == 1
        if case .rsa = key.kind {
            ready = ready && (unsafe EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING)) == 1
        }
        ready = ready && (unsafe EVP_PKEY_CTX_set_signature_md(context, algorithm.method)) == 1
        guard ready else {
            unsafe EVP_PKEY_CTX_free(context)
            ERR_clear_error()
            return nil
        }
        unsafe self.context = context
        self.key = key
        kind = key.kind
    }

    deinit {
        unsafe EVP_PKEY_CTX_free(context)
    }

    /// Whether `signature` is the key's over that digest.
    ///
    /// An ECDSA value is r and s side by side, 64 bytes, as XML Signature writes it.
    public func verify(digest: Span<UInt8>, signature: Span<UInt8>) -> Bool {
        if kind == .p256 {
            var value: [UInt8] = []
            swap(&value, &der)
            let verdict = ECDSAValue.writeDER(raw: signature, to: &value) && run(digest: digest, signature: value.span)
            swap(&value, &der)
            return verdict
        }
        return run(digest: digest, signature: signature)
    }

    /// Whether `signature` is the key's over that digest.
    public func verify(digest: [UInt8], signature: [UInt8]) -> Bool {
        verify(digest: digest.span, signature: signature.span)
    }

    /// Whether `signature` is the key's over that digest, an ECDSA value in DER as the `openssl` program writes it.
    public func holds(digest: [UInt8], signature: [UInt8]) -> Bool {
        run(digest: digest.span, signature: signature.span)
    }

    private func run(digest: Span<UInt8>, signature: Span<UInt8>) -> Bool {
        // OpenSSL reads both during the call only.
        let verdict = unsafe digest.withUnsafeBufferPointer { digest in
            unsafe signature.withUnsafeBufferPointer { signature in
                unsafe EVP_PKEY_verify(
                    context,
                    signature.baseAddress,
                    signature.count,
                    digest.baseAddress,
                    digest.count
                )
            }
        }
        if verdict != 1 { ERR_clear_error() }
        return verdict == 1
    }
}

/// The two forms of an ECDSA P-256 value.
enum ECDSAValue {
    /// Bytes of each half.
    static let half = 32

    /// Writes the DER form of r and s side by side over `der`; `false` unless there are 64 bytes.
    static func writeDER(raw: Span<UInt8>, to der: inout [UInt8]) -> Bool {
        guard raw.count == 2 * half else { return false }
        der.removeAll(keepingCapacity: true)
        der += [0x30, 0]
        appendInteger(raw.extracting(0..<half), to: &der)
        appendInteger(raw.extracting(half..<2 * half), to: &der)
        der[1] = UInt8(der.count - 2)
        return true
    }

    /// The 64 bytes of the DER value that those first bytes are, or `nil`.
    static func raw(der: [UInt8], count: Int) -> [UInt8]? {
        var raw = [UInt8](repeating: 0, count: 2 * half)
        var index = 2
        for part in 1...2 {
            guard index + 1 < count, der[index] == 0x02 else { return nil }
            var digit = index + 2
            let end = digit + Int(der[index + 1])
            guard end <= count else { return nil }
            while digit < end, der[digit] == 0 { digit += 1 }
            guard end - digit <= half else { return nil }
            for place in part * half - (end - digit)..<part * half {
                raw[place] = der[digit]
                digit += 1
            }
            index = end
        }
        return index == count ? raw : nil
    }

    private static func appendInteger(_ bytes: Span<UInt8>, to der: inout [UInt8]) {
        var first = 0
        while first < half - 1, bytes[first] == 0 { first += 1 }
        let padded = bytes[first] >= 0x80
        der.append(0x02)
        der.append(UInt8(half - first + (padded ? 1 : 0)))
        if padded { der.append(0) }
        for index in first..<half { der.append(bytes[index]) }
    }
}
