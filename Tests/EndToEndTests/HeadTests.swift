import Foundation
import InvoiceModel
import InvoiceSignature
import Testing

@testable import InvoiceEngine
@testable import InvoiceLedger

/// Signed heads of days: when they are made, where they lie, and who notices what is done to them.
@Suite struct HeadTests {
    private static func audit(_ path: String, _ more: String...) throws -> Program.Result {
        try Program.run(["audit", path, "--json", "--progress", "off"] + more)
    }

    /// The ledger of a process whose clock stands so many days later.
    private static func engine(_ path: String, days: Int64) throws -> Engine {
        try Engine(Ledger.open(at: path), for: .writing) { Engine.systemTime().advanced(bySeconds: days * 86_400) }
    }

    private static func heads(_ path: String) -> [String] { HeadFolder.names(path) }

    /// A ledger without a fixed clock; the first half of the messages is in it.
    private static func halfLedger() throws -> (ledger: TownLedger, rest: [String]) {
        let day = Engine.systemTime().date
        let ledger = try TownLedger(clock: nil)
        let files = ledger.town.manifest.keys.sorted().map { "\(ledger.town.folder)/\($0)" }
        _ = try ledger.submit(Array(files.prefix(60)))
        // Midnight in between would be closed by a head of its own.
        guard Engine.systemTime().date == day else { return try halfLedger() }
        return (ledger, Array(files.dropFirst(60).prefix(60)))
    }

    @Test func `the first message of a later day comes behind a head of the day before`() throws {
        let (ledger, rest) = try Self.halfLedger()
        #expect(Self.heads(ledger.path).isEmpty)
        do {
            let engine = try Self.engine(ledger.path, days: 1)
            var options = SubmitOptions()
            options.batch = 20
            _ = try engine.submit(rest, options) { _ in }
            engine.ledger.close()
        }
        let head = try #require(Self.heads(ledger.path).first)
        #expect(Self.heads(ledger.path).count == 1)
        let result = try Self.audit(ledger.path, "--head", "\(ledger.path)/heads/\(head)")
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        #expect(result.summary["heads"] == 1 && result.summary["exported_heads"] == 2)
        // What was written later than the head is not what it signed.
        var insider = try Insider(ledger.path)
        let place = try #require(insider.blocks.firstIndex { $0.content.kind == .head })
        insider.blocks.remove(at: place)
        try insider.write()
        let without = try Self.audit(ledger.path)
        #expect(without.status == 3)
        #expect(without.output.contains("no signed head closes"), "\(without.output)")
    }

    @Test func `an administrative action of a later day comes behind a head too`() throws {
        let (ledger, _) = try Self.halfLedger()
        let actions: [(Engine) throws -> Void] = [
            { _ = try $0.rotateKeys() },
            { _ = try $0.importTaxpayers(InputFile(name: ledger.town.folder + "/taxpayers.csv")) },
            { _ = try $0.importCertificates(InputFile(name: ledger.town.folder + "/certificates.csv")) },
            { _ = try $0.addRevocationLists([InputFile(name: ledger.town.folder + "/crl.pem")]) },
            { _ = try $0.signHead() },
        ]
        for (days, action) in actions.enumerated() {
            let engine = try Self.engine(ledger.path, days: Int64(days) + 1)
            try action(engine)
            engine.ledger.close()
        }
        let result = try Self.audit(ledger.path)
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        // The action that changed nothing left nothing to close; the last head is the one asked for.
        #expect(Self.heads(ledger.path).count == 5, "\(Self.heads(ledger.path))")
    }

    @Test func `who asks for a head is on record, and one that was removed is written again`() throws {
        let (ledger, _) = try Self.halfLedger()
        for days in 1...2 {
            let engine = try Self.engine(ledger.path, days: Int64(days))
            _ = try engine.signHead()
            engine.ledger.close()
        }
        let history = try Program.run(["history", ledger.path, "--format", "csv"])
        #expect(history.output.split(separator: "\n").count { $0.contains(",head,") } == 2, "\(history.output)")
        let names = Self.heads(ledger.path)
        #expect(names.count == 3)
        let before = try names.map { try Data(contentsOf: URL(filePath: "\(ledger.path)/heads/\($0)")) }
        try FileManager.default.removeItem(atPath: "\(ledger.path)/heads")
        let engine = try Self.engine(ledger.path, days: 3)
        _ = try engine.rotateKeys()
        engine.ledger.close()
        let after = try names.map { try Data(contentsOf: URL(filePath: "\(ledger.path)/heads/\($0)")) }
        #expect(before == after)
        #expect(try Self.audit(ledger.path).status == 0)
    }

