import Foundation
import Testing

@Suite struct HistoryTests {
    @Test func `The audit trail names every action with when, who and what`() throws {
        let ledger = try TownLedger()
        _ = try Program.run(["keys", "rotate", ledger.path])
        let result = try Program.run(["history", ledger.path, "--format", "csv"])
        #expect(result.status == 0, "\(result.errors)")
        let rows = result.output.split(separator: "\n").map(String.init)
        #expect(rows.first == "number,at,after_message,who,kind,what")
        let kinds = rows.dropFirst().map { $0.split(separator: ",").map(String.init) }
        #expect(kinds.map { $0[0] } == (1...kinds.count).map(String.init))
        #expect(kinds.allSatisfy { $0[1] == "2026-11-20T12:00:00" })
        #expect(kinds.prefix(3).map { $0[4] } == ["created", "codeKey", "authority"])
        #expect(kinds.map { $0[4] }.contains("taxpayers"))
        #expect(kinds.last?[4] == "codeKey")
        #expect(rows.contains { $0.contains("a TEST ledger") })
        #expect(rows.last?.contains("generation 01") == true)
        #expect(rows.contains { $0.contains("certificates of ") })
        #expect(rows.contains { $0.contains("TEST - CỤC THUẾ") })
    }

    @Test func `The actor is the system's user, whatever the environment says`() throws {
        let folder = NSTemporaryDirectory() + "xacthuc-actor-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "LOGNAME=somebody", "USER=somebody", "USERNAME=somebody", "SUDO_USER=mai\n\u{1B}[2J", Program.path, "init",
            folder, "--test",
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let result = try Program.run(["history", folder, "--format", "csv"])
        #expect(!result.output.contains("somebody"))
        #expect(result.output.contains("(SUDO_USER mai[2J)"))
    }
}
