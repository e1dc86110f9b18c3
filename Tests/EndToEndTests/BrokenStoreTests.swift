import Foundation
import Testing

/// An audit where the store itself cannot be opened: the archive is proved all the same.
@Suite struct BrokenStoreTests {
    private static let submitted = Result {
        let ledger = try TownLedger()
        _ = try ledger.submit()
        return ledger
    }

    /// What somebody does to the files, what is found, and whether a rebuild mends it.
    private static let damage: [(script: String, proof: String, words: String, isMended: Bool)] = [
        ("rm ledger.sqlite*", "database", "there is no ledger.sqlite", true),
        ("rm ledger.sqlite*; head -c 40000 /dev/urandom > ledger.sqlite", "database", "cannot be read", true),
        ("rm ledger.sqlite-*; truncate -s 8192 ledger.sqlite", "database", "malformed", true),
        ("sqlite3 ledger.sqlite 'DROP TABLE archive_end'", "database", "committed end", true),
        ("sqlite3 ledger.sqlite 'DELETE FROM archive_end'", "database", "committed end", true),
        ("sqlite3 ledger.sqlite 'DELETE FROM setting'", "agreement", "table setting", true),
        ("sqlite3 ledger.sqlite 'DELETE FROM code_key'", "agreement", "table code_key", true),
        (
            "sqlite3 ledger.sqlite 'CREATE TRIGGER t AFTER INSERT ON invoice BEGIN DELETE FROM number; END'",
            "agreement", "a trigger t", true
        ),
        ("sqlite3 ledger.sqlite 'CREATE VIEW v AS SELECT 1'", "agreement", "a view v", true),
        ("sqlite3 ledger.sqlite 'CREATE TABLE sqlitexhidden (a INTEGER)'", "agreement", "sqlitexhidden", true),
        ("echo 00 > keys/code-00.key", "codes", "code key 0", false),
        (
            "printf '%064d\\n' 7 > keys/code-00.key", "codes", "holds another key", false
        ),
        ("printf '%064d\\n' 7 > keys/id.key", "archive", "reply's id", false),
        ("rm keys/id.key", "codes", "ids in replies", false),
        ("rm archive/0000000001.seg", "archive", "before its committed end", false),
    ]

    @Test(arguments: damage.indices)
    func `what cannot be opened is audited, and rebuilt where the archive holds`(place: Int) throws {
        let damage = Self.damage[place]
        let ledger = try Self.submitted.get()
        let path = "\(ledger.folder)/broken-\(UUID().uuidString)"
        try FileManager.default.copyItem(atPath: ledger.path, toPath: path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "set -e; cd '\(path)'; \(damage.script)"]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        let result = try Program.run(["audit", path, "--json", "--progress", "off"])
        #expect(result.status == 3)
        let named = result.outcomes.filter { $0["proof"] as? String == damage.proof }
        #expect(
            named.contains { ($0["what"] as? String)?.contains(damage.words) == true },
            "\(result.output)\(result.errors)"
        )
        guard damage.isMended else { return }
        // The archive holds, and says so: the same messages as of the ledger that is well.
        #expect(result.outcomes.allSatisfy { ["database", "agreement"].contains($0["proof"] as? String) })
        let well = try Program.run(["audit", ledger.path, "--json", "--progress", "off"])
        #expect(result.summary["messages"] == well.summary["messages"])
        let rebuilt = try Program.run(["rebuild", path, "--progress", "off"])
        #expect(rebuilt.status == 0, "\(rebuilt.errors)")
        let again = try Program.run(["audit", path, "--progress", "off"])
        #expect(again.status == 0, "\(again.output)\(again.errors)")
    }

    @Test func `messages are judged as things stood before the next action, not after it`() throws {
        let ledger = try TownLedger()
        _ = try ledger.submit()
        let policy = ledger.folder + "/policy.json"
        let text = try Program.run(["policy", "show", ledger.path]).output
        // Others may never refuse, whatever the policy says.
        let lines = text.split(separator: "\n").map { line in
            let isFree = line.contains("\"sum.") || line.contains("\"line.")
            return isFree ? line.replacing("\"warn\"", with: "\"reject\"") : line
        }
        try lines.joined(separator: "\n").write(toFile: policy, atomically: true, encoding: .utf8)
        let set = try Program.run(["policy", "set", ledger.path, policy])
        try #require(set.status == 0, "\(set.errors)")
        let result = try Program.run(["audit", ledger.path, "--signatures", "--progress", "off"])
        #expect(result.status == 0, "\(result.output)\(result.errors)")
    }
}
