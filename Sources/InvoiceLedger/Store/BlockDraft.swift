import InvoiceModel

/// A block on its way into the archive: its bytes, and the same entries for the store.
struct BlockDraft {
    let entries: BlockEntries
    private let make: () -> BlockContent

    /// A block whose bytes are made where they are asked for: beside the rows of the store.
    init(entries: BlockEntries, content: @escaping () -> BlockContent) {
        self.entries = entries
        make = content
    }

    /// What goes into the archive; made anew each time.
    var content: BlockContent { make() }

    /// Messages in blocks, as the limits part them.
    ///
    /// - Parameter rules: the revision of the rules that judged them.
    static func messages(
        _ messages: [(entry: MessageEntry, bytes: [UInt8])],
        coding: EntryCoding,
        limits: ArchiveLimits,
        rules: UInt64 = RulesRevision.current
    ) -> [BlockDraft] {
        parts(messages.map(\.bytes.count), limits).map { range in
            let part = messages[range]
            return BlockDraft(entries: .messages(part.map(\.entry))) {
                var content = BlockContent(
                    kind: .messages,
                    count: part.count,
                    first: part.first?.entry.sequence ?? 0,
                    writtenAt: part.last?.entry.receivedAt ?? Timestamp(localSeconds: 0),
                    rules: rules,
                    facts: [],
                    originals: []
                )
                content.originals.reserveCapacity(part.reduce(0) { $0 + $1.bytes.count })
                for (entry, bytes) in part {
                    coding.append(entry, to: &content.facts)
                    content.originals += bytes
                }
                return content
            }
        }
    }

    /// Changes in blocks, as the limits part them.
    static func changes(
        _ changes: [(entry: ChangeEntry, payload: [UInt8])],
        coding: EntryCoding,
        limits: ArchiveLimits,
        rules: UInt64 = RulesRevision.current
    ) -> [BlockDraft] {
        parts(changes.map(\.payload.count), limits).map { range in
            let part = Array(changes[range])
            return BlockDraft(entries: .changes(part)) {
                var content = BlockContent(
                    kind: .changes,
                    count: part.count,
                    first: part.first?.entry.sequence ?? 0,
                    writtenAt: part.last?.entry.at ?? Timestamp(localSeconds: 0),
                    rules: rules,
                    facts: [],
                    originals: []
                )
                for (entry, payload) in part {
                    coding.append(entry, to: &content.facts)
                    content.originals += payload
                }
                return content
            }
        }
    }

    /// Ranges of entries that fit into one block each, given the bytes of their originals.
    private static func parts(_ sizes: [Int], _ limits: ArchiveLimits) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        var bytes = 0
        for (place, size) in sizes.enumerated() {
            if !limits.admits(size, after: place - start, originals: bytes) {
                parts.append(start..<place)
                start = place
                bytes = 0
            }
            bytes += size
        }
        if start < sizes.count { parts.append(start..<sizes.count) }
        return parts
    }
}

extension Array {
    /// Whether the numbers of the elements go up by one from `first` on.
    func areNumbered(from first: UInt64, _ number: (Element) -> UInt64) -> Bool {
        enumerated().allSatisfy { place, element in number(element) == first &+ UInt64(place) }
    }
}

extension EntryCoding {
    /// The entries of a block read from the archive.
    func entries(of content: BlockContent) throws(EntryError) -> BlockEntries {
        switch content.kind {
        case .messages:
            let entries = try messages(content.facts.span, count: content.count)
            guard entries.allSatisfy(\.isPossible) else { throw EntryError(reason: .value, offset: 0) }
            return .messages(entries)
        case .changes:
            let entries = try changes(content.facts.span, originals: content.originals, count: content.count)
            guard entries.allSatisfy(\.entry.isPossible) else { throw EntryError(reason: .value, offset: 0) }
            return .changes(entries)
        case .head: return .head(at: content.writtenAt)
        }
    }

    /// The changes of a block with their payloads.
    func changes(
        _ facts: Span<UInt8>,
        originals: [UInt8],
        count: Int
    ) throws(EntryError) -> [(entry: ChangeEntry, payload: [UInt8])] {
        var start = 0
        var found: [(entry: ChangeEntry, payload: [UInt8])] = []
        for entry in try changes(facts, count: count) {
            guard entry.payloadLength >= 0, entry.payloadLength <= originals.count - start else {
                throw EntryError(reason: .length, offset: 0)
            }
            found.append((entry, Array(originals[start..<start + entry.payloadLength])))
            start += entry.payloadLength
        }
        return found
    }
}
