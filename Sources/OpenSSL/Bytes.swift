import COpenSSL
import Glibc

/// Random bytes from the operating system's source.
public enum SecureRandom {
    /// That many bytes.
    ///
    /// - Throws: `OpenSSLError` where the source gives none.
    public static func bytes(_ count: Int) throws(OpenSSLError) -> [UInt8] {
        guard count > 0 else { return [] }
        var failed = false
        // The buffer has that many bytes and is filled whole.
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            failed = unsafe RAND_bytes(buffer.baseAddress, Int32(count)) != 1
            filled = failed ? 0 : count
        }
        guard !failed else { throw OpenSSLError.taken("random bytes") }
        return bytes
    }
}

/// Comparison that takes the same time wherever the bytes differ.
public enum ConstantTime {
    /// Whether both are the same; lengths are not secret.
    public static func equal(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for index in left.indices { difference |= left[index] ^ right[index] }
        return difference == 0
    }

    /// Whether both are the same; lengths are not secret.
    public static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool { equal(left.span, right.span) }
}

/// Comparison of bytes that are no secret, as fast as the machine compares memory.
public enum PublicBytes {
    /// Whether both are the same.
    public static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        guard !left.isEmpty else { return true }
        // Both have that many bytes.
        return unsafe left.withUnsafeBufferPointer { left in
            unsafe right.withUnsafeBufferPointer { right in
                guard let first = left.baseAddress, let second = right.baseAddress else { return true }
                return unsafe memcmp(first, second, left.count) == 0
            }
        }
    }
}
