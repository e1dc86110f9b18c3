import DurableFiles

/// What stands in an archive behind the end that the store knows.
///
/// Whole blocks there were decided, and may have been acknowledged: a crash before the store's commit leaves them, and
/// so does a store that is older than its archive (a copy put back, a log that was lost). Nobody can tell which, so
/// none is ever thrown away. Only what is no whole block was never synced, and so never told to anybody.
struct UncommittedTail {
    /// What the store knows as the end.
    let start: ArchivePosition
    /// Behind the last whole block.
    private(set) var end: ArchivePosition
    /// Entries of the whole blocks.
    private(set) var entries = 0
    /// Whether something that is no whole block follows them.
    private(set) var isTorn = false
    /// Whether more than one commit made the whole blocks.
    private(set) var isOfSeveralCommits = false
    /// A damaged place that no crash leaves: of what follows it some was synced, and so may have been acknowledged.
    private(set) var damage: ArchiveDamage?
    /// Whether there are more entries than are taken in at opening; then it was not read further.
    private(set) var isTooLong = false

    /// The most entries that opening takes in: some seconds' work. More are a matter for a rebuild, which shows how far
    /// it is.
    static let longest = 262_144

    /// Reads the tail.
    ///
    /// - Parameters:
    ///   - entriesAtOnce: the most entries that one commit appends.
    ///   - longest: the most entries that are taken in.
    init(
        folder: String,
        behind end: ArchivePosition,
        limits: ArchiveLimits = ArchiveLimits(),
        entriesAtOnce: Int = LedgerArchive.entriesAtOnce,
        longest: Int = UncommittedTail.longest
    ) throws(ArchiveError) {
        start = end
        self.end = end
        var before: BlockHeader?
        var known: ArchiveScan?
        do throws(ArchiveError) {
            let scan = try ArchiveScan(folder: folder, from: end, limits: limits)
            known = scan
            while !isTooLong, let block = try scan.next() {
                entries += block.header.count
                isTooLong = entries > longest
                isOfSeveralCommits = isOfSeveralCommits || entries > entriesAtOnce
                if let before { isOfSeveralCommits = isOfSeveralCommits || !before.mayGoOn(in: block.header, limits) }
                before = block.header
                self.end = scan.position
            }
            isTorn = scan.tornTail != nil
        } catch .damage(let place) {
            isTorn = true
            // Without the known end itself whoever opens the archive tells.
            guard let known else { return }
            if try isSynced(behind: place, before, known, folder, limits, entriesAtOnce) { damage = place }
        }
    }

    /// Whether blocks stand behind a damaged place that the commit which it is of did not append: the next segment is
    /// begun only when the one before is on the device, the next commit only when all of the one before is.
    private func isSynced(
        behind place: ArchiveDamage,
        _ last: BlockHeader?,
        _ scan: ArchiveScan,
        _ folder: String,
        _ limits: ArchiveLimits,
        _ entriesAtOnce: Int
    ) throws(ArchiveError) -> Bool {
        if try SegmentFile.list(folder).contains(where: { $0 > place.segment }) { return true }
        let file = try SegmentFile(folder, place.segment, for: .read)
        var before = last
        var entries = entries
        var isOfSeveral = isOfSeveralCommits
        try scan.eachHeader(file, from: place.offset, size: ArchiveScan.size(of: file)) { header, _ in
            guard header.number > before?.number ?? end.block else { return true }
            // Each block in between holds an entry at least.
            entries += header.count + Int(clamping: header.number - 1 - (before?.number ?? end.block))
            isOfSeveral = isOfSeveral || entries > entriesAtOnce
            if let before {
                let isNext = header.number == before.number + 1
                isOfSeveral = isOfSeveral || before.kind != header.kind || isNext && !before.mayGoOn(in: header, limits)
            }
            before = header
            return !isOfSeveral
        }
        return isOfSeveral
    }

    /// Whole blocks of it.
    var blocks: UInt64 { end.block - start.block }

    /// Whether opening may take it in: what is torn behind whole blocks must be of the one commit that made them, for
    /// of a commit before it nothing can be torn.
    var mayBeTakenIn: Bool { damage == nil && !isTooLong && !(isTorn && isOfSeveralCommits) }
}

extension BlockHeader {
    /// Whether one commit may have made both: it fills each block before it begins the next.
    fileprivate func mayGoOn(in next: BlockHeader, _ limits: ArchiveLimits) -> Bool {
        guard kind == next.kind, kind != .head else { return false }
        return count >= limits.blockEntries || UInt64(originalsRaw) + UInt64(next.originalsRaw) > limits.blockOriginals
    }
}
