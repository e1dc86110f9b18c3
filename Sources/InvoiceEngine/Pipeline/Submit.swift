import DurableFiles
import InvoiceCode
import InvoiceLedger
import InvoiceModel
import InvoiceRules

/// One run of `submit`: its state, its workers and where its receipts go.
final class SubmitRun {
    private let engine: Engine
    private let state: LedgerState
    private let pool: WorkerPool<Worker>
    private let reader: InputReader
    private let replies: String?
    /// Outcomes so far: the next one's index.
    private var index = 0

    init(_ engine: Engine, _ options: SubmitOptions) throws(EngineError) {
        precondition(options.workers > 0 && options.batch > 0, "someone has to work on something")
        let state = try engine.state()
        self.engine = engine
        self.state = state
        let authorities = try Authorities(engine.ledger)
        let workers = (0..<options.workers).map { _ in
            Worker(
                examiner: Examiner(state),
                desk: ReplyDesk(engine.ledger, authorities, registry: state.registry)
            )
        }
        pool = WorkerPool(workers)
        reader = InputReader(limits: state.policy.limits)
        replies = options.replies
        if let replies { try ReplyFolder.make(replies) }
    }

    /// What one thread owns.
    private struct Worker {
        let examiner: Examiner
        let desk: ReplyDesk
    }

    /// A message on its way through one batch.
    private struct Item: Sendable {
        var examination: Examination
        var admission: Admission
        var reply: OutgoingReply?
        /// The message before that answers this one.
        var earlier: StoredMessage?
    }

    /// Takes one batch from its files to its receipts: THE order of effects, in this one place.
    ///
    /// Up to the durable point nothing has happened: a failure there leaves the ledger as it was. From the durable
    /// point on everything has happened: a failure there loses receipts that the same messages, sent again, get word
    /// for word. No receipt leaves before the durable point.
    func process(
        _ files: [InputFile],
        receivedAt: Timestamp,
        failed: (EngineError) -> Void
    ) throws(EngineError) -> [Outcome] {
        // 1. Read and check, in parallel. A file that cannot be read is told and does not hold up the others.
        let examinations = examine(files, receivedAt: receivedAt, failed: failed)

        // 2. Admit, one by one in the order of the files: numbers are taken, transactions and codes given.
        let batch = try storing { () throws(LedgerError) in
            try engine.ledger.beginBatch(policy: state.policy, rules: InvoiceRules.admission)
        }
        let items: [Item]
        do {
            let admissions = try storing { () throws(LedgerError) in
                try batch.admit(examinations.map(\.submission))
            }

            // 3. Write and sign the new replies, in parallel; hand what cannot be computed again to the batch.
            items = try reply(to: examinations, admissions, at: receivedAt)
            for item in items {
                guard let reply = item.reply, let id = item.admission.id else { continue }
                try storing { () throws(LedgerError) in
                    try batch.setReply(reply.facts, bytes: reply.keptBytes, for: id)
                }
            }
        } catch {
            // Nothing was written: forget what was only in memory.
            try? batch.cancel()
            throw error
        }

        // 4. ═══ DURABLE POINT: one SQLite transaction with everything of this batch. ═══
        try storing { () throws(LedgerError) in try batch.commit() }

        // 5. Receipts: the first answer again for what was sent before, then reply files, then the outcomes.
        var outcomes: [Outcome] = []
        for item in try answerAgain(items) { outcomes.append(try receipt(for: item)) }
        return outcomes
    }

    /// The messages with their admissions and, where no earlier reply answers them, new replies.
    private func reply(
        to examinations: [Examination],
        _ admissions: [Admission],
        at time: Timestamp
    ) throws(EngineError) -> [Item] {
        precondition(examinations.count == admissions.count, "every message was admitted")
        let replies = pool.map(count: examinations.count) { worker, place in
            Result { () throws(EngineError) in
                try worker.desk.reply(to: examinations[place], admissions[place], at: time)
            }
        }
        var items: [Item] = []
        for (place, reply) in replies.enumerated() {
            items.append(Item(examination: examinations[place], admission: admissions[place], reply: try reply.get()))
        }
        return items
    }

