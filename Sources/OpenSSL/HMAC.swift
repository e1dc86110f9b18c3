import COpenSSL

/// HMAC under one key, again and again: with SHA-256, or with SHA-1 where a standard names it (RFC 6238).
///
/// One per worker.
@safe public final class HMACContext {
    private let context: OpaquePointer
    private let algorithm: HashAlgorithm

    /// Bytes of a value with SHA-256.
    public static let byteCount = 32

    /// A context for that key.
    public init(key: [UInt8], _ algorithm: HashAlgorithm = .sha256) {
        self.algorithm = algorithm
        guard let context = unsafe EVP_MAC_CTX_new(Library.shared.hmac) else {
            preconditionFailure("no memory for an HMAC context")
        }
        unsafe self.context = context
        // An empty key must still be given, or OpenSSL asks for one. The bytes are copied.
        let filled = key.isEmpty ? [0] : key
        let started = unsafe filled.withUnsafeBufferPointer { buffer in
            unsafe shim_hmac_init(context, algorithm == .sha1 ? 1 : 0, buffer.baseAddress, key.count)
        }
        precondition(started == 1, "OpenSSL could not start an HMAC")
    }

    deinit {
        unsafe EVP_MAC_CTX_free(context)
    }

    /// Adds bytes.
    public func update(_ bytes: Span<UInt8>) {
        // OpenSSL reads the bytes during the call only.
        let added = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe EVP_MAC_update(context, buffer.baseAddress, buffer.count)
        }
        precondition(added == 1, "OpenSSL could not go on with an HMAC")
    }

    /// Writes the bytes of the value over `value` and starts anew under the same key.
    public func finish(into value: inout [UInt8]) {
        if value.count != algorithm.byteCount { value = [UInt8](repeating: 0, count: algorithm.byteCount) }
        var written = 0
        // The buffer has exactly the size of a value; a null key keeps the old one.
        let ended = unsafe value.withUnsafeMutableBufferPointer { buffer in
            unsafe EVP_MAC_final(context, buffer.baseAddress, &written, buffer.count)
        }
        let restarted = unsafe EVP_MAC_init(context, nil, 0, nil)
        precondition(ended == 1 && restarted == 1, "OpenSSL could not end an HMAC")
    }

    /// The value of those bytes.
    public func authenticate(_ bytes: Span<UInt8>) -> [UInt8] {
        var value: [UInt8] = []
        update(bytes)
        finish(into: &value)
        return value
    }

    /// The value of those bytes.
    public func authenticate(_ bytes: [UInt8]) -> [UInt8] { authenticate(bytes.span) }
}

/// HKDF with SHA-256 (RFC 5869).
public enum HKDF {
    /// Derives `count` bytes (at most 8,160) from a secret.
    public static func derive(secret: [UInt8], salt: [UInt8] = [], info: [UInt8], count: Int) -> [UInt8] {
        precondition((1...255 * HMACContext.byteCount).contains(count), "HKDF gives 1 to 8,160 bytes")
        let extractSalt = salt.isEmpty ? [UInt8](repeating: 0, count: HMACContext.byteCount) : salt
        let expand = HMACContext(key: HMACContext(key: extractSalt).authenticate(secret))
        var output: [UInt8] = []
        var block: [UInt8] = []
        var counter: UInt8 = 0
        while output.count < count {
            counter += 1
            block = expand.authenticate(block + info + [counter])
            output += block
        }
        return Array(output.prefix(count))
    }
}
