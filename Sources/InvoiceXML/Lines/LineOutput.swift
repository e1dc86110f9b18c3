/// The bytes being written: every access is checked against their count, in release builds too.
@safe struct LineOutput {
    private let base: UnsafeMutablePointer<UInt8>?
    private let count: Int

    /// Output into a buffer, valid as long as that.
    init(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
        // Kept only inside the closure that lends the buffer.
        unsafe base = buffer.baseAddress
        count = buffer.count
    }

    /// One byte.
    @inline(__always)
    subscript(_ offset: Int) -> UInt8 {
        get {
            precondition(UInt(bitPattern: offset) < UInt(bitPattern: count))
            // In bounds by the line above, so there is a buffer.
            return unsafe base.unsafelyUnwrapped[offset]
        }
        nonmutating set {
            precondition(UInt(bitPattern: offset) < UInt(bitPattern: count))
            // In bounds by the line above, so there is a buffer.
            unsafe base.unsafelyUnwrapped[offset] = newValue
        }
    }

    /// Writes eight bytes, the lowest first; what counts of them, the caller knows.
    @inline(__always)
    func put(_ word: UInt64, at offset: Int) {
        precondition(offset >= 0 && offset <= count - 8)
        // In bounds by the line above; no alignment is assumed.
        unsafe UnsafeMutableRawPointer(base.unsafelyUnwrapped + offset).storeBytes(
            of: word.littleEndian,
            as: UInt64.self
        )
    }

    /// Eight bytes, the first in the lowest place.
    @inline(__always)
    func word(at offset: Int) -> UInt64 {
        precondition(offset >= 0 && offset <= count - 8)
        // In bounds by the line above; no alignment is assumed.
        return unsafe UInt64(
            littleEndian: UnsafeRawPointer(base.unsafelyUnwrapped + offset).loadUnaligned(as: UInt64.self)
        )
    }

    /// Copies a name to after itself, in pieces of eight bytes; up to seven bytes behind it are overwritten.
    @inline(__always)
    func copyName(_ start: Int, _ length: Int, to target: Int) {
        var done = 0
        while done < length {
            put(word(at: start + done), at: target + done)
            done += 8
        }
    }

    /// Copies bytes from elsewhere to an offset.
    func copy(_ bytes: Span<UInt8>, to target: Int) {
        precondition(target >= 0 && bytes.count <= count - target)
        for index in bytes.indices { self[target + index] = bytes[index] }
    }

    /// Writes a literal; the offset after it.
    @inline(__always)
    func put(_ literal: StaticString, at offset: Int) -> Int {
        let length = literal.utf8CodeUnitCount
        literal.withUTF8Buffer { bytes in
            // Below the literal's own count.
            for index in 0..<length { self[offset + index] = unsafe bytes[index] }
        }
        return offset + length
    }

    /// The bytes between two offsets.
    func bytes(_ range: Range<Int>) -> [UInt8] {
        range.map { self[$0] }
    }
}
