import Dispatch
import Synchronization

/// Takes messages in whose senders wait, and everything else that one process writes to its ledger: the one committer.
///
/// While one batch becomes durable the next is checked, and fills; a lone message becomes durable at once. What becomes
/// of a message, and the order of effects, are those of `Engine.submit`. Nothing here waits for senders: one that is
/// gone changes nothing.
///
/// Completions, and whatever is told, are called from the committer: they must return quickly, and must not wait for
/// the intake. While there is an intake nobody else writes through its engine; questions belong on engines of their
/// own. Before the process ends the intake must be drained: its workers must not outlive what they work with.
public final class LiveIntake: Sendable {
    let engine: Engine
    let options: LiveOptions
    let queue: Mutex<LiveQueue>
    /// What the ledger says now; `nil` until it is asked for, and where it could not be read.
    let tools = Mutex<LiveTools?>(nil)
    /// Time that only goes on, to measure with.
    let instant: @Sendable () -> ContinuousClock.Instant
    private let checking = DispatchQueue(label: "xacthuc.live.checking", qos: .userInitiated)
    private let committing = DispatchQueue(label: "xacthuc.live.committing", qos: .userInitiated)
    private let reading = DispatchQueue(label: "xacthuc.live.reading", qos: .utility, attributes: .concurrent)

    /// Over an engine that was opened for writing.
    ///
    /// - Parameter instant: time that only goes on.
    init(
        _ engine: Engine,
        _ options: LiveOptions,
        instant: @escaping @Sendable () -> ContinuousClock.Instant
    ) {
        precondition(options.workers > 0 && options.batch > 0 && options.slice > 0, "someone has to work on something")
        self.engine = engine
        self.options = options
        self.instant = instant
        queue = Mutex(LiveQueue(options))
    }

    /// Over an engine that was opened for writing.
    public convenience init(_ engine: Engine, _ options: LiveOptions = LiveOptions()) {
        self.init(engine, options, instant: { ContinuousClock.now })
    }

    /// How it stands.
    public var status: LiveStatus {
        queue.withLock { queue in
            LiveStatus(
                messages: queue.messages,
                bytes: queue.bytes,
                runs: queue.openRuns,
                isClosing: queue.isClosing,
                failure: queue.failure
            )
        }
    }

    /// Offers one message as it came: XML, or that compressed by gzip.
    ///
    /// - Parameters:
    ///   - source: what outcomes say it came from.
    ///   - tell: called once if the message is taken, when its answer is durable. Failures: `.usage` where it is no
    ///     single message; `.store` where nobody can tell what became of it until it is sent again.
    public func offer(
        _ bytes: [UInt8],
        from source: String,
        _ tell: @escaping @Sendable (Result<LiveAnswer, EngineError>) -> Void
    ) -> LiveOffer {
        let offer = queue.withLock { $0.offer(LiveMessage(bytes: bytes, source: source, tell: tell)) }
        wake()
        return offer
    }

    /// Offers an action of administration, done between two batches: what was offered before is judged without it, what
    /// is offered after is judged by it.
    ///
    /// - Parameters:
    ///   - action: must not wait for the intake.
    ///   - tell: called once if the action is taken.
    public func perform<Value>(
        _ action: @escaping @Sendable (Engine) throws(EngineError) -> Value,
        _ tell: @escaping @Sendable (Result<Value, EngineError>) -> Void
    ) -> LiveOffer {
        let action = LiveAction { engine in
            tell(Result { () throws(EngineError) in try action(engine.get()) })
        }
        let offer = queue.withLock { $0.offer(action) }
        wake()
        return offer
    }

    /// Offers files, containers or folders, as `Engine.submit` takes them, but no pipes; live messages come between any
    /// two slices.
    ///
    /// - Parameters:
    ///   - options: of these `replies`, `tellsAll` and `manifest` count, and `batch` where it is less than a slice.
    ///   - tell: called behind the durable point of each slice.
    ///   - done: called once if the run is taken. A run that failed or was stopped is repeated as it is.
    public func run(
        _ paths: [String],
        _ options: SubmitOptions = SubmitOptions(),
        stop: StopSignal = StopSignal(),
        tell: @escaping @Sendable (RunEvent) -> Void,
        done: @escaping @Sendable (Result<RunSummary, EngineError>) -> Void
    ) -> LiveOffer {
        let offer = queue.withLock { $0.offer(BulkRun(paths, options, stop, tell: tell, done: done)) }
        wake()
        return offer
    }

    /// Takes nothing more, answers all that was taken, stops runs behind their slice, and then calls back.
    public func drain(_ done: @escaping @Sendable () -> Void) {
        queue.withLock { $0.close(done) }
        wake()
    }

    /// The same for a thread that may wait.
    public func drain() {
        let group = DispatchGroup()
        group.enter()
        drain { group.leave() }
        group.wait()
    }

    /// Sees to it that somebody works where there is something to do.
    func wake() {
        let (checks, commits, drained) = queue.withLock { queue in
            (queue.beginsChecking(), queue.beginsCommitting(), queue.takeDrained())
        }
        if checks { checking.async { self.check() } }
        if commits { committing.async { self.commit() } }
        for done in drained { done() }
    }

    /// Reads the next slice of a run, beside everything else: a container may hold much that is none.
    func feed(_ run: BulkRun) {
        queue.withLock { $0.beginReading() }
        reading.async {
            let items = run.feed(count: min(self.options.slice, run.options.batch))
            self.queue.withLock { $0.add(items, for: run) }
            self.wake()
        }
    }
}
