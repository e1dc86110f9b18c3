/// The bytes being read.
///
/// Every access is checked against their count, in release builds too; words are loaded in one piece, which a span does
/// not offer safely.
@safe struct ByteView {
    private let base: UnsafePointer<UInt8>
    /// How many bytes.
    let count: Int

    /// A view, valid as long as the buffer; `nil` if there are no bytes.
    init?(_ buffer: UnsafeBufferPointer<UInt8>) {
        guard let address = buffer.baseAddress, !buffer.isEmpty else { return nil }
        // Kept only inside the closure that lends the buffer.
        unsafe base = address
        count = buffer.count
    }

    /// One byte.
    @inline(__always)
    subscript(_ offset: Int) -> UInt8 {
        precondition(UInt(bitPattern: offset) < UInt(bitPattern: count))
        // In bounds by the line above.
        return unsafe base[offset]
    }

    /// Eight bytes, the first in the lowest place.
    @inline(__always)
    func word(at offset: Int) -> UInt64 {
        precondition(offset >= 0 && offset <= count - 8)
        // In bounds by the line above; no alignment is assumed.
        return UInt64(littleEndian: unsafe UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self))
    }

    /// The first `length` bytes (at most eight) at `offset`, zeros above them.
    @inline(__always)
    func word(at offset: Int, length: Int) -> UInt64 {
        if offset <= count - 8 { return word(at: offset) & Word.low(length) }
        var value: UInt64 = 0
        for index in 0..<length { value |= UInt64(self[offset + index]) << UInt64(index * 8) }
        return value
    }

    /// Whether `length` bytes at two places are the same.
    @inline(__always)
    func areEqual(_ left: Int, _ right: Int, length: Int) -> Bool {
        var done = 0
        while length - done >= 8 {
            if word(at: left + done) != word(at: right + done) { return false }
            done += 8
        }
        return word(at: left + done, length: length - done) == word(at: right + done, length: length - done)
    }

    /// Whether a literal stands at `offset`, wholly before `end`.
    func has(_ literal: StaticString, at offset: Int, end: Int) -> Bool {
        let length = literal.utf8CodeUnitCount
        guard offset <= end - length else { return false }
        return literal.withUTF8Buffer { wanted in
            for index in 0..<length {
                // `index` is below the literal's own count.
                if unsafe wanted[index] != self[offset + index] { return false }
            }
            return true
        }
    }

    /// A run of bytes as a span.
    @_lifetime(borrow self)
    func span(_ range: ByteRange) -> Span<UInt8> {
        precondition(Int(range.offset) + Int(range.count) <= count)
        // In bounds by the line above; the buffer outlives the view.
        let run = unsafe UnsafeBufferPointer(start: base + Int(range.offset), count: Int(range.count))
        return unsafe _overrideLifetime(run.span, borrowing: self)
    }

    /// Appends the bytes from one offset to before another.
    @inline(__always)
    func append(_ start: Int, _ end: Int, to output: inout [UInt8]) {
        guard start < end else { return }
        precondition(start >= 0 && end <= count)
        // In bounds by the line above.
        unsafe output.append(contentsOf: UnsafeBufferPointer(start: base + start, count: end - start))
    }

    /// A hash of a run of bytes, to compare before the bytes are.
    func hash(_ range: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for offset in range { hash = (hash ^ UInt64(self[offset])) &* 0x0000_0100_0000_01B3 }
        return hash
    }
}

/// Eight bytes looked at together.
///
/// Each test gives a word whose lowest set bit marks the first byte that passes; bits above it mean nothing.
enum Word {
    /// The byte in all eight places.
    @inline(__always)
    static func all(_ byte: UInt8) -> UInt64 {
        UInt64(byte) &* 0x0101_0101_0101_0101
    }

    /// Marks bytes that are zero.
    @inline(__always)
    static func zeros(_ word: UInt64) -> UInt64 {
        (word &- all(1)) & ~word & all(0x80)
    }

    /// Marks bytes equal to `byte`.
    @inline(__always)
    static func equal(_ word: UInt64, to byte: UInt8) -> UInt64 {
        zeros(word ^ all(byte))
    }

    /// Marks bytes below `bound`, which is at most 0x80.
    @inline(__always)
    static func below(_ word: UInt64, _ bound: UInt8) -> UInt64 {
        (word &- all(bound)) & ~word & all(0x80)
    }

    /// Marks `<` and `>`.
    @inline(__always)
    static func angles(_ word: UInt64) -> UInt64 {
        zeros((word | all(0x02)) ^ all(0x3E))
    }

    /// How many bytes lie before the first one marked.
    @inline(__always)
    static func first(_ marks: UInt64) -> Int {
        marks.trailingZeroBitCount >> 3
    }

    /// Ones in the lowest `length` bytes, at most eight.
    @inline(__always)
    static func low(_ length: Int) -> UInt64 {
        length >= 8 ? ~0 : (1 << UInt64(length * 8)) &- 1
    }
}
