import Compression
import InvoiceModel

/// The first 96 bytes of a block; `Documentation/ARCHIVE.md` has the layout.
struct BlockHeader: Hashable, Sendable {
    var kind: BlockKind
    /// Entries.
    var count: Int
    /// The block's number, from 1.
    var number: UInt64
    /// The first entry's number.
    var first: UInt64
    var writtenAt: Timestamp
    var rules: UInt64
    var factsStored: UInt32
    var factsRaw: UInt32
    var originalsStored: UInt32
    var originalsRaw: UInt32
    /// Digest of the block before; zeros in block 1.
    var previous: Digest
    /// CRC-32 of the payload.
    var payloadChecksum: UInt32

    static let byteCount = 96
    /// Bytes that stand under the chain: all but the header's own check sum.
    static let chained = 92
    private static let version: UInt8 = 1

    /// Bytes of header and payload.
    var length: UInt64 { UInt64(BlockHeader.byteCount) + UInt64(factsStored) + UInt64(originalsStored) }

    /// Whether four bytes begin a block.
    static func isMagic(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
        bytes[offset] == UInt8(ascii: "X") && bytes[offset + 1] == UInt8(ascii: "B")
            && bytes[offset + 2] == UInt8(ascii: "L") && bytes[offset + 3] == UInt8(ascii: "K")
    }

    /// Writes the header over the first 96 bytes.
    func write(over bytes: inout [UInt8]) {
        bytes.replaceSubrange(0..<4, with: Array("XBLK".utf8))
        bytes[4] = BlockHeader.version
        bytes[5] = kind.rawValue
        LittleEndian.write(UInt16(count), to: &bytes, at: 6)
        LittleEndian.write(number, to: &bytes, at: 8)
        LittleEndian.write(first, to: &bytes, at: 16)
        LittleEndian.write(writtenAt.localSeconds, to: &bytes, at: 24)
        LittleEndian.write(rules, to: &bytes, at: 32)
        LittleEndian.write(factsStored, to: &bytes, at: 40)
        LittleEndian.write(factsRaw, to: &bytes, at: 44)
        LittleEndian.write(originalsStored, to: &bytes, at: 48)
        LittleEndian.write(originalsRaw, to: &bytes, at: 52)
        bytes.replaceSubrange(56..<88, with: previous.bytes)
        LittleEndian.write(payloadChecksum, to: &bytes, at: 88)
        LittleEndian.write(Checksum.crc32(bytes.span.extracting(0..<BlockHeader.chained)), to: &bytes, at: 92)
    }
}

extension BlockHeader {
    /// Reads the header at the start of `bytes`.
    init(reading bytes: Span<UInt8>, limits: ArchiveLimits) throws(HeaderFault) {
        guard bytes.count >= BlockHeader.byteCount else {
            throw HeaderFault(what: "the file ends inside a block's header")
        }
        guard BlockHeader.isMagic(bytes, at: 0) else { throw HeaderFault(what: "no block begins here") }
        guard LittleEndian.read(bytes, at: 92) == Checksum.crc32(bytes.extracting(0..<BlockHeader.chained)) else {
            throw HeaderFault(what: "the block's header fails its check sum")
        }
        guard bytes[4] == BlockHeader.version else {
            throw HeaderFault(what: "block version \(bytes[4])", isNewer: true)
        }
        guard let kind = BlockKind(rawValue: bytes[5]) else {
            throw HeaderFault(what: "block of kind \(bytes[5])", isNewer: true)
        }
        let count: UInt16 = LittleEndian.read(bytes, at: 6)
        guard let writtenAt = Timestamp(stored: LittleEndian.read(bytes, at: 24)) else {
            throw HeaderFault(what: "a block of no year from 1 to 9999")
        }
        self.init(
            kind: kind,
            count: Int(count),
            number: LittleEndian.read(bytes, at: 8),
            first: LittleEndian.read(bytes, at: 16),
            writtenAt: writtenAt,
            rules: LittleEndian.read(bytes, at: 32),
            factsStored: LittleEndian.read(bytes, at: 40),
            factsRaw: LittleEndian.read(bytes, at: 44),
            originalsStored: LittleEndian.read(bytes, at: 48),
            originalsRaw: LittleEndian.read(bytes, at: 52),
            previous: Digest(bytes.extracting(56..<88)),
            payloadChecksum: LittleEndian.read(bytes, at: 88)
        )
        guard (1...limits.blockEntries).contains(self.count) else {
            throw HeaderFault(what: "a block of \(count) entries")
        }
        guard self.count == 1 || originalsRaw <= limits.blockOriginals else {
            throw HeaderFault(what: "a block of \(count) entries with \(originalsRaw) bytes of originals")
        }
        let largest = max(factsStored, factsRaw, originalsStored, originalsRaw)
        guard largest <= limits.sectionBytes else { throw HeaderFault(what: "a section of \(largest) bytes") }
    }
}
