import InvoiceModel

/// What the entries of a block are.
enum BlockKind: UInt8, Hashable, Sendable {
    /// Messages with what became of them.
    case messages = 1
    /// Administrative actions.
    case changes = 2
    /// One signed head of a day.
    case head = 3
}

/// What goes into a block, before compression and chaining.
struct BlockContent: Hashable, Sendable {
    var kind: BlockKind
    /// Entries, at least one.
    var count: Int
    /// The first entry's number: of the message, of the change, 0 for a head.
    var first: UInt64
    var writtenAt: Timestamp
    /// Version of the rules that gave the verdicts.
    var rules: UInt64
    /// The entries.
    var facts: [UInt8]
    /// Messages, or payloads of changes, one after another.
    var originals: [UInt8]
}

/// Every limit of an archive, by name.
struct ArchiveLimits: Hashable, Sendable {
    /// A block that would take a segment's file past this many bytes begins the next one; alone it may be larger.
    var segmentBytes: UInt64 = 256 << 20
    /// Entries of one block.
    var blockEntries = 256
    /// Bytes of the originals of one block; a single entry may have more.
    var blockOriginals = 8 << 20
    /// Bytes of one section, raw or stored, of what a reader makes room for.
    var sectionBytes = 1 << 30

    /// Whether one more entry fits into a block that has so many entries and bytes of originals.
    func admits(_ bytes: Int, after entries: Int, originals: Int) -> Bool {
        entries == 0 || (entries < blockEntries && originals + bytes <= blockOriginals)
    }
}
