import Compression
import InvoiceModel

/// One message whose sender waits.
struct LiveMessage: Sendable {
    let bytes: [UInt8]
    /// What outcomes say it came from.
    let source: String
    /// Tells the sender; called once.
    let tell: @Sendable (Result<LiveAnswer, EngineError>) -> Void

    /// About how much there will be of it in memory: one that is compressed is taken to be as large as allowed.
    var weight: Int { Gzip.looksCompressed(bytes) ? max(bytes.count, Limits().messageBytes) : bytes.count }
}

/// One action of administration: called once, with the engine or with what keeps it from being done.
struct LiveAction: Sendable {
    let perform: @Sendable (Result<Engine, EngineError>) -> Void
}

/// Messages that were checked together, in the order of their offers.
struct CheckedMessages: Sendable {
    var messages: [LiveMessage]
    /// For each of them what the checks made of it, or why they could not be done.
    var results: [Result<Examination, EngineError>]
    /// When they were received.
    var receivedAt: Timestamp
    /// What they were checked with; `nil` where nothing could be checked.
    var tools: LiveTools?

    /// Whether others may become durable together with these: judged by the same state, and received on the same day,
    /// since a day is closed by a signed head between two batches.
    func goes(with next: CheckedMessages, limit: Int) -> Bool {
        tools === next.tools && receivedAt.date == next.receivedAt.date
            && messages.count + next.messages.count <= limit
    }

    /// Adds those that come next.
    mutating func append(_ next: CheckedMessages) {
        messages += next.messages
        results += next.results
        receivedAt = max(receivedAt, next.receivedAt)
    }
}

/// What one state of the ledger needs to check and to answer.
// Unchecked: the examiners work for the checking queue alone, the rest for the committing queue alone.
final class LiveTools: @unchecked Sendable {
    let state: LedgerState
    let reader: InputReader
    let examiners: WorkerPool<Examiner>
    let answering: SubmitTools
    let live: SubmitRun

    init(_ engine: Engine, workers: Int) throws(EngineError) {
        state = try engine.state()
        reader = InputReader(limits: state.policy.limits)
        examiners = WorkerPool(state, workers: workers)
        answering = try SubmitTools(engine, state, workers: workers)
        live = SubmitRun(answering: answering)
    }

    /// Checks messages in parallel, without effect.
    func check(_ messages: [LiveMessage], receivedAt: Timestamp) -> [Result<Examination, EngineError>] {
        let reader = reader
        let opened = examiners.map(count: messages.count) { examiner, place -> OpenedMessage? in
            let message = messages[place]
            // As of a file no more is kept than shows that it is too large: the same bytes are the same message.
            let isLong = message.bytes.count > reader.messageBytes
            let bytes = isLong ? Array(message.bytes.prefix(reader.messageBytes)) : message.bytes
            return reader.open(reader.classify(bytes)) {
                examiner.open($0, from: InputFile(name: message.source), receivedAt: receivedAt)
            }
        }
        var examinations = examiners.finish(opened.compactMap { $0 }).makeIterator()
        return opened.map { opened in
            guard opened != nil, let examination = examinations.next() else { return .failure(.manyMessages) }
            return .success(examination)
        }
    }
}

extension EngineError {
    /// Live messages come one by one.
    static let manyMessages = EngineError(
        .usage,
        "This is not one message but a container: an archive, lines, or several messages in a row. "
            + "Nothing of it was taken in. Send one message, or the whole as a batch."
    )
}
