import InvoiceModel
import InvoiceRules
import InvoiceXML

/// What `submit` would say, without a trace: each message by itself, no number reserved, nothing written.
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
        manifest: String? = nil,
        stop: StopSignal = StopSignal(),
        _ tell: (RunEvent) -> Void
    ) -> RunSummary {
        let lines = LineRules(state, manifest)
        let feed = InputFeed(paths, limits: state.policy.limits, lines: lines)
        let stage = InputStage(feed, state, workers: workers) { examiner, input, file, receivedAt in
            examiner.check(input, from: file, receivedAt: receivedAt)
        }
        var summary = RunSummary()
        func failed(_ error: EngineError) {
            summary.failedFiles += 1
            tell(.failure(error))
        }
        while let (batch, _) = stage.next(count: SubmitOptions.defaultBatch, clock: { receivedAt }) {
            guard !stop.isRaised else {
                summary.wasStopped = true
                break
            }
            summary.files += batch.files
            tell(.taken(bytes: batch.bytes))
            for result in stage.pool.finish(batch.slots, state.policy.limits) {
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
        summary.notes = lines.strays.notes
        return summary
    }
}

extension Engine {
    /// A checker with this ledger's registry, trust, policy and clock.
    public func checker() throws(EngineError) -> Checker {
        Checker(try state(), receivedAt: now())
    }
}
