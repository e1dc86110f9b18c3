import CZlib

/// Undoes deflate step by step; what surrounds the data is gzip's header and trailer, or nothing as in a zip file.
@safe public struct Inflater: ~Copyable {
    /// What stands around the deflated data.
    public enum Wrapping: Sendable, Hashable {
        /// A gzip member, whose check sum zlib compares.
        case gzip
        /// Nothing: whoever asks compares the check sum.
        case none
    }

    /// What one step did.
    public struct Step: Sendable, Hashable {
        /// Bytes taken from the piece.
        public var taken: Int
        /// Bytes of content made.
        public var made: Int
        /// Whether the deflated data, or the gzip member, ended.
        public var isEnd: Bool
        /// Whether what follows is no deflated data, or the check sum is wrong; what was made stands before that.
        public var isDamaged: Bool
    }

    // zlib keeps a pointer back to its stream and compares it: the stream must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private var buffer = [UInt8](repeating: 0, count: Inflater.stepBytes)

    /// The most that one step makes.
    static let stepBytes = 65_536

    /// A reader of one stretch of deflated data.
    public init(_ wrapping: Wrapping) throws(GzipError) {
        // Freed in deinit, or below where zlib refuses.
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        // 15 bits of window; +16 for gzip only, negative for bare data.
        let bits: Int32 = wrapping == .gzip ? 15 + 16 : -15
        let status = unsafe inflateInit2_(stream, bits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else {
            unsafe stream.deallocate()
            throw GzipError(.outOfMemory)
        }
        unsafe self.stream = stream
    }

    deinit {
        // Ends what `init` began; the stream is owned by this value alone.
        _ = unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Begins another stretch of deflated data.
    public mutating func restart() throws(GzipError) {
        guard unsafe inflateReset(stream) == Z_OK else { throw GzipError(.damaged) }
    }

    /// Takes some of the piece and appends at most `room` bytes of what it holds.
    ///
    /// Where neither is taken nor made, zlib waits for more of either. Nothing may follow the end but `restart`.
    public mutating func step(
        _ piece: Span<UInt8>,
        room: Int,
        appendingTo content: inout [UInt8]
    ) throws(GzipError) -> Step {
        let step = try run(piece, room: room)
        give(step.made, to: &content)
        return step
    }

    /// Appends what the last `run` made.
    func give(_ count: Int, to content: inout [UInt8]) {
        content.append(contentsOf: buffer[0..<count])
    }

    /// One call of zlib; what it makes stays in the buffer.
    mutating func run(_ piece: Span<UInt8>, room: Int = Inflater.stepBytes) throws(GzipError) -> Step {
        let offered = min(piece.count, 1 << 30)
        let capacity = min(buffer.count, room)
        let stream = unsafe stream
        var status = Z_OK
        // The pointers live for this one call, which reads `offered` bytes and writes at most `capacity`.
        unsafe piece.withUnsafeBufferPointer { input in
            unsafe buffer.withUnsafeMutableBufferPointer { output in
                unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                unsafe stream.pointee.avail_in = UInt32(offered)
                unsafe stream.pointee.next_out = output.baseAddress
                unsafe stream.pointee.avail_out = UInt32(capacity)
                status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
            }
        }
        guard status != Z_MEM_ERROR else { throw GzipError(.outOfMemory) }
        let isSound = status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR
        let taken = unsafe offered - Int(stream.pointee.avail_in)
        let made = unsafe capacity - Int(stream.pointee.avail_out)
        return Step(taken: taken, made: made, isEnd: status == Z_STREAM_END, isDamaged: !isSound)
    }
}
