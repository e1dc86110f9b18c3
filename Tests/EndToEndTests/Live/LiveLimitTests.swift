import Dispatch
import Foundation
import Synchronization
import Testing

@testable import InvoiceEngine
@testable import InvoiceLedger

/// How much waits at once, how an intake ends, and that everybody is told once.
@Suite struct LiveLimitTests {
    @Test func `as many messages wait as may, and not one more`() throws {
        let ledger = try LiveTown.copy()
        let engine = try ledger.open()
        var options = LiveOptions()
        options.messageLimit = 3
        let intake = LiveIntake(engine, options)
        let told = Told()
        let hold = Hold(intake)
        let offers = try ledger.good.prefix(5).map { try told.offer($0, to: intake) }
        #expect(offers == [.taken, .taken, .taken, .full(retryAfterSeconds: 1), .full(retryAfterSeconds: 1)])
        #expect(intake.status.messages == 3)
        hold.release()
        intake.drain()
        engine.ledger.close()
        #expect(told.all.map(\.source) == Array(ledger.good.prefix(3)))
        #expect(told.answers.count == 3 && intake.status.messages == 0 && intake.status.bytes == 0)
        #expect(try ledger.stored() == 3)
    }

    @Test(arguments: [0, 1]) func `as many bytes wait as may, and not one more`(missing: Int) throws {
        let ledger = try LiveTown.copy()
        let engine = try ledger.open()
        let sizes = try ledger.good.prefix(2).map { try LiveTown.bytes($0).count }
        var options = LiveOptions()
        options.byteLimit = sizes[0] + sizes[1] - missing
        let intake = LiveIntake(engine, options)
        let told = Told()
        let hold = Hold(intake)
        let offers = try ledger.good.prefix(2).map { try told.offer($0, to: intake) }
        #expect(offers == [.taken, missing == 0 ? .taken : .full(retryAfterSeconds: 1)])
        #expect(intake.status.bytes == (missing == 0 ? options.byteLimit : sizes[0]))
        hold.release()
        intake.drain()
        engine.ledger.close()
        #expect(told.answers.count == 2 - missing)
    }

    @Test func `a message larger than all that may wait is taken alone`() throws {
        let ledger = try LiveTown.copy()
        let engine = try ledger.open()
        var options = LiveOptions()
        options.byteLimit = 1
        let intake = LiveIntake(engine, options)
        let told = Told()
        let hold = Hold(intake)
        #expect(try ledger.good.prefix(2).map { try told.offer($0, to: intake) }.first == .taken)
        hold.release()
        intake.drain()
        engine.ledger.close()
        #expect(told.answers.count == 1)
    }

    @Test func `actions and runs have limits too`() throws {
        let ledger = try LiveTown.copy()
        let engine = try ledger.open()
        var options = LiveOptions()
        (options.actionLimit, options.runLimit) = (2, 1)
        let intake = LiveIntake(engine, options)
        let ends = Atomic<Int>(0)
        let hold = Hold(intake)
        func act() -> LiveOffer {
            intake.perform { _ throws(EngineError) -> Void in
            } _: { _ in
                ends.add(1, ordering: .relaxed)
            }
        }
        func run() -> LiveOffer {
            intake.run([ledger.good[0]]) { _ in
            } done: { _ in
                ends.add(1, ordering: .relaxed)
            }
        }
        #expect([act(), act()] == [.taken, .full(retryAfterSeconds: 1)], "the one that holds counts")
        #expect([run(), run()] == [.taken, .full(retryAfterSeconds: 60)])
        hold.release()
        intake.drain()
        #expect([act(), run()] == [.closing, .closing])
        engine.ledger.close()
        #expect(ends.load(ordering: .relaxed) == 2)
    }

    @Test func `while it is drained, what was taken is answered once and nothing else is taken`() throws {
        let ledger = try LiveTown.copy()
        let engine = try ledger.open()
        var options = LiveOptions()
        options.batch = 7
        let intake = LiveIntake(engine, options)
        let files = try ledger.good.map { try LiveTown.bytes($0) }
        let taken = Mutex<Set<Int>>([])
        let told = Mutex<[Int: Int]>([:])
        // Whoever drains begins while the others are at it.
        DispatchQueue.concurrentPerform(iterations: 4) { caller in
            for place in files.indices where place % 4 == caller {
                if place == files.count / 3 { intake.drain() }
                let offer = intake.offer(files[place], from: "\(place)") { _ in
                    told.withLock { $0[place, default: 0] += 1 }
                }
                if offer == .taken {
                    taken.withLock { _ = $0.insert(place) }
                } else {
                    #expect(offer == .closing)
                }
            }
        }
        intake.drain()
        engine.ledger.close()
        let (sent, answered) = (taken.withLock(\.self), told.withLock(\.self))
        #expect(sent.count < files.count)
        #expect(Set(answered.keys) == sent && answered.values.allSatisfy { $0 == 1 })
        #expect(try ledger.stored() == sent.count)
    }

    @Test func `nobody who offers waits, and one that is gone changes nothing`() throws {
        let ledger = try LiveTown.copy()
        let engine = try ledger.open()
        let intake = LiveIntake(engine)
        final class Client: Sendable {}
        weak var gone: Client?
        do {
            let client = Client()
            gone = client
            // It is called back, but nobody is there any more.
            let offer = intake.offer(try LiveTown.bytes(ledger.good[0]), from: "") { [weak client] _ in _ = client }
            #expect(offer == .taken)
        }
        #expect(gone == nil)
        let told = Told()
        try told.offer(ledger.good[0], to: intake)
        intake.drain()
        engine.ledger.close()
        #expect(told.answers.map(\.isRepeated) == [true])
        #expect(try ledger.stored() == 1)
    }
}
