import Compression
import DurableFiles
import InvoiceModel

/// Reads blocks whose place the store knows.
///
/// Each block's check sums are proven when it comes from disk; the chain is what `ArchiveScan` proves. Not `Sendable`:
/// one owner.
final class ArchiveReader {
    private let folder: String
    private let limits: ArchiveLimits
    private let expander = BlockExpander()
    private var cache: BlockCache
    private var segments: [UInt64: (file: SegmentFile, codec: Codec)] = [:]

    /// Bytes of blocks kept in memory unless the owner says otherwise.
    static let cacheBytes = 32 << 20
    /// Files kept open.
    static let openSegments = 16

    /// A reader of the archive in that folder.
    init(folder: String, cacheBytes: Int = ArchiveReader.cacheBytes, limits: ArchiveLimits = ArchiveLimits()) {
        self.folder = folder
        self.limits = limits
        cache = BlockCache(limit: cacheBytes)
    }

    /// Bytes of blocks it holds now.
    var cachedBytes: Int { cache.byteCount }

    /// The block's header.
    func header(at location: BlockLocation) throws(ArchiveError) -> BlockHeader {
        let entry = try load(location)
        defer { cache.put(entry) }
        return entry.header
    }

    /// The block's entries.
    func facts(at location: BlockLocation) throws(ArchiveError) -> [UInt8] {
        var entry = try load(location)
        if let facts = entry.facts {
            cache.put(entry)
            return facts
        }
        let facts = try entry.header.facts(in: entry.stored.span, codec: entry.codec, expander, at: location)
        entry.facts = facts
        keep(entry)
        return facts
    }

    /// The block's originals, or at least their first `upTo` bytes where it has so many.
    func originals(at location: BlockLocation, upTo: Int? = nil) throws(ArchiveError) -> [UInt8] {
        var entry = try load(location)
        let all = Int(entry.header.originalsRaw)
        let wanted = min(all, upTo ?? all)
        if entry.originals.count < wanted {
            // Who asks a second time goes on through the block: twice is the most a block is expanded.
            entry.originals = try entry.header.originals(
                in: entry.stored.span,
                codec: entry.codec,
                upTo: entry.originals.isEmpty ? wanted : all,
                expander,
                at: location
            )
        }
        let originals = entry.originals
        keep(entry)
        return originals
    }

    /// Keeps a block for the next question, without what is no longer needed of it.
    private func keep(_ entry: BlockCache.Entry) {
        var entry = entry
        if entry.facts != nil, entry.originals.count == Int(entry.header.originalsRaw) { entry.stored = [] }
        cache.put(entry)
    }

    private func load(_ location: BlockLocation) throws(ArchiveError) -> BlockCache.Entry {
        if let entry = cache.take(location.block) { return entry }
        let segment = try segment(location.segment)
        var bytes: [UInt8] = []
        let header = try segment.file.block(at: location, limits: limits, into: &bytes)
        return BlockCache.Entry(header: header, codec: segment.codec, stored: bytes)
    }

    private func segment(_ number: UInt64) throws(ArchiveError) -> (file: SegmentFile, codec: Codec) {
        if let open = segments[number] { return open }
        if segments.count >= ArchiveReader.openSegments { segments.removeAll() }
        let file = try SegmentFile(folder, number, for: .read)
        let open = (file: file, codec: try file.provenHeader().codec)
        segments[number] = open
        return open
    }
}

extension BlockHeader {
    /// Expands the facts in a block's bytes.
    func facts(
        in block: Span<UInt8>,
        codec: Codec,
        _ expander: BlockExpander,
        at location: BlockLocation
    ) throws(ArchiveError) -> [UInt8] {
        let start = BlockHeader.byteCount
        let stored = block.extracting(start..<(start + Int(factsStored)))
        return try section(stored, codec: codec, rawCount: Int(factsRaw), upTo: nil, expander, at: location)
    }

    /// Expands the originals in a block's bytes, all or the first of them.
    func originals(
        in block: Span<UInt8>,
        codec: Codec,
        upTo: Int?,
        _ expander: BlockExpander,
        at location: BlockLocation
    ) throws(ArchiveError) -> [UInt8] {
        let stored = block.extracting((BlockHeader.byteCount + Int(factsStored))...)
        return try section(stored, codec: codec, rawCount: Int(originalsRaw), upTo: upTo, expander, at: location)
    }

    private func section(
        _ stored: Span<UInt8>,
        codec: Codec,
        rawCount: Int,
        upTo: Int?,
        _ expander: BlockExpander,
        at location: BlockLocation
    ) throws(ArchiveError) -> [UInt8] {
        guard rawCount > 0 || !stored.isEmpty else { return [] }
        var bytes: [UInt8] = []
        do throws(CodecError) {
            try expander.expand(stored, codec: codec, rawCount: rawCount, upTo: upTo, into: &bytes)
        } catch {
            switch error.code {
            case .unavailable, .outOfMemory: throw ArchiveError(error, codec, segment: location.segment)
            default: throw ArchiveError(HeaderFault(what: error.description), at: location)
            }
        }
        return bytes
    }
}
