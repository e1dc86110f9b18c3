import InvoiceModel

/// The archive of an open ledger: appends for the one who writes, reads for all.
final class LedgerArchive {
    let coding: EntryCoding
    let limits: ArchiveLimits
    private let reader: ArchiveReader
    private let writer: ArchiveWriter?

    /// The most entries that become durable together.
    static let entriesAtOnce = 16_384

    /// - Parameters:
    ///   - end: the committed end, everything behind it is cut off: `TailReplay` took in before what counts. `nil` for
    ///     reading only.
    init(
        folder: String,
        end: ArchivePosition?,
        coding: EntryCoding,
        limits: ArchiveLimits = ArchiveLimits()
    ) throws(ArchiveError) {
        self.coding = coding
        self.limits = limits
        reader = ArchiveReader(folder: folder, limits: limits)
        writer = try end.map { (end) throws(ArchiveError) in
            try ArchiveWriter(folder: folder, end: end, limits: limits)
        }
    }

    /// The number that the next block gets.
    var nextBlock: UInt64 {
        guard let writer else { preconditionFailure("an archive opened for reading") }
        return writer.end.block + 1
    }

    /// Appends a block; it is durable after `sync`.
    func append(_ draft: BlockDraft) throws(ArchiveError) -> StoredBlock {
        guard let writer else { preconditionFailure("an archive opened for reading") }
        let content = draft.content
        let location = try writer.append(content)
        return StoredBlock(
            location: location,
            digest: writer.end.digest,
            kind: content.kind,
            first: content.first,
            count: content.count
        )
    }

    /// Returns only when everything appended survives a power loss.
    func sync() throws(ArchiveError) {
        try writer?.sync()
    }
}

// Reading.
extension LedgerArchive {
    /// One message of a block, without its bytes, and where among the block's originals these begin.
    func message(
        _ sequence: UInt64,
        in block: StoredBlock
    ) throws(LedgerError) -> (entry: MessageEntry, originalOffset: Int) {
        guard block.kind == .messages, sequence >= block.first, sequence - block.first < UInt64(block.count) else {
            throw LedgerError(.databaseDamaged, "message \(sequence) is not in block \(block.location.block)")
        }
        let facts = try LedgerError.archive { () throws(ArchiveError) in try reader.facts(at: block.location) }
        let found = try LedgerError.entries(at: block.location) { () throws(EntryError) in
            try coding.message(facts.span, place: Int(sequence - block.first), count: block.count)
        }
        guard found.entry.sequence == sequence else {
            throw LedgerError(.corrupt, "block \(block.location.block) has another message in place of \(sequence)")
        }
        guard found.entry.hasPossibleLength else {
            throw LedgerError(
                .corrupt,
                "block \(block.location.block) has lines of \(found.entry.originalLength) bytes"
            )
        }
        return found
    }

    /// What the messages of a block are found by.
    func keys(in block: StoredBlock) throws(LedgerError) -> [MessageKeys] {
        let facts = try LedgerError.archive { () throws(ArchiveError) in try reader.facts(at: block.location) }
        let keys = try LedgerError.entries(at: block.location) { () throws(EntryError) in
            try coding.keys(facts.span, count: block.count)
        }
        guard block.kind == .messages, keys.areNumbered(from: block.first, \.sequence) else {
            throw LedgerError(.corrupt, "block \(block.location.block) has its messages out of order")
        }
        return keys
    }

    /// Bytes among a block's originals.
    func originals(_ range: Range<Int>, in block: StoredBlock) throws(LedgerError) -> [UInt8] {
        let bytes = try LedgerError.archive { () throws(ArchiveError) in
            try reader.originals(at: block.location, upTo: range.upperBound)
        }
        guard range.upperBound <= bytes.count else {
            throw LedgerError(.corrupt, "block \(block.location.block) holds fewer bytes than its entries say")
        }
        return Array(bytes[range])
    }

    /// The text of a head.
    func head(in block: StoredBlock) throws(LedgerError) -> String {
        let facts = try LedgerError.archive { () throws(ArchiveError) in try reader.facts(at: block.location) }
        return String(decoding: facts, as: UTF8.self)
    }

    /// The changes of a block with their payloads.
    func changes(in block: StoredBlock) throws(LedgerError) -> [(entry: ChangeEntry, payload: [UInt8])] {
        let (facts, originals) = try LedgerError.archive { () throws(ArchiveError) in
            (try reader.facts(at: block.location), try reader.originals(at: block.location))
        }
        return try LedgerError.entries(at: block.location) { () throws(EntryError) in
            try coding.changes(facts.span, originals: originals, count: block.count)
        }
    }
}
