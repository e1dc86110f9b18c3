/// Compresses blocks, one after another, with one codec.
///
/// It has one owner: its context is made once and used for every block. The same library gives the same bytes for the
/// same block.
public final class BlockCompressor {
    /// The codec it compresses with.
    public let codec: Codec
    private var zlib: ZlibEncoder?
    #if Zstd
    private var zstd: ZstdEncoder?
    #endif

    /// A compressor.
    ///
    /// - Throws: `.unavailable` where this program was built without the codec, `.outOfMemory`.
    public init(_ codec: Codec) throws(CodecError) {
        self.codec = codec
        switch codec {
        case .stored: break
        case .zlib: zlib = try ZlibEncoder()
        case .zstd:
            #if Zstd
            zstd = try ZstdEncoder()
            #else
            throw CodecError(.unavailable)
            #endif
        }
    }

    /// Appends the block's compressed bytes.
    ///
    /// - Throws: `.outOfMemory`; then nothing was appended.
    public func compress(_ bytes: Span<UInt8>, into data: inout [UInt8]) throws(CodecError) {
        switch codec {
        case .stored: data.append(copying: bytes)
        case .zlib: try zlib?.compress(bytes, into: &data)
        case .zstd:
            #if Zstd
            try zstd?.compress(bytes, into: &data)
            #endif
        }
    }
}
