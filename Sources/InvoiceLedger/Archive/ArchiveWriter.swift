import Compression
import DurableFiles
import InvoiceModel
import OpenSSL

/// What a writer does to files, one call of the system each.
enum ArchiveStep: Hashable, CaseIterable {
    case makeSegment
    case append
    case syncSegment
    case syncFolder
    case truncate
    case remove
}

/// Asked before and after each step; what it throws counts as the step's own failure, so that a test can let a step
/// fail that was not done, or that was.
typealias ArchiveProbe = (_ step: ArchiveStep, _ isDone: Bool) throws(FileError) -> Void

/// Appends blocks to an archive, one after another, and makes them durable.
///
/// Fail-stop: after any failure it refuses further work (`.failed`), because only the disk knows then what was written.
final class ArchiveWriter {
    /// Behind the last block appended. It may be called committed once `sync` returned.
    private(set) var end: ArchivePosition

    let folder: String
    let limits: ArchiveLimits
    private let encoder: BlockEncoder
    private let probe: ArchiveProbe?
    private let hash = HashContext(.sha256)
    private var segment: (file: SegmentFile, codec: Codec)?
    private var isDirty = false
    private var isSegmentNew = false
    private var hasFailed = false

    /// Opens an archive for appending behind a committed end, and cuts off everything that stands beyond it.
    ///
    /// - Parameters:
    ///   - folder: where the segments lie; made where there is no block yet.
    ///   - end: what the store says is committed.
    ///   - codec: how new blocks are compressed; where the last segment has another one, a new segment begins.
    /// - Throws: `.damage` where the archive is shorter than `end` or its last committed block is not the one the store
    ///   knows. Then nothing was changed.
    init(
        folder: String,
        end: ArchivePosition,
        codec: Codec = .preferred,
        limits: ArchiveLimits = ArchiveLimits(),
        probe: ArchiveProbe? = nil
    ) throws(ArchiveError) {
        self.folder = folder
        self.end = end
        self.limits = limits
        self.probe = probe
        encoder = try BlockEncoder(codec, limits: limits)
        if end.block == 0 {
            try makeFolder()
        } else {
            let file = try SegmentFile(folder, end.segment, for: .append)
            segment = (file, try prove(file))
        }
        try cut()
    }

    /// Compresses a block and appends it.
    @discardableResult
    func append(_ content: BlockContent) throws(ArchiveError) -> BlockLocation {
        try append(encoder.encode(content))
    }

    /// Gives a block its place and writes it there; it is durable after `sync`.
    @discardableResult
    func append(_ block: EncodedBlock) throws(ArchiveError) -> BlockLocation {
        try stopping { () throws(ArchiveError) in
            let file = try place(for: block)
            var block = block
            block.chain(number: end.block + 1, previous: end.digest)
            let location = BlockLocation(
                block: end.block + 1,
                segment: file.number,
                offset: file.number == end.segment ? end.offset : UInt64(SegmentHeader.byteCount),
                length: UInt32(block.bytes.count)
            )
            isDirty = true
            try step(.append) { () throws(FileError) in
                try file.file.append(block.bytes.span, at: Int(location.offset))
            }
            end = ArchivePosition(behind: location, digest: BlockHeader.digest(of: block.bytes.span, with: hash))
            return location
        }
    }

    /// Returns only when everything up to `end` survives a power loss.
    func sync() throws(ArchiveError) {
        try stopping { () throws(ArchiveError) in try syncSegment() }
    }
}

extension ArchiveWriter {
    /// The segment a block goes into: the last one, or a new one.
    private func place(for block: EncodedBlock) throws(ArchiveError) -> SegmentFile {
        if let segment {
            let isFull = end.offset + UInt64(block.bytes.count) > limits.segmentBytes
            if segment.codec == block.codec, !isFull { return segment.file }
            try syncSegment()
        }
        let number = end.segment + 1
        let header = SegmentHeader(
            segment: number,
            codec: block.codec,
            firstBlock: end.block + 1,
            previous: end.digest
        )
        var made: AppendFile?
        try step(.makeSegment) { () throws(FileError) in
            let file = try AppendFile(creating: SegmentFile.path(folder, number), mode: 0o644)
            try file.append(header.bytes.span, at: 0)
            made = file
        }
        guard let made else { throw .failed }
        let file = SegmentFile(number: number, file: made)
        segment = (file, block.codec)
        isDirty = true
        isSegmentNew = true
        return file
    }

    private func syncSegment() throws(ArchiveError) {
        guard isDirty, let segment else { return }
        try step(.syncSegment) { () throws(FileError) in
            if isSegmentNew { try segment.file.file.sync() } else { try segment.file.file.syncData() }
        }
        if isSegmentNew { try syncFolder() }
        isDirty = false
        isSegmentNew = false
    }

    private func syncFolder() throws(ArchiveError) {
        try step(.syncFolder) { () throws(FileError) in try DurableFiles.syncDirectory(folder) }
    }

    /// One step, with what a test does to it.
    private func step(_ step: ArchiveStep, _ body: () throws(FileError) -> Void) throws(ArchiveError) {
        try ArchiveError.files { () throws(FileError) in
            try probe?(step, false)
            try body()
            try probe?(step, true)
        }
    }

    private func stopping<Result>(_ body: () throws(ArchiveError) -> Result) throws(ArchiveError) -> Result {
        guard !hasFailed else { throw .failed }
        do throws(ArchiveError) { return try body() } catch {
            hasFailed = true
            throw error
        }
    }
}

// Opening.
extension ArchiveWriter {
    private func makeFolder() throws(ArchiveError) {
        try ArchiveError.files { () throws(FileError) in
            if try DurableFiles.kind(of: folder) == nil { try DurableFiles.makeDirectory(folder, mode: 0o755) }
        }
    }

    /// Proves that the last committed block is there and is the one the store knows; gives the segment's codec.
    private func prove(_ file: SegmentFile) throws(ArchiveError) -> Codec {
        let header = try file.provenHeader()
        let size = try ArchiveError.files { () throws(FileError) in try file.file.size() }
        guard let last = end.last, UInt64(size) >= end.offset else {
            throw .damage(
                end.segment,
                block: end.block,
                at: UInt64(size),
                "the file ends here, but committed are \(end.offset) bytes"
            )
        }
        var bytes: [UInt8] = []
        _ = try file.block(at: last, limits: limits, into: &bytes)
        guard BlockHeader.digest(of: bytes.span, with: hash) == end.digest else {
            throw .damage(
                end.segment,
                block: end.block,
                at: last.offset,
                "the block is not the one the store knows as the last"
            )
        }
        return header.codec
    }

    /// Takes away what no store ever called committed: whole segments, the last first, then the rest of this one.
    private func cut() throws(ArchiveError) {
        for number in try SegmentFile.list(folder).reversed() where number > end.segment {
            try step(.remove) { () throws(FileError) in
                try DurableFiles.remove(SegmentFile.path(folder, number))
            }
            // One after another, so that no power loss leaves a gap.
            try syncFolder()
        }
        guard let segment else { return }
        let size = try ArchiveError.files { () throws(FileError) in try segment.file.file.size() }
        guard UInt64(size) > end.offset else { return }
        try step(.truncate) { () throws(FileError) in try segment.file.file.truncate(to: Int(end.offset)) }
        try step(.syncSegment) { () throws(FileError) in try segment.file.file.sync() }
    }
}
