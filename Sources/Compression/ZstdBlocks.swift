#if Zstd
import CZstd

/// Makes one Zstandard frame of a whole block at level 1, with its content size and check sum.
@safe struct ZstdEncoder: BlockEncoder, ~Copyable {
    // The library owns it; it lives exactly as long as this value.
    private let context: OpaquePointer

    init() throws(CodecError) {
        guard let context = unsafe ZSTD_createCCtx() else { throw CodecError(.outOfMemory) }
        unsafe self.context = context
        for (parameter, value) in [(ZSTD_c_compressionLevel, 1), (ZSTD_c_contentSizeFlag, 1), (ZSTD_c_checksumFlag, 1)]
        {
            // Sets a field of our own context.
            let status = unsafe ZSTD_CCtx_setParameter(context, parameter, Int32(value))
            precondition(ZSTD_isError(status) == 0, "a setting every version knows")
        }
    }

    deinit {
        // Made by `init`, owned by this value alone.
        _ = unsafe ZSTD_freeCCtx(context)
    }

    func bound(_ count: Int) -> Int {
        ZSTD_compressBound(count)
    }

    mutating func encode(
        _ input: UnsafeBufferPointer<UInt8>,
        into output: UnsafeMutableBufferPointer<UInt8>
    ) throws(CodecError) -> Int {
        // Reads the input and writes within the output; both live for this call.
        let made = unsafe ZSTD_compress2(context, output.baseAddress, output.count, input.baseAddress, input.count)
        // With room for the bound nothing but memory can be missing.
        guard ZSTD_isError(made) == 0 else { throw CodecError(.outOfMemory) }
        return made
    }
}

/// Reads one Zstandard frame.
@safe struct ZstdDecoder: BlockDecoder, ~Copyable {
    /// The largest window a reader has to bear (RFC 8878, 3.1.1.1.2), 8 MiB; ours are smaller.
    private static let windowLog: Int32 = 23
    private static let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]
    // The library owns it; it lives exactly as long as this value.
    private let context: OpaquePointer

    init() throws(CodecError) {
        guard let context = unsafe ZSTD_createDCtx() else { throw CodecError(.outOfMemory) }
        unsafe self.context = context
        // Sets a field of our own context.
        let status = unsafe ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Self.windowLog)
        precondition(ZSTD_isError(status) == 0, "a setting every version knows")
    }

    deinit {
        // Made by `init`, owned by this value alone.
        _ = unsafe ZSTD_freeDCtx(context)
    }

    mutating func begin(_ data: Span<UInt8>, rawCount: Int) throws(CodecError) {
        // Works on our own context.
        let status = unsafe ZSTD_DCtx_reset(context, ZSTD_reset_session_only)
        precondition(ZSTD_isError(status) == 0, "a context of our own can be reset")
        // No skippable frame, which would pass for one without content.
        guard data.count >= 4, Self.magic.indices.allSatisfy({ data[$0] == Self.magic[$0] }) else {
            throw CodecError(.damaged)
        }
        // Reads the frame's header; unknown and damaged are values no length has.
        let size = unsafe data.withUnsafeBufferPointer { unsafe ZSTD_getFrameContentSize($0.baseAddress, $0.count) }
        guard size == UInt64(rawCount) else { throw CodecError(.damaged) }
    }

    mutating func step(
        _ input: UnsafeBufferPointer<UInt8>,
        into output: UnsafeMutableBufferPointer<UInt8>
    ) throws(CodecError) -> DecoderStep {
        var source = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        var target = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
        // Both buffers live for this one call, which reads and writes within them.
        let status = unsafe ZSTD_decompressStream(context, &target, &source)
        guard ZSTD_isError(status) == 0 else {
            let isMemory = ZSTD_getErrorCode(status) == ZSTD_error_memory_allocation
            throw CodecError(isMemory ? .outOfMemory : .damaged)
        }
        return unsafe DecoderStep(taken: source.pos, made: target.pos, isEnd: status == 0)
    }
}
#endif
