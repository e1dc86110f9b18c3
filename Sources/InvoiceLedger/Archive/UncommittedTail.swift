import DurableFiles

/// What stands in an archive behind the committed end: at most what one commit appended before it failed.
///
/// More than that is no crash's work: then the store is older than the archive (a copy put back, a log that was lost),
/// and cutting it off would destroy what was acknowledged.
struct UncommittedTail {
    /// Whole blocks behind the end, as far as they were read.
    private(set) var blocks = 0
    /// Whether they are of more than one commit.
    private(set) var isOfSeveralCommits = false

    /// Reads the tail as far as it needs.
    ///
    /// - Parameter entriesAtOnce: the most entries that one commit appends.
    init(
        folder: String,
        behind end: ArchivePosition,
        limits: ArchiveLimits,
        entriesAtOnce: Int
    ) throws(ArchiveError) {
        do throws(ArchiveError) {
            let scan = try ArchiveScan(folder: folder, from: end, limits: limits)
            var entries = 0
            var before: BlockHeader?
            while !isOfSeveralCommits, let block = try scan.next() {
                blocks += 1
                entries += block.header.count
                isOfSeveralCommits = entries > entriesAtOnce
                if let before { isOfSeveralCommits = isOfSeveralCommits || !before.mayGoOn(in: block.header, limits) }
                before = block.header
            }
        } catch .damage {
            // Half a block, or an end that is not there: whoever opens the archive tells.
        }
    }
}

extension BlockHeader {
    /// Whether one commit may have made both: it fills each block before it begins the next.
    fileprivate func mayGoOn(in next: BlockHeader, _ limits: ArchiveLimits) -> Bool {
        guard kind == next.kind, kind != .head else { return false }
        return count >= limits.blockEntries || UInt64(originalsRaw) + UInt64(next.originalsRaw) > limits.blockOriginals
    }
}
