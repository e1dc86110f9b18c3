import Foundation
import Testing

/// Messages 203, 206 and 216 through the built program.
@Suite struct ManyInvoicesTests {
    /// Holds every line against the manifest.
    private static func check(_ outcomes: [[String: Any]], _ market: Market) throws {
        try #require(outcomes.count == market.manifest.count)
        for (index, (outcome, expected)) in zip(outcomes, market.manifest).enumerated() {
            let findings = try #require(outcome["findings"] as? [[String: Any]])
            let refusing = findings.filter { $0["severity"] as? String == "reject" }.compactMap {
                $0["code"] as? String
            }
            let name = "\(expected.file) \(expected.symbol ?? "") \(expected.number ?? ""): \(refusing)"
            #expect(outcome["index"] as? Int == index)
            #expect((outcome["file"] as? String)?.hasSuffix(expected.file) == true, "\(name)")
            #expect(outcome["status"] as? String == expected.status, "\(name)")
            // Of messages of one other tests speak.
            guard let type = expected.type else { continue }
            #expect(outcome["number"] as? String == expected.number, "\(name)")
            #expect(Set(expected.codes).isSubset(of: refusing), "\(name), not \(expected.codes)")
            let isAccepted = expected.status != "rejected"
            #expect(
                outcome["code"] as? String == (isAccepted && type == "206" ? expected.code : nil),
                "\(name)"
            )
        }
    }

    @Test func `a 206 of 500 invoices, 7 of them bad, is answered by one 204 that names those 7`() throws {
        let market = try Market(["--cash", "493", "--per-message", "500", "--bad", "0.0142", "--certificates", "1"])
        try #require(market.files.count == 1 && market.manifest.count == 500)
        let ledger = try market.ledger("led")
        let result = try market.submit(ledger)
        #expect(result.status == 1)
        try ManyInvoicesTests.check(result.outcomes, market)
        #expect(result.summary["registered"] == 493 && result.summary["rejected"] == 7)
        #expect(result.summary["invoices"] == 500 && result.summary["files"] == 1)
        #expect(Set(result.outcomes.compactMap { $0["reply"] as? String }) == ["00000000-204.xml"])
        let replies = try market.replies(ledger)
        let reply = try #require(replies["00000000-204.xml"])
        #expect(replies.count == 1)
        #expect(texts(of: "LTBao", in: reply) == ["7"] && texts(of: "SLuong", in: reply) == ["500", "500"])
        let named = texts(of: "MTLoi", in: reply).map { $0.split(separator: ";").prefix(3).joined(separator: ";") }
        let bad = market.manifest.filter { $0.status == "rejected" }
        #expect(named.count == 7 && Set(named).count == 7)
        #expect(named.map { $0.split(separator: ";").last.map(String.init) } == bad.map(\.number))

        // The authority's signature in it holds, and check says the same of the message as submit did.
        let checkedReply = try Program.run(["check", "--ledger", ledger, "\(ledger)-replies"])
        #expect(checkedReply.status == 0, "\(checkedReply.output)")
        let checked = try Program.run(["check", "--ledger", try market.ledger("other"), "--json", market.files[0]])
        #expect(
            checked.outcomes.map { $0["status"] as? String == "acceptable" }
                == result.outcomes.map { $0["status"] as? String == "registered" }
        )
        #expect(checked.outcomes.allSatisfy { $0["code"] is NSNull })

        // Sent again: the same 204 byte for byte, and nothing is counted twice.
        let totals = ["totals", ledger, "--by", "kind,form", "--format", "json"]
        let before = try Program.run(totals).output
        let again = try market.submit(ledger, replies: "again")
        #expect(try market.replies(ledger, "again") == replies)
        #expect(again.summary["duplicate"] == 493 && again.summary["rejected"] == 7)
        #expect(again.outcomes.map { $0["code"] as? String } == result.outcomes.map { $0["code"] as? String })
        #expect(try Program.run(totals).output == before)
        let net = market.manifest.filter { $0.status == "registered" }.compactMap(\.net).compactMap { Int($0) }
        let sum = try Program.run(["totals", ledger, "--kind", "cash-register", "--format", "json"]).output
        #expect(sum.contains("\"net\":\"\(net.reduce(0, +))\""), "\(sum)")
    }

    @Test func `of a 203 with two invoices of the same Id, one tampered with, only that one is refused`() throws {
        let market = try Market(["--uncoded", "40", "--per-message", "2", "--certificates", "4"])
        let whole = try #require(
            try market.files.first { file in
                let ids = try ManyInvoicesTests.dataIDs(file)
                return ids.count == 2 && ids[0] == ids[1]
            },
            "some vendor gives every DLHDon of a message the same Id"
        )
        let text = try String(contentsOfFile: whole, encoding: .utf8)
        let ledger = try market.ledger("led")
        for place in [0, 1] {
            // The name of the goods of one of the two.
            var parts = text.components(separatedBy: "<THHDVu>")
            let second = try #require(text.components(separatedBy: "</HDon>").first).components(separatedBy: "<THHDVu>")
                .count
            parts[place == 0 ? 1 : second] = "X" + parts[place == 0 ? 1 : second]
            // As another message: its id is used by one only.
            let tampered = "\(market.folder)/tampered-\(place).xml"
            try Data(parts.joined(separator: "<THHDVu>").utf8).write(to: URL(filePath: tampered))
            let checked = try Program.run(["check", "--ledger", ledger, "--json", tampered])
            let statuses = checked.outcomes.map { $0["status"] as? String }
            #expect(statuses == (place == 0 ? ["rejected", "acceptable"] : ["acceptable", "rejected"]))
            guard place == 1 else { continue }
            let result = try market.submit(ledger, [tampered])
            #expect(result.outcomes.map { $0["status"] as? String } == ["registered", "rejected"])
            let findings = result.outcomes.map { outcome in
                (outcome["findings"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
            }
            #expect(findings[1].contains("sig.digest-and-value") && !findings[0].contains("sig.digest-and-value"))
            let reply = try #require(try market.replies(ledger).values.first)
            #expect(texts(of: "LTBao", in: reply) == ["3"])
            #expect(texts(of: "SHDon", in: reply) == [result.outcomes[1]["number"] as? String])
        }
    }

    private static func dataIDs(_ file: String) throws -> [Substring] {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        return text.components(separatedBy: "<DLHDon Id=\"").dropFirst().compactMap { $0.split(separator: "\"").first }
    }

    @Test func `every kind of message comes to what the manifest says, for any workers and batches`() throws {
        let market = try Market([
            "--uncoded", "60", "--cash", "60", "--cash-uncoded", "40", "--invoices", "30", "--per-message", "9",
            "--bad", "0.4", "--certificates", "4",
        ])
        let one = try market.ledger("one")
        let first = try market.submit(one, nil, replies: "replies", "--workers", "1", "--batch", "3")
        try ManyInvoicesTests.check(first.outcomes, market)
        let two = try market.ledger("two")
        let second = try market.submit(two, nil, replies: "replies", "--workers", "4")
        #expect(first.output == second.output)
        for by in ["kind,form,rate", "day,kind", "taxpayer,kind"] {
            let totals = ["totals", "--by", by, "--format", "json"]
            #expect(try Program.run(totals + [one]).output == Program.run(totals + [two]).output)
        }
        for kind in ["coded", "uncoded", "cash-register", "cash-register-uncoded"] {
            let listed = try Program.run(["list", one, "--kind", kind, "--format", "json"]).output
            #expect(!listed.isEmpty && listed != "[]\n")
            let state = kind == "coded" ? "issued" : "registered"
            let states = try JSONSerialization.jsonObject(with: Data(listed.utf8)) as? [[String: Any]] ?? []
            #expect(states.allSatisfy { $0["kind"] as? String == kind })
            #expect(states.contains { $0["state"] as? String == state })
        }
        let audit = try Program.run(["audit", one])
        #expect(audit.status == 0, "\(audit.output)")
        let list = try Program.run(["list", one, "--format", "json"]).output
        let rebuilt = try Program.run(["rebuild", one])
        #expect(rebuilt.status == 0, "\(rebuilt.errors)")
        #expect(try Program.run(["list", one, "--format", "json"]).output == list)
        #expect(try Program.run(["audit", one]).status == 0)
        #expect(try market.submit(one, nil, replies: "again").summary["registered"] == 0)
        #expect(try market.replies(one, "again") == market.replies(one))
    }

    @Test func `a cash register's code leads to its invoice, its message and its answer`() throws {
        let market = try Market(["--cash", "6", "--per-message", "6", "--certificates", "1"])
        let ledger = try market.ledger("led")
        let result = try market.submit(ledger)
        #expect(result.status == 0, "\(result.output)")
        let reply = try #require(try market.replies(ledger)["00000000-204.xml"])
        #expect(texts(of: "LTBao", in: reply) == ["2"] && texts(of: "SLuong", in: reply) == ["6", "6"])
        #expect(texts(of: "LDo", in: reply).isEmpty)
        let code = try #require(market.manifest[3].code)
        let found = try Program.run(["lookup", ledger, code, "--json"])
        let facts = try #require(found.objects.first)
        #expect(facts["code"] as? String == code && facts["kind"] as? String == "cash-register")
        #expect(facts["state"] as? String == "registered" && facts["number"] as? String == market.manifest[3].number)
        let message = try String(contentsOfFile: market.files[0], encoding: .utf8)
        #expect(try Program.run(["show", ledger, code]).output == message)
        #expect(try Data(Program.run(["show", ledger, code, "--reply"]).output.utf8) == reply)
        #expect(try Program.run(["verify", ledger, code]).status == 0)
        let unknown = String(code.dropLast(5)) + "99999"
        for command in ["lookup", "show", "verify"] {
            #expect(try Program.run([command, ledger, unknown]).status == 1, "\(command)")
        }
    }

    @Test func `as many invoices as the limit are taken, one more is a 999 for the whole message`() throws {
        let market = try Market(["--uncoded", "12", "--per-message", "12", "--certificates", "1"])
        let taken = try market.ledger("taken", policy: #"{"limits":{"invoices":12}}"#)
        #expect(try market.submit(taken).summary["registered"] == 12)
        let refused = try market.ledger("refused", policy: #"{"limits":{"invoices":11}}"#)
        let result = try market.submit(refused)
        #expect(result.outcomes.count == 1 && result.summary["rejected"] == 1)
        let findings = try #require(result.outcomes[0]["findings"] as? [[String: Any]])
        #expect(findings.map { $0["code"] as? String } == ["env.batch-item-limit"])
        #expect(try market.replies(refused).keys.sorted() == ["00000000-999.xml"])
        #expect(try Program.run(["list", refused, "--format", "json"]).output == "[]\n")
    }
}
