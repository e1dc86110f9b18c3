import Compression
import InvoiceModel

/// A compressed block that waits for its place in the chain; any thread may make one.
struct EncodedBlock: Sendable {
    /// How its sections are compressed.
    let codec: Codec
    /// All but number and digest of the block before.
    fileprivate(set) var header: BlockHeader
    /// Room for the header, then the payload.
    fileprivate(set) var bytes: [UInt8]

    /// Gives the block its place.
    mutating func chain(number: UInt64, previous: Digest) {
        header.number = number
        header.previous = previous
        header.write(over: &bytes)
    }
}

/// Compresses blocks, one after another; it has one owner.
final class BlockEncoder {
    private let compressor: BlockCompressor
    private let limits: ArchiveLimits

    /// An encoder.
    ///
    /// - Throws: `.withoutCodec` where this build does not have it.
    init(_ codec: Codec = .preferred, limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveError) {
        self.limits = limits
        do throws(CodecError) { compressor = try BlockCompressor(codec) } catch {
            throw ArchiveError(error, codec, segment: 0)
        }
    }

    /// Compresses what goes into a block.
    ///
    /// - Throws: `.tooLarge` where a section passes `ArchiveLimits.sectionBytes`.
    func encode(_ content: BlockContent) throws(ArchiveError) -> EncodedBlock {
        precondition((1...limits.blockEntries).contains(content.count), "a block has some entries, but not too many")
        precondition(
            content.count == 1 || content.originals.count <= limits.blockOriginals,
            "only a single entry may pass the limit of a block"
        )
        let largest = max(content.facts.count, content.originals.count)
        guard largest <= limits.sectionBytes else { throw .tooLarge(bytes: largest) }
        var bytes = [UInt8](repeating: 0, count: BlockHeader.byteCount)
        bytes.reserveCapacity(BlockHeader.byteCount + (content.facts.count + content.originals.count) / 4)
        let facts = try compress(content.facts.span, into: &bytes)
        let originals = try compress(content.originals.span, into: &bytes)
        let stored = max(facts, originals)
        guard stored <= limits.sectionBytes else { throw .tooLarge(bytes: stored) }
        return EncodedBlock(
            codec: compressor.codec,
            header: BlockHeader(
                kind: content.kind,
                count: content.count,
                number: 0,
                first: content.first,
                writtenAt: content.writtenAt,
                rules: content.rules,
                factsStored: UInt32(facts),
                factsRaw: UInt32(content.facts.count),
                originalsStored: UInt32(originals),
                originalsRaw: UInt32(content.originals.count),
                previous: .zeros,
                payloadChecksum: Checksum.crc32(bytes.span.extracting(BlockHeader.byteCount...))
            ),
            bytes: bytes
        )
    }

    /// Bytes of the compressed section; one of no bytes stays one of no bytes.
    private func compress(_ section: Span<UInt8>, into bytes: inout [UInt8]) throws(ArchiveError) -> Int {
        guard !section.isEmpty else { return 0 }
        let before = bytes.count
        do throws(CodecError) {
            try compressor.compress(section, into: &bytes)
        } catch {
            throw ArchiveError(error, compressor.codec, segment: 0)
        }
        return bytes.count - before
    }
}

extension ArchiveError {
    /// A failure of the compression library that is no damage.
    init(_ error: CodecError, _ codec: Codec, segment: UInt64) {
        self = error.code == .unavailable ? .withoutCodec(codec, segment: segment) : .codec(error)
    }
}
