/// What one call of a codec's library did.
struct DecoderStep {
    /// Bytes of the input it took.
    var taken: Int
    /// Bytes of the content it made.
    var made: Int
    /// Whether the compressed data is complete and its check sum holds.
    var isEnd: Bool
}

/// One codec's way of expanding piece by piece; its context is made once and used again.
protocol BlockDecoder: ~Copyable {
    /// Forgets whatever was read before; refuses data whose beginning already says another length.
    mutating func begin(_ data: Span<UInt8>, rawCount: Int) throws(CodecError)
    /// Reads on: takes at most all of the input and never writes beyond the output.
    mutating func step(
        _ input: UnsafeBufferPointer<UInt8>,
        into output: UnsafeMutableBufferPointer<UInt8>
    ) throws(CodecError) -> DecoderStep
}

extension BlockDecoder where Self: ~Copyable {
    /// The most room made at once: what is written beside the data is believed no further than that.
    private static var largestPiece: Int { 16 << 20 }

    /// Appends the first `wanted` of the `rawCount` bytes; if those are all, proves that nothing else follows.
    mutating func expand(
        _ bytes: Span<UInt8>,
        rawCount: Int,
        wanted: Int,
        into content: inout [UInt8]
    ) throws(CodecError) {
        try begin(bytes, rawCount: rawCount)
        var (offset, made, isEnd) = (0, 0, false)
        while made < wanted && !isEnd {
            let step = try append(
                bytes.extracting(offset..<bytes.count),
                room: min(wanted - made, Self.largestPiece),
                to: &content
            )
            (offset, made, isEnd) = (offset + step.taken, made + step.made, step.isEnd)
            guard step.isEnd || step.made > 0 || step.taken > 0 else { throw CodecError(.damaged) }
        }
        guard made == wanted else { throw CodecError(.damaged) }
        guard wanted == rawCount else { return }
        // The end mark and the check sum may still be unread; room for one byte shows whether content is left.
        var spare: [UInt8] = []
        while !isEnd {
            let step = try append(bytes.extracting(offset..<bytes.count), room: 1, to: &spare)
            (offset, isEnd) = (offset + step.taken, step.isEnd)
            guard step.made == 0 else { throw CodecError(.damaged) }
            guard step.isEnd || step.taken > 0 else { throw CodecError(.damaged) }
        }
        guard offset == bytes.count else { throw CodecError(.damaged) }
    }

    /// One step that appends at most `room` bytes.
    private mutating func append(
        _ bytes: Span<UInt8>,
        room: Int,
        to content: inout [UInt8]
    ) throws(CodecError) -> DecoderStep {
        var step = DecoderStep(taken: 0, made: 0, isEnd: false)
        try content.append(addingCapacity: room) { (free: inout OutputSpan<UInt8>) throws(CodecError) in
            // Both pointers live for this one call; exactly the bytes said to be made count as initialised.
            try unsafe free.withUnsafeMutableBufferPointer { output, count throws(CodecError) in
                step = try unsafe bytes.withUnsafeBufferPointer { input throws(CodecError) in
                    try unsafe self.step(input, into: UnsafeMutableBufferPointer(rebasing: output.prefix(room)))
                }
                count = step.made
            }
        }
        return step
    }
}
