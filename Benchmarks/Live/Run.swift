import Dispatch
import Foundation
import InvoiceEngine
import InvoiceModel
import Synchronization

/// What one round measured.
struct Round: Sendable {
    var messages = 0
    var seconds = 0.0
    /// From an offer to its answer.
    var milliseconds: [Double] = []
    /// Messages of each durable point.
    var batches: [Int] = []
    /// What a run beside them took, in seconds.
    var bulkSeconds = 0.0

    var perSecond: Double { Double(messages) / seconds }
}

/// One fresh test ledger, and callers each of whom waits for its answer before it sends its next message.
struct Run {
    let ledger: String
    let sample: String
    let request: LiveRequest

    func measure() throws -> Round {
        let engine = try makeLedger()
        let names = try FileManager.default.subpathsOfDirectory(atPath: sample + "/messages")
            .filter { $0.hasSuffix(".xml") }.sorted()
        let paths = names.map { "\(sample)/messages/\($0)" }
        let messages = try paths.prefix(request.messages).map { Array(try Data(contentsOf: URL(filePath: $0))) }
        let round = Mutex(Round())
        var options = LiveOptions()
        options.workers = request.workers
        options.observe = { batch in round.withLock { $0.batches.append(batch.messages) } }
        let callers = Callers(LiveIntake(engine, options), messages)
        let clock = ContinuousClock()
        let start = clock.now
        let bulk = DispatchGroup()
        if request.bulk > 0 {
            bulk.enter()
            let offer = callers.intake.run(Array(paths.dropFirst(request.messages))) { _ in
            } done: { _ in
                round.withLock { $0.bulkSeconds = (clock.now - start) / .seconds(1) }
                bulk.leave()
            }
            guard offer == .taken else { throw LiveError(text: "the run was not taken: \(offer)") }
        }
        let latencies = callers.run(request.callers)
        let seconds = (clock.now - start) / .seconds(1)
        bulk.wait()
        callers.intake.drain()
        guard latencies.count == messages.count else { throw LiveError(text: "not every message was issued a code") }
        var result = round.withLock(\.self)
        (result.messages, result.seconds, result.milliseconds) = (messages.count, seconds, latencies)
        return result
    }

    private func makeLedger() throws -> Engine {
        var request = LedgerRequest()
        request.isTest = true
        request.seed = "live"
        request.clock = Timestamp("2026-11-20T09:00:00")
        let engine = try Engine.create(at: ledger, request)
        _ = try engine.importTaxpayers(InputFile(name: sample + "/taxpayers.csv"))
        _ = try engine.importCertificates(InputFile(name: sample + "/certificates.csv"))
        _ = try engine.addAnchors([InputFile(name: sample + "/anchors.pem")])
        _ = try engine.addRevocationLists([InputFile(name: sample + "/crl.pem")])
        return engine
    }
}

/// Callers without threads of their own: an answer leads to the next offer.
final class Callers: Sendable {
    let intake: LiveIntake
    private let messages: [[UInt8]]
    private let next = Atomic<Int>(0)
    private let milliseconds = Mutex<[Double]>([])
    private let group = DispatchGroup()

    init(_ intake: LiveIntake, _ messages: [[UInt8]]) {
        self.intake = intake
        self.messages = messages
    }

    /// How long each answer took, in milliseconds.
    func run(_ count: Int) -> [Double] {
        for _ in 0..<count {
            group.enter()
            send()
        }
        group.wait()
        return milliseconds.withLock { $0.sorted() }
    }

    private func send() {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < messages.count else { return group.leave() }
        let start = ContinuousClock.now
        let offer = intake.offer(messages[place], from: "live") { result in
            let elapsed = (ContinuousClock.now - start) / .milliseconds(1)
            if case .success(let answer) = result, answer.reply?.type == "202" {
                self.milliseconds.withLock { $0.append(elapsed) }
            }
            self.send()
        }
        if offer != .taken { group.leave() }
    }
}
