import Compression
import DurableFiles
import InvoiceModel
import Testing

@testable import InvoiceLedger

extension Codec {
    /// Those this build has.
    static var available: [Codec] { allCases.filter(\.isAvailable) }
}

/// An archive in a folder of its own.
struct TestArchive {
    let folder: Folder
    var limits = ArchiveLimits()

    init(limits: ArchiveLimits = ArchiveLimits()) throws {
        folder = try Folder()
        self.limits = limits
    }

    var path: String { "\(folder.path)/archive" }

    func segment(_ number: UInt64) -> String { SegmentFile.path(path, number) }

    func writer(
        _ end: ArchivePosition = .start,
        codec: Codec = .preferred,
        probe: ArchiveProbe? = nil
    ) throws -> ArchiveWriter {
        try ArchiveWriter(folder: path, end: end, codec: codec, limits: limits, probe: probe)
    }

    func reader(cacheBytes: Int = ArchiveReader.cacheBytes) -> ArchiveReader {
        ArchiveReader(folder: path, cacheBytes: cacheBytes, limits: limits)
    }

    func scan(from start: ArchivePosition = .start, upTo end: ArchivePosition? = nil) throws -> ArchiveScan {
        try ArchiveScan(folder: path, from: start, upTo: end, limits: limits)
    }

    /// Appends and syncs those blocks; gives their places and the end.
    func write(_ contents: [BlockContent], codec: Codec) throws -> (places: [BlockLocation], end: ArchivePosition) {
        let writer = try writer(codec: codec)
        let places = try contents.map { content throws(ArchiveError) in try writer.append(content) }
        try writer.sync()
        return (places, writer.end)
    }

    /// Everything a scan finds.
    func contents(upTo end: ArchivePosition? = nil) throws -> [BlockContent] {
        let scan = try scan(upTo: end)
        var found: [BlockContent] = []
        while let block = try scan.next() { found.append(try block.content()) }
        return found
    }

    func bytes(_ segment: UInt64) throws -> [UInt8] { try DurableFiles.read(self.segment(segment)) }

    /// Puts other bytes in a segment's place.
    func replace(_ segment: UInt64, by bytes: [UInt8]) throws {
        try DurableFiles.write(bytes.span, to: self.segment(segment), mode: 0o644, isDurable: false)
    }
}

/// A block of so many entries, whose bytes tell where they are from.
func block(_ first: UInt64, count: Int = 3, bytes: Int = 400, kind: BlockKind = .messages) -> BlockContent {
    let pattern = (0..<min(bytes, 10_000)).map { UInt8(truncatingIfNeeded: ($0 / 3) * Int(first)) }
    var originals = pattern
    while originals.count < bytes { originals += pattern.prefix(bytes - originals.count) }
    return BlockContent(
        kind: kind,
        count: count,
        first: first,
        writtenAt: Timestamp(localSeconds: 1_795_000_000 + Int64(first)),
        rules: 7,
        facts: Array("facts of \(first), ".utf8),
        originals: originals
    )
}
