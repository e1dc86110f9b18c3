import COpenSSL

/// What a key is good for here.
public enum KeyKind: Sendable, Hashable {
    /// RSA with a modulus of that many bits.
    case rsa(bits: Int)
    /// ECDSA over P-256.
    case p256
    /// Anything else; such keys are never used.
    case other
}

/// A public key.
///
/// Immutable; OpenSSL counts references, so it may be shared.
///
/// Sendable: nothing is written after init, and OpenSSL may read such an object from several threads.
@safe public final class PublicKey: @unchecked Sendable {
    let key: OpaquePointer
    /// What it is.
    public let kind: KeyKind

    /// Takes over one reference.
    init(owning key: OpaquePointer) {
        unsafe self.key = key
        kind = unsafe PublicKey.kind(of: key)
    }

    deinit {
        unsafe EVP_PKEY_free(key)
    }

    /// Its `SubjectPublicKeyInfo` as DER.
    public var der: [UInt8] {
        unsafe encoded { unsafe i2d_PUBKEY(key, $0) }
    }

    static func kind(of key: OpaquePointer) -> KeyKind {
        switch unsafe EVP_PKEY_get_base_id(key) {
        case EVP_PKEY_RSA: return .rsa(bits: Int(unsafe EVP_PKEY_get_bits(key)))
        case EVP_PKEY_EC:
            var name = [CChar](repeating: 0, count: 64)
            var count = 0
            // The buffer is ours and its size is given.
            let named = unsafe name.withUnsafeMutableBufferPointer { buffer in
                unsafe EVP_PKEY_get_group_name(key, buffer.baseAddress, buffer.count, &count)
            }
            let text = name.prefix(count).map { UInt8(bitPattern: $0) }
            return named == 1 && text == Array("prime256v1".utf8) ? .p256 : .other
        default: return .other
        }
    }
}

/// What an `i2d_…` function writes, asked first for the length.
func encoded(_ write: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> Int32) -> [UInt8] {
    let count = Int(write(nil))
    guard count > 0 else {
        ERR_clear_error()
        return []
    }
    // OpenSSL writes exactly the length it gave and moves its copy of the pointer.
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        var next = buffer.baseAddress
        filled = unsafe Int(max(0, write(&next)))
    }
}
