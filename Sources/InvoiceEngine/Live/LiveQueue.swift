/// What waits, what is checked and waits for its durable point, and whose turn it is: plain values, no threads.
///
/// Everything becomes durable in the order in which it was handed out to be checked, so that moments of receipt never
/// go back. Messages are handed out in the order of their offers, slices of runs in between.
struct LiveQueue {
    /// What is to be checked next.
    enum Check {
        case messages([LiveMessage])
        case action(LiveAction)
        case begin(BulkRun)
        /// A slice; `nil` at the end of the run.
        case slice(BulkRun, [InputFeed.Item]?)
    }

    /// What is to be made durable next.
    enum Checked {
        case messages(CheckedMessages)
        case action(LiveAction)
        /// A slice of a run, and how it is made durable.
        case slice(BulkRun, @Sendable () throws(EngineError) -> Void)
        /// A run has ended.
        case end(BulkRun, EngineError?, wasStopped: Bool)
    }

    private enum Waiting {
        case message(LiveMessage)
        case action(LiveAction)
    }

    /// How far a run has come.
    private enum Phase {
        case new
        /// Somebody reads or checks for it.
        case busy
        case fed([InputFeed.Item]?)
    }

    private let options: LiveOptions
    private var waiting: [Waiting] = []
    private var checked: [Checked] = []
    private var runs: [(run: BulkRun, phase: Phase)] = []
    /// Messages taken and not answered yet, and their bytes.
    private(set) var messages = 0
    private(set) var bytes = 0
    /// Actions taken and not performed yet.
    private var actions = 0
    /// Runs taken and not ended yet.
    private(set) var openRuns = 0
    /// Messages that are checked, or being checked, and not handed out to be made durable; about how large they are.
    private var ahead = 0
    private var aheadBytes = 0
    /// Whether a slice is checked and not handed out to be made durable.
    private var isSliceAhead = false
    /// Runs for which somebody reads.
    private var readers = 0
    /// An action is under way: what comes behind it is judged by what it changes.
    private var isBarred = false
    /// Whether a run has waited for messages.
    private var isRunsTurn = false
    /// What a message costs lately, in seconds.
    private var cost = 0.0

    /// Whether somebody hands out work now.
    private(set) var isChecking = false
    private(set) var isCommitting = false
    private(set) var isClosing = false
    private(set) var failure: EngineError?
    private var drained: [@Sendable () -> Void] = []

    init(_ options: LiveOptions) {
        self.options = options
    }
}

// MARK: Offers

extension LiveQueue {
    /// Why nothing is taken at all, if so.
    private var refusal: LiveOffer? {
        if let failure { return .failed(failure) }
        return isClosing ? .closing : nil
    }

    /// Takes a message, or says why not.
    mutating func offer(_ message: LiveMessage) -> LiveOffer {
        if let refusal { return refusal }
        let isRoom = messages == 0 || bytes + message.bytes.count <= options.byteLimit
        guard isRoom, messages < options.messageLimit else { return .full(retryAfterSeconds: retry) }
        messages += 1
        bytes += message.bytes.count
        waiting.append(.message(message))
        return .taken
    }

    /// Takes an action, or says why not.
    mutating func offer(_ action: LiveAction) -> LiveOffer {
        if let refusal { return refusal }
        guard actions < options.actionLimit else { return .full(retryAfterSeconds: retry) }
        actions += 1
        waiting.append(.action(action))
        return .taken
    }

    /// Takes a run, or says why not.
    mutating func offer(_ run: BulkRun) -> LiveOffer {
        if let refusal { return refusal }
        guard openRuns < options.runLimit else { return .full(retryAfterSeconds: LiveOptions.longestRetry) }
        openRuns += 1
        runs.append((run, .new))
        return .taken
    }

    /// Seconds until what waits now is done, about.
    private var retry: Int {
        let seconds = (cost * Double(messages)).rounded(.up)
        return Int(min(max(1, seconds), Double(LiveOptions.longestRetry)))
    }
}

// MARK: Checking

extension LiveQueue {
    /// Whether somebody must begin to check; then it is taken to have begun.
    mutating func beginsChecking() -> Bool {
        guard !isChecking, canCheck else { return false }
        isChecking = true
        return true
    }

    private var canCheck: Bool {
        guard !isBarred else { return false }
        if nextRun != nil { return true }
        return switch waiting.first {
        case .message?: isRoomAhead
        case .action?: true
        case nil: false
        }
    }

    private var isRoomAhead: Bool { ahead < options.batch && aheadBytes < InputFeed.batchBytes }

