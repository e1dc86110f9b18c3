import Compression

/// Blocks read lately, at most so many bytes of them.
struct BlockCache {
    /// A block's header and what is known of its sections.
    struct Entry {
        let header: BlockHeader
        let codec: Codec
        /// Header and payload as stored; empty once both sections are expanded.
        var stored: [UInt8]
        var facts: [UInt8]?
        /// The originals, or their beginning.
        var originals: [UInt8]
        fileprivate var lastUse: UInt64 = 0

        init(header: BlockHeader, codec: Codec, stored: [UInt8]) {
            self.header = header
            self.codec = codec
            self.stored = stored
            originals = []
        }

        var byteCount: Int { stored.count + (facts?.count ?? 0) + originals.count }
    }

    /// Bytes it may hold.
    let limit: Int
    /// Bytes it holds.
    private(set) var byteCount = 0
    private var entries: [UInt64: Entry] = [:]
    private var uses: UInt64 = 0

    /// Blocks it may hold, however small they are.
    static let blockLimit = 256

    init(limit: Int) {
        self.limit = limit
    }

    /// How many blocks it holds.
    var count: Int { entries.count }

    /// Takes an entry out, so that it can be worked on without being copied.
    mutating func take(_ block: UInt64) -> Entry? {
        guard let entry = entries.removeValue(forKey: block) else { return nil }
        byteCount -= entry.byteCount
        return entry
    }

    /// Puts an entry in and lets the ones used longest ago go; one larger than the whole cache is not kept.
    mutating func put(_ entry: Entry) {
        guard entry.byteCount <= limit else { return }
        while byteCount > limit - entry.byteCount || entries.count >= BlockCache.blockLimit {
            guard let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) else { break }
            _ = take(oldest.key)
        }
        uses += 1
        var entry = entry
        entry.lastUse = uses
        byteCount += entry.byteCount
        entries[entry.header.number] = entry
    }
}
