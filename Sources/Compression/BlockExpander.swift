/// Expands blocks of any codec, one after another.
///
/// It has one owner: a codec's context is made when it is first needed and then used again.
public final class BlockExpander {
    private var zlib: ZlibDecoder?
    #if Zstd
    private var zstd: ZstdDecoder?
    #endif

    /// An expander.
    public init() {}

    /// Appends the content of a block: exactly `rawCount` bytes, or only its first `upTo` where those are fewer.
    ///
    /// Stopping early costs only the way to there; what lies behind it is not read, and so not proven either.
    ///
    /// - Throws: `.damaged`, also where the content has more or fewer bytes than `rawCount`; `.unavailable`,
    ///   `.outOfMemory`. Then nothing was appended.
    public func expand(
        _ bytes: Span<UInt8>,
        codec: Codec,
        rawCount: Int,
        upTo: Int? = nil,
        into content: inout [UInt8]
    ) throws(CodecError) {
        precondition(rawCount >= 0 && (upTo ?? 0) >= 0, "a number of bytes is not negative")
        let wanted = min(rawCount, upTo ?? rawCount)
        let before = content.count
        do throws(CodecError) {
            switch codec {
            case .stored: try copy(bytes, rawCount: rawCount, wanted: wanted, into: &content)
            case .zlib:
                if zlib == nil { zlib = try ZlibDecoder() }
                try zlib?.expand(bytes, rawCount: rawCount, wanted: wanted, into: &content)
            case .zstd:
                #if Zstd
                if zstd == nil { zstd = try ZstdDecoder() }
                try zstd?.expand(bytes, rawCount: rawCount, wanted: wanted, into: &content)
                #else
                throw CodecError(.unavailable)
                #endif
            }
        } catch {
            content.removeLast(content.count - before)
            throw error
        }
    }

    /// What is stored is its own content.
    private func copy(
        _ bytes: Span<UInt8>,
        rawCount: Int,
        wanted: Int,
        into content: inout [UInt8]
    ) throws(CodecError) {
        guard bytes.count == rawCount else { throw CodecError(.damaged) }
        content.append(copying: bytes.extracting(first: wanted))
    }
}
