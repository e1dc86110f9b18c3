import CZlib

/// Reads gzip piece by piece, with a limit on what may come out.
@safe public struct GzipInflater: ~Copyable {
    // zlib keeps a pointer back to its stream and compares it: the stream must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private let limit: Int
    private var produced = 0
    private var isBetweenMembers = false
    private var sawMember = false
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    /// A reader of one gzip file whose content may have `limit` bytes, all members together.
    public init(limit: Int) throws(GzipError) {
        precondition(limit >= 0, "a limit of bytes is not negative")
        self.limit = limit
        // Freed in deinit, or below where zlib refuses.
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        // 15 bits of window, +16: gzip only, never zlib or raw data.
        let status = unsafe inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
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

    /// Reads the next piece of the file and appends the content it holds.
    ///
    /// - Throws: `.tooLarge` as soon as the content would pass the limit; nothing beyond the limit is appended.
    public mutating func append(_ piece: Span<UInt8>, to content: inout [UInt8]) throws(GzipError) {
        var offset = 0
        // A full buffer may leave content inside zlib: ask once more even without input.
        var mayHoldMore = false
        while offset < piece.count || mayHoldMore {
            if isBetweenMembers {
                // A further member may follow; gzip itself allows zero padding after the last one.
                guard piece[offset] != 0 else {
                    offset += 1
                    continue
                }
                guard unsafe inflateReset(stream) == Z_OK else { throw GzipError(.damaged) }
                isBetweenMembers = false
            }
            let step = try run(piece.extracting(offset..<piece.count))
            guard step.made <= limit - produced else { throw GzipError(.tooLarge) }
            content.append(contentsOf: buffer[0..<step.made])
            produced += step.made
            offset += step.taken
            mayHoldMore = step.made == buffer.count && !step.isEnd
            if step.isEnd {
                isBetweenMembers = true
                sawMember = true
            }
            precondition(step.taken > 0 || step.made > 0 || step.isEnd || offset == piece.count, "zlib moves on")
        }
    }

    /// Says that the file is complete.
    public mutating func finish() throws(GzipError) {
        guard sawMember, isBetweenMembers else { throw GzipError(.truncated) }
    }

    /// One call of zlib: how many bytes of the piece it took and how many it made in `buffer`.
    private mutating func run(_ piece: Span<UInt8>) throws(GzipError) -> (taken: Int, made: Int, isEnd: Bool) {
        let offered = min(piece.count, 1 << 30)
        let capacity = buffer.count
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
        guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else {
            throw GzipError(status == Z_MEM_ERROR ? .outOfMemory : .damaged)
        }
        let taken = unsafe offered - Int(stream.pointee.avail_in)
        let made = unsafe capacity - Int(stream.pointee.avail_out)
        return (taken, made, status == Z_STREAM_END)
    }
}
