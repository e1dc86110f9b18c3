import CZlib

/// Writes gzip piece by piece.
@safe public struct GzipDeflater: ~Copyable {
    // zlib keeps a pointer back to its stream and compares it: the stream must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    /// A writer of one gzip file at zlib's level 1…9.
    public init(level: Int = 6) throws(GzipError) {
        precondition((1...9).contains(level), "zlib has the levels 1…9")
        // Freed in deinit, or below where zlib refuses.
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        // 15 bits of window, +16: a gzip header and trailer; 8 is zlib's default use of memory.
        let status = unsafe deflateInit2_(
            stream,
            Int32(level),
            Z_DEFLATED,
            15 + 16,
            8,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            size
        )
        guard status == Z_OK else {
            unsafe stream.deallocate()
            throw GzipError(.outOfMemory)
        }
        unsafe self.stream = stream
    }

    deinit {
        // Ends what `init` began; the stream is owned by this value alone.
        _ = unsafe deflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Compresses the next piece of content; appends what zlib gives out, which may be nothing yet.
    public mutating func append(_ piece: Span<UInt8>, to data: inout [UInt8]) throws(GzipError) {
        var offset = 0
        while offset < piece.count {
            offset += try run(piece.extracting(offset..<piece.count), flush: Z_NO_FLUSH, to: &data).taken
        }
    }

    /// Ends the file: appends the rest and the check sum.
    ///
    /// Nothing may be appended afterwards.
    public mutating func finish(into data: inout [UInt8]) throws(GzipError) {
        let nothing: [UInt8] = []
        while try !run(nothing.span, flush: Z_FINISH, to: &data).isEnd {}
    }

    /// One call of zlib: how many bytes of the piece it took, and whether the file is complete.
    private mutating func run(
        _ piece: Span<UInt8>,
        flush: Int32,
        to data: inout [UInt8]
    ) throws(GzipError) -> (taken: Int, isEnd: Bool) {
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
                status = unsafe CZlib.deflate(stream, flush)
            }
        }
        precondition(status == Z_OK || status == Z_STREAM_END, "deflate fails only when it is called wrongly")
        let taken = unsafe offered - Int(stream.pointee.avail_in)
        let made = unsafe capacity - Int(stream.pointee.avail_out)
        data.append(contentsOf: buffer[0..<made])
        return (taken, status == Z_STREAM_END)
    }
}
