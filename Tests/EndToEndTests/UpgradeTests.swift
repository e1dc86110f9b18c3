import Foundation
import InvoiceModel
import OpenSSL
import Testing

/// The ledger that the first release wrote, upgraded: it says what that release said.
@Suite struct UpgradeTests {
    /// The fixture in a folder of its own.
    final class Old {
        let folder = NSTemporaryDirectory() + "xacthuc-upgrade-\(UUID().uuidString)"
        var path: String { folder + "/ledger" }

        /// - Parameter format: of the stored ledger.
        init(format: Int = 1) throws {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let fixture = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "InvoiceLedgerTests/Fixtures/format-\(format).tar.gz")
            _ = try Old.run("/usr/bin/env", ["tar", "-xzf", fixture.path, "-C", folder])
        }

        deinit { try? FileManager.default.removeItem(atPath: folder) }

        /// What is said now, without the kind of each invoice, which older versions did not tell: all were coded.
        static func withoutKinds(_ text: String) -> String { text.replacing(#""kind":"coded","#, with: "") }

        func said(_ name: String) throws -> String {
            try String(contentsOfFile: "\(folder)/said/\(name)", encoding: .utf8)
        }

        /// The old messages as files, in the order of their admission.
        func originals() throws -> [String] {
            let names = try said("answers.tsv").split(separator: "\n").map { String($0.prefix(64)) }
            try FileManager.default.createDirectory(atPath: folder + "/o", withIntermediateDirectories: true)
            let sql = """
                SELECT count(writefile('\(folder)/o/' || lower(hex(sha256)), bytes)) FROM original JOIN message
                ON sequence = message
                """
            _ = try Old.run("/usr/bin/sqlite3", [path + "/ledger.sqlite", sql])
            return names.map { "\(folder)/o/\($0)" }
        }

        @discardableResult
        static func run(_ program: String, _ arguments: [String]) throws -> Int32 {
            let process = Process()
            process.executableURL = URL(filePath: program)
            process.arguments = arguments
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            try #require(process.terminationStatus == 0, "\(arguments)")
            return process.terminationStatus
        }
    }

    @Test func `an upgraded ledger says what the old release said, and answers every old message the same`() throws {
        let old = try Old()
        let files = try old.originals()
        for arguments in [["totals", old.path], ["submit", old.path, files[0]], ["keys", "rotate", old.path]] {
            let refused = try Program.run(arguments)
            #expect(refused.status == 3 && refused.errors.contains("xacthuc upgrade"), "\(refused.errors)")
        }
        let upgraded = try Program.run(["upgrade", old.path])
        try #require(upgraded.status == 0, "\(upgraded.errors)")
        #expect(upgraded.errors.contains("ledger.sqlite.format-1"))
        // Its registry and its policy changed between messages: each is judged again as things stood then.
        let audited = try Program.run(["audit", old.path, "--signatures", "--json", "--progress", "off"])
        #expect(audited.status == 0, "\(audited.output)\(audited.errors)")

        for basis in ["issued", "authenticated"] {
            for name in try FileManager.default.contentsOfDirectory(atPath: "\(old.folder)/said/totals/\(basis)") {
                let by = name == "all.json" ? "" : String(name.dropLast(5))
                let arguments = ["totals", old.path, "--by", by, "--basis", basis, "--format", "json"]
                #expect(try Program.run(arguments).output == old.said("totals/\(basis)/\(name)"), "\(basis) \(by)")
            }
        }
        let list = try Program.run(["list", old.path, "--format", "json"]).output
        #expect(Old.withoutKinds(list) == (try old.said("list.json")))
        #expect(try Program.run(["keys", "list", old.path, "--format", "json"]).output == old.said("keys.json"))
        let lookups = try old.said("lookups.ndjson").split(separator: "\n")
        let shown = try old.said("shown.tsv").split(separator: "\n").map { $0.split(separator: "\t") }
        for (lookup, columns) in zip(lookups, shown).prefix(12) {
            let code = String(columns[0])
            let found = try Program.run(["lookup", old.path, code, "--json"]).output
            #expect(Old.withoutKinds(found) == lookup + "\n")
            for (arguments, digest) in [([], columns[1]), (["--reply"], columns[2])] {
                let output = try Program.run(["show", old.path, code] + arguments).output
                #expect(Hex.lowercase(SHA256.hash(Array(output.utf8))) == digest, "\(code) \(arguments)")
            }
        }

        let replies = old.folder + "/r"
        let again = try Program.run(["submit", old.path, "--json", "--replies", replies] + files)
        let answers = try old.said("answers.tsv").split(separator: "\n").map {
            $0.split(separator: "\t").map(String.init)
        }
        #expect(again.outcomes.count == answers.count)
        for (outcome, answer) in zip(again.outcomes, answers) {
            #expect(outcome["status"] as? String == answer[1])
            #expect(outcome["code"] as? String ?? "-" == answer[2])
            let reply = try #require(outcome["reply"] as? String)
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(replies)/\(reply)")))
            #expect(Hex.lowercase(SHA256.hash(bytes)) == answer[4], "\(reply)")
        }
        #expect(try Program.run(["history", old.path]).output.contains("upgraded"))
    }

    @Test func `an upgrade that was cut off is run again, one that is done is not`() throws {
        let old = try Old()
        // What a killed one leaves: an archive that belongs to nothing, a half made store, a second name.
        try FileManager.default.createDirectory(atPath: old.path + "/archive", withIntermediateDirectories: true)
        for name in ["archive/0000000001.seg", "archive/0000000002.seg", "ledger.sqlite.upgrading"] {
            try Data("half".utf8).write(to: URL(filePath: "\(old.path)/\(name)"))
        }
        let (database, former) = (old.path + "/ledger.sqlite", old.path + "/ledger.sqlite.format-1")
        try FileManager.default.linkItem(atPath: database, toPath: former)
        let before = try Data(contentsOf: URL(filePath: database))
        let first = try Program.run(["upgrade", old.path])
        #expect(first.status == 0, "\(first.errors)")
        #expect(try Data(contentsOf: URL(filePath: former)).count == before.count)
        let second = try Program.run(["upgrade", old.path])
        #expect([2, 3].contains(second.status) && second.errors.contains("format 5"), "\(second.errors)")
        let list = try Program.run(["list", old.path, "--format", "json"]).output
        #expect(Old.withoutKinds(list) == (try old.said("list.json")))
    }

    @Test func `an empty log that could not be removed is no hindrance, somebody who reads is`() throws {
        let old = try Old()
        let database = old.path + "/ledger.sqlite"
        try Old.run("/usr/bin/sqlite3", [database, "PRAGMA journal_mode = WAL"])
        let reader = Process()
        let (input, output) = (Pipe(), Pipe())
        reader.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
        reader.arguments = [database]
        reader.standardInput = input
        reader.standardOutput = output
        try reader.run()
        try input.fileHandleForWriting.write(contentsOf: Data("BEGIN; SELECT count(*) FROM message;\n".utf8))
        // It has answered, so it reads.
        #expect(output.fileHandleForReading.availableData.count > 0)
        let waiting = try Program.run(["upgrade", old.path])
        #expect(waiting.status == 3 && !FileManager.default.fileExists(atPath: database + ".format-1"))
        try input.fileHandleForWriting.close()
        reader.waitUntilExit()

        // What an unlink that failed leaves.
        try Old.run("/usr/bin/sqlite3", [database, "PRAGMA journal_mode = DELETE"])
        try Data().write(to: URL(filePath: database + "-wal"))
        let upgraded = try Program.run(["upgrade", old.path])
        #expect(upgraded.status == 0, "\(upgraded.errors)")
        let list = try Program.run(["list", old.path, "--format", "json"]).output
        #expect(Old.withoutKinds(list) == (try old.said("list.json")))
    }

    @Test func `a damaged old ledger is not upgraded and stays as it was`() throws {
        for sql in [
            "UPDATE original SET bytes = CAST(bytes || 'x' AS BLOB) WHERE message = 5",
            "DELETE FROM message WHERE sequence = 9",
            "UPDATE total_day SET net_low = net_low + 1", "DELETE FROM invoice_rate",
        ] {
            let old = try Old()
            try Old.run("/usr/bin/sqlite3", [old.path + "/ledger.sqlite", sql])
            let result = try Program.run(["upgrade", old.path])
            #expect(result.status == 3, "\(sql): \(result.errors)")
            #expect(!FileManager.default.fileExists(atPath: old.path + "/ledger.sqlite.format-1"))
            try Old.run("/usr/bin/sqlite3", [old.path + "/ledger.sqlite", "PRAGMA user_version"])
        }
    }

    @Test func `an upgraded ledger passes its audit, is rebuilt, and goes on`() throws {
        let old = try Old()
        try #require(try Program.run(["upgrade", old.path]).status == 0)
        func expectClean(_ what: String) throws {
            let result = try Program.run(["audit", old.path, "--signatures", "--json", "--progress", "off"])
            #expect(result.status == 0, "\(what): \(result.output)\(result.errors)")
            #expect(result.summary["judged_by_other_rules"] == 212)
        }
        try expectClean("upgraded")
        let list = try Program.run(["list", old.path, "--format", "json"]).output
        let rebuilt = try Program.run(["rebuild", old.path, "--progress", "off"])
        #expect(rebuilt.status == 0, "\(rebuilt.errors)")
        try expectClean("rebuilt")
        #expect(try Program.run(["list", old.path, "--format", "json"]).output == list)
        let town = try Town.shared.get()
        let submitted = try Program.run(["submit", old.path, town.messages, "--json", "--progress", "off"])
        #expect(submitted.status < 2, "\(submitted.errors)")
        #expect(try Program.run(["head", old.path]).status == 0)
        try expectClean("submitted to")
    }

    @Test func `what a killed upgrade leaves at any step is no hindrance`() throws {
        let done = try Old()
        try #require(try Program.run(["upgrade", done.path]).status == 0)
        let segment = try Data(contentsOf: URL(filePath: done.path + "/archive/0000000001.seg"))
        let store = try Data(contentsOf: URL(filePath: done.path + "/ledger.sqlite"))
        let list = try Program.run(["list", done.path, "--format", "json"]).output
        // Bytes of the archive, bytes of the new store, whether the old one has its second name.
        let steps: [(archive: Int?, store: Int?, isLinked: Bool)] = [
            (nil, nil, false), (0, nil, false), (63, nil, false), (64, nil, false), (segment.count / 2, nil, false),
            (segment.count - 1, nil, false), (segment.count, nil, false), (segment.count, 0, false),
            (segment.count, store.count / 2, false), (segment.count, store.count, false),
            (segment.count, store.count, true),
        ]
        for step in steps {
            let old = try Old()
            if let count = step.archive {
                try FileManager.default.createDirectory(
                    atPath: old.path + "/archive",
                    withIntermediateDirectories: true
                )
                try segment.prefix(count).write(to: URL(filePath: old.path + "/archive/0000000001.seg"))
            }
            if let count = step.store {
                try store.prefix(count).write(to: URL(filePath: old.path + "/ledger.sqlite.upgrading"))
            }
            let database = old.path + "/ledger.sqlite"
            if step.isLinked { try FileManager.default.linkItem(atPath: database, toPath: database + ".format-1") }
            // Until the last rename it is the old ledger still.
            let before = try Program.run(["audit", old.path])
            #expect(before.status == 3 && before.errors.contains("xacthuc upgrade"), "\(step): \(before.errors)")
            let result = try Program.run(["upgrade", old.path])
            #expect(result.status == 0, "\(step): \(result.errors)")
            let audit = try Program.run(["audit", old.path, "--progress", "off"])
            #expect(audit.status == 0, "\(step): \(audit.output)")
            #expect(try Program.run(["list", old.path, "--format", "json"]).output == list)
            let left = try FileManager.default.contentsOfDirectory(atPath: old.path).filter { $0.contains("upgrading") }
            #expect(left.isEmpty, "\(left)")
        }
    }

    /// What each stored ledger holds: messages, accepted invoices, replies that were kept, grouping of its totals.
    static let stores: [(format: Int, counts: String, replies: Int, by: String)] = [
        (2, "35 messages, 24 invoices", 36, "taxpayer,form,rate"),
        (3, "36 messages, 32 invoices", 37, "taxpayer,kind,form,rate"),
        (4, "37 messages, 32 invoices", 37, "taxpayer,kind,form,rate"),
    ]

    @Test(arguments: stores)
    func `a ledger of format 2, 3 or 4 is upgraded from its archive and answers as before`(
        format: Int,
        counts: String,
        count: Int,
        by: String
    ) throws {
        let old = try Old(format: format)
        func asBefore(_ text: String) -> String { format == 2 ? Old.withoutKinds(text) : text }
        let refused = try Program.run(["totals", old.path])
        #expect(refused.status == 3 && refused.errors.contains("xacthuc upgrade"), "\(refused.errors)")
        let upgraded = try Program.run(["upgrade", old.path])
        try #require(upgraded.status == 0, "\(upgraded.errors)")
        #expect(upgraded.errors.contains(counts), "\(upgraded.errors)")
        let list = try Program.run(["list", old.path, "--format", "json"]).output
        #expect(asBefore(list) == (try old.said("list.json")))
        let totals = ["totals", old.path, "--by", by, "--format", "json"]
        #expect(try Program.run(totals).output == old.said("totals.json"))
        let code = try #require(
            try JSONSerialization.jsonObject(with: Data(old.said("list.json").utf8)) as? [[String: Any]]
        )
        let first = try #require(code.compactMap { $0["code"] as? String }.first)
        let found = try Program.run(["lookup", old.path, first, "--json"]).output
        #expect(asBefore(found) == (try old.said("lookup.json")))
        let again = try Program.run(
            [
                "submit", old.path, old.folder + "/messages", "--json", "--progress", "off", "--replies",
                old.folder + "/r",
            ]
        )
        #expect(again.summary["issued"] == 0 && again.summary["registered", default: 0] == 0)
        let replies = try FileManager.default.contentsOfDirectory(atPath: old.folder + "/said/replies")
        #expect(replies.count == count)
        for name in replies {
            let before = try Data(contentsOf: URL(filePath: "\(old.folder)/said/replies/\(name)"))
            #expect(try Data(contentsOf: URL(filePath: "\(old.folder)/r/\(name)")) == before, "\(name)")
        }
        let audit = try Program.run(["audit", old.path, "--json"])
        #expect(audit.status == 0, "\(audit.output)")
        let second = try Program.run(["upgrade", old.path])
        #expect([2, 3].contains(second.status), "\(second.errors)")
    }
}
