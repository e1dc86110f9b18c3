import Foundation
import Testing

/// Copies of a ledger that another process writes to, or that stands still.
@Suite struct BackupTests {
    private static func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    private static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// How many messages the copy says it holds.
    private static func messages(_ result: Program.Result) throws -> Int {
        let line = try #require(result.errors.split(separator: "\n").first { $0.contains(" messages, ") })
        return try #require(Int(line.prefix { $0 != " " }.filter { $0 != "," }))
    }

    /// How many outcomes the first messages had: the same bytes again are told of, but are no message more.
    private static func outcomes(of messages: Int, _ all: Program.Result) throws -> Int {
        var seen: Set<Data> = []
        for (place, outcome) in all.outcomes.enumerated() {
            let file = try #require(outcome["file"] as? String)
            let isNew = seen.insert(try Data(contentsOf: URL(fileURLWithPath: file))).inserted
            if isNew, seen.count > messages { return place }
        }
        return all.outcomes.count
    }

    /// A copy holds exactly the first messages of a run, and goes on from there as the ledger did.
    private static func expectPrefix(_ count: Int, in copy: String, of ledger: TownLedger, _ all: Program.Result) throws
    {
        let audit = try Program.run(["audit", copy, "--signatures", "--json", "--progress", "off"])
        #expect(audit.status == 0, "\(audit.output)\(audit.errors)")
        #expect(audit.summary["messages"] == count)
        let prefix = all.outcomes.prefix(try outcomes(of: count, all))
        let listed = try Program.run(["list", copy, "--format", "csv"])
        #expect(listed.status == 0, "\(listed.errors)")
        let issued = prefix.filter { $0["status"] as? String == "issued" }.compactMap { $0["code"] as? String }
        #expect(listed.output.split(separator: "\n").count == issued.count + 1)
        #expect(issued.allSatisfy { listed.output.contains($0) })
        let again = try Program.run(
            ["submit", copy, ledger.town.messages, "--replies", copy + "-replies", "--json", "--progress", "off"]
        )
        #expect(again.status == 1, "\(again.errors)")
        #expect(again.outcomes.map { $0["code"] as? String } == all.outcomes.map { $0["code"] as? String })
        let fresh = all.outcomes.dropFirst(prefix.count).filter { $0["status"] as? String == "issued" }
        #expect(again.summary["issued"] == fresh.count)
        for outcome in prefix {
            let name = try #require(outcome["reply"] as? String)
            #expect(
                try Data(contentsOf: URL(fileURLWithPath: "\(copy)-replies/\(name)"))
                    == Data(contentsOf: URL(fileURLWithPath: "\(ledger.folder)/r/\(name)")),
                "\(name)"
            )
        }
    }

    @Test func `a copy taken in the middle of a submit holds a prefix and goes on from it`() throws {
        let ledger = try TownLedger()
        let submit = Process()
        submit.executableURL = URL(fileURLWithPath: Program.path)
        submit.arguments = [
            "submit", ledger.path, ledger.town.messages, "--replies", ledger.folder + "/r", "--batch", "10", "--json",
            "--progress", "off",
        ]
        // A pipe of one page that nobody empties holds the process in the middle of its run.
        let pipe = Pipe()
        let setPipeSize: Int32 = 1_031
        #expect(fcntl(pipe.fileHandleForWriting.fileDescriptor, setPipeSize, 4_096) > 0)
        submit.standardOutput = pipe
        submit.standardError = FileHandle.nullDevice
        try submit.run()
        var output = try #require(try pipe.fileHandleForReading.read(upToCount: 1))
        let copied = try Program.run(["backup", ledger.path, ledger.folder + "/copy"])
        #expect(submit.isRunning)
        output += try pipe.fileHandleForReading.readToEnd() ?? Data()
        submit.waitUntilExit()
        #expect(copied.status == 0, "\(copied.errors)")
        #expect(copied.errors.contains("Next: xacthuc audit \(ledger.folder)/copy"))
        let all = Program.Result(
            status: submit.terminationStatus,
            output: String(decoding: output, as: UTF8.self),
            errors: ""
        )
        #expect(all.outcomes.count == ledger.town.manifest.count)
        let count = try Self.messages(copied)
        #expect(count >= 10 && count < all.outcomes.count)
        try Self.expectPrefix(count, in: ledger.folder + "/copy", of: ledger, all)
    }

    @Test func `copies taken while a submit runs freely hold a prefix each`() throws {
        let ledger = try TownLedger()
        let submit = Process()
        submit.executableURL = URL(fileURLWithPath: Program.path)
        submit.arguments = [
            "submit", ledger.path, ledger.town.messages, "--replies", ledger.folder + "/r", "--batch", "3", "--json",
            "--progress", "off",
        ]
        let file = ledger.folder + "/out"
        try Data().write(to: URL(fileURLWithPath: file))
        submit.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
        submit.standardError = FileHandle.nullDevice
        try submit.run()
        var counts: [Int] = []
        repeat {
            let copied = try Program.run(["backup", ledger.path, "\(ledger.folder)/copy-\(counts.count)"])
            try #require(copied.status == 0, "\(copied.errors)")
            counts.append(try Self.messages(copied))
        } while submit.isRunning
        submit.waitUntilExit()
        #expect(counts == counts.sorted())
        let all = Program.Result(
            status: submit.terminationStatus,
            output: try String(contentsOfFile: file, encoding: .utf8),
            errors: ""
        )
        // The first and two in between are enough: each is submitted to once more.
        for index in Set([0, counts.count / 3, counts.count / 2]) {
            try Self.expectPrefix(counts[index], in: "\(ledger.folder)/copy-\(index)", of: ledger, all)
        }
    }

    @Test func `secrets stay the owner's, and can be left out`() throws {
        let ledger = try TownLedger()
        _ = try ledger.submit()
        let (with, without) = (ledger.folder + "/with", ledger.folder + "/without")
        #expect(try Program.run(["backup", ledger.path, with]).status == 0)
        #expect(try Self.mode(with + "/keys") == 0o700)
        let keys = try FileManager.default.contentsOfDirectory(atPath: with + "/keys").sorted()
        #expect(try keys == FileManager.default.contentsOfDirectory(atPath: ledger.path + "/keys").sorted())
        for key in keys {
            #expect(try Self.mode("\(with)/keys/\(key)") == 0o600)
            #expect(
                FileManager.default.contentsEqual(atPath: "\(with)/keys/\(key)", andPath: "\(ledger.path)/keys/\(key)")
            )
        }
        let result = try Program.run(["backup", ledger.path, without, "--without-keys"])
        #expect(result.status == 0)
        #expect(result.errors.contains("\(without)/keys"))
        #expect(!Self.exists(without + "/keys"))
        #expect(try Program.run(["list", without]).status == 3)
        try FileManager.default.copyItem(atPath: ledger.path + "/keys", toPath: without + "/keys")
        for copy in [with, without] {
            for groups in ["day,office,form,rate", "taxpayer"] {
                let totals = try Program.run(["totals", copy, "--by", groups, "--format", "json"])
                #expect(try totals.output == ledger.totals(groups))
            }
        }
    }

    @Test func `what stands at the destination is never touched`() throws {
        let ledger = try TownLedger()
        let taken = ledger.folder + "/taken"
        try FileManager.default.createDirectory(atPath: taken, withIntermediateDirectories: true)
        for destination in [taken, taken + "/", ledger.path, ledger.town.folder + "/taxpayers.csv"] {
            let result = try Program.run(["backup", ledger.path, destination])
            #expect(result.status == 3)
            #expect(result.errors.contains("exists already"), "\(result.errors)")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: taken).isEmpty)
        #expect(try Program.run(["backup", ledger.path, ledger.folder + "/no/copy"]).status == 3)
        #expect(try Program.run(["backup", ledger.folder + "/no", ledger.folder + "/copy"]).status == 3)
        #expect(try FileManager.default.contentsOfDirectory(atPath: ledger.folder).sorted() == ["ledger", "taken"])
    }

    @Test func `a copy that fails leaves nothing, one that is killed leaves no ledger`() throws {
        let ledger = try TownLedger()
        _ = try ledger.submit()
        let authority = ledger.path + "/authority.pem"
        try FileManager.default.moveItem(atPath: authority, toPath: ledger.folder + "/aside")
        let failed = try Program.run(["backup", ledger.path, ledger.folder + "/copy"])
        #expect(failed.status == 3)
        #expect(failed.errors.contains("authority.pem"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: ledger.folder).sorted() == ["aside", "ledger"])
        try FileManager.default.moveItem(atPath: ledger.folder + "/aside", toPath: authority)
        for round in 0..<6 {
            let copy = "\(ledger.folder)/copy-\(round)"
            let backup = Process()
            backup.executableURL = URL(fileURLWithPath: Program.path)
            backup.arguments = ["backup", ledger.path, copy]
            backup.standardError = FileHandle.nullDevice
            try backup.run()
            let partial = "\(copy).partial-\(backup.processIdentifier)"
            let marks = ["", "/ledger.partial", "/keys", "/authority.pem", "/ledger.sqlite", "/nothing"]
            while backup.isRunning, !Self.exists(partial + marks[round]) {}
            kill(backup.processIdentifier, SIGKILL)
            backup.waitUntilExit()
            // The name comes last: either all of it is there, or nothing by that name.
            let listed = try Program.run(["list", copy, "--format", "csv"])
            #expect(listed.status == (Self.exists(copy) ? 0 : 3))
            #expect(
                try listed.status == 3 || listed.output == Program.run(["list", ledger.path, "--format", "csv"]).output
            )
        }
    }
}
