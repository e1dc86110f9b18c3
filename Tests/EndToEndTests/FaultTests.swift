import Foundation
import Testing

/// What the machine does to a ledger: each fault is told in a sentence with exit status 3, and nothing is acknowledged
/// that does not hold afterwards.
@Suite struct FaultTests {
    @Test(.enabled(if: SmallDisk.isPossible, "a small file system can be mounted by root alone"))
    func `a full disk loses nothing that was acknowledged`() throws {
        let ledger = try TownLedger()
        let disk = try SmallDisk(kilobytes: 2_048)
        try ledger.move(to: disk)
        let failed = try Program.run(["submit", ledger.path, ledger.town.messages, "--json", "--batch", "16"])
        #expect(failed.status == 3)
        #expect(failed.errors.contains("full") || failed.errors.contains("No space"), "\(failed.errors)")
        #expect(failed.errors.contains("run it again") || failed.errors.contains("same command again"))
        let asked = try Program.run(["totals", ledger.path])
        #expect(asked.status == 0, "questions are answered on a full disk: \(asked.errors)")
        try disk.resize(kilobytes: 65_536)
        try ledger.expectKept(failed)
    }

    @Test(.enabled(if: SmallDisk.isPossible, "a file system can be made read-only by root alone"))
    func `a read-only folder answers questions and takes nothing in`() throws {
        let ledger = try TownLedger()
        let code = try #require(try ledger.submit(replies: "r").outcomes.compactMap { $0["code"] as? String }.first)
        let questions = [
            ["totals", ledger.path, "--by", "rate"], ["list", ledger.path], ["lookup", ledger.path, code],
            ["show", ledger.path, code, "--reply"], ["verify", ledger.path, code], ["keys", "list", ledger.path],
        ]
        let before = try questions.map { try Program.run($0).output }
        let disk = try SmallDisk(kilobytes: 65_536)
        try ledger.move(to: disk)
        try disk.makeReadOnly()
        for (question, answer) in zip(questions, before) {
            let moved = question.map { $0 == questions[0][1] ? ledger.path : $0 }
            let result = try Program.run(moved)
            #expect(result.status == 0 && result.output == answer, "\(question): \(result.errors)")
        }
        let submitted = try Program.run(["submit", ledger.path, ledger.town.messages, "--json"])
        #expect(submitted.status == 3 && submitted.objects.isEmpty)
        #expect(submitted.errors.contains("Read-only file system"), "\(submitted.errors)")
    }

