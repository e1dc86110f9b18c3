import Dispatch
import Foundation
import InvoiceModel
import SQLite
import Synchronization
import Testing

@testable import InvoiceEngine
@testable import InvoiceLedger

/// A store that fails beneath senders who wait.
@Suite struct LiveFailureTests {
    @Test func `where the ledger must be opened again, all are told, and sent again all are answered`() throws {
        let ledger = try LiveTown.copy()
        let engine = try ledger.open()
        try engine.ledger.read { core throws(SQLiteError) in
            let pages = try core.connection.integer("PRAGMA page_count") ?? 0
            _ = try core.connection.integer("PRAGMA max_page_count = \(pages + 2)")
        }
        var options = LiveOptions()
        options.batch = 40
        let intake = LiveIntake(engine, options)
        let told = Told()
        let ends = Mutex<[Result<RunSummary, EngineError>]>([])
        let acts = Mutex<[Result<Int, EngineError>]>([])
        let hold = Hold(intake)
        let offers = try ledger.good.map { try told.offer($0, to: intake) }
        let ended = DispatchSemaphore(value: 0)
        let run = intake.run(ledger.good) { _ in
        } done: { end in
            ends.withLock { $0.append(end) }
            ended.signal()
        }
        #expect(run == .taken)
        let act = intake.perform { _ throws(EngineError) in
            1
        } _: { end in
            acts.withLock { $0.append(end) }
        }
        #expect(act == .taken)
        hold.release()
        // A run that is drained is stopped, and nobody would know of the failure.
        ended.wait()
        intake.drain()
        #expect(offers.allSatisfy { $0 == .taken })
        #expect(told.all.map(\.source) == ledger.good)
        #expect(!told.errors.isEmpty && told.errors.allSatisfy { $0.code == .store })
        let failure = try #require(intake.status.failure)
        #expect(failure.description.contains("open the ledger again"), "\(failure)")
        // Sender or officer: all that came behind the failure got the same error.
        #expect(told.errors.last == failure)
        #expect(ends.withLock(\.self).count == 1 && acts.withLock(\.self) == [.failure(failure)])
        if case .success? = ends.withLock(\.self).first { Issue.record("a run on a ledger that failed") }
        #expect(told.offer([], from: "", to: intake) == .failed(failure))
        engine.ledger.close()

        let opened = try ledger.open()
        let again = Told()
        let next = LiveIntake(opened)
        for file in ledger.good { try again.offer(file, to: next) }
        next.drain()
        opened.ledger.close()
        #expect(again.answers.count == ledger.good.count)
        #expect(again.answers.allSatisfy { $0.reply?.type == "202" })
        // Whoever was told gets the same again.
        for (first, second) in zip(told.all, again.answers) {
            if case .success(let answer) = first.result { #expect(answer.reply == second.reply) }
        }
        #expect(try ledger.stored() == ledger.good.count)
    }

    @Test func `a batch that fails before its durable point is told, and the next one is tried afresh`() throws {
        let ledger = try LiveTown(clock: nil)
        let now = Mutex(Engine.systemTime())
        let engine = try Engine(Ledger.open(at: ledger.path), for: .writing) { now.withLock(\.self) }
        let intake = LiveIntake(engine)
        let told = Told()
        func send(_ places: Range<Int>) throws {
            let hold = Hold(intake)
            for file in ledger.good[places] { try told.offer(file, to: intake) }
            hold.release()
            // Behind them: when it is performed they are answered.
            Hold(intake).release()
        }
        try send(0..<3)
        now.withLock { $0 = $0.advanced(bySeconds: -3_600) }
        try send(3..<6)
        now.withLock { $0 = $0.advanced(bySeconds: 3_600 + 86_400) }
        // The day before cannot be closed where its head cannot be exported.
        try Data().write(to: URL(filePath: ledger.path + "/heads"))
        try send(3..<6)
        try FileManager.default.removeItem(atPath: ledger.path + "/heads")
        try send(3..<6)
        intake.drain()
        engine.ledger.close()
        #expect(told.answers.count == 6 && told.errors.count == 6)
        #expect(told.all.prefix(3).allSatisfy { (try? $0.result.get()) != nil })
        #expect(told.errors[0].description.contains("Set the clock right"), "\(told.errors[0])")
        #expect(told.errors[3].description.contains("cannot be exported"), "\(told.errors[3])")
        #expect(told.answers.allSatisfy { !$0.isRepeated })
        #expect(intake.status.failure == nil)
        #expect(try ledger.stored() == 6)
    }
}
