import CZlib

/// Makes zlib data (RFC 1950) of whole blocks at level 1.
@safe struct ZlibEncoder: BlockEncoder, ~Copyable {
    // zlib keeps a pointer back to its stream and compares it: the stream must not move.
    private let stream: UnsafeMutablePointer<z_stream>

    init() throws(CodecError) {
        // Freed in deinit, or below where zlib refuses.
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        guard unsafe deflateInit_(stream, 1, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            unsafe stream.deallocate()
            throw CodecError(.outOfMemory)
        }
        unsafe self.stream = stream
    }

    deinit {
        // Ends what `init` began; the stream is owned by this value alone.
        _ = unsafe deflateEnd(stream)
        unsafe stream.deallocate()
    }

    func bound(_ count: Int) -> Int {
        // Reads the stream's settings only.
        unsafe Int(clamping: deflateBound(stream, UInt(count)))
    }

    mutating func encode(
        _ input: UnsafeBufferPointer<UInt8>,
        into output: UnsafeMutableBufferPointer<UInt8>
    ) throws(CodecError) -> Int {
        var status = unsafe deflateReset(stream)
        precondition(status == Z_OK, "a stream of our own can be reset")
        var (taken, made) = (0, 0)
        repeat {
            // zlib counts in 32 bits: large blocks go through in parts, within the bounds of both buffers.
            let offered = min(input.count - taken, 1 << 30)
            let room = min(output.count - made, 1 << 30)
            let isLast = taken + offered == input.count
            unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress.map { unsafe $0 + taken })
            unsafe stream.pointee.avail_in = UInt32(offered)
            unsafe stream.pointee.next_out = output.baseAddress.map { unsafe $0 + made }
            unsafe stream.pointee.avail_out = UInt32(room)
            status = unsafe deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
            precondition(status == Z_OK || status == Z_STREAM_END, "deflate has room for the bound")
            unsafe taken += offered - Int(stream.pointee.avail_in)
            unsafe made += room - Int(stream.pointee.avail_out)
        } while status != Z_STREAM_END
        return made
    }
}

/// Reads zlib data (RFC 1950).
@safe struct ZlibDecoder: BlockDecoder, ~Copyable {
    // zlib keeps a pointer back to its stream and compares it: the stream must not move.
    private let stream: UnsafeMutablePointer<z_stream>

    init() throws(CodecError) {
        // Freed in deinit, or below where zlib refuses.
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        guard unsafe inflateInit_(stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            unsafe stream.deallocate()
            throw CodecError(.outOfMemory)
        }
        unsafe self.stream = stream
    }

    deinit {
        // Ends what `init` began; the stream is owned by this value alone.
        _ = unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    mutating func begin(_ data: Span<UInt8>, rawCount: Int) {
        // Works on our own stream.
        let status = unsafe inflateReset(stream)
        precondition(status == Z_OK, "a stream of our own can be reset")
    }

    mutating func step(
        _ input: UnsafeBufferPointer<UInt8>,
        into output: UnsafeMutableBufferPointer<UInt8>
    ) throws(CodecError) -> DecoderStep {
        // zlib counts in 32 bits: no more is offered at once.
        let offered = min(input.count, 1 << 30)
        let room = min(output.count, 1 << 30)
        // The pointers live for this one call, which reads `offered` bytes and writes at most `room`.
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe stream.pointee.avail_in = UInt32(offered)
        unsafe stream.pointee.next_out = output.baseAddress
        unsafe stream.pointee.avail_out = UInt32(room)
        let status = unsafe inflate(stream, Z_NO_FLUSH)
        guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else {
            throw CodecError(status == Z_MEM_ERROR ? .outOfMemory : .damaged)
        }
        return DecoderStep(
            taken: unsafe offered - Int(stream.pointee.avail_in),
            made: unsafe room - Int(stream.pointee.avail_out),
            isEnd: status == Z_STREAM_END
        )
    }
}