    @Test func `without file handles it says so, at any number of them`() throws {
        let ledger = try TownLedger()
        let arguments = ["submit", ledger.path, ledger.town.messages, "--json", "--replies", "\(ledger.folder)/r"]
        for handles in 4..<26 {
            let result = try Program.run(arguments, under: ["/usr/bin/prlimit", "--nofile=\(handles)"])
            #expect(result.status == 3 && result.objects.isEmpty, "\(handles): \(result.status) \(result.errors)")
            #expect(result.errors.contains("open"), "\(handles): \(result.errors)")
            if handles > 4 { #expect(result.errors.contains("ulimit -n"), "\(handles): \(result.errors)") }
        }
        #expect(try Program.run(arguments, under: ["/usr/bin/prlimit", "--nofile=32"]).status == 1)
        for handles in 4..<16 {
            let asked = try Program.run(["totals", ledger.path], under: ["/usr/bin/prlimit", "--nofile=\(handles)"])
            #expect([0, 3].contains(asked.status), "\(handles): \(asked.errors)")
        }
    }

    @Test func `the second process is told who holds the ledger, and since when`() throws {
        let ledger = try TownLedger()
        let holder = Process()
        holder.executableURL = URL(fileURLWithPath: Program.path)
        holder.arguments = ["submit", ledger.path, "-"]
        let (input, errors) = (Pipe(), Pipe())
        holder.standardInput = input
        holder.standardOutput = FileHandle.nullDevice
        holder.standardError = errors
        try holder.run()
        // Its first words come when it has the ledger.
        #expect(!errors.fileHandleForReading.availableData.isEmpty)
        let second = try Program.run(["submit", ledger.path, ledger.town.messages, "--json"])
        #expect(second.status == 3 && second.objects.isEmpty)
        let words = try Regex("held by xacthuc submit since 20[0-9-]+T[0-9:]+, process \(holder.processIdentifier)\\.")
        #expect(second.errors.contains(words), "\(second.errors)")
        #expect(try Program.run(["totals", ledger.path]).status == 0)
        try input.fileHandleForWriting.close()
        holder.waitUntilExit()
        #expect(try ledger.submit().summary["issued"] ?? 0 > 0)
    }

    @Test func `a newer ledger is left alone`() throws {
        let ledger = try TownLedger()
        try ledger.sql("PRAGMA user_version = 99")
        for arguments in [["totals", ledger.path], ["submit", ledger.path, ledger.town.messages]] {
            let result = try Program.run(arguments)
            #expect(result.status == 3 && result.errors.contains("format 99"), "\(result.errors)")
            #expect(result.errors.contains("Install the newer version"))
        }
    }

    @Test(arguments: ["code-00.key", "id.key", "authority-1.pem"])
    func `a key that is missing or another one stops every answer`(name: String) throws {
        let ledger = try TownLedger()
        _ = try ledger.submit([ledger.town.messages])
        let other = try TownLedger(seed: "other")
        let file = "\(ledger.path)/keys/\(name)"
        let good = try Data(contentsOf: URL(fileURLWithPath: file))
        let strange = try Data(contentsOf: URL(fileURLWithPath: "\(other.path)/keys/\(name)"))
        let contents: [Data?] = [nil, Data(), Data("x\n".utf8), good.dropLast(9), strange]
        for content in contents {
            try? FileManager.default.removeItem(atPath: file)
            try content?.write(to: URL(fileURLWithPath: file))
            let result = try Program.run(["submit", ledger.path, ledger.town.messages, "--json"])
            #expect(result.status == 3 && result.objects.isEmpty, "\(content?.count ?? -1): \(result.errors)")
            #expect(result.errors.contains(name) || result.errors.contains("key"), "\(result.errors)")
        }
        try good.write(to: URL(fileURLWithPath: file))
        #expect(try ledger.submit().summary["issued"] == 0)
    }

    @Test func `garbage in the database is never an answer`() throws {
        let ledger = try TownLedger()
        let some = try ledger.submit().outcomes.prefix(8).compactMap { $0["file"] as? String }
        let totals = try ledger.totals("day,rate")
        let database = "\(ledger.path)/ledger.sqlite"
        let good = try Data(contentsOf: URL(fileURLWithPath: database))
        let page = 8_192
        for number in stride(from: 0, to: min(good.count / page, 60), by: 3) {
            var bad = good
            bad.replaceSubrange(number * page..<(number + 1) * page, with: Data(repeating: 0xA5, count: page))
            try bad.write(to: URL(fileURLWithPath: database))
            let asked = try Program.run(["totals", ledger.path, "--by", "day,rate", "--format", "json"])
            #expect(asked.status == 3 || asked.output == totals, "page \(number + 1): \(asked.errors)")
            #expect([0, 3].contains(asked.status), "page \(number + 1): \(asked.status)")
            if number == 0 { #expect(asked.status == 3 && asked.errors.contains("not a"), "\(asked.errors)") }
            let again = try Program.run(["submit", ledger.path, "--json"] + some)
            #expect(
                [0, 1, 3].contains(again.status),
                "page \(number + 1): \(again.status) \(again.errors.suffix(200))"
            )
            #expect(again.outcomes.allSatisfy { $0["status"] as? String != "issued" }, "page \(number + 1)")
        }
    }
}
