import Compression
import InvoiceModel

/// The first 64 bytes of a segment's file; `Documentation/ARCHIVE.md` has the layout.
struct SegmentHeader: Hashable {
    var segment: UInt64
    /// How every section of the segment is compressed.
    var codec: Codec
    var firstBlock: UInt64
    /// Digest of the block before the first one; zeros before block 1.
    var previous: Digest

    static let byteCount = 64
    private static let magic = Array("XACTARCH".utf8)
    private static let version: UInt16 = 1

    /// The 64 bytes.
    var bytes: [UInt8] {
        var bytes = SegmentHeader.magic + [UInt8](repeating: 0, count: SegmentHeader.byteCount - 8)
        LittleEndian.write(SegmentHeader.version, to: &bytes, at: 8)
        bytes[10] = codec.rawValue
        LittleEndian.write(segment, to: &bytes, at: 12)
        LittleEndian.write(firstBlock, to: &bytes, at: 20)
        bytes.replaceSubrange(28..<60, with: previous.bytes)
        LittleEndian.write(Checksum.crc32(bytes.span.extracting(0..<60)), to: &bytes, at: 60)
        return bytes
    }

    init(segment: UInt64, codec: Codec, firstBlock: UInt64, previous: Digest) {
        self.segment = segment
        self.codec = codec
        self.firstBlock = firstBlock
        self.previous = previous
    }

    /// Reads the header at the start of `bytes`.
    init(reading bytes: Span<UInt8>) throws(HeaderFault) {
        guard bytes.count >= SegmentHeader.byteCount else { throw HeaderFault(what: "the file ends inside the header") }
        for index in 0..<8 where bytes[index] != SegmentHeader.magic[index] {
            throw HeaderFault(what: "the file does not begin as a segment does")
        }
        guard LittleEndian.read(bytes, at: 60) == Checksum.crc32(bytes.extracting(0..<60)) else {
            throw HeaderFault(what: "the header fails its check sum")
        }
        let version: UInt16 = LittleEndian.read(bytes, at: 8)
        guard version == SegmentHeader.version else {
            throw HeaderFault(what: "segment version \(version)", isNewer: true)
        }
        guard let codec = Codec(rawValue: bytes[10]), bytes[11] == 0 else {
            throw HeaderFault(what: "compression \(bytes[10])", isNewer: true)
        }
        segment = LittleEndian.read(bytes, at: 12)
        self.codec = codec
        firstBlock = LittleEndian.read(bytes, at: 20)
        previous = Digest(bytes.extracting(28..<60))
    }
}
