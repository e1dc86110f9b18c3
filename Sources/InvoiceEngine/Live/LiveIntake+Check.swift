import InvoiceModel
import Synchronization

/// The checking queue: everything without effect.
extension LiveIntake {
    /// Checks until there is nothing to check.
    func check() {
        while let work = queue.withLock({ $0.nextCheck() }) {
            switch work {
            case .messages(let messages): hand(on: .messages(check(messages)))
            case .action(let action): hand(on: .action(action))
            case .begin(let run):
                do throws(EngineError) {
                    try run.begin(currentTools())
                    feed(run)
                } catch {
                    hand(on: .end(run, error, wasStopped: false))
                }
            case .slice(let run, let items): check(run, items)
            }
        }
        wake()
    }

    private func hand(on work: LiveQueue.Checked) {
        queue.withLock { $0.add(work) }
        wake()
    }

    private func check(_ messages: [LiveMessage]) -> CheckedMessages {
        do throws(EngineError) {
            let tools = try currentTools()
            let receivedAt = try engine.clock.checked()
            let results = tools.check(messages, receivedAt: receivedAt)
            return CheckedMessages(messages: messages, results: results, receivedAt: receivedAt, tools: tools)
        } catch {
            let results = messages.map { _ in Result<Examination, EngineError>.failure(error) }
            return CheckedMessages(messages: messages, results: results, receivedAt: engine.now(), tools: nil)
        }
    }

    private func check(_ run: BulkRun, _ items: [InputFeed.Item]?) {
        guard let items else {
            // Whether it was at its end when somebody stopped it makes no difference to who repeats it.
            let wasStopped = run.isStopped || queue.withLock { $0.isClosing }
            return hand(on: .end(run, nil, wasStopped: wasStopped))
        }
        do throws(EngineError) {
            let tools = try currentTools()
            if let slice = try run.check(items, tools, receivedAt: engine.clock.checked()) {
                hand(on: .slice(run) { () throws(EngineError) in try run.process(slice, tools) })
            }
            feed(run)
        } catch {
            hand(on: .end(run, error, wasStopped: false))
        }
    }

    /// What the ledger says, read anew where it may have changed.
    private func currentTools() throws(EngineError) -> LiveTools {
        if let tools = tools.withLock({ $0 }) { return tools }
        let new = try LiveTools(engine, workers: options.workers)
        tools.withLock { $0 = new }
        return new
    }
}
