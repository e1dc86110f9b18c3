import InvoiceLedger
import InvoiceModel
import Synchronization

/// The committing queue: everything with effects, one after another.
extension LiveIntake {
    /// Commits until there is nothing to commit.
    func commit() {
        while let work = queue.withLock({ $0.nextCommit() }) {
            // There is room for the next to be checked while this becomes durable.
            wake()
            switch work {
            case .messages(let messages): answer(messages)
            case .action(let action): perform(action)
            case .slice(let run, let process): commit(run, process)
            case .end(let run, let error, let wasStopped): end(run, error, wasStopped: wasStopped)
            }
        }
        wake()
    }

    private var failure: EngineError? { queue.withLock { $0.failure } }

    private func answer(_ checked: CheckedMessages) {
        let start = instant()
        var results: [Result<LiveAnswer, EngineError>] = []
        do throws(EngineError) {
            if let failure { throw failure }
            var answers = try answers(to: checked).makeIterator()
            for result in checked.results {
                switch result {
                case .failure(let error): results.append(.failure(error))
                case .success:
                    guard let answer = answers.next() else { preconditionFailure("an answer for each message") }
                    results.append(.success(answer))
                }
            }
        } catch {
            settle()
            results = checked.messages.map { _ in .failure(error) }
        }
        let duration = instant() - start
        queue.withLock { $0.release(checked.messages, took: duration / .seconds(1)) }
        for (message, result) in zip(checked.messages, results) { message.tell(result) }
        options.observe?(LiveBatch(messages: checked.messages.count, duration: duration))
    }

    /// Makes them durable together.
    private func answers(to checked: CheckedMessages) throws(EngineError) -> [LiveAnswer] {
        let examinations = checked.results.compactMap { try? $0.get() }
        guard let tools = checked.tools, !examinations.isEmpty else { return [] }
        let batch = CheckedBatch(
            files: examinations.count,
            bytes: 0,
            examinations: examinations,
            refusals: [],
            failures: [],
            receivedAt: checked.receivedAt
        )
        return try tools.live.process(batch).answers
    }

    private func perform(_ action: LiveAction) {
        if let failure {
            action.perform(.failure(failure))
        } else {
            action.perform(.success(engine))
            // Whatever it changed, the next one is judged by what the ledger says then.
            tools.withLock { $0 = nil }
            settle()
        }
        queue.withLock { $0.lift() }
    }

    private func commit(_ run: BulkRun, _ process: () throws(EngineError) -> Void) {
        do throws(EngineError) {
            if let failure { throw failure }
            guard !run.isStopped else { return end(run, nil, wasStopped: true) }
            try process()
        } catch {
            settle()
            end(run, error, wasStopped: false)
        }
    }

    private func end(_ run: BulkRun, _ error: EngineError?, wasStopped: Bool) {
        if run.end(error ?? failure, wasStopped: wasStopped) { queue.withLock { $0.end(run) } }
    }

    /// Asks the ledger whether it may be used any more.
    private func settle() {
        do throws(LedgerError) {
            _ = try engine.ledger.highWaterMark
        } catch {
            if error.code == .failed || error.code == .notWritable { queue.withLock { $0.fail(EngineError(error)) } }
        }
    }
}
