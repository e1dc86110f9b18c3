import InvoiceModel

/// Where an archive ends, as the store remembers it: right behind a block that is known to be whole.
struct ArchivePosition: Hashable, Sendable {
    /// The segment that holds the last block, from 1; 0 while there is none.
    var segment: UInt64
    /// The byte behind the last block in that segment's file.
    var offset: UInt64
    /// The last block's number; 0 while there is none.
    var block: UInt64
    /// Bytes of the last block, its header included.
    var length: UInt32
    /// The last block's digest: it stands for everything before it. Zeros while there is none.
    var digest: Digest

    /// An archive without a block.
    static let start = ArchivePosition(segment: 0, offset: 0, block: 0, length: 0, digest: .zeros)

    /// Right behind that block.
    init(behind location: BlockLocation, digest: Digest) {
        self.init(
            segment: location.segment,
            offset: location.offset + UInt64(location.length),
            block: location.block,
            length: location.length,
            digest: digest
        )
    }

    /// A place read from the store.
    init(segment: UInt64, offset: UInt64, block: UInt64, length: UInt32, digest: Digest) {
        self.segment = segment
        self.offset = offset
        self.block = block
        self.length = length
        self.digest = digest
    }

    /// Where the last block lies; `nil` while there is none.
    var last: BlockLocation? {
        guard block > 0, offset >= UInt64(length) else { return nil }
        return BlockLocation(block: block, segment: segment, offset: offset - UInt64(length), length: length)
    }
}

/// Where a block lies.
struct BlockLocation: Hashable, Sendable {
    /// The block's number, from 1.
    var block: UInt64
    /// Its segment's number, from 1.
    var segment: UInt64
    /// The first byte of its header in the segment's file.
    var offset: UInt64
    /// Bytes of header and payload.
    var length: UInt32
}

extension Digest {
    /// What stands where there is no block before.
    static let zeros = Digest([UInt8](repeating: 0, count: Digest.byteCount).span)
}
