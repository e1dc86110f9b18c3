import COpenSSL

/// The hash functions that signatures name.
public enum HashAlgorithm: Sendable, Hashable {
    /// SHA-1: still in use by sellers; the policy decides.
    case sha1
    /// SHA-256.
    case sha256

    /// Bytes of a value.
    public var byteCount: Int { self == .sha1 ? 20 : 32 }

    var method: OpaquePointer { unsafe self == .sha1 ? Library.shared.sha1 : Library.shared.sha256 }
}

/// Hashes again and again without allocating.
///
/// One per worker.
@safe public final class HashContext {
    /// Which function.
    public let algorithm: HashAlgorithm
    private let context: OpaquePointer

    /// A context for that function.
    public init(_ algorithm: HashAlgorithm) {
        self.algorithm = algorithm
        guard let context = unsafe EVP_MD_CTX_new() else { preconditionFailure("no memory for a hash context") }
        unsafe self.context = context
        reset()
    }

    deinit {
        unsafe EVP_MD_CTX_free(context)
    }

    /// Starts a new value.
    public func reset() {
        let started = unsafe EVP_DigestInit_ex2(context, algorithm.method, nil)
        precondition(started == 1, "OpenSSL could not start a hash")
    }

    /// Adds bytes.
    public func update(_ bytes: Span<UInt8>) {
        // OpenSSL reads the bytes during the call only.
        let added = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe EVP_DigestUpdate(context, buffer.baseAddress, buffer.count)
        }
        precondition(added == 1, "OpenSSL could not go on with a hash")
    }

    /// Writes the value of everything added over `digest` and starts anew.
    public func finish(into digest: inout [UInt8]) {
        let count = algorithm.byteCount
        if digest.count != count { digest = [UInt8](repeating: 0, count: count) }
        // The buffer has exactly the size of a value.
        let ended = unsafe digest.withUnsafeMutableBufferPointer { buffer in
            unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
        }
        precondition(ended == 1, "OpenSSL could not end a hash")
        reset()
    }

    /// Writes the value of those bytes over `digest`.
    public func hash(_ bytes: Span<UInt8>, into digest: inout [UInt8]) {
        update(bytes)
        finish(into: &digest)
    }

    /// The value of those bytes.
    public func hash(_ bytes: Span<UInt8>) -> [UInt8] {
        var digest: [UInt8] = []
        hash(bytes, into: &digest)
        return digest
    }
}

extension HashContext {
    /// The value of those bytes.
    public func hash(_ bytes: [UInt8]) -> [UInt8] { hash(bytes.span) }
}

/// SHA-256 of one run of bytes, where it is needed once.
public enum SHA256 {
    /// The 32 bytes.
    public static func hash(_ bytes: Span<UInt8>) -> [UInt8] { HashContext(.sha256).hash(bytes) }

    /// The 32 bytes.
    public static func hash(_ bytes: [UInt8]) -> [UInt8] { hash(bytes.span) }
}
