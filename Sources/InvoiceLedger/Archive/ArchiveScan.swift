import Compression
import DurableFiles
import InvoiceModel
import OpenSSL

/// Walks an archive block by block and proves headers, check sums and the chain.
///
/// With a committed end, everything up to it must be there. Without one, a last block that is not whole is a torn tail:
/// what a power loss leaves of a block that no store ever called committed.
final class ArchiveScan {
    /// Behind the last block proven.
    private(set) var position: ArchivePosition
    /// What follows the last block, where that is not a whole block and no committed end is known.
    private(set) var tornTail: ArchiveDamage?

    private let folder: String
    private let end: ArchivePosition?
    private let limits: ArchiveLimits
    private let segments: [UInt64]
    private let expander = BlockExpander()
    private let hash = HashContext(.sha256)
    private var current: (file: SegmentFile, codec: Codec, size: UInt64)?
    private var offset: UInt64

    /// A walk from behind a block that is known, up to a committed end.
    init(
        folder: String,
        from start: ArchivePosition = .start,
        upTo end: ArchivePosition? = nil,
        limits: ArchiveLimits = ArchiveLimits()
    ) throws(ArchiveError) {
        self.folder = folder
        self.end = end
        self.limits = limits
        position = start
        offset = start.offset
        segments = try SegmentFile.list(folder)
        if start.segment > 0 {
            let file = try SegmentFile(folder, start.segment, for: .read)
            current = (file, try file.provenHeader().codec, try ArchiveScan.size(of: file))
        }
    }

    /// The next block; `nil` at the end of the archive.
    ///
    /// - Throws: `.damage` with the exact place.
    func next() throws(ArchiveError) -> ScannedBlock? {
        guard tornTail == nil else { return nil }
        if let end, position.block >= end.block {
            guard position == end else {
                throw .damage(
                    position.segment,
                    block: position.block,
                    at: position.last?.offset ?? 0,
                    "the block is not the one the store knows as the last"
                )
            }
            return nil
        }
        while true {
            if let segment = current, offset < segment.size {
                return try provenOrTorn(segment.file, from: offset, size: segment.size) { () throws(ArchiveError) in
                    try block(in: segment.file, codec: segment.codec, size: segment.size)
                }
            }
            guard try openNext() else { return nil }
        }
    }
}

extension ArchiveScan {
    /// Goes to the next segment; `false` where there is none, or only one that was never written whole.
    private func openNext() throws(ArchiveError) -> Bool {
        let number = (current?.file.number ?? position.segment) + 1
        guard segments.contains(where: { $0 >= number }) else {
            guard end == nil else {
                throw .damage(
                    current?.file.number ?? 1,
                    block: position.block + 1,
                    at: offset,
                    "the archive ends before its committed end"
                )
            }
            return false
        }
        let file = try SegmentFile(folder, number, for: .read)
        let size = try ArchiveScan.size(of: file)
        let read = try provenOrTorn(file, from: 0, size: size) { () throws(ArchiveError) in try file.header() }
        guard let header = read else { return false }
        guard header.segment == number, header.firstBlock == position.block + 1, header.previous == position.digest
        else { throw .damage(number, block: 0, at: 0, "the segment does not follow the block before") }
        current = (file, header.codec, size)
        offset = UInt64(SegmentHeader.byteCount)
        return true
    }

    /// The block at `offset`, proven.
    private func block(
        in file: SegmentFile,
        codec: Codec,
        size: UInt64
    ) throws(ArchiveError) -> ScannedBlock {
        var location = BlockLocation(block: position.block + 1, segment: file.number, offset: offset, length: 0)
        var bytes: [UInt8] = []
        try file.read(BlockHeader.byteCount, at: offset, into: &bytes)
        let header: BlockHeader
        do throws(HeaderFault) {
            header = try BlockHeader(reading: bytes.span, limits: limits)
            guard follows(header) else { throw HeaderFault(what: "the block does not follow the one before") }
            guard header.length <= size - offset else { throw HeaderFault(what: "the file ends inside the block") }
        } catch {
            throw ArchiveError(error, at: location)
        }
        location.length = UInt32(clamping: header.length)
        _ = try file.block(at: location, limits: limits, into: &bytes)
        let digest = BlockHeader.digest(of: bytes.span, with: hash)
        position = ArchivePosition(behind: location, digest: digest)
        offset = position.offset
        return ScannedBlock(
            location: location,
            header: header,
            digest: digest,
            codec: codec,
            bytes: bytes,
            expander: expander
        )
    }

    private func follows(_ header: BlockHeader) -> Bool {
        header.number == position.block + 1 && header.previous == position.digest
    }

    static func size(of file: SegmentFile) throws(ArchiveError) -> UInt64 {
        UInt64(try ArchiveError.files { () throws(FileError) in try file.file.size() })
    }
}

// Torn tails.
extension ArchiveScan {
    /// What `body` reads and proves; `nil` where it finds damage that a power loss explains.
    ///
    /// That is: no committed end is known, the last segment is read, and no whole header of a block stands anywhere
    /// behind, so that nothing is lost which was once whole.
    private func provenOrTorn<Result>(
        _ file: SegmentFile,
        from start: UInt64,
        size: UInt64,
        _ body: () throws(ArchiveError) -> Result
    ) throws(ArchiveError) -> Result? {
        do throws(ArchiveError) { return try body() } catch {
            guard case .damage(let damage) = error, end == nil, file.number == segments.last else { throw error }
            guard try !holdsHeader(file, from: start, size: size) else { throw error }
            tornTail = damage
            return nil
        }
    }

    /// Whether a block begins at `start` that does not follow, or behind it any block at all.
    private func holdsHeader(_ file: SegmentFile, from start: UInt64, size: UInt64) throws(ArchiveError) -> Bool {
        var holds = false
        try eachHeader(file, from: start, size: size) { header, place in
            holds = place > start || !follows(header)
            return !holds
        }
        return holds
    }

    /// Shows the headers of blocks that can be read in a segment from a place on, until `show` wants no more.
    func eachHeader(
        _ file: SegmentFile,
        from start: UInt64,
        size: UInt64,
        _ show: (_ header: BlockHeader, _ place: UInt64) -> Bool
    ) throws(ArchiveError) {
        let piece = 1 << 20
        var bytes: [UInt8] = []
        var place = start
        while place + UInt64(BlockHeader.byteCount) <= size {
            // Each piece goes on where the last header that fits into the one before would begin.
            let count = min(UInt64(piece + BlockHeader.byteCount - 1), size - place)
            try file.read(Int(count), at: place, into: &bytes)
            let span = bytes.span
            for index in 0..<min(piece, max(0, bytes.count - BlockHeader.byteCount + 1))
            where BlockHeader.isMagic(span, at: index) {
                guard let header = try? BlockHeader(reading: span.extracting(index...), limits: limits) else {
                    continue
                }
                guard show(header, place + UInt64(index)) else { return }
            }
            place += UInt64(piece)
        }
    }
}
