import Dispatch
import Foundation
import InvoiceModel
import Synchronization
import TestSupport
import Testing

@testable import InvoiceEngine
@testable import InvoiceLedger

/// What live messages are answered is what `submit` says of them.
@Suite struct LiveAnswerTests {
    /// One message as it was told, in the order of admission.
    private struct Step: Equatable {
        var file: String
        var outcomes: [Outcome]
        var reply: [UInt8]?
    }

    private static func plain(_ outcomes: [Outcome]) -> [Outcome] {
        outcomes.map { outcome in
            var outcome = outcome
            outcome.index = 0
            outcome.reply = nil
            return outcome
        }
    }

    /// Outcomes of a run as steps; what has one reply is one message.
    private static func steps(_ outcomes: [Outcome], _ folder: String) throws -> [Step] {
        var steps: [(reply: String?, step: Step)] = []
        for outcome in outcomes {
            if let last = steps.last, last.step.file == outcome.file, last.reply == outcome.reply {
                steps[steps.count - 1].step.outcomes += plain([outcome])
                continue
            }
            let reply = try outcome.reply.map { try LiveTown.bytes("\(folder)/\($0)") }
            steps.append((outcome.reply, Step(file: outcome.file, outcomes: plain([outcome]), reply: reply)))
        }
        return steps.map(\.step)
    }

    private static func totals(_ path: String) throws -> [String] {
        try ["taxpayer,day,rate", "month,office,form,currency"].map {
            try Program.run(["totals", path, "--by", $0, "--format", "json"]).output
        }
    }

    @Test(arguments: 0..<(ProcessInfo.processInfo.environment["XACTHUC_FULL"] == nil ? 3 : 40))
    func `live messages and runs between each other get what submit gives in their order`(round: Int) throws {
        var random = SeededRandom(seed: TestSeed.value &+ UInt64(round))
        let ledger = try LiveTown.copy()
        let judge = try LiveTown.copy()
        var live = ledger.files.shuffled(using: &random).prefix(Int.random(in: 30...120, using: &random))
        live += live.shuffled(using: &random).prefix(20)
        let bulk = Array(ledger.files.shuffled(using: &random).prefix(Int.random(in: 1...120, using: &random)))
        var options = LiveOptions()
        options.workers = Int.random(in: 1...5, using: &random)
        options.batch = [1, 2, 7, 64, 256].randomElement(using: &random) ?? 1
        options.slice = [1, 3, 16, 64].randomElement(using: &random) ?? 1
        let engine = try ledger.open()
        let intake = LiveIntake(engine, options)
        let steps = Mutex<[Result<[Step], EngineError>]>([])
        var submit = SubmitOptions()
        submit.replies = ledger.folder + "/bulk"
        let folder = ledger.folder + "/bulk"
        let ended = DispatchSemaphore(value: 0)
        let offer = intake.run(bulk, submit) { event in
            guard case .outcomes(let outcomes) = event else { return }
            steps.withLock { $0.append(.success((try? Self.steps(outcomes, folder)) ?? [])) }
        } done: { _ in
            ended.signal()
        }
        #expect(offer == .taken)
        let sent = Array(live)
        let callers = Int.random(in: 1...6, using: &random)
        DispatchQueue.concurrentPerform(iterations: callers) { caller in
            for place in stride(from: caller, to: sent.count, by: callers) {
                guard let bytes = try? LiveTown.bytes(sent[place]) else { continue }
                _ = intake.offer(bytes, from: sent[place]) { result in
                    let step = result.map {
                        [Step(file: sent[place], outcomes: Self.plain($0.outcomes), reply: $0.reply?.bytes)]
                    }
                    steps.withLock { $0.append(step) }
                }
            }
        }
        ended.wait()
        intake.drain()
        engine.ledger.close()
        let told = try steps.withLock { try $0.flatMap { try $0.get() } }
        #expect(told.count == sent.count + bulk.count)

        var again = SubmitOptions()
        again.replies = judge.folder + "/replies"
        var outcomes: [Outcome] = []
        let other = try judge.open()
        _ = try other.submit(told.map(\.file), again) { event in
            if case .outcomes(let more) = event { outcomes += more }
        }
        other.ledger.close()
        let expected = try Self.steps(outcomes, judge.folder + "/replies")
        #expect(told.count == expected.count)
        for (one, other) in zip(told, expected) {
            #expect(one == other, "SEED=\(TestSeed.value), round \(round), \(options.workers) workers: \(one.file)")
        }
        #expect(try Self.totals(ledger.path) == Self.totals(judge.path))
        #expect(try ledger.stored() == judge.stored())
    }

