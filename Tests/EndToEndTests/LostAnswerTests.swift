import Foundation
import Testing

/// A sender whose answers were lost.
@Suite struct LostAnswerTests {
    @Test func `a lost answer is found by id and by bytes, the same to the last byte`() throws {
        let ledger = try TownLedger()
        let outcomes = try ledger.submit(replies: "r").outcomes
        var statuses: Set<String> = []
        var types: Set<String> = []
        for outcome in outcomes {
            let status = try #require(outcome["status"] as? String)
            let reply = try #require(outcome["reply"] as? String)
            guard statuses.insert(status).inserted || types.insert(String(reply.suffix(7))).inserted else { continue }
            let file = try #require(outcome["file"] as? String)
            let found = try Program.run(["lookup", ledger.path, "--sha256", file, "--json"])
            #expect(found.status == 0, "\(found.errors)")
            let facts = try #require(found.objects.first)
            // Bytes that came before are the message that came before: no second one is stored.
            let isFirstAgain = status == "duplicate" && facts["status"] as? String == "issued"
            #expect(facts["status"] as? String == status || isFirstAgain, "\(file)")
            #expect(facts["code"] as? String == outcome["code"] as? String)
            let digest = try #require(facts["message_sha256"] as? String)
            let again = try Program.run(["show", ledger.path, "--sha256", digest, "--reply"])
            let first = try Data(contentsOf: URL(fileURLWithPath: "\(ledger.folder)/r/\(reply)"))
            #expect(Data(again.output.utf8) == first, "\(file)")
            guard status != "unreadable", let id = facts["message_id"] as? String else { continue }
            let byID = try Program.run(["lookup", ledger.path, "--message-id", id, "--json"])
            #expect(byID.objects.first?["message_id"] as? String == id)
        }
        #expect(statuses.isSuperset(of: ["issued", "duplicate", "rejected", "unreadable"]))
        let unknown = String(repeating: "0", count: 64)
        let none = [
            (["lookup", ledger.path, "--sha256", unknown], 1), (["show", ledger.path, "--message-id", "none"], 1),
            (["lookup", ledger.path, "--sha256", "/none"], 3), (["show", ledger.path], 2),
            (["lookup", ledger.path, "--sha256", unknown, "--message-id", "x"], 2),
        ]
        for (arguments, status) in none {
            #expect(try Program.run(arguments).status == Int32(status), "\(arguments)")
        }
    }
}
