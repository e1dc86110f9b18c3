import Dispatch
import DurableFiles
import InvoiceModel
import Synchronization
import TestSupport
import Testing

@testable import InvoiceLedger

/// The look-up index against a dictionary, and against everything that can happen to its files.
@Suite struct MessageIndexTests {
    @Test(arguments: 0..<12) func `whatever was inserted is found, from memory, runs and merged runs`(
        _ round: Int
    ) throws {
        var random = SeededRandom(seed: TestSeed.value &+ UInt64(round))
        let folder = try IndexFolder()
        let settings = MessageIndexSettings(
            memoryMessages: Int.random(in: 1...40, using: &random),
            mergedRuns: Int.random(in: 2...4, using: &random)
        )
        var model = IndexModel(shape: .init(rawValue: round % 4) ?? .random)
        var index = try folder.open(settings: settings)
        for _ in 0..<40 {
            for _ in 0..<Int.random(in: 0...60, using: &random) { model.add(to: index, using: &random) }
            try model.check(index, using: &random)
            switch UInt8.random(in: 0..<5, using: &random) {
            case 0: index.wait()
            case 1:
                index.wait()
                index = try folder.open(settings: settings)
                model.insertAgain(to: index)
                try model.check(index, using: &random)
            default: break
            }
        }
        index.wait()
        try model.checkAll(index)
        #expect(index.last == model.count)
    }

    @Test func `answers do not depend on the queue`() throws {
        var random = SeededRandom(seed: TestSeed.value)
        let folder = try IndexFolder()
        let queue = DispatchQueue(label: "held")
        queue.suspend()
        let index = try folder.open(
            settings: .init(memoryMessages: 10, mergedRuns: 3, waitingParts: 50, heldParts: 50),
            queue: queue
        )
        var model = IndexModel(shape: .random)
        for _ in 0..<305 { model.add(to: index, using: &random) }
        #expect(index.covered == 0)
        try model.checkAll(index)
        queue.resume()
        try model.checkAll(index)
        index.wait()
        #expect(index.covered == 300)
        try model.checkAll(index)
        // 30 parts in threes: 27 + 3, and never one file a part.
        #expect(try folder.names() == ["000000000000001-000000000000270.run", "000000000000271-000000000000300.run"])
    }

    @Test func `one id of very many messages costs no more than many ids`() throws {
        let folder = try IndexFolder()
        let index = try folder.open(settings: .init(memoryMessages: 20_000))
        for sequence in 1...UInt64(50_000) {
            index.insert(sequence: sequence, sha256: IndexModel.digest(sequence, sequence), messageID: "the same")
        }
        index.wait()
        #expect(index.covered == 40_000)
        #expect(try index.candidates(messageID: "the same") == Array(1...50_000))
        var asked = 0
        let isThird = { (sequence: UInt64) throws(IndexError) -> Bool in
            asked += 1
            return sequence == 3
        }
        let first = try index.first(messageID: "the same", failure: { $0 }, where: isThird)
        #expect(first == 3 && asked == 3)
    }

    @Test func `what is held in memory is bounded`() throws {
        var full = MemoryTable(first: 1, capacity: 65_536)
        for number in 0..<UInt64(65_536) { full.append(sha256: number &* 0x9E37_79B9_7F4A_7C15, messageID: number) }
        #expect(full.byteCount <= 66 * 65_536)

        let folder = try IndexFolder()
        let index = try folder.open(settings: .init(memoryMessages: 64, waitingParts: 2))
        for sequence in 1...UInt64(20_000) {
            index.insert(sequence: sequence, sha256: IndexModel.digest(sequence, 0), messageID: nil)
            let held = sequence - index.covered
            guard held <= 64 * 4 else {
                Issue.record("\(held) messages in memory")
                return
            }
        }
    }

    @Test func `a folder that cannot be written stops batches only past a limit, and heals`() throws {
        var random = SeededRandom(seed: TestSeed.value)
        let folder = try IndexFolder()
        let index = try folder.open(settings: .init(memoryMessages: 10, waitingParts: 2, heldParts: 5))
        var model = IndexModel(shape: .random)
        try folder.remove()
        for _ in 0..<49 { model.add(to: index, using: &random) }
        index.wait()
        try index.check()
        try model.checkAll(index)
        model.add(to: index, using: &random)
        index.wait()
        #expect { try index.check() } throws: { "\($0)".contains("cannot be written: make ") }
        // What was promised is still found, and nothing that is durable fails to get in.
        for _ in 0..<9 { model.add(to: index, using: &random) }
        try model.checkAll(index)
        try folder.make()
        model.add(to: index, using: &random)
        index.wait()
        try index.check()
        #expect(index.covered == 60)
        try model.checkAll(index)
    }
}

