import InvoiceModel

/// What the checks made of the files of one batch.
struct CheckedBatch: Sendable {
    /// Files tried.
    var files: Int
    /// In the order of the files, those that could be read.
    var examinations: [Examination]
    /// Of files that could not be read.
    var failures: [EngineError]
    /// When the batch was received.
    var receivedAt: Timestamp
}

/// The first stage of a run: reads and checks the files of a batch in parallel, without any effect.
// Unchecked: its workers' tools are used by one batch at a time, since a batch is begun only after the one before was
// taken.
final class CheckStage: @unchecked Sendable {
    private let pool: WorkerPool<Examiner>
    private let reader: InputReader

    init(_ state: LedgerState, workers: Int) {
        pool = WorkerPool((0..<workers).map { _ in Examiner(state) })
        reader = InputReader(limits: state.policy.limits)
    }

    /// Reads and checks; a file that cannot be read does not hold up the others.
    func check(_ files: [InputFile], receivedAt: Timestamp) -> CheckedBatch {
        let reader = reader
        let results = pool.map(count: files.count) { examiner, place in
            Result { () throws(EngineError) in
                examiner.open(try reader.read(files[place]), from: files[place], receivedAt: receivedAt)
            }
        }
        var batch = CheckedBatch(files: files.count, examinations: [], failures: [], receivedAt: receivedAt)
        var opened: [OpenedMessage] = []
        for result in results {
            switch result {
            case .success(let message): opened.append(message)
            case .failure(let error): batch.failures.append(error)
            }
        }
        batch.examinations = pool.finish(opened)
        return batch
    }
}
