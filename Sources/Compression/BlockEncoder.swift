/// One codec's way of compressing a whole block in one call; its context is made once and used again.
protocol BlockEncoder: ~Copyable {
    /// The most bytes that many may become.
    func bound(_ count: Int) -> Int
    /// Compresses all of the input into the output, which has at least `bound` bytes: how many were written.
    mutating func encode(
        _ input: UnsafeBufferPointer<UInt8>,
        into output: UnsafeMutableBufferPointer<UInt8>
    ) throws(CodecError) -> Int
}

extension BlockEncoder where Self: ~Copyable {
    /// Appends the compressed bytes.
    mutating func compress(_ bytes: Span<UInt8>, into data: inout [UInt8]) throws(CodecError) {
        try data.append(addingCapacity: bound(bytes.count)) { (room: inout OutputSpan<UInt8>) throws(CodecError) in
            // Both pointers live for this one call; exactly the bytes said to be written count as initialised.
            try unsafe room.withUnsafeMutableBufferPointer { output, count throws(CodecError) in
                count = try unsafe bytes.withUnsafeBufferPointer { input throws(CodecError) in
                    try unsafe encode(input, into: output)
                }
            }
        }
    }
}

extension [UInt8] {
    /// Appends the bytes in one copy.
    mutating func append(copying bytes: Span<UInt8>) {
        // The pointer lives for this one call.
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}
