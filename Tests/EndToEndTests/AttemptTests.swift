import Foundation
import Testing

/// What `lookup` tells of attempts on a number that were refused or repeated.
@Suite struct AttemptTests {
    /// The message under another id, with one text of the signed part changed where that is asked for.
    func variant(_ file: String, id: Character, changing change: (String, String)? = nil) throws -> String {
        var text = try String(contentsOfFile: file, encoding: .utf8)
        let open = try #require(text.range(of: "<MTDiep>"))
        let close = try #require(text.range(of: "</MTDiep>"))
        var name = String(text[open.upperBound..<close.lowerBound])
        // The thirteenth of the 32 digits is the version, and stays.
        name.removeLast()
        name.append(id)
        text.replaceSubrange(open.upperBound..<close.lowerBound, with: name)
        if let change {
            let place = try #require(text.range(of: change.0))
            text.replaceSubrange(place, with: change.1)
        }
        let path = "\(file)-\(id).xml"
        try text.write(toFile: path, atomically: false, encoding: .utf8)
        return path
    }

    func lookup(_ ledger: String, _ invoice: [String: Any], _ more: String...) throws -> Program.Result {
        var arguments = ["lookup", ledger]
        for name in ["seller", "form", "symbol"] { arguments += ["--\(name)", invoice[name] as? String ?? ""] }
        let number = try #require(Int(invoice["number"] as? String ?? ""))
        return try Program.run(arguments + ["--number", "\(number)"] + more)
    }

    func told(_ result: Program.Result) throws -> [String] {
        let attempts = try #require(result.objects.first)["attempts"] as? [[String: Any]] ?? []
        #expect(result.objects.first?["attempts_incomplete"] == nil)
        return attempts.map { attempt in
            let place = (attempt["place"] as? Int).map { " \($0)" } ?? ""
            return "\(attempt["status"] ?? "-")\(place) \(attempt["code"] as? String ?? "-")"
        }
    }

    @Test func `refused and repeated attempts on a number are told in their order, with the reason`() throws {
        let market = try Market(["--invoices", "3", "--certificates", "1"])
        let ledger = try market.ledger("ledger")
        let (first, last) = (market.files[0], market.files[2])
        let change = ("<DVTTe>VND</DVTTe>", "<DVTTe>USD</DVTTe>")
        let files = [
            try variant(first, id: "1", changing: change), first, try variant(first, id: "2"),
            try variant(first, id: "3", changing: change), market.files[1],
            try variant(last, id: "4", changing: change),
        ]
        var outcomes: [[String: Any]] = []
        for file in files { outcomes += try market.submit(ledger, [file]).outcomes }
        #expect(
            outcomes.map { $0["status"] as? String }
                == ["rejected", "issued", "duplicate", "rejected", "issued", "rejected"]
        )
        let result = try lookup(ledger, outcomes[1], "--json")
        #expect(result.status == 0)
        #expect(result.objects.first?["code"] as? String == outcomes[1]["code"] as? String)
        #expect(
            try told(result) == ["rejected sig.digest-and-value", "duplicate -", "rejected sig.digest-and-value"]
        )
        let attempts = try #require(result.objects.first?["attempts"] as? [[String: Any]])
        let ids = [0, 2, 3].map { outcomes[$0]["message_id"] as? String }
        #expect(attempts.map { $0["message_id"] as? String } == ids)
        #expect(attempts.allSatisfy { $0["received_at"] as? String == "2026-11-20T12:00:00" })
        let lines = try lookup(ledger, outcomes[1]).output
        #expect(lines.contains("attempts on this number, the oldest first:"))
        #expect(lines.contains("rejected   \(ids[0] ?? "-")  sig.digest-and-value: A digest"))
        // A number without attempts says nothing of them; the same bytes again are none: the stored answer went out.
        _ = try market.submit(ledger, [market.files[1]], replies: "again")
        #expect(try told(lookup(ledger, outcomes[4], "--json")) == [])
        #expect(try !lookup(ledger, outcomes[4]).output.contains("attempts"))
        // One that was never accepted is not found, but its attempts are told.
        let refused = try lookup(ledger, outcomes[5], "--json")
        #expect(refused.status == 1 && refused.objects.first?["state"] as? String == "not accepted")
        #expect(try told(refused) == ["rejected sig.digest-and-value"])
        var unknown = outcomes[5]
        unknown["number"] = "99999999"
        let nothing = try lookup(ledger, unknown)
        #expect(nothing.status == 1 && nothing.errors.contains("was accepted here"))
    }

    @Test func `what a sender wrote makes no line of its own, and nothing that a terminal obeys`() throws {
        let market = try Market(["--invoices", "1", "--certificates", "1"])
        let ledger = try market.ledger("ledger")
        let file = market.files[0]
        let accepted = try #require(try market.submit(ledger, [file]).outcomes.first)
        var text = try String(contentsOfFile: file, encoding: .utf8)
        let open = try #require(text.range(of: "<MTDiep>"))
        let close = try #require(text.range(of: "</MTDiep>"))
        let name = "V01&#10;  2026-11-20T12:00:00  issued&#x9B;31m&#x7F;&#x202E;&#x2028;Đỗ"
        text.replaceSubrange(open.upperBound..<close.lowerBound, with: name)
        try text.write(toFile: file + "-evil.xml", atomically: false, encoding: .utf8)
        let refused = try market.submit(ledger, [file + "-evil.xml"])
        let told = [
            try lookup(ledger, accepted).output,
            try Program.run(["lookup", ledger, "--sha256", file + "-evil.xml"]).output,
            try Program.run(["check", file + "-evil.xml"]).output,
        ]
        #expect(refused.outcomes.first?["status"] as? String == "rejected")
        for output in told {
            #expect(output.contains("V01   2026-11-20T12:00:00  issued 31m   Đỗ"), "\(output)")
            let obeyed: [UInt32] = [0x9B, 0x7F, 0x202E, 0x2028]
            #expect(!output.unicodeScalars.contains { obeyed.contains($0.value) })
        }
    }

    @Test func `of a message of many the place is told`() throws {
        let market = try Market(["--uncoded", "3", "--per-message", "3", "--certificates", "1"])
        let ledger = try market.ledger("ledger")
        let file = market.files[0]
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let place = try #require(text.range(of: "<DVTTe>VND</DVTTe>", options: .backwards))
        let broken = text.replacingCharacters(in: place, with: "<DVTTe>USD</DVTTe>")
        try broken.write(toFile: file + "-broken.xml", atomically: false, encoding: .utf8)
        let bad = try market.submit(ledger, [file + "-broken.xml"]).outcomes
        #expect(bad.map { $0["status"] as? String } == ["registered", "registered", "rejected"])
        _ = try market.submit(ledger, [try variant(file, id: "7")])
        #expect(
            try told(lookup(ledger, bad[2], "--json")) == ["rejected 3 sig.digest-and-value"]
        )
        #expect(try told(lookup(ledger, bad[0], "--json")) == ["duplicate 1 -"])
    }
}
