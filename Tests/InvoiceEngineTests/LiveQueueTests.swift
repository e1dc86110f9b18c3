import InvoiceModel
import Testing

@testable import InvoiceEngine

/// Whose turn it is in the live intake: without threads, so that every order can be looked at.
@Suite struct LiveQueueTests {
    private static let time = Timestamp(localSeconds: 1_000_000)

    private static func message(_ name: String, bytes: [UInt8] = [0x3C]) -> LiveMessage {
        LiveMessage(bytes: bytes, source: name) { _ in }
    }

    private static func run() -> BulkRun {
        BulkRun([], SubmitOptions(), StopSignal(), tell: { _ in }, done: { _ in })
    }

    private static func checked(_ messages: [LiveMessage], at time: Timestamp = time) -> LiveQueue.Checked {
        let results = messages.map { _ in Result<Examination, EngineError>.failure(.manyMessages) }
        return .messages(CheckedMessages(messages: messages, results: results, receivedAt: time, tools: nil))
    }

    private static func word(_ work: LiveQueue.Check?) -> String {
        switch work {
        case .messages(let messages)?: messages.map(\.source).joined()
        case .action?: "action"
        case .begin?: "begin"
        case .slice(_, let items)?: items == nil ? "end" : "slice"
        case nil: "-"
        }
    }

    private static func word(_ work: LiveQueue.Checked?) -> String {
        switch work {
        case .messages(let messages)?: messages.messages.map(\.source).joined()
        case .action?: "action"
        case .slice?: "slice"
        case .end?: "end"
        case nil: "-"
        }
    }

    /// A run of which something is read.
    private static func feed(_ queue: inout LiveQueue, _ run: BulkRun) {
        queue.beginReading()
        queue.add([.failure(.manyMessages)], for: run)
    }

