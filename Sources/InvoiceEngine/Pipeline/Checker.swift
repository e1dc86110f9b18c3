import InvoiceModel
import InvoiceRules
import InvoiceXML

/// What `submit` would say, without a trace: each file by itself, no number reserved, nothing written.
public struct Checker: Sendable {
    private let state: LedgerState
    private let receivedAt: Timestamp

    init(_ state: LedgerState, receivedAt: Timestamp) {
        self.state = state
        self.receivedAt = receivedAt
    }

    /// A checker without a ledger: no registry, no trust, the default policy, the system's time.
    public static func alone() -> Checker {
        Checker(.none, receivedAt: Engine.systemTime())
    }

    /// Checks files, folders, or `-`; results do not depend on the number of workers.
    ///
    /// - Parameter tell: called from this thread, in the order of the files.
    public func check(
        _ paths: [String],
        workers: Int = SubmitOptions.activeCores,
        stop: StopSignal = StopSignal(),
        _ tell: (RunEvent) -> Void
    ) -> RunSummary {
        let state = state
        let pool = WorkerPool((0..<workers).map { _ in Examiner(state) })
        let reader = InputReader(limits: state.policy.limits)
        let receivedAt = receivedAt
        var feed = InputFeed(paths, limits: state.policy.limits)
        var summary = RunSummary()
        func failed(_ error: EngineError) {
            summary.failedFiles += 1
            tell(.failure(error))
        }
        while let files = feed.next(count: SubmitOptions.defaultBatch, failed: failed) {
            guard !stop.isRaised else {
                summary.wasStopped = true
                break
            }
            summary.files += files.count
            let results = pool.map(count: files.count) { examiner, place in
                Result { () throws(EngineError) in
                    let file = files[place]
                    return examiner.check(try reader.read(file), from: file, receivedAt: receivedAt)
                }
            }
            for result in pool.finish(results) {
                switch result {
                case .failure(let error): failed(error)
                case .success(var outcomes):
                    for place in outcomes.indices {
                        outcomes[place].index = summary.outcomes
                        summary.add(outcomes[place])
                    }
                    tell(.outcomes(outcomes))
                }
            }
        }
        return summary
    }
}

extension Engine {
    /// A checker with this ledger's registry, trust, policy and clock.
    public func checker() throws(EngineError) -> Checker {
        Checker(try state(), receivedAt: now())
    }
}
