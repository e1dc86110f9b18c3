import Compression
import Foundation
import Testing

/// Containers through the whole program: the same messages, the same answers.
@Suite struct ContainerTests {
    /// Packs the town's messages in every way that is read.
    private func pack(_ ledger: TownLedger) throws {
        let script = """
            cd "$1" && zip -qr "$2/m.zip" messages && tar czf "$2/m.tar.gz" messages && tar cf "$2/m.tar" messages
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-e", "-c", script, "sh", ledger.town.folder, ledger.folder]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    /// An outcome without what depends on where the message lay.
    private func content(_ outcome: [String: Any], container: String) -> String? {
        var outcome = outcome
        let file = (outcome["file"] as? String ?? "").replacing(container + "!", with: "")
        outcome["file"] = "messages/" + (file.components(separatedBy: "messages/").last ?? "")
        outcome["index"] = nil
        outcome["reply"] = nil
        guard let data = try? JSONSerialization.data(withJSONObject: outcome, options: .sortedKeys) else { return nil }
        return String(decoding: data, as: UTF8.self)
    }

    @Test func `check says of an archive what it says of the folder`() throws {
        let ledger = try TownLedger()
        try pack(ledger)
        let arguments = ["--ledger", ledger.path, "--json"]
        let plain = try Program.run(["check", ledger.town.messages] + arguments)
        let expected = plain.outcomes.compactMap { content($0, container: "") }
        for name in ["m.zip", "m.tar.gz", "m.tar"] {
            let path = "\(ledger.folder)/\(name)"
            let packed = try Program.run(["check", path] + arguments)
            let found = packed.outcomes.compactMap { content($0, container: path) }
            // A program packs in the order in which the system lists.
            #expect(found.sorted() == expected.sorted(), "\(name)")
            #expect(packed.outcomes.map { $0["index"] as? Int } == (0..<expected.count).map { $0 })
            #expect(packed.summary["files"] == 1)
            #expect(packed.status == plain.status)
            guard name != "m.zip" else { continue }
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
            let piped = try Program.run(["check", "-"] + arguments, input: bytes)
            #expect(piped.outcomes.compactMap { content($0, container: "-") } == found, "\(name)")
        }
    }

    @Test func `workers and batches change nothing, and sent again everything gets its first answer`() throws {
        let one = try TownLedger()
        let two = try TownLedger()
        try pack(one)
        let archive = one.folder + "/m.zip"
        let torn = one.folder + "/torn.tar.gz"
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: one.folder + "/m.tar.gz")))
        try Data(bytes[..<(bytes.count / 2)]).write(to: URL(fileURLWithPath: torn))
        let paths = [torn, archive, one.town.messages]
        let first = try one.submit(paths, replies: "r", "--workers", "1", "--batch", "7")
        let second = try two.submit(paths, replies: "r", "--workers", "4")
        #expect(first.output == second.output)
        #expect(try one.replies("r").keys.sorted() == two.replies("r").keys.sorted())
        #expect(try one.totals("day,office,form,rate") == two.totals("day,office,form,rate"))
        #expect(first.status == 1)
        let faults = first.outcomes.filter { outcome in
            let findings = outcome["findings"] as? [[String: Any]]
            return (findings?.first?["code"] as? String)?.hasPrefix("container.") == true
        }
        #expect(faults.count == 1)
        #expect(faults.first?["status"] as? String == "unreadable")
        #expect((faults.first?["file"] as? String)?.hasPrefix(torn) == true)
        // What stood in the torn archive was taken, and is a duplicate in the whole one and in the folder.
        for outcome in first.outcomes where outcome["reply"] as? String != nil {
            let index = try #require(outcome["index"] as? Int)
            #expect(
                (outcome["reply"] as? String)?.hasPrefix(String(repeating: "0", count: 8 - "\(index)".count)) == true
            )
            #expect((outcome["reply"] as? String)?.contains("\(index)-") == true)
        }
        let again = try one.submit(paths)
        #expect(again.summary["issued"] == 0)
        #expect(again.outcomes.map { $0["code"] as? String } == first.outcomes.map { $0["code"] as? String })
        #expect(try Program.run(["audit", one.path, "--progress", "off"]).status == 0)
    }

    @Test func `a zip file through a pipe is refused with what to do`() throws {
        let ledger = try TownLedger()
        try pack(ledger)
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: ledger.folder + "/m.zip")))
        let result = try Program.run(["submit", ledger.path, "-", "--progress", "off"], input: bytes)
        #expect(result.status == 1)
        #expect(result.output.contains("container.pipe") && result.output.contains("give the file's name"))
    }
}
