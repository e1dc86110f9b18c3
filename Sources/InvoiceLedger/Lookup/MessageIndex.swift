import Dispatch
import InvoiceModel

/// Finds messages by the SHA-256 of their bytes and by their id (`MTDiep`), off the commit path.
///
/// It knows eight bytes of each digest, so what it gives are candidates: the caller holds each against the stored
/// message. It is derived from the archive and lies in files of its own (`index/*.run`, layout in `RunHeader`), each
/// for a range of messages; what no file covers yet is in memory. Its own queue writes and merges the files, and no
/// answer depends on how far that is.
///
/// Memory: parts of 64 bytes a message, of which at most `waitingParts` + 2 exist while files can be written (26 MB by
/// default), at most `heldParts` + 2 before the ledger stops; and 2.5 bytes a message of every run for the filters.
///
/// One owner at a time asks and inserts.
final class MessageIndex {
    /// The digest of the block that holds a message, or `nil` where no such message is stored.
    typealias Anchor = (UInt64) throws(IndexError) -> Digest?

    private let folder: RunFolder
    private let settings: MessageIndexSettings
    private let anchor: Anchor
    private let keeper: IndexKeeper
    private let keys = IndexKeys()
    private var active: MemoryTable
    private var page: [UInt8] = []

    /// Opens the index and takes the runs that are right; messages after `covered` are to be inserted by the owner.
    ///
    /// - Parameters:
    ///   - folder: of the run files; a writer makes it where it is missing.
    ///   - isWriter: whether files may be written and removed: the holder of the ledger's lock.
    ///   - settings: sizes.
    ///   - queue: a serial queue for writing and merging; by default a new one.
    ///   - anchor: asked at opening, and when a part of memory is full.
    init(
        folder: String,
        isWriter: Bool,
        settings: MessageIndexSettings = MessageIndexSettings(),
        queue: DispatchQueue = DispatchQueue(label: "xacthuc.index", qos: .utility),
        anchor: @escaping Anchor
    ) throws(IndexError) {
        self.folder = RunFolder(path: folder, isWriter: isWriter)
        self.settings = settings
        self.anchor = anchor
        let runs = try self.folder.open(anchor)
        keeper = IndexKeeper(self.folder, settings, queue, runs: runs)
        active = MemoryTable(first: keeper.covered + 1, capacity: settings.memoryMessages)
    }

    deinit {
        // The lock of the ledger may go right after us; nothing of ours may write then.
        keeper.wait()
    }

    /// The last message that run files cover without a gap from the first; 0 for none.
    var covered: UInt64 { keeper.covered }

    /// The last message known: inserted, or covered.
    var last: UInt64 { active.last }

    /// Waits until the queue has written and merged what there is.
    func wait() { keeper.wait() }

    /// Why no further batch may be taken: a damaged run, or too much held in memory that cannot be written.
    ///
    /// Asked before anything is promised: once a batch is durable, `insert` does not fail.
    func check() throws(IndexError) {
        let view = keeper.view
        if let failure = view.failure {
            if case .damage = failure { throw failure }
            guard view.parts.count < settings.heldParts else { throw .notWritten(reason: failure.description) }
        }
    }

    /// Adds the next message once it is durable.
    ///
    /// - Parameters:
    ///   - sequence: `last` + 1; a message known already is passed over.
    ///   - sha256: of its bytes.
    ///   - messageID: `nil` for a message that claims no id, as an unreadable one.
    func insert(sequence: UInt64, sha256: Digest, messageID: String?) {
        guard sequence > last else { return }
        precondition(sequence == last + 1, "messages come without a gap")
        let idKey = messageID.map { keys.key(messageID: $0) }
        active.append(sha256: IndexKeys.key(sha256), messageID: idKey)
        if active.count >= settings.memoryMessages { handOver() }
    }

    /// The messages that may have that SHA-256, earliest first.
    func candidates(sha256: Digest) throws(IndexError) -> [UInt64] {
        try candidates(IndexKeys.key(sha256), .sha256)
    }

    /// The messages that may have that id, earliest first.
    func candidates(messageID: String) throws(IndexError) -> [UInt64] {
        try candidates(keys.key(messageID: messageID), .messageID)
    }

    /// The earliest message with that SHA-256, where `isIt` tells whether a candidate has it.
    func first<Failure: Error>(
        sha256: Digest,
        failure: (IndexError) -> Failure,
        where isIt: (UInt64) throws(Failure) -> Bool
    ) throws(Failure) -> UInt64? {
        try first(IndexKeys.key(sha256), .sha256, failure, isIt)
    }

    /// The earliest message with that id, where `isIt` tells whether a candidate has it.
    func first<Failure: Error>(
        messageID: String,
        failure: (IndexError) -> Failure,
        where isIt: (UInt64) throws(Failure) -> Bool
    ) throws(Failure) -> UInt64? {
        try first(keys.key(messageID: messageID), .messageID, failure, isIt)
    }
}

extension MessageIndex {
    private func candidates(_ key: UInt64, _ kind: IndexKind) throws(IndexError) -> [UInt64] {
        var found: [UInt64] = []
        let collect = { (sequence: UInt64) throws(IndexError) -> Bool in
            found.append(sequence)
            return true
        }
        try visit(key, kind, { $0 }, collect)
        return found
    }

    private func first<Failure: Error>(
        _ key: UInt64,
        _ kind: IndexKind,
        _ failure: (IndexError) -> Failure,
        _ isIt: (UInt64) throws(Failure) -> Bool
    ) throws(Failure) -> UInt64? {
        var found: UInt64?
        try visit(key, kind, failure) { sequence throws(Failure) in
            guard try isIt(sequence) else { return true }
            found = sequence
            return false
        }
        return found
    }

    /// Hands candidates to `visit`, earliest first, until it says `false`.
    private func visit<Failure: Error>(
        _ key: UInt64,
        _ kind: IndexKind,
        _ failure: (IndexError) -> Failure,
        _ visit: (UInt64) throws(Failure) -> Bool
    ) throws(Failure) {
        let view = keeper.view
        if let known = view.failure, case .damage = known { throw failure(known) }
        let keeper = keeper
        let report = { (error: IndexError) -> Failure in
            keeper.condemn(error)
            return failure(error)
        }
        for run in view.runs {
            guard try run.visit(key, kind, page: &page, failure: report, visit) else { return }
        }
        for part in view.parts { guard try part.table.visit(key, kind, visit) else { return } }
        _ = try active.visit(key, kind, visit)
    }

    /// A writer gives the full part to the queue; a reader looks whether the writer made runs of it.
    private func handOver() {
        let capacity = settings.memoryMessages
        guard folder.isWriter else {
            // Each doubling asks once; where there are no runs, everything stays in memory.
            guard active.count % capacity == 0, (active.count / capacity).nonzeroBitCount == 1,
                let runs = try? folder.open(anchor), let last = runs.last?.header.last, last > covered
            else { return }
            keeper.replaceRuns(runs)
            active = active.dropping(upTo: last, capacity: capacity)
            return
        }
        // Without the anchor the part could never be proved; it grows until the next message can be asked for.
        guard let digest = try? anchor(active.last) else { return }
        let part = IndexKeeper.Part(active, anchor: digest)
        active = MemoryTable(first: active.last + 1, capacity: capacity)
        keeper.take(part)
    }
}
