import Foundation
import Testing

@Suite struct CommandTests {
    private static let outcomeKeys: Set<String> = [
        "file", "index", "kind", "seller", "form", "symbol", "number", "date", "status", "code", "findings",
        "signatures", "reply", "message_id",
    ]

    @Test func `lines of JSON have exactly the fields of the contract`() throws {
        let ledger = try TownLedger()
        let result = try ledger.submit(replies: "r")
        for outcome in result.outcomes {
            #expect(Set(outcome.keys) == CommandTests.outcomeKeys)
            for finding in try #require(outcome["findings"] as? [[String: Any]]) {
                let keys: Set<String> = ["code", "severity", "path", "message", "message_vi", "expected", "found"]
                #expect(Set(finding.keys) == keys)
            }
            for signature in try #require(outcome["signatures"] as? [[String: Any]]) {
                let keys: Set<String> = ["by", "algorithm", "integrity", "chain", "signing_time", "context"]
                #expect(Set(signature.keys) == keys)
            }
        }
        let counts: Set<String> = [
            "issued", "registered", "duplicate", "rejected", "unreadable", "files", "invoices", "findings",
        ]
        #expect(Set(result.summary.keys) == counts)
    }

    @Test func `the exit status says what happened`() throws {
        let ledger = try TownLedger()
        let outcomes = try ledger.submit().outcomes
        func file(_ status: String) throws -> String {
            try #require(outcomes.first { $0["status"] as? String == status }?["file"] as? String)
        }
        let good = try file("issued")
        let bad = try file("rejected")
        let made = "00" + String(repeating: "A", count: 32)
        let cases: [([String], Int32)] = [
            (["submit", ledger.path, good], 0), (["submit", ledger.path, bad], 1),
            (["submit", ledger.path, "/none"], 3), (["submit", ledger.path, "/none", bad], 3),
            (["submit", "/none", good], 3), (["submit", ledger.path], 2), (["sumbit"], 2),
            (["submit", ledger.path, good, "--workers", "0"], 2), (["check", bad], 1), (["check", "/none"], 3),
            (["totals", ledger.path, "--by", "weather"], 2), (["totals", ledger.path, "--from", "1.1.2026"], 2),
            (["lookup", ledger.path, made], 1), (["lookup", ledger.path, "x"], 2), (["lookup", ledger.path], 2),
            (["verify", ledger.path, made], 1), (["verify", ledger.path, "/none"], 3), (["verify"], 2),
            (["show", ledger.path, made], 1), (["init", ledger.path], 3), (["init", "/tmp/x", "--seed", "1"], 2),
            (["keys", "list", ledger.path], 0), (["keys", "rotate", ledger.path], 0), (["--help"], 0),
            (["policy", "show", ledger.path], 0), (["policy", "set", ledger.path, "/none"], 3),
            (["taxpayers", "import", ledger.path, bad], 2), (["trust", "add", ledger.path, bad], 2),
        ]
        for (arguments, status) in cases {
            let result = try Program.run(arguments)
            #expect(result.status == status, "\(arguments): \(result.errors)")
        }
    }

    @Test func `results that cannot be written are a failure, not a crash`() throws {
        let ledger = try TownLedger()
        let commands = [["check", ledger.town.messages, "--json"], ["totals", ledger.path], ["--help"]]
        for arguments in commands {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: Program.path)
            process.arguments = arguments
            process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full"))
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationReason == .exit && process.terminationStatus == 3, "\(arguments)")
        }
    }

    @Test func `one unreadable path does not lose the others`() throws {
        let ledger = try TownLedger()
        let result = try Program.run(["submit", ledger.path, "/none", ledger.town.messages, "--json"])
        #expect(result.status == 3)
        #expect(result.outcomes.count == ledger.town.manifest.count)
        #expect(result.errors.contains("/none"))
    }

    @Test func `questions need no signing key: it may lie where only submitting can read it`() throws {
        let ledger = try TownLedger()
        let outcome = try #require(
            try ledger.submit(replies: "r").outcomes.first { $0["status"] as? String == "issued" }
        )
        let code = try #require(outcome["code"] as? String)
        let reply = ledger.folder + "/r/" + (try #require(outcome["reply"] as? String))
        try FileManager.default.removeItem(atPath: ledger.path + "/keys/authority-1.pem")
        let shown = try Program.run(["show", ledger.path, code, "--reply"])
        #expect(try Data(shown.output.utf8) == Data(contentsOf: URL(fileURLWithPath: reply)))
        let questions = [
            ["verify", ledger.path, code], ["verify", ledger.path, reply], ["keys", "list", ledger.path],
        ]
        for question in questions {
            #expect(try Program.run(question).status == 0, "\(question)")
        }
        #expect(try Program.run(["submit", ledger.path, reply]).status == 3)
    }

    @Test func `a reply is authentic until a byte of it changes`() throws {
        let ledger = try TownLedger()
        let outcome = try #require(
            try ledger.submit(replies: "r").outcomes.first { $0["status"] as? String == "issued" }
        )
        let code = try #require(outcome["code"] as? String)
        let reply = ledger.folder + "/r/" + (try #require(outcome["reply"] as? String))
        #expect(try Program.run(["verify", ledger.path, code]).status == 0)
        #expect(try Program.run(["verify", ledger.path, code.lowercased()]).status == 0)
        #expect(try Program.run(["verify", ledger.path, reply]).status == 0)
        let shown = try Program.run(["show", ledger.path, code, "--reply"])
        let bytes = try Data(contentsOf: URL(fileURLWithPath: reply))
        #expect(Data(shown.output.utf8) == bytes)
        let original = try Program.run(["show", ledger.path, code]).output
        #expect(try original == String(contentsOfFile: #require(outcome["file"] as? String), encoding: .utf8))
        let text = String(decoding: bytes, as: UTF8.self)
        let number = try #require(outcome["number"] as? String)
        let changes = [
            ("<SHDon>\(number)</SHDon>", "<SHDon>\(number)9</SHDon>"), (code, String(code.reversed())),
            ("<TgTTTBSo>", "<TgTTTBSo>1"),
            // Every signature holds, and something that no one signed stands beside what was.
            ("</MCCQT>", "</MCCQT><MCCQT>00\(String(repeating: "A", count: 32))</MCCQT>"),
            ("</DLHDon>", "</DLHDon><TTKhac><DLHDon/></TTKhac>"),
        ]
        for (old, new) in changes {
            let changed = ledger.folder + "/changed.xml"
            #expect(text.contains(old))
            try text.replacing(old, with: new).write(toFile: changed, atomically: true, encoding: .utf8)
            let result = try Program.run(["verify", ledger.path, changed, "--json"])
            #expect(result.status == 1, "\(new)")
            #expect(result.objects.first?["authentic"] as? Bool == false)
        }
        #expect(try Program.run(["check", reply]).status == 0)
    }

    @Test func `look-up by number gives what look-up by code gives`() throws {
        let ledger = try TownLedger()
        let outcome = try #require(try ledger.submit().outcomes.first { $0["status"] as? String == "issued" })
        func text(_ key: String) throws -> String { try #require(outcome[key] as? String) }
        let byCode = try Program.run(["lookup", ledger.path, text("code"), "--json"])
        let byNumber = try Program.run([
            "lookup", ledger.path, "--seller", text("seller"), "--form", text("form"), "--symbol", text("symbol"),
            "--number", text("number"), "--json",
        ])
        #expect(byCode.status == 0)
        #expect(byCode.output == byNumber.output)
    }

    @Test func `a test ledger says TEST wherever people look`() throws {
        let ledger = try TownLedger()
        let pem = ledger.path + "/authority.pem"
        #expect(FileManager.default.fileExists(atPath: pem))
        for arguments in [["totals", ledger.path], ["list", ledger.path], ["submit", ledger.path, "/none"]] {
            #expect(try Program.run(arguments).errors.contains("TEST"), "\(arguments)")
        }
        #expect(try Program.run(["keys", "list", ledger.path]).output.contains("TEST"))
    }

    @Test func `every command's help has an example`() throws {
        let commands = [
            "init", "taxpayers import", "taxpayers certificates", "trust add", "trust crl", "keys rotate", "keys list",
            "policy show", "policy explain", "policy set", "check", "explain", "submit", "totals", "list", "lookup",
            "show", "verify", "synth",
        ]
        for command in commands {
            let result = try Program.run(command.split(separator: " ").map { String($0) } + ["--help"])
            #expect(result.status == 0, "\(command)")
            #expect(result.output.contains("Example"), "\(command)")
            #expect(result.output.contains("xacthuc \(command)"), "\(command)")
        }
    }

    @Test func `a rule's page is printed by explain and by check, and a code there is not is wrong use`() throws {
        let page = try Program.run(["explain", "cur.code"])
        #expect(page.status == 0)
        #expect(page.output.contains("Decree 254/2026") && page.output.contains("ISO 4217"))
        let checked = try Program.run(["check", "--explain", "cur.code"])
        #expect(checked.status == 0 && checked.output == page.output)
        let unknown = try Program.run(["explain", "cur.codes"])
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("cur.code"))
        #expect(try Program.run(["check"]).status == 2)
        #expect(try Program.run(["explain"]).output.contains("rel.original-exists"))
    }

    @Test func `a policy weighs the next submit`() throws {
        let ledger = try TownLedger()
        let before = try Program.run(["check", ledger.town.messages, "--ledger", ledger.path, "--json"])
        let set = try Program.run(
            ["policy", "set", ledger.path, "-"],
            input: Array(#"{"rules":{"sig.algorithm":"reject"}}"#.utf8)
        )
        #expect(set.status == 0, "\(set.errors)")
        let after = try Program.run(["check", ledger.town.messages, "--ledger", ledger.path, "--json"])
        #expect((after.summary["rejected"] ?? 0) > (before.summary["rejected"] ?? 0))
    }
}