    private func examine(
        _ files: [InputFile],
        receivedAt: Timestamp,
        failed: (EngineError) -> Void
    ) -> [Examination] {
        let reader = reader
        let results = pool.map(count: files.count) { worker, place in
            Result { () throws(EngineError) in
                worker.examiner.examine(try reader.read(files[place]), from: files[place], receivedAt: receivedAt)
            }
        }
        var examinations: [Examination] = []
        for result in results {
            switch result {
            case .success(let examination): examinations.append(examination)
            case .failure(let error): failed(error)
            }
        }
        return examinations
    }

    /// The messages, those sent before with their first answer; replies are written again in parallel.
    private func answerAgain(_ items: [Item]) throws(EngineError) -> [Item] {
        var items = items
        var answers: [(place: Int, answered: StoredMessage)] = []
        for place in items.indices {
            switch items[place].admission.outcome {
            case .issued, .refused, .unreadable: continue
            case .repeated(let first), .duplicate(let first):
                let earlier = try engine.message(first)
                items[place].earlier = earlier
                guard replies != nil else { continue }
                let isAnswer = earlier.answeredBy == earlier.id
                answers.append((place, isAnswer ? earlier : try engine.message(earlier.answeredBy)))
            }
        }
        let asked = answers
        let written = pool.map(count: asked.count) { worker, index in
            Result { () throws(EngineError) in try worker.desk.reply(again: asked[index].answered) }
        }
        for (answer, reply) in zip(answers, written) { items[answer.place].reply = try reply.get() }
        return items
    }

    /// The outcome of a message that is durable, its reply file written.
    private func receipt(for item: Item) throws(EngineError) -> Outcome {
        var outcome = item.examination.outcome
        outcome.index = index
        index += 1
        var findings = item.admission.findings
        switch item.admission.outcome {
        case .issued(_, let code):
            outcome.status = .issued
            outcome.code = code.description
        case .refused: outcome.status = .rejected
        case .unreadable: outcome.status = .unreadable
        case .repeated:
            outcome.status = item.earlier.map { Outcome.Status(again: $0.status) } ?? .duplicate
            findings = item.earlier?.findings ?? []
        case .duplicate: outcome.status = .duplicate
        }
        if let earlier = item.earlier { outcome.code = earlier.code?.description }
        outcome.findings = findings.map { FindingReport($0) }
        outcome.omittedFindings = item.examination.omittedFindings
        if let replies, let reply = item.reply {
            outcome.reply = try ReplyFolder.write(reply, index: outcome.index, to: replies)
        }
        return outcome
    }
}

extension Outcome.Status {
    /// What is said of bytes that came before: accepted then is a duplicate now, refused stays refused.
    fileprivate init(again status: MessageStatus) {
        switch status {
        case .issued, .duplicate: self = .duplicate
        case .refused, .rejected: self = .rejected
        case .unreadable: self = .unreadable
        }
    }
}

extension Engine {
    /// Takes messages in: checks, codes, durable commit, replies; batch by batch.
    ///
    /// What was submitted before gets its first answer again, so that a run that failed or was stopped is repeated as
    /// it is. Results do not depend on workers or batch size.
    ///
    /// - Parameters:
    ///   - paths: files, folders, `-` for standard input.
    ///   - tell: called from this thread, after the durable point of each batch.
    /// - Throws: failures of the store or of the replies' folder; what was told before is durable.
    public func submit(
        _ paths: [String],
        _ options: SubmitOptions = SubmitOptions(),
        stop: StopSignal = StopSignal(),
        _ tell: (RunEvent) -> Void
    ) throws(EngineError) -> RunSummary {
        let run = try SubmitRun(self, options)
        var feed = InputFeed(paths, limits: try policy().limits)
        var summary = RunSummary()
        func failed(_ error: EngineError) {
            summary.failedFiles += 1
            tell(.failure(error))
        }
        while let files = feed.next(count: options.batch, failed: failed) {
            guard !stop.isRaised else {
                summary.wasStopped = true
                break
            }
            summary.files += files.count
            let outcomes = try run.process(files, receivedAt: now(), failed: failed)
            for outcome in outcomes { summary.add(outcome) }
            tell(.outcomes(outcomes))
        }
        return summary
    }
}
