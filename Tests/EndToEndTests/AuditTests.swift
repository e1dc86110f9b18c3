import Foundation
import Testing

@Suite struct AuditTests {
    /// A submitted ledger and a head of it, for tests that copy it.
    private static let submitted = Result {
        let ledger = try TownLedger()
        _ = try ledger.submit()
        let head = try Program.run(["head", ledger.path, "--output", ledger.folder + "/town.head"])
        try #require(head.status == 0, "\(head.errors)")
        return ledger
    }

    private static func audit(_ path: String, _ more: String...) throws -> Program.Result {
        try Program.run(["audit", path, "--json", "--progress", "off"] + more)
    }

    private static func copy() throws -> (ledger: TownLedger, path: String) {
        let ledger = try submitted.get()
        let path = "\(ledger.folder)/copy-\(UUID().uuidString)"
        try FileManager.default.copyItem(atPath: ledger.path, toPath: path)
        return (ledger, path)
    }

    @Test func `A clean ledger is clean, with and without signatures, and against its own head`() throws {
        let ledger = try Self.submitted.get()
        let plain = try Self.audit(ledger.path)
        #expect(plain.status == 0, "\(plain.output)\(plain.errors)")
        let whole = try Self.audit(ledger.path, "--signatures", "--head", ledger.folder + "/town.head")
        #expect(whole.status == 0, "\(whole.output)\(whole.errors)")
        #expect((whole.summary["messages"] ?? 0) > 200)
        #expect(whole.summary["judged"] == whole.summary["messages"])
        // The one given, and the same in its own folder.
        #expect(whole.summary["exported_heads"] == 2)
    }

    /// What somebody does to the store, and what the audit must name.
    private static let storeDamage: [(sql: String, table: String, transaction: Int?)] = [
        ("UPDATE invoice SET net_units = net_units + 1 WHERE transaction_number = 17", "invoice", 17),
        ("UPDATE invoice SET tag = tag + 1 WHERE transaction_number = 18", "invoice", 18),
        ("UPDATE invoice SET replaced_by = 3 WHERE transaction_number = 19", "invoice", 19),
        ("DELETE FROM number WHERE transaction_number = 5", "number", 5),
        ("UPDATE number SET transaction_number = 6 WHERE transaction_number = 7", "number", 7),
        ("DELETE FROM message WHERE sequence = 9", "message", nil),
        ("UPDATE message SET status = 2 WHERE sequence = 10", "message", nil),
        ("UPDATE total_day SET net_low = net_low + 1 WHERE basis = 2", "total_day", nil),
        ("UPDATE total_month SET invoices = invoices + 1 WHERE basis = 2", "total_month", nil),
        ("UPDATE taxpayer SET office = '10101'", "taxpayer", nil),
        ("UPDATE change SET actor = 'somebody' WHERE sequence = 4", "change", nil),
        ("DELETE FROM trust_anchor WHERE change = (SELECT min(change) FROM trust_anchor)", "trust_anchor", nil),
        ("INSERT INTO series VALUES (9999, 1, 1, 'K26TAA')", "series", nil),
        ("UPDATE notice_counter SET last = last + 1", "notice_counter", nil),
        ("CREATE TABLE hidden (a INTEGER)", "hidden", nil),
    ]

    @Test(arguments: storeDamage.indices)
    func `What was changed in the store is named by table and transaction`(place: Int) throws {
        let damage = Self.storeDamage[place]
        let (_, path) = try Self.copy()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
        process.arguments = [path + "/ledger.sqlite", damage.sql]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        let result = try Self.audit(path)
        #expect(result.status == 3)
        let named = result.outcomes.filter { ($0["what"] as? String)?.contains("table \(damage.table)") == true }
        #expect(!named.isEmpty, "\(result.output)\(result.errors)")
        #expect(result.outcomes.allSatisfy { $0["proof"] as? String == "agreement" }, "\(result.output)")
        if let transaction = damage.transaction {
            #expect(named.contains { $0["transaction"] as? Int == transaction && $0["block"] is Int })
        }
    }