    @Test func `sent again, together or later, a message gets its reply word for word`() throws {
        let ledger = try LiveTown.copy()
        let engine = try ledger.open()
        let intake = LiveIntake(engine)
        let told = Told()
        let file = try #require(ledger.good.first)
        let hold = Hold(intake)
        for _ in 0..<3 { try told.offer(file, to: intake) }
        hold.release()
        intake.drain()
        let later = Told()
        let next = LiveIntake(engine)
        try later.offer(file, to: next)
        next.drain()
        engine.ledger.close()
        let answers = told.answers + later.answers
        #expect(answers.map(\.isRepeated) == [false, true, true, true])
        #expect(answers.map { $0.outcomes.map(\.status) } == [[.issued], [.duplicate], [.duplicate], [.duplicate]])
        #expect(answers[0].reply?.type == "202")
        #expect(Set(answers.map(\.reply)).count == 1 && Set(answers.map(\.sha256)).count == 1)
        #expect(answers.allSatisfy { $0.messageID == answers[0].outcomes[0].messageID && $0.messageID != nil })
        #expect(try ledger.stored() == 1)
    }

    @Test func `a compressed message is the message; what holds several is not taken, and harms no other`() throws {
        let ledger = try LiveTown.copy()
        let engine = try ledger.open()
        let intake = LiveIntake(engine)
        let told = Told()
        let good = try ledger.good.prefix(3).map { try LiveTown.bytes($0) }
        let packed = ledger.folder + "/m.xml.gz"
        let gzip = Process()
        gzip.executableURL = URL(filePath: "/bin/sh")
        gzip.arguments = ["-c", "gzip -c '\(ledger.good[0])' > '\(packed)'"]
        try gzip.run()
        gzip.waitUntilExit()
        let hold = Hold(intake)
        try told.offer(packed, to: intake)
        told.offer(good[1] + good[2], from: "two", to: intake)
        told.offer(Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 100), from: "zip", to: intake)
        told.offer(Array(#"{"DLHDon":{}}"#.utf8), from: "lines", to: intake)
        told.offer([], from: "empty", to: intake)
        told.offer(good[0], from: "plain", to: intake)
        hold.release()
        intake.drain()
        engine.ledger.close()
        #expect(told.all.map(\.source) == [packed, "two", "zip", "lines", "empty", "plain"])
        #expect(told.answers.map { $0.outcomes.map(\.status) } == [[.issued], [.unreadable], [.duplicate]])
        #expect(told.answers.map { $0.reply?.type } == ["202", "999", "202"])
        #expect(told.errors == Array(repeating: .manyMessages, count: 3))
        #expect(try ledger.stored() == 2)
    }

    @Test func `a message that is too large is the same message however much of it comes`() throws {
        let ledger = try LiveTown.copy()
        let engine = try ledger.open()
        let told = Told()
        let intake = LiveIntake(engine)
        let limit = Limits().messageBytes + 65_536
        let path = ledger.folder + "/large.xml"
        let large = Array("<TDiep>".utf8) + [UInt8](repeating: 0x20, count: limit + 100)
        try Data(large).write(to: URL(filePath: path))
        told.offer(large, from: path, to: intake)
        told.offer(Array(large.dropLast(50)), from: path, to: intake)
        intake.drain()
        var outcomes: [Outcome] = []
        _ = try engine.submit([path]) { if case .outcomes(let more) = $0 { outcomes += more } }
        engine.ledger.close()
        #expect(Set(told.answers.map(\.sha256)).count == 1)
        #expect(told.answers.allSatisfy { $0.outcomes[0].findings.first?.weighed.finding.code == .xmlTooLarge })
        #expect(outcomes.count == 1 && outcomes[0].findings == told.answers.first?.outcomes[0].findings)
        #expect(try ledger.stored() == 1)
    }
}