extension MessageIndexTests {
    @Test(arguments: 0..<60) func `a damaged run never gives a wrong answer`(_ round: Int) throws {
        var random = SeededRandom(seed: TestSeed.value &+ UInt64(round))
        let folder = try IndexFolder()
        let settings = MessageIndexSettings(memoryMessages: 400, mergedRuns: 3)
        var model = IndexModel(shape: .random)
        let index = try folder.open(settings: settings)
        for _ in 0..<1_700 { model.add(to: index, using: &random) }
        index.wait()
        try folder.damage(using: &random)
        let again = try folder.open(settings: settings)
        model.insertAgain(to: again)
        do {
            try model.checkAll(again)
            again.wait()
            try model.checkAll(again)
        } catch IndexError.damage {
            #expect(throws: IndexError.self) { try again.check() }
            let cured = try folder.open(settings: settings)
            model.insertAgain(to: cured)
            try model.checkAll(cured)
            cured.wait()
            try model.checkAll(cured)
        }
    }

    @Test func `a run with a wrong anchor, behind a gap, or half written is cleared away by the writer alone`() throws {
        var random = SeededRandom(seed: TestSeed.value)
        let settings = MessageIndexSettings(memoryMessages: 10)
        let folder = try IndexFolder()
        var model = IndexModel(shape: .random)
        let index = try folder.open(settings: settings)
        for _ in 0..<50 { model.add(to: index, using: &random) }
        index.wait()
        let names = try folder.names()
        #expect(names.count == 5)
        try folder.write("000000000000051-000000000000060.run.tmp")
        try folder.write("notes.txt")

        folder.wrongAnchors.withLock { $0 = [30] }
        let reader = try folder.open(isWriter: false, settings: settings)
        #expect(reader.covered == 20)
        model.insertAgain(to: reader)
        try model.checkAll(reader)
        #expect(try folder.names().count == 7, "a reader removes nothing")

        let writer = try folder.open(settings: settings)
        #expect(writer.covered == 20)
        #expect(try folder.names() == [names[0], names[1], "notes.txt"])
        model.insertAgain(to: writer)
        try model.checkAll(writer)

        folder.wrongAnchors.withLock { $0 = [10, 20, 30, 40, 50] }
        #expect(try folder.open(isWriter: false, settings: settings).covered == 0, "another ledger's runs")
    }

    @Test func `of runs and the run they became the longer one is taken`() throws {
        var random = SeededRandom(seed: TestSeed.value)
        let folder = try IndexFolder()
        var model = IndexModel(shape: .random)
        let index = try folder.open(settings: .init(memoryMessages: 10, mergedRuns: 9))
        for _ in 0..<30 { model.add(to: index, using: &random) }
        index.wait()
        let parts = try folder.names().map { ($0, try folder.read($0)) }
        for _ in 0..<60 { model.add(to: index, using: &random) }
        index.wait()
        // As after a crash between the rename and the removal of what was merged.
        for (name, bytes) in parts { try folder.write(name, bytes) }
        let again = try folder.open()
        #expect(again.covered == 90)
        #expect(try folder.names().count == 1)
        try model.checkAll(again)
    }

    @Test func `readers open while the writer merges`() throws {
        let folder = try IndexFolder()
        let settings = MessageIndexSettings(memoryMessages: 4, mergedRuns: 2)
        let writer = try folder.open(settings: settings)
        var model = IndexModel(shape: .random)
        var random = SeededRandom(seed: TestSeed.value)
        var covered: UInt64 = 0
        for _ in 0..<40 {
            for _ in 0..<20 { model.add(to: writer, using: &random) }
            let reader = try folder.open(isWriter: false, settings: settings)
            #expect(reader.covered.isMultiple(of: 4))
            covered = max(covered, reader.covered)
            model.insertAgain(to: reader)
            try model.check(reader, using: &random)
        }
        #expect(covered > 0)
        writer.wait()
        // A reader that fell behind takes the runs made meanwhile instead of holding everything itself.
        let slow = try folder.open(isWriter: false, settings: settings)
        for _ in 0..<400 { model.add(to: writer, using: &random) }
        writer.wait()
        model.insertAgain(to: slow)
        #expect(slow.covered > 800)
        try model.checkAll(slow)
    }
}
