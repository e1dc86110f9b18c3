import DurableFiles
import InvoiceModel

/// A run of files through the live intake, slice by slice.
// Unchecked: whoever reads and checks it does so in turn, and what belongs to the committing queue no other touches.
final class BulkRun: @unchecked Sendable {
    private let paths: [String]
    let options: SubmitOptions
    private let stop: StopSignal
    private let tell: @Sendable (RunEvent) -> Void
    private let done: @Sendable (Result<RunSummary, EngineError>) -> Void

    /// Reading and checking: begun by the checking queue.
    private var stage: CheckStage?
    private var messageBytes = 0
    private var lines: LineRules?

    /// The committing queue's own.
    private var submit: SubmitRun?
    private var summary = RunSummary()
    private var isOver = false

    init(
        _ paths: [String],
        _ options: SubmitOptions,
        _ stop: StopSignal,
        tell: @escaping @Sendable (RunEvent) -> Void,
        done: @escaping @Sendable (Result<RunSummary, EngineError>) -> Void
    ) {
        (self.paths, self.options, self.stop, self.tell, self.done) = (paths, options, stop, tell, done)
    }

    /// Whether somebody asked it to stop.
    var isStopped: Bool { stop.isRaised }

    /// Sees to it that it can be read.
    func begin(_ tools: LiveTools) throws(EngineError) {
        for path in paths {
            let status = FileStatus(of: path, followingLinks: true)
            // Nobody knows when it ends, or whether anybody writes to it.
            guard path != "-", status.map({ $0.kind == .regular || $0.kind == .folder }) ?? true else {
                throw EngineError(.usage, "\(path) is no file or folder. Write what comes out of it to a file first.")
            }
        }
        let limits = tools.state.policy.limits
        messageBytes = limits.messageBytes
        let rules = LineRules(tools.state, options.manifest)
        lines = rules
        let feed = InputFeed(paths, limits: limits, lines: rules)
        stage = CheckStage(feed, limits, tools.examiners)
    }

    /// What is to be read next; `nil` at the end.
    func feed(count: Int) -> [InputFeed.Item]? {
        stage?.feed(count: count, bytes: LiveOptions.sliceBytes)
    }

    /// Reads and checks what was handed out last; `nil` where that was nothing but a container.
    func check(
        _ items: [InputFeed.Item],
        _ tools: LiveTools,
        receivedAt: Timestamp
    ) throws(EngineError) -> CheckedBatch? {
        // How much is kept of what is too large was decided when it began.
        guard tools.state.policy.limits.messageBytes == messageBytes else {
            throw EngineError(
                .usage,
                "The policy now allows another number of bytes in a message than when this run began. "
                    + "Run the same again: every answer given so far stays the same."
            )
        }
        return stage?.check(items, tools.examiners, receivedAt: receivedAt)
    }

    /// Makes a slice durable and tells what became of it.
    func process(_ slice: CheckedBatch, _ tools: LiveTools) throws(EngineError) {
        guard !isOver else { return }
        let run: SubmitRun
        if let submit { run = submit } else { run = try SubmitRun(tools.answering, options) }
        submit = run
        run.tools = tools.answering
        for failure in slice.failures {
            summary.failedFiles += 1
            tell(.failure(failure))
        }
        summary.files += slice.files
        let told = try run.process(slice)
        tell(.taken(bytes: slice.bytes))
        told.tell(&summary, tell)
    }

    /// Ends it, if nothing ended it before; whether it did.
    ///
    /// - Parameter wasStopped: whether there would be more of it.
    func end(_ error: EngineError?, wasStopped: Bool) -> Bool {
        guard !isOver else { return false }
        isOver = true
        summary.wasStopped = wasStopped
        summary.notes = lines?.strays.notes ?? []
        done(error.map { .failure($0) } ?? .success(summary))
        return true
    }
}
