import InvoiceModel

extension Engine {
    /// Takes messages in: checks, codes, durable commit, replies; batch by batch.
    ///
    /// What was submitted before gets its first answer again, so that a run that failed or was stopped is repeated as
    /// it is. Results do not depend on workers or batch size. While one batch becomes durable the next one is checked.
    ///
    /// - Parameters:
    ///   - paths: files, containers, folders, `-` for standard input.
    ///   - tell: called from this thread, after the durable point of each batch.
    /// - Throws: failures of the store or of the replies' folder; what was told before is durable.
    public func submit(
        _ paths: [String],
        _ options: SubmitOptions = SubmitOptions(),
        stop: StopSignal = StopSignal(),
        _ tell: (RunEvent) -> Void
    ) throws(EngineError) -> RunSummary {
        precondition(options.workers > 0 && options.batch > 0, "someone has to work on something")
        let state = try state()
        let run = try SubmitRun(SubmitTools(self, state, workers: options.workers), options)
        let lines = LineRules(state, options.manifest)
        let feed = InputFeed(paths, limits: state.policy.limits, lines: lines)
        let stage = CheckStage(feed, state, workers: options.workers)
        var summary = RunSummary()
        func failed(_ error: EngineError) {
            summary.failedFiles += 1
            tell(.failure(error))
        }
        let clock = clock
        func begin() -> Ahead<Result<CheckedBatch?, EngineError>> {
            Ahead {
                Result { () throws(EngineError) in
                    try stage.next(count: options.batch) { () throws(EngineError) in try clock.checked() }
                }
            }
        }
        var next: Ahead<Result<CheckedBatch?, EngineError>>? = begin()
        // However this ends, nothing may still work behind it: a process that ends under its workers crashes, since
        // libcrypto tidies up beneath them.
        defer { _ = next?.wait() }
        while let current = try next?.wait().get() {
            guard !stop.isRaised else {
                summary.wasStopped = true
                break
            }
            // One worker alone works on one batch at a time.
            next = options.workers > 1 ? begin() : nil
            for failure in current.failures { failed(failure) }
            summary.files += current.files
            let told = try run.process(current)
            tell(.taken(bytes: current.bytes))
            told.tell(&summary, tell)
            if options.workers == 1 { next = begin() }
        }
        summary.notes = lines.strays.notes
        return summary
    }
}