    @Test func `Where the policy does not ask for signatures, replies may hold broken ones`() throws {
        let ledger = try TownLedger()
        let lenient = ledger.folder + "/lenient.json"
        try #"{"rules": {"sig.digest-and-value": "off"}}"#.write(toFile: lenient, atomically: false, encoding: .utf8)
        let set = try Program.run(["policy", "set", ledger.path, lenient])
        try #require(set.status == 0, "\(set.errors)")
        let issued = try ledger.submit().summary["issued"] ?? 0
        let strict = ledger.town.manifest.values.count { $0.status == "issued" }
        #expect(issued > strict, "some signature must be broken for this test to say anything")
        let audit = try Self.audit(ledger.path, "--signatures")
        #expect(audit.status == 0, "\(audit.output)\(audit.errors)")
    }

    @Test func `Bytes changed anywhere in archive or database are named, and nothing crashes`() throws {
        var state: UInt64 = 20_261_121
        func random(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for round in 0..<24 {
            let (_, path) = try Self.copy()
            defer { try? FileManager.default.removeItem(atPath: path) }
            let name = round % 2 == 0 ? "archive/0000000001.seg" : "ledger.sqlite"
            let url = URL(fileURLWithPath: "\(path)/\(name)")
            var bytes = try Data(contentsOf: url)
            // Free space of a page means nothing: a run of bytes is changed, so that something is hit.
            let start = random(below: bytes.count - 64)
            let length = round % 2 == 0 ? 1 : 64
            for index in start..<start + length { bytes[index] ^= UInt8(1 + random(below: 255)) }
            try bytes.write(to: url)
            let result = try Self.audit(path)
            #expect(result.status == 3 || (round % 2 == 1 && result.status == 0), "\(name) at \(start)")
            #expect(!result.errors.contains("Fatal"), "\(name) at \(start): \(result.errors)")
            if name.hasPrefix("archive"), result.status == 3, !result.outcomes.isEmpty {
                #expect(result.outcomes.contains { $0["proof"] as? String == "archive" && $0["segment"] is Int })
            }
        }
    }

    @Test func `An insider's new history passes the chain, but not against an exported head`() throws {
        let insider = try TownLedger()
        let honest = insider.path + "-honest"
        try FileManager.default.copyItem(atPath: insider.path, toPath: honest)
        // The same keys, the same first blocks; one accepted message was never there.
        let messages = insider.folder + "/messages"
        try FileManager.default.copyItem(atPath: insider.town.messages, toPath: messages)
        let accepted = try #require(insider.town.manifest.values.first { $0.status == "issued" })
        try FileManager.default.removeItem(atPath: "\(insider.folder)/\(accepted.file)")
        _ = try insider.submit([messages])
        let submitted = try Program.run(["submit", honest, insider.town.messages, "--json", "--progress", "off"])
        try #require(submitted.status < 2)
        let head = insider.folder + "/honest.head"
        try #require(try Program.run(["head", honest, "--output", head]).status == 0)
        #expect(try Self.audit(honest, "--head", head).status == 0)
        #expect(try Self.audit(insider.path).status == 0)
        let caught = try Self.audit(insider.path, "--head", head)
        #expect(caught.status == 3)
        #expect(caught.outcomes.allSatisfy { $0["proof"] as? String == "heads" })
        #expect(!caught.outcomes.isEmpty)
    }

    @Test func `The store made again from the archive is clean, and the rebuild is on record`() throws {
        let (ledger, path) = try Self.copy()
        defer { try? FileManager.default.removeItem(atPath: path) }
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: path + "/ledger.sqlite" + suffix)
        }
        let rebuilt = try Program.run(["rebuild", path, "--progress", "off"])
        #expect(rebuilt.status == 0, "\(rebuilt.errors)")
        let result = try Self.audit(path, "--head", ledger.folder + "/town.head")
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        let history = try Program.run(["history", path, "--format", "csv"])
        #expect(history.output.contains(",rebuilt,"))
        // It was recorded at the ledger's own time: its fixed clock did not go back.
        let again = try Program.run(["submit", path, ledger.town.messages, "--json", "--progress", "off"])
        #expect(again.status < 2 && again.summary["issued"] == 0, "\(again.errors)")
    }

    @Test func `An audit beside a submitting process sees one state`() throws {
        let ledger = try TownLedger()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = ["submit", ledger.path, ledger.town.messages, "--batch", "4", "--progress", "off"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        var audits = 0
        repeat {
            let result = try Self.audit(ledger.path)
            #expect(result.status == 0, "\(result.output)\(result.errors)")
            audits += 1
        } while process.isRunning
        process.waitUntilExit()
        #expect(audits > 0)
        #expect(try Self.audit(ledger.path).status == 0)
    }
}
