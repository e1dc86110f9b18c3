import Dispatch
import Foundation
import InvoiceModel
import Synchronization
import Testing

@testable import InvoiceEngine
@testable import InvoiceLedger

/// Administration and runs of files beside live messages.
@Suite struct LiveActionTests {
    @Test func `an action changes what later messages are judged by, and not what those before were`() throws {
        let ledger = try LiveTown.copy()
        let closed = ledger.folder + "/closed.csv"
        let text = try String(contentsOfFile: ledger.town.folder + "/taxpayers.csv", encoding: .utf8)
        try text.replacing(",active,", with: ",closed,").write(toFile: closed, atomically: true, encoding: .utf8)
        let engine = try ledger.open()
        let intake = LiveIntake(engine)
        let told = Told()
        let acts = Mutex<[Result<Int, EngineError>]>([])
        func act(_ file: String) {
            let offer = intake.perform { engine throws(EngineError) in
                try engine.importTaxpayers(InputFile(name: file))
            } _: { end in
                acts.withLock { $0.append(end) }
            }
            #expect(offer == .taken)
        }
        let hold = Hold(intake)
        for file in ledger.good[0..<4] { try told.offer(file, to: intake) }
        act(closed)
        for file in ledger.good[4..<8] { try told.offer(file, to: intake) }
        act(ledger.folder + "/no such file")
        act(ledger.town.folder + "/taxpayers.csv")
        for file in ledger.good[8..<12] { try told.offer(file, to: intake) }
        hold.release()
        intake.drain()
        engine.ledger.close()
        let statuses = told.answers.map { $0.outcomes[0].status }
        #expect(
            statuses
                == [4, 4, 4].enumerated().flatMap { part, count in
                    Array(repeating: part == 1 ? Outcome.Status.rejected : .issued, count: count)
                }
        )
        #expect(told.answers.map { $0.reply?.type } == statuses.map { $0 == .issued ? "202" : "204" })
        let ends = acts.withLock(\.self)
        #expect(ends.count == 3 && (try? ends[0].get()) == (try? ends[2].get()))
        if case .success = ends[1] { Issue.record("a file that is not there was imported") }
        // The audit judges each by the registry of its moment.
        #expect(try ledger.stored() == 12)
    }

    @Test func `runs of containers come to what submit makes of them`() throws {
        let ledger = try LiveTown.copy()
        let judge = try LiveTown.copy()
        let archive = ledger.folder + "/m.tar.gz"
        let tar = Process()
        tar.executableURL = URL(filePath: "/usr/bin/env")
        tar.arguments = ["tar", "czf", archive, "-C", ledger.town.folder, "messages"]
        try tar.run()
        tar.waitUntilExit()
        let paths = [archive, ledger.folder + "/no such file", ledger.good[0]]
        let summary = Mutex<RunSummary?>(nil)
        let outcomes = Mutex<[Outcome]>([])
        let failures = Atomic<Int>(0)
        let bytes = Atomic<Int>(0)
        let engine = try ledger.open()
        let intake = LiveIntake(engine)
        let ended = DispatchSemaphore(value: 0)
        let offer = intake.run(paths) { event in
            switch event {
            case .outcomes(let more): outcomes.withLock { $0 += more }
            case .failure: failures.add(1, ordering: .relaxed)
            case .taken(let taken): bytes.store(taken, ordering: .relaxed)
            case .counted: break
            }
        } done: { end in
            summary.withLock { $0 = try? end.get() }
            ended.signal()
        }
        #expect(offer == .taken)
        ended.wait()
        intake.drain()
        engine.ledger.close()
        var expected: [Outcome] = []
        let other = try judge.open()
        let result = try other.submit(paths) { if case .outcomes(let more) = $0 { expected += more } }
        other.ledger.close()
        #expect(outcomes.withLock(\.self) == expected)
        #expect(summary.withLock(\.self) == result && !result.wasStopped)
        #expect(failures.load(ordering: .relaxed) == 1)
        #expect(bytes.load(ordering: .relaxed) > 0)
        #expect(try ledger.stored() == judge.stored())
    }

    @Test func `lines of a run are taken chunk by chunk, told or counted as submit does`() throws {
        let town = try LineTown()
        try town.lines(1...2_050, in: "a.ndjson")
        let paths = [town.path("a.ndjson")]
        var options = SubmitOptions()
        options.tellsAll = false
        @Sendable func collect(_ event: RunEvent, _ told: inout [Outcome], _ counted: inout Int) {
            switch event {
            case .outcomes(let more): told += more
            case .counted(let more): counted += more.outcomes
            case .taken, .failure: break
            }
        }
        var expected: ([Outcome], Int) = ([], 0)
        let other = try Engine.open(town.ledger("judge", isTest: true), for: .writing)
        let result = try other.submit(paths, options) { collect($0, &expected.0, &expected.1) }
        other.ledger.close()
        let path = try town.ledger("live", isTest: true)
        let engine = try Engine.open(path, for: .writing)
        let told = Mutex<([Outcome], Int)>(([], 0))
        let summary = Mutex<RunSummary?>(nil)
        let ended = DispatchSemaphore(value: 0)
        let intake = LiveIntake(engine)
        let offer = intake.run(paths, options) { event in
            told.withLock { collect(event, &$0.0, &$0.1) }
        } done: { end in
            summary.withLock { $0 = try? end.get() }
            ended.signal()
        }
        #expect(offer == .taken)
        ended.wait()
        intake.drain()
        engine.ledger.close()
        #expect(told.withLock(\.0) == expected.0 && told.withLock(\.1) == expected.1)
        #expect(summary.withLock(\.self) == result && result.statuses[.issued] == 2_050)
        let audit = try Program.run(["audit", path, "--progress", "off"])
        #expect(audit.status == 0, "\(audit.output)\(audit.errors)")
    }

    @Test func `a run that is stopped, by its signal or by the end, goes on when it is repeated`() throws {
        let ledger = try LiveTown.copy()
        let engine = try ledger.open()
        var options = LiveOptions()
        options.slice = 5
        let ends = Mutex<[RunSummary]>([])
        for isDrained in [false, true] {
            let intake = LiveIntake(engine, options)
            let (stop, ended) = (StopSignal(), DispatchSemaphore(value: 0))
            let offer = intake.run([ledger.town.messages], stop: stop) { event in
                guard case .outcomes = event else { return }
                isDrained ? intake.drain {} : stop.raise()
            } done: { end in
                ends.withLock { $0.append((try? end.get()) ?? RunSummary()) }
                ended.signal()
            }
            #expect(offer == .taken)
            ended.wait()
            intake.drain()
        }
        let stopped = ends.withLock(\.self)
        #expect(stopped.allSatisfy { $0.wasStopped && $0.outcomes > 0 && $0.outcomes < ledger.files.count })
        let whole = try engine.submit([ledger.town.messages]) { _ in }
        engine.ledger.close()
        #expect(whole.outcomes == ledger.files.count)
        let judge = try LiveTown.copy()
        let other = try judge.open()
        _ = try other.submit([ledger.town.messages]) { _ in }
        other.ledger.close()
        #expect(try ledger.stored() == judge.stored())
    }

    @Test func `a run of what may never end, or to where nothing can be written, is told`() throws {
        let ledger = try LiveTown.copy()
        let engine = try ledger.open()
        let intake = LiveIntake(engine)
        let ends = Mutex<[Result<RunSummary, EngineError>]>([])
        let ended = DispatchGroup()
        var nowhere = SubmitOptions()
        nowhere.replies = ledger.good[0] + "/replies"
        for (paths, options) in [(["-"], SubmitOptions()), (["/dev/null"], SubmitOptions()), (ledger.good, nowhere)] {
            ended.enter()
            let offer = intake.run(paths, options) { _ in
            } done: { end in
                ends.withLock { $0.append(end) }
                ended.leave()
            }
            #expect(offer == .taken)
        }
        let told = Told()
        try told.offer(ledger.good[0], to: intake)
        ended.wait()
        intake.drain()
        engine.ledger.close()
        let codes = ends.withLock(\.self).map { end -> EngineError.Code? in
            if case .failure(let error) = end { error.code } else { nil }
        }
        #expect(codes == [.usage, .usage, .file])
        #expect(told.answers.count == 1)
    }

    @Test func `another limit on the bytes of messages ends a run that began under the old one`() throws {
        let ledger = try LiveTown.copy()
        let engine = try ledger.open()
        let policy = ledger.folder + "/policy.json"
        let limit = "\(Limits().messageBytes)"
        try engine.policyText().replacing(limit, with: "3000000")
            .write(toFile: policy, atomically: true, encoding: .utf8)
        var options = LiveOptions()
        options.slice = 1
        let intake = LiveIntake(engine, options)
        let ends = Mutex<[Result<RunSummary, EngineError>]>([])
        let ended = DispatchSemaphore(value: 0)
        let offer = intake.run([ledger.town.messages]) { event in
            guard case .outcomes = event else { return }
            _ = intake.perform { engine throws(EngineError) in
                try engine.setPolicy(InputFile(name: policy))
            } _: { _ in
            }
        } done: { end in
            ends.withLock { $0.append(end) }
            ended.signal()
        }
        #expect(offer == .taken)
        ended.wait()
        intake.drain()
        engine.ledger.close()
        guard case .failure(let error)? = ends.withLock(\.self).first else {
            Issue.record("the run went on")
            return
        }
        #expect(error.description.contains("another number of bytes"), "\(error)")
        #expect(try ledger.stored() > 0)
    }
}
