import Dispatch
import InvoiceModel
import Synchronization

/// The parts of the index that look-ups share with the queue: runs, and full parts of memory on their way to one.
///
/// Only the queue writes files and moves a part from memory into a run; whoever asks sees it in one or the other.
final class IndexKeeper: Sendable {
    /// A full part of memory that no longer changes.
    final class Part: Sendable {
        let table: MemoryTable
        let anchor: Digest

        init(_ table: MemoryTable, anchor: Digest) {
            self.table = table
            self.anchor = anchor
        }
    }

    /// What is looked into, oldest messages first: the runs, then the parts.
    struct View {
        var runs: [Run]
        var parts: [Part] = []
        /// Why the last run could not be written.
        var failure: IndexError?
    }

    private let folder: RunFolder
    private let settings: MessageIndexSettings
    private let queue: DispatchQueue
    private let state: Mutex<View>

    init(_ folder: RunFolder, _ settings: MessageIndexSettings, _ queue: DispatchQueue, runs: [Run]) {
        self.folder = folder
        self.settings = settings
        self.queue = queue
        state = Mutex(View(runs: runs))
    }

    /// What is looked into now.
    var view: View { state.withLock { $0 } }

    /// The last message in a run; 0 for none.
    var covered: UInt64 { state.withLock { $0.runs.last?.header.last ?? 0 } }

    /// Waits until everything asked for is done.
    func wait() { queue.sync {} }

    /// Takes a full part over, and waits where too many wait already though they can be written.
    func take(_ part: Part) {
        let waiting = state.withLock { state in
            state.parts.append(part)
            return state.failure == nil ? state.parts.count : 0
        }
        queue.async { self.work() }
        if waiting > settings.waitingParts { wait() }
    }

    /// Takes the runs of another process (readers only).
    func replaceRuns(_ runs: [Run]) {
        state.withLock { $0.runs = runs }
    }

    /// A run turned out damaged: it goes, and with it the trust in this index until it is opened again.
    func condemn(_ error: IndexError) {
        guard case .damage(let path, _) = error else { return }
        state.withLock { $0.failure = error }
        // Where even that fails, opening finds the damage or the next look-up does.
        if folder.isWriter { try? folder.remove(path) }
    }
}

/// On the queue.
extension IndexKeeper {
    /// Writes the parts that wait, then merges.
    private func work() {
        do throws(IndexError) {
            while let part = state.withLock({ $0.parts.first }) {
                let run = try flush(part)
                state.withLock { state in
                    state.runs.append(run)
                    state.parts.removeFirst()
                    if case .damage = state.failure {} else { state.failure = nil }
                }
                try merge()
            }
        } catch {
            if case .damage = error { return condemn(error) }
            // The parts stay in memory, the runs as they are; the next full part tries again.
            state.withLock { if case .damage = $0.failure {} else { $0.failure = error } }
        }
    }

    private func flush(_ part: Part) throws(IndexError) -> Run {
        let table = part.table
        let entries = [table.sorted(.sha256), table.sorted(.messageID)]
        let header = RunHeader(
            first: table.first,
            last: table.last,
            counts: .init(sha256: entries[0].count, messageID: entries[1].count),
            anchor: part.anchor
        )
        let path = folder.path(of: header)
        try RunWriter.write(header, to: path) { kind throws(IndexError) in SortedSource(entries[kind.rawValue]) }
        return try Run(opening: path)
    }

    /// Makes one run of the last few while they are of one tier.
    private func merge() throws(IndexError) {
        while true {
            let runs = state.withLock { $0.runs }
            guard let last = runs.last else { return }
            let tier = tier(last)
            let tail = Array(runs.reversed().prefix { self.tier($0) == tier }.prefix(settings.mergedRuns).reversed())
            guard tail.count == settings.mergedRuns else { return }
            let merged = try merge(tail)
            state.withLock { $0.runs = Array($0.runs.dropLast(tail.count)) + [merged] }
            // The long run is there: what cannot be removed now is cleared away at the next opening.
            for run in tail { try? folder.remove(run.path) }
        }
    }

    private func merge(_ runs: [Run]) throws(IndexError) -> Run {
        let header = RunHeader(
            first: runs[0].header.first,
            last: runs[runs.count - 1].header.last,
            counts: .init(
                sha256: runs.reduce(0) { $0 + $1.header.counts.sha256 },
                messageID: runs.reduce(0) { $0 + $1.header.counts.messageID }
            ),
            anchor: runs[runs.count - 1].header.anchor
        )
        let path = folder.path(of: header)
        try RunWriter.write(header, to: path) { kind throws(IndexError) in try MergedSource(runs, kind) }
        return try Run(opening: path)
    }

    /// 0 for about one part of memory, 1 for about `mergedRuns` of them, and so on.
    private func tier(_ run: Run) -> Int {
        var tier = 0
        var size = UInt64(settings.memoryMessages) * UInt64(settings.mergedRuns)
        while run.header.messages >= size {
            tier += 1
            size *= UInt64(settings.mergedRuns)
        }
        return tier
    }
}
