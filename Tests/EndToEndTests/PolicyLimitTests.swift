import Foundation
import Testing

/// Policies at the end of what a policy may say.
@Suite struct PolicyLimitTests {
    @Test func `with every rule off that may be off, messages of every kind are answered and nothing dies`() throws {
        let ledger = try TownLedger()
        let batches = ledger.folder + "/batches"
        let made = try Program.run([
            "synth", batches, "--seed", "12", "--today", "2026-11-20", "--invoices", "30", "--bad", "1",
            "--uncoded", "20", "--cash", "20", "--cash-uncoded", "5", "--per-message", "5", "--certificates", "4",
        ])
        try #require(made.status == 0, "\(made.errors)")
        try setOff(ledger)
        for messages in [ledger.town.messages, batches + "/messages"] {
            let files = try Program.run(
                ["submit", ledger.path, messages, "--replies", ledger.folder + "/r", "--json", "--progress", "off"]
            )
            #expect(files.status == 1, "\(files.errors)")
            #expect(files.outcomes.allSatisfy { $0["reply"] is String })
            #expect(files.outcomes.contains { $0["status"] as? String == "rejected" })
        }
        let audit = try Program.run(["audit", ledger.path, "--json", "--progress", "off"])
        #expect(audit.status == 0, "\(audit.output)\(audit.errors)")
    }

    /// Sets every rule off; those that no policy may, as far as it may go.
    private func setOff(_ ledger: TownLedger) throws {
        let shown = try Program.run(["policy", "show", ledger.path]).output
        var policy = try #require(try JSONSerialization.jsonObject(with: Data(shown.utf8)) as? [String: Any])
        var rules = try #require(policy["rules"] as? [String: String])
        for code in rules.keys { rules[code] = "off" }
        let path = ledger.folder + "/off.json"
        for _ in 0...rules.count {
            policy["rules"] = rules
            try JSONSerialization.data(withJSONObject: policy).write(to: URL(fileURLWithPath: path))
            let set = try Program.run(["policy", "set", ledger.path, path])
            if set.status == 0 { return }
            let words = set.errors.split(separator: " ").map(String.init)
            let refused = try #require(words.first { rules[$0] == "off" }, "\(set.errors)")
            rules[refused] = "reject"
        }
        Issue.record("no policy is accepted")
    }
}