    /// What is to be checked next; `nil` where nothing is now, and whoever asked is done.
    mutating func nextCheck() -> Check? {
        isChecking = canCheck
        guard isChecking else { return nil }
        // A run gets its slice between any two helpings of messages, and they theirs between any two slices.
        if isRunsTurn, let work = takeRun() { return work }
        if let messages = takeMessages() {
            isRunsTurn = true
            return .messages(messages)
        }
        if case .action(let action)? = waiting.first {
            waiting.removeFirst()
            isBarred = true
            return .action(action)
        }
        return takeRun()
    }

    private mutating func takeMessages() -> [LiveMessage]? {
        var taken: [LiveMessage] = []
        for next in waiting {
            guard isRoomAhead, case .message(let message) = next else { break }
            taken.append(message)
            ahead += 1
            aheadBytes += message.weight
        }
        waiting.removeFirst(taken.count)
        return taken.isEmpty ? nil : taken
    }

    /// The next run for which there is something to do.
    private var nextRun: Int? {
        guard !isSliceAhead else { return nil }
        return runs.firstIndex { if case .busy = $0.phase { false } else { true } }
    }

    private mutating func takeRun() -> Check? {
        guard let place = nextRun else { return nil }
        isRunsTurn = false
        let (run, phase) = runs.remove(at: place)
        // The other runs come first next time.
        runs.append((run, .busy))
        let isOver = isClosing || failure != nil || run.isStopped
        switch phase {
        case .new: return isOver ? .slice(run, nil) : .begin(run)
        case .busy: preconditionFailure("a run is read or checked by one at a time")
        case .fed(let items): return .slice(run, isOver ? nil : items)
        }
    }

    /// Hands on what was checked.
    mutating func add(_ work: Checked) {
        switch work {
        case .messages, .action: break
        case .slice: isSliceAhead = true
        case .end(let run, _, _): runs.removeAll { $0.run === run }
        }
        checked.append(work)
    }

    /// Somebody begins to read for a run.
    mutating func beginReading() {
        readers += 1
    }

    /// Takes in what was read for a run; `nil` at its end.
    mutating func add(_ items: [InputFeed.Item]?, for run: BulkRun) {
        readers -= 1
        guard let place = runs.firstIndex(where: { $0.run === run }) else { return }
        runs[place].phase = .fed(items)
    }
}

// MARK: Committing

extension LiveQueue {
    /// Whether somebody must begin to commit; then it is taken to have begun.
    mutating func beginsCommitting() -> Bool {
        guard !isCommitting, !checked.isEmpty else { return false }
        isCommitting = true
        return true
    }

    /// What is to be made durable next, as many messages at once as may be; `nil` where nothing is now, and whoever
    /// asked is done.
    mutating func nextCommit() -> Checked? {
        isCommitting = !checked.isEmpty
        guard isCommitting else { return nil }
        switch checked.removeFirst() {
        case .messages(var messages):
            while case .messages(let next)? = checked.first, messages.goes(with: next, limit: options.batch) {
                messages.append(next)
                checked.removeFirst()
            }
            ahead -= messages.messages.count
            for message in messages.messages { aheadBytes -= message.weight }
            return .messages(messages)
        case let work:
            if case .slice = work { isSliceAhead = false }
            return work
        }
    }

    /// Messages are about to be told what became of them.
    mutating func release(_ answered: [LiveMessage], took seconds: Double) {
        messages -= answered.count
        for message in answered { bytes -= message.bytes.count }
        let each = seconds / Double(max(1, answered.count))
        cost = cost == 0 ? each : (cost * 7 + each) / 8
    }

    /// An action was performed: what comes behind it may be checked.
    mutating func lift() {
        isBarred = false
        actions -= 1
    }

    /// A run was told its end: what is read for it counts no more.
    mutating func end(_ run: BulkRun) {
        openRuns -= 1
        runs.removeAll { $0.run === run }
    }

    /// Nothing is taken any more: the ledger must be opened again.
    mutating func fail(_ error: EngineError) {
        if failure == nil { failure = error }
    }
}

// MARK: The end

extension LiveQueue {
    /// Nothing is taken any more; somebody waits until all that was taken is answered.
    mutating func close(_ done: @escaping @Sendable () -> Void) {
        isClosing = true
        drained.append(done)
    }

    /// Those who wait for the end, once it has come.
    mutating func takeDrained() -> [@Sendable () -> Void] {
        let isAnswered = messages == 0 && actions == 0 && openRuns == 0
        guard isClosing, isAnswered, !isChecking, !isCommitting, readers == 0 else { return [] }
        defer { drained = [] }
        return drained
    }
}
