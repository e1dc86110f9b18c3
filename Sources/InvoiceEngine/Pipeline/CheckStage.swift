import InvoiceModel

/// What the checks made of the messages of one batch.
struct CheckedBatch: Sendable {
    /// Files tried.
    var files: Int
    /// Bytes of the input that the run took until here.
    var bytes: Int
    /// In the order of the messages, those that could be read.
    var examinations: [Examination]
    /// What of containers was not taken, each with the number of examinations before it.
    var refusals: [(place: Int, outcome: Outcome)]
    /// Of files that could not be read.
    var failures: [EngineError]
    /// When the batch was received.
    var receivedAt: Timestamp
}

/// The first stage of a run: reads and checks the messages of a batch in parallel, without any effect.
final class CheckStage: Sendable {
    private let stage: InputStage<OpenedMessage>

    init(_ feed: InputFeed, _ limits: Limits, _ pool: WorkerPool<Examiner>) {
        stage = InputStage(feed, limits, pool) { examiner, input, file, receivedAt in
            examiner.open(input, from: file, receivedAt: receivedAt)
        }
    }

    convenience init(_ feed: InputFeed, _ state: LedgerState, workers: Int) {
        self.init(feed, state.policy.limits, WorkerPool(state, workers: workers))
    }

    /// What is to be read next; `nil` at the end.
    func feed(count: Int, bytes: Int) -> [InputFeed.Item]? { stage.feed(count: count, bytes: bytes) }

    /// Reads and checks what was handed out last; `nil` where that was nothing but a container, which is read next.
    func check(_ items: [InputFeed.Item], _ pool: WorkerPool<Examiner>, receivedAt: Timestamp) -> CheckedBatch? {
        stage.pool = pool
        return stage.open(items, receivedAt: receivedAt).map { settle($0, receivedAt) }
    }

    /// Reads and checks the next messages; `nil` at the end. A file that cannot be read does not hold up the others.
    func next(
        count: Int,
        clock: () throws(EngineError) -> Timestamp
    ) throws(EngineError) -> CheckedBatch? {
        guard let (read, receivedAt) = try stage.next(count: count, clock: clock) else { return nil }
        return settle(read, receivedAt)
    }

    private func settle(_ read: InputBatch<OpenedMessage>, _ receivedAt: Timestamp) -> CheckedBatch {
        var batch = CheckedBatch(
            files: read.files,
            bytes: read.bytes,
            examinations: [],
            refusals: [],
            failures: [],
            receivedAt: receivedAt
        )
        var opened: [OpenedMessage] = []
        for slot in read.slots {
            switch slot {
            case .opened(let message): opened.append(message)
            case .refused(let outcome): batch.refusals.append((opened.count, outcome))
            case .failure(let error): batch.failures.append(error)
            }
        }
        batch.examinations = stage.pool.finish(opened)
        return batch
    }
}