    @Test func `a rebuild on a later day is behind a head, and a test ledger's clock is its own`() throws {
        let ledger = try TownLedger()
        _ = try ledger.submit()
        #expect(try Program.run(["rebuild", ledger.path, "--progress", "off"]).status == 0)
        #expect(try Program.run(["keys", "rotate", ledger.path]).status == 0)
        let result = try Self.audit(ledger.path)
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        let (real, _) = try Self.halfLedger()
        let later = Actor("somebody", at: Engine.systemTime().advanced(bySeconds: 2 * 86_400))
        _ = try Ledger.rebuild(
            at: real.path,
            by: later,
            closeDay: { ledger, time throws(LedgerError) in
                do throws(EngineError) { try Engine(ledger, for: .reading).closeDay(before: time) } catch {
                    throw LedgerError(.storage, error.description)
                }
            }
        )
        #expect(Self.heads(real.path).count == 1)
        #expect(try Self.audit(real.path).status == 0)
    }

    @Test func `blocks dropped, heads swapped, changed or signed by others are named`() throws {
        let (ledger, rest) = try Self.halfLedger()
        for days in 1...2 {
            let engine = try Self.engine(ledger.path, days: Int64(days))
            _ = try engine.submit([rest[Int(days)]]) { _ in }
            engine.ledger.close()
        }
        let names = Self.heads(ledger.path)
        try #require(names.count == 2)
        #expect(try Self.audit(ledger.path).status == 0)
        func damaged(_ words: String, _ damage: (String) throws -> Void) throws {
            let path = "\(ledger.folder)/copy"
            try? FileManager.default.removeItem(atPath: path)
            try FileManager.default.copyItem(atPath: ledger.path, toPath: path)
            try damage(path)
            let result = try Self.audit(path)
            #expect(result.status == 3, "\(words)")
            let named = result.outcomes.filter { $0["proof"] as? String == "heads" }
            #expect(named.contains { ($0["what"] as? String)?.contains(words) == true }, "\(words): \(result.output)")
        }
        // The last day was never there, says the new history; its head lies about still.
        try damaged("is missing, or lies behind damage") { path in
            var insider = try Insider(path)
            let head = try #require(insider.blocks.firstIndex { $0.content.kind == .head })
            insider.blocks.removeSubrange(head...)
            try insider.write()
        }
        try damaged("it is the head of") { path in
            let files = names.map { "\(path)/heads/\($0)" }
            try FileManager.default.moveItem(atPath: files[0], toPath: files[0] + "x")
            try FileManager.default.moveItem(atPath: files[1], toPath: files[0])
            try FileManager.default.moveItem(atPath: files[0] + "x", toPath: files[1])
        }
        try damaged("its signature does not hold") { path in
            let file = "\(path)/heads/\(names[0])"
            let text = try String(contentsOfFile: file, encoding: .utf8)
            let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("messages: ") })
            try text.replacing(line, with: "messages: 1").write(toFile: file, atomically: true, encoding: .utf8)
        }
        try damaged("it does not name the block before it") { path in
            var insider = try Insider(path)
            let heads = insider.blocks.indices.filter { insider.blocks[$0].content.kind == .head }
            insider.blocks[heads[1]].content.facts = insider.blocks[heads[0]].content.facts
            try insider.write()
        }
        // Signed again by somebody with a certificate of his own, over whatever stands there now.
        let other = try TownLedger(seed: "another")
        let theirs = try Authorities(Ledger.open(at: other.path, access: .readOnly))
        try damaged("a certificate that is not the authority's") { path in
            try Self.signAgain(path, with: theirs) { _ in }
        }
        let own = try Authorities(Ledger.open(at: ledger.path, access: .readOnly))
        try damaged("its certificate was not valid") { path in
            try Self.signAgain(path, with: own) { $0 = $0.advanced(bySeconds: 100 * 366 * 86_400) }
        }
    }

    /// Writes the last head anew.
    private static func signAgain(
        _ path: String,
        with authorities: Authorities,
        _ change: (inout Timestamp) -> Void
    ) throws {
        var insider = try Insider(path)
        let place = try #require(insider.blocks.lastIndex { $0.content.kind == .head })
        let old = try #require(DayHead(text: String(decoding: insider.blocks[place].content.facts, as: UTF8.self)))
        var time = old.signedAt
        change(&time)
        let signer = try #require(authorities.signers[authorities.current])
        let head = try DayHead(old.facts, at: time, by: signer)
        insider.blocks[place].content.facts = Array(head.text.utf8)
        insider.blocks[place].content.writtenAt = time
        try insider.write()
    }
}
