import Compression
import DurableFiles
import InvoiceModel
import OpenSSL

/// Names and opened files of segments.
struct SegmentFile {
    let number: UInt64
    let file: AppendFile

    /// The file's name: the number in ten digits or more.
    static func name(_ number: UInt64) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 10 - digits.count)) + digits + ".seg"
    }

    /// The number in a segment's name; `nil` for other files.
    static func number(_ name: String) -> UInt64? {
        guard name.hasSuffix(".seg"), let number = UInt64(name.dropLast(4)), number > 0 else { return nil }
        return SegmentFile.name(number) == name ? number : nil
    }

    /// The segments of a folder in order; none where it does not exist.
    static func list(_ folder: String) throws(ArchiveError) -> [UInt64] {
        try ArchiveError.files { () throws(FileError) in
            guard try DurableFiles.kind(of: folder) != nil else { return [] }
            return try DurableFiles.list(folder).compactMap(number).sorted()
        }
    }

    static func path(_ folder: String, _ number: UInt64) -> String { "\(folder)/\(name(number))" }

    /// Opens a segment that must be there: a missing file is damage.
    init(_ folder: String, _ number: UInt64, for access: AppendFile.Access) throws(ArchiveError) {
        self.number = number
        do throws(FileError) {
            file = try AppendFile(opening: SegmentFile.path(folder, number), for: access)
        } catch {
            throw error.isMissing ? .damage(number, block: 0, at: 0, "the file is missing") : .file(error)
        }
    }

    init(number: UInt64, file: AppendFile) {
        self.number = number
        self.file = file
    }

    /// At most `count` bytes from `offset` on; fewer only where the file ends.
    func read(_ count: Int, at offset: UInt64, into bytes: inout [UInt8]) throws(ArchiveError) {
        bytes.removeAll(keepingCapacity: true)
        do throws(FileError) {
            try file.read(atMost: count, at: Int(clamping: offset), appendingTo: &bytes)
        } catch {
            throw .file(error)
        }
    }

    /// The segment's header, its check sum proven.
    func header() throws(ArchiveError) -> SegmentHeader {
        var bytes: [UInt8] = []
        try read(SegmentHeader.byteCount, at: 0, into: &bytes)
        do throws(HeaderFault) {
            return try SegmentHeader(reading: bytes.span)
        } catch {
            throw ArchiveError(error, at: BlockLocation(block: 0, segment: number, offset: 0, length: 0))
        }
    }

    /// The segment's header, its number proven too.
    func provenHeader() throws(ArchiveError) -> SegmentHeader {
        let header = try header()
        guard header.segment == number else {
            throw .damage(number, block: 0, at: 0, "the file is segment \(header.segment)")
        }
        return header
    }

    /// Reads a block of which the place is known, and proves its check sums.
    func block(
        at location: BlockLocation,
        limits: ArchiveLimits,
        into bytes: inout [UInt8]
    ) throws(ArchiveError) -> BlockHeader {
        // Room is made only for what is there, whatever the store says.
        let size = UInt64(try ArchiveError.files { () throws(FileError) in try file.size() })
        let isThere = location.offset <= size && UInt64(location.length) <= size - location.offset
        try read(isThere ? Int(location.length) : 0, at: location.offset, into: &bytes)
        do throws(HeaderFault) {
            guard isThere else { throw HeaderFault(what: "the file ends inside the block") }
            let header = try BlockHeader(reading: bytes.span, limits: limits)
            guard header.number == location.block else {
                throw HeaderFault(what: "block \(header.number) stands there")
            }
            guard header.length == UInt64(location.length), bytes.count == Int(location.length) else {
                throw HeaderFault(what: "the block has \(header.length) bytes, not \(location.length)")
            }
            try header.checkPayload(of: bytes.span)
            return header
        } catch {
            throw ArchiveError(error, at: location)
        }
    }
}

extension BlockHeader {
    /// Proves the check sum of the payload in a block's bytes.
    func checkPayload(of bytes: Span<UInt8>) throws(HeaderFault) {
        guard Checksum.crc32(bytes.extracting(BlockHeader.byteCount...)) == payloadChecksum else {
            throw HeaderFault(what: "the block's payload fails its check sum")
        }
    }

    /// The digest that stands for the block and everything before it.
    static func digest(of bytes: Span<UInt8>, with context: HashContext) -> Digest {
        var digest: [UInt8] = []
        context.update(bytes.extracting(0..<BlockHeader.chained))
        context.update(bytes.extracting(BlockHeader.byteCount...))
        context.finish(into: &digest)
        return Digest(digest.span)
    }
}

extension ArchiveError {
    /// A header that is not ours, with its place.
    init(_ fault: HeaderFault, at location: BlockLocation) {
        let damage = ArchiveDamage(
            segment: location.segment,
            block: location.block,
            offset: location.offset,
            what: fault.what
        )
        self = fault.isNewer ? .newer(damage) : .damage(damage)
    }

    static func damage(_ segment: UInt64, block: UInt64, at offset: UInt64, _ what: String) -> ArchiveError {
        .damage(ArchiveDamage(segment: segment, block: block, offset: offset, what: what))
    }

    /// Runs file operations and turns their failure into ours.
    static func files<Result>(_ body: () throws(FileError) -> Result) throws(ArchiveError) -> Result {
        do throws(FileError) { return try body() } catch { throw .file(error) }
    }
}
