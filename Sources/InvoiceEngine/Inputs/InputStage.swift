import InvoiceModel

/// What a worker makes of a message.
protocol OpenedInput: Sendable {
    /// Whether it is not well-formed: then nobody knows where the next one of a concatenated stream begins.
    var isUnreadable: Bool { get }

    /// Of a chunk of lines or its manifest.
    static func of(_ lines: Examination) -> Self
}

extension InputReader {
    /// What a worker makes of the one message that was read; `nil` where it is a container.
    func open<Opened: OpenedInput>(_ content: InputContent, _ open: (InputMessage) -> Opened) -> Opened? {
        guard case .message(let input) = content else { return nil }
        let opened = open(input)
        // Only what is not one message may be several: whoever sends good ones does not pay for the question.
        if opened.isUnreadable, input.fault == nil, isConcatenation(input.bytes) { return nil }
        return opened
    }
}

/// What became of the next things to read, in their order.
struct InputBatch<Opened: OpenedInput>: Sendable {
    enum Slot: Sendable {
        case opened(Opened)
        /// Something in a container that is not taken.
        case refused(Outcome)
        /// A path or file that could not be read.
        case failure(EngineError)
    }

    /// Files tried, a container counted once.
    var files = 0
    /// Bytes of the input that the run took until here.
    var bytes = 0
    var slots: [Slot] = []
}

/// The first stage of a run: hands out what is to be read and has the workers open it, without any effect.
// Unchecked: one batch is asked for at a time, by one thread, after the one before was taken.
final class InputStage<Opened: OpenedInput>: @unchecked Sendable {
    private typealias Batch = InputBatch<Opened>

    /// Others once the ledger says something else.
    var pool: WorkerPool<Examiner>
    private let reader: InputReader
    private var feed: InputFeed
    private let open: @Sendable (Examiner, InputMessage, InputFile, Timestamp) -> Opened
    private var manifests = RefusedManifests()

    init(
        _ feed: InputFeed,
        _ limits: Limits,
        _ pool: WorkerPool<Examiner>,
        open: @escaping @Sendable (Examiner, InputMessage, InputFile, Timestamp) -> Opened
    ) {
        self.pool = pool
        reader = InputReader(limits: limits)
        self.feed = feed
        self.open = open
    }

    convenience init(
        _ feed: InputFeed,
        _ state: LedgerState,
        workers: Int,
        open: @escaping @Sendable (Examiner, InputMessage, InputFile, Timestamp) -> Opened
    ) {
        self.init(feed, state.policy.limits, WorkerPool(state, workers: workers), open: open)
    }

    /// What a worker found.
    private enum Found: Sendable {
        case slot(Batch.Slot)
        case container
    }

    /// The next batch; `nil` at the end.
    ///
    /// - Parameter clock: asked once what is to be read is there.
    func next<Failure>(
        count: Int,
        clock: () throws(Failure) -> Timestamp
    ) throws(Failure) -> (batch: InputBatch<Opened>, receivedAt: Timestamp)? {
        while let items = feed(count: count) {
            let receivedAt = try clock()
            if let batch = open(items, receivedAt: receivedAt) { return (batch, receivedAt) }
        }
        return nil
    }

    /// What is to be read next; `nil` at the end.
    func feed(count: Int, bytes: Int = InputFeed.batchBytes) -> [InputFeed.Item]? {
        feed.next(count: count, bytes: bytes)
    }

    /// Has the workers open what was handed out last; `nil` where that was nothing but a container, which is read next.
    func open(_ items: [InputFeed.Item], receivedAt: Timestamp) -> InputBatch<Opened>? {
        let (reader, open) = (reader, open)
        let found = pool.map(count: items.count) { examiner, place in
            InputStage.find(items[place], reader, examiner, receivedAt) { open(examiner, $0, $1, receivedAt) }
        }
        var batch = settle(items, found)
        guard !batch.slots.isEmpty else { return nil }
        batch.files += feed.countBegun()
        return batch
    }

    /// One worker's part: reads and opens a file or opens a message.
    private static func find(
        _ item: InputFeed.Item,
        _ reader: InputReader,
        _ examiner: Examiner,
        _ receivedAt: Timestamp,
        _ open: (InputMessage, InputFile) -> Opened
    ) -> Found {
        switch item {
        case .refused(let outcome, _): return .slot(.refused(outcome))
        case .failure(let error): return .slot(.failure(error))
        case .message(let message): return .slot(.opened(open(message.input, message.file)))
        case .chunk(let chunk, _): return .slot(slot(of: examiner.examine(chunk, receivedAt: receivedAt)))
        case .manifest(let file, let manifest, _):
            return .slot(slot(of: examiner.examine(manifest, from: file, receivedAt: receivedAt)))
        case .file(let file, _):
            do {
                let opened = reader.open(try reader.content(of: file)) { open($0, file) }
                return opened.map { .slot(.opened($0)) } ?? .container
            } catch {
                return .slot(.failure(error))
            }
        }
    }

    private static func slot(of lines: ExaminedLines) -> Batch.Slot {
        switch lines {
        case .examined(let examination): .opened(Opened.of(examination))
        case .refused(let outcome): .refused(outcome)
        }
    }

    /// Keeps what comes before the first container that the workers found; that one is read next, then the rest.
    ///
    /// Files behind it are opened once more, never oftener: by then it is known which of them are containers.
    private func settle(_ items: [InputFeed.Item], _ found: [Found]) -> InputBatch<Opened> {
        var batch = InputBatch<Opened>()
        let isContainer = found.map { if case .container = $0 { true } else { false } }
        let cut = isContainer.firstIndex(of: true) ?? items.count
        for place in items.indices[cut...].reversed() {
            if isContainer[place], case .file(let file, _) = items[place] {
                feed.giveBack(container: file)
            } else {
                feed.giveBack([items[place]])
            }
        }
        var broken = BrokenStream()
        for place in 0..<cut {
            guard case .slot(let slot) = found[place] else { preconditionFailure("containers are behind the cut") }
            if case .file(_, let size) = items[place] {
                batch.files += 1
                feed.meter.add(size)
            }
            let settled = manifests.settle(items[place], slot)
            if let slot = broken.settle(items[place], settled) { batch.slots.append(slot) }
        }
        batch.bytes = feed.meter.bytes
        return batch
    }
}

/// Keeps what stands behind a message of a concatenated stream that cannot be read from being taken.
private struct BrokenStream {
    private var container: Container?
    private var isRestTold = false

    /// What becomes of a thing; `nil` where it belongs to a rest that was told.
    mutating func settle<Opened>(
        _ item: InputFeed.Item,
        _ slot: InputBatch<Opened>.Slot
    ) -> InputBatch<Opened>.Slot? {
        let origin: Container? =
            switch item {
            case .message(let message): message.container
            case .refused(_, let container): container
            case .file, .failure, .chunk, .manifest: nil
            }
        guard let origin, origin.isConcatenated else { return slot }
        if origin === container {
            guard !isRestTold else { return nil }
            isRestTold = true
            // A fault of the stream tells of the rest as well.
            guard case .message(let message) = item else { return slot }
            return .refused(origin.rest(after: message.offset))
        }
        if case .opened(let opened) = slot, opened.isUnreadable {
            container = origin
            isRestTold = false
            origin.stop()
        }
        return slot
    }
}