    @Test func `messages are checked in the order of their offers, no more ahead than a batch`() {
        var options = LiveOptions()
        options.batch = 3
        var queue = LiveQueue(options)
        for name in ["a", "b", "c", "d", "e"] { #expect(queue.offer(Self.message(name)) == .taken) }
        #expect(queue.beginsChecking() && !queue.beginsChecking())
        guard case .messages(let first)? = queue.nextCheck() else { return #expect(Bool(false), "messages") }
        #expect(first.map(\.source) == ["a", "b", "c"])
        #expect(Self.word(queue.nextCheck()) == "-")
        queue.add(Self.checked(first))
        #expect(queue.beginsChecking() == false, "a batch is ahead")
        #expect(queue.beginsCommitting() == true)
        #expect(Self.word(queue.nextCommit()) == "abc")
        #expect(queue.beginsChecking() == true)
        #expect(Self.word(queue.nextCheck()) == "de")
    }

    @Test func `compressed messages count as what they may become`() {
        var queue = LiveQueue(LiveOptions())
        for place in 0..<10 { _ = queue.offer(Self.message("\(place)", bytes: [0x1F, 0x8B])) }
        _ = queue.beginsChecking()
        // As many as fill a batch, the one that fills it among them.
        let each = Limits().messageBytes
        let most = (InputFeed.batchBytes + each - 1) / each
        #expect(most < 10 && Self.word(queue.nextCheck()) == "0123456789".prefix(most))
        #expect(queue.bytes == 20)
    }

    @Test func `what was checked in helpings becomes durable together, but not over midnight`() {
        var queue = LiveQueue(LiveOptions())
        let midnight = Timestamp(localSeconds: 86_400 * 20_000)
        var helpings: [[LiveMessage]] = []
        for name in ["a", "b", "c", "d"] {
            _ = queue.offer(Self.message(name))
            _ = queue.beginsChecking()
            if case .messages(let messages)? = queue.nextCheck() { helpings.append(messages) }
        }
        for (helping, seconds) in zip(helpings, [-2, -1, 0, 1] as [Int64]) {
            queue.add(Self.checked(helping, at: midnight.advanced(bySeconds: seconds)))
        }
        _ = queue.beginsCommitting()
        #expect([0, 1, 2].map { _ in Self.word(queue.nextCommit()) } == ["ab", "cd", "-"])
    }

    @Test func `slices of runs and messages take turns, and runs among each other too`() {
        var options = LiveOptions()
        options.batch = 2
        var queue = LiveQueue(options)
        let runs = [Self.run(), Self.run()]
        for run in runs { #expect(queue.offer(run) == .taken) }
        _ = queue.beginsChecking()
        #expect([0, 1].map { _ in Self.word(queue.nextCheck()) } == ["begin", "begin"])
        for run in runs { Self.feed(&queue, run) }
        var order: [String] = []
        for name in ["a", "b", "c", "d", "e", "f"] { _ = queue.offer(Self.message(name)) }
        for _ in 0..<6 {
            guard let work = queue.nextCheck() else { break }
            order.append(Self.word(work))
            switch work {
            case .messages(let messages): queue.add(Self.checked(messages))
            case .slice(let run, _):
                order.append(run === runs[0] ? "1" : "2")
                queue.add(.slice(run) { () throws(EngineError) in })
                Self.feed(&queue, run)
            default: break
            }
            _ = queue.beginsCommitting()
            _ = queue.nextCommit()
        }
        #expect(order == ["ab", "slice", "1", "cd", "slice", "2", "ef", "slice", "1"])
    }

    @Test func `nothing behind an action is checked before it is performed, no slice either`() {
        var queue = LiveQueue(LiveOptions())
        let run = Self.run()
        _ = queue.offer(run)
        _ = queue.beginsChecking()
        #expect(Self.word(queue.nextCheck()) == "begin")
        _ = queue.offer(Self.message("a"))
        let action = LiveAction { _ in }
        #expect(queue.offer(action) == .taken)
        _ = queue.offer(Self.message("b"))
        #expect(Self.word(queue.nextCheck()) == "a")
        #expect(Self.word(queue.nextCheck()) == "action")
        Self.feed(&queue, run)
        #expect(Self.word(queue.nextCheck()) == "-")
        #expect(queue.beginsChecking() == false)
        queue.add(.action(action))
        queue.lift()
        #expect(queue.beginsChecking() == true)
        #expect([0, 1].map { _ in Self.word(queue.nextCheck()) } == ["slice", "b"])
    }

    @Test func `whoever is turned away is told how long what waits will take`() {
        var options = LiveOptions()
        options.messageLimit = 100
        var queue = LiveQueue(options)
        let messages = (0..<100).map { Self.message("\($0)") }
        for message in messages { #expect(queue.offer(message) == .taken) }
        #expect(queue.offer(messages[0]) == .full(retryAfterSeconds: 1))
        queue.release(messages, took: 5)
        for message in messages { #expect(queue.offer(message) == .taken) }
        #expect(queue.offer(messages[0]) == .full(retryAfterSeconds: 5))
        queue.release(Array(messages.prefix(1)), took: 1_000)
        _ = queue.offer(messages[0])
        #expect(queue.offer(messages[0]) == .full(retryAfterSeconds: 60), "never longer")
    }

    @Test func `it is drained when all is answered and nobody works any more`() {
        var queue = LiveQueue(LiveOptions())
        let run = Self.run()
        let message = Self.message("a")
        #expect(queue.offer(message) == .taken && queue.offer(run) == .taken)
        queue.close {}
        #expect(queue.offer(message) == .closing && queue.offer(Self.run()) == .closing)
        #expect(queue.takeDrained().isEmpty)
        _ = queue.beginsChecking()
        #expect([0, 1, 2].map { _ in Self.word(queue.nextCheck()) } == ["a", "end", "-"])
        queue.add(Self.checked([message]))
        queue.add(.end(run, nil, wasStopped: true))
        _ = queue.beginsCommitting()
        #expect([0, 1].map { _ in Self.word(queue.nextCommit()) } == ["a", "end"])
        queue.release([message], took: 0)
        #expect(queue.takeDrained().isEmpty, "the run")
        queue.beginReading()
        queue.end(run)
        #expect(queue.takeDrained().isEmpty, "somebody commits")
        #expect(Self.word(queue.nextCommit()) == "-")
        #expect(queue.takeDrained().isEmpty, "somebody reads for the run")
        queue.add(nil, for: run)
        #expect(queue.takeDrained().count == 1 && queue.takeDrained().isEmpty)
    }
}
