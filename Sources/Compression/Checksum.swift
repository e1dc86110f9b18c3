import CZlib

/// Check sums against accidental damage; proof against intent is `OpenSSL.SHA256`'s work.
public enum Checksum {
    /// The CRC-32 of gzip and zlib (RFC 1952, 8).
    ///
    /// - Parameter before: The check sum of the bytes before, where they come in pieces.
    public static func crc32(_ bytes: Span<UInt8>, after before: UInt32 = 0) -> UInt32 {
        // zlib answers a null pointer with the value to begin with.
        if bytes.isEmpty { return before }
        // The pointer lives for this one call, which reads `count` bytes.
        return unsafe bytes.withUnsafeBufferPointer { input in
            unsafe UInt32(truncatingIfNeeded: crc32_z(UInt(before), input.baseAddress, input.count))
        }
    }
}
