/// What the standard says of the children of each block: their order, which repeat, and what they hold.
///
/// Made once from `Data/fields.tsv`; a look-up is one load from a flat table.
struct LineShape: Sendable {
    /// One child of a block.
    struct Row: Sendable {
        /// The block it stands in.
        let block: UInt8
        let tag: Tag
        /// The block that it is; 0 for a leaf.
        let inner: UInt8
        let repeats: Bool

        init(_ block: UInt8, _ tag: Tag, _ inner: UInt8 = 0, repeats: Bool = false) {
            self.block = block
            self.tag = tag
            self.inner = inner
            self.repeats = repeats
        }
    }

    /// What is known of a child.
    struct Entry: Sendable {
        var bits: UInt16 = 0

        /// Whether the block has such a child.
        @inline(__always) var isKnown: Bool { bits & 0x8000 != 0 }
        /// Its place among the children: 0 to 62, `TTKhac` 63.
        @inline(__always) var rank: UInt8 { UInt8(truncatingIfNeeded: bits & 0x3F) }
        /// The block that it is, or 0.
        @inline(__always) var inner: UInt8 { UInt8(truncatingIfNeeded: (bits >> 6) & 0x3F) }
        /// Whether it may stand there more than once.
        @inline(__always) var repeats: Bool { bits & 0x1000 != 0 }
    }

    /// The place after every known child.
    static let last: UInt8 = 64
    /// The one table.
    static let shared = LineShape()

    private let entries: [UInt16]

    private init() {
        let width = LineShape.tagCount
        var entries = [UInt16](repeating: 0, count: width * Int(LineShape.blockCount))
        var ranks = [UInt16](repeating: 0, count: Int(LineShape.blockCount))
        for row in LineShape.rows {
            let isFree = row.tag == .TTKhac
            let rank = isFree ? 63 : ranks[Int(row.block)]
            if !isFree { ranks[Int(row.block)] += 1 }
            precondition(isFree || rank < 63, "a block has at most 63 children")
            entries[Int(row.block) * width + Int(row.tag.rawValue)] =
                0x8000 | rank | UInt16(row.inner) << 6 | (row.repeats ? 0x1000 : 0)
        }
        self.entries = entries
    }

    /// What is known of a child of a block; of block 0 nothing.
    @inline(__always)
    func entry(_ block: UInt8, _ tag: Tag) -> Entry {
        Entry(bits: entries[Int(block) &* LineShape.tagCount &+ Int(tag.rawValue)])
    }
}
