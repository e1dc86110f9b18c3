import Foundation
import Testing

/// Lines under a signed manifest: real ledgers take no others.
@Suite struct SignedLineTests {
    @Test func `a real ledger takes lines only under a manifest that their seller signed`() throws {
        let town = try LineTown()
        let ledger = try town.ledger("ledger", isTest: false)
        try town.lines(1...20, in: "a.ndjson")
        let unsigned = try town.submit(ledger, ["a.ndjson"])
        #expect(unsigned.refusals == [["lines.unsigned"]] && unsigned.status == 1)
        #expect(
            try Program.run(["check", "--ledger", ledger, "--json", town.path("a.ndjson")]).refusals
                == [["lines.unsigned"]]
        )

        try town.sign("a.ndjson", by: town.seller)
        let checked = try Program.run(["check", "--ledger", ledger, "--json", town.path("a.ndjson")])
        #expect(checked.summary["acceptable"] == 20)
        let signed = try town.submit(ledger, ["a.ndjson"])
        #expect(signed.summary["issued"] == 20 && signed.status == 0)
        let signature = try #require((signed.outcomes[0]["signatures"] as? [[String: Any]])?.first)
        #expect(signature["integrity"] as? String == "valid" && signature["chain"] as? String == "trusted")
        #expect(signature["algorithm"] as? String == "ecdsa-sha256")
        #expect(try town.submit(ledger, ["a.ndjson"]).codes == signed.codes)
        #expect(try town.audit(ledger) == "")
        let code = try #require(signed.codes[6])
        #expect(try town.run(["show", ledger, code]).output == town.line(7))
        try town.run(["rebuild", ledger])
        #expect(try town.audit(ledger) == "")
        // Signed anew it is another message of the same invoices.
        try town.sign("a.ndjson", by: town.seller)
        let anew = try town.submit(ledger, ["a.ndjson"])
        #expect(anew.codes == signed.codes && anew.summary["duplicate"] == 20)
        #expect(try town.audit(ledger) == "")
    }

    @Test func `a provider signs for those who declared it, and for nobody else`() throws {
        let town = try LineTown()
        let ledger = try town.ledger("ledger", isTest: false)
        let lines = [
            town.line(1), town.line(1, of: town.other), town.line(1, of: town.provider),
            town.line(2, delegate: town.provider),
        ]
        try town.write(lines.joined(separator: "\n"), to: "a.ndjson")
        try town.sign("a.ndjson", by: town.provider)
        let before = try town.submit(ledger, ["a.ndjson"])
        #expect(before.refusals == [["sig.cert-owner"], ["sig.cert-owner"], [], []])
        let delegations = "delegator,delegate,from,to,forms,symbols\n\(town.other),\(town.provider),2020-01-01,,,\n"
        try town.write(delegations, to: "delegations.csv")
        try town.run(["taxpayers", "delegations", ledger, town.path("delegations.csv")])
        // The refused lines once more, under a manifest of their own.
        try town.write(lines.joined(separator: "\n"), to: "b.ndjson")
        try town.sign("b.ndjson", by: town.provider)
        let after = try town.submit(ledger, ["b.ndjson"])
        #expect(after.statuses == ["rejected", "issued", "duplicate", "rejected"])
        // Once delegations are known, a line that names one must have it declared, as in XML.
        #expect(after.refusals[0] == ["sig.cert-owner"] && after.refusals[3] == ["reg.delegation-declared"])
        #expect(try town.audit(ledger) == "")
        // Who names a delegate leaves signing to it.
        try town.write(town.line(3, delegate: town.provider) + "\n", to: "c.ndjson")
        try town.sign("c.ndjson", by: town.seller)
        let own = try town.submit(ledger, ["c.ndjson"])
        #expect(own.refusals[0].contains("sig.delegate-signs"))
        #expect(try town.audit(ledger) == "")
    }

    @Test func `a provider that is suspended signs for nobody`() throws {
        let town = try LineTown()
        let ledger = try town.ledger("ledger", isTest: false)
        let delegations = "delegator,delegate,from,to,forms,symbols\n\(town.other),\(town.provider),2020-01-01,,,\n"
        try town.write(delegations, to: "delegations.csv")
        try town.run(["taxpayers", "delegations", ledger, town.path("delegations.csv")])
        let taxpayers = try String(contentsOfFile: town.path("taxpayers.csv"), encoding: .utf8)
        let suspended = taxpayers.split(separator: "\n").map { row in
            row.hasPrefix(town.provider) ? String(row.replacing("active", with: "suspended")) : String(row)
        }
        try town.write(suspended.joined(separator: "\n") + "\n", to: "suspended.csv")
        try town.run(["taxpayers", "import", ledger, town.path("suspended.csv")])
        try town.write(town.line(1, of: town.other) + "\n", to: "a.ndjson")
        try town.sign("a.ndjson", by: town.provider)
        #expect(try town.submit(ledger, ["a.ndjson"]).refusals == [["sig.cert-owner"]])
        #expect(try town.audit(ledger) == "")
    }

    @Test func `a manifest that was sent as a message first vouches all the same, and the audit finds it`() throws {
        let town = try LineTown()
        let ledger = try town.ledger("ledger", isTest: false)
        try town.lines(1...3, in: "a.ndjson")
        try town.sign("a.ndjson", by: town.seller)
        #expect(try town.submit(ledger, ["a.manifest.p7s"]).statuses == ["unreadable"])
        #expect(try town.submit(ledger, ["a.ndjson"]).statuses == ["issued", "issued", "issued"])
        #expect(try town.audit(ledger) == "")
    }

    @Test func `a stranger's manifest vouches for nothing`() throws {
        let town = try LineTown()
        let ledger = try town.ledger("ledger", isTest: false)
        try town.lines(1...3, in: "a.ndjson")
        try town.sign("a.ndjson", by: town.stranger)
        let foreign = try town.submit(ledger, ["a.ndjson"])
        #expect(foreign.refusals == Array(repeating: ["sig.cert-owner"], count: 3))
        // The seller's own manifest of the same lines is not held back by it.
        try town.sign("a.ndjson", by: town.seller)
        #expect(try town.submit(ledger, ["a.ndjson"]).summary["issued"] == 3)
        #expect(try town.audit(ledger) == "")
        // Whom nobody trusts, signs for nobody.
        let fresh = try town.ledger("untrusting", isTest: false)
        try town.run(["trust", "add", fresh, "\(fresh)/authority.pem"])
        let bare = town.path("bare")
        try town.run(["init", bare])
        try town.run(["taxpayers", "import", bare, town.path("taxpayers.csv")])
        let untrusted = try town.submit(bare, ["a.ndjson"])
        #expect(untrusted.refusals == [["sig.cert-chain"], ["manifest.refused"]])
        #expect(untrusted.outcomes[0]["file"] as? String == town.path("a.manifest.p7s"))
    }

    @Test func `a changed chunk costs itself alone, missing and surplus lines are told`() throws {
        let town = try LineTown()
        let ledger = try town.ledger("ledger", isTest: false)
        try town.lines(1...30, in: "a.ndjson")
        try town.sign("a.ndjson", by: town.seller, linesOfChunk: 10)
        let text = try String(contentsOfFile: town.path("a.ndjson"), encoding: .utf8)
        try town.write(text.replacing("Người mua 15", with: "Người mua khác"), to: "a.ndjson")
        let changed = try town.submit(ledger, ["a.ndjson"])
        #expect(changed.summary["issued"] == 20 && changed.summary["unreadable"] == 1)
        #expect(changed.refusals[10] == ["lines.changed"])
        let finding = try #require((changed.outcomes[10]["findings"] as? [[String: Any]])?.first)
        #expect(finding["path"] as? String == "lines 11–20")

        let lines = text.split(separator: "\n").map { "\($0)\n" }
        try town.write(lines[..<20].joined(), to: "a.ndjson")
        let missing = try town.submit(ledger, ["a.ndjson"])
        #expect(missing.summary["duplicate"] == 10 && missing.summary["issued"] == 10)
        #expect(missing.refusals.last == ["lines.missing"])
        try town.write((lines[..<10] + lines[20...]).joined(), to: "a.ndjson")
        let middle = try town.submit(ledger, ["a.ndjson"])
        #expect(middle.summary["duplicate"] == 20 && middle.refusals.last == ["lines.missing"])
        try town.write(text + town.line(31) + "\n", to: "a.ndjson")
        let surplus = try town.submit(ledger, ["a.ndjson"])
        #expect(surplus.summary["duplicate"] == 30 && surplus.refusals.last == ["lines.more"])
        #expect(try town.audit(ledger) == "")
    }

    @Test func `a manifest comes beside the file, first in the container, or by name`() throws {
        let town = try LineTown()
        try town.lines(1...5, in: "a.ndjson")
        try town.sign("a.ndjson", by: town.seller)
        try town.shell(
            """
            tar cf a.tar a.manifest.p7s a.ndjson && tar cf wrong.tar a.ndjson a.manifest.p7s &&
            zip -q a.zip a.manifest.p7s a.ndjson && mkdir gz && gzip -c a.ndjson > gz/a.ndjson.gz &&
            cp a.manifest.p7s gz && openssl cms -cmsout -inform DER -in a.manifest.p7s -outform PEM -out pem.p7s
            """
        )
        for (place, name) in ["a.ndjson", "a.tar", "a.zip", "gz/a.ndjson.gz", "gz"].enumerated() {
            let ledger = try town.ledger("ledger-\(place)", isTest: false)
            #expect(try town.submit(ledger, [name]).summary["issued"] == 5, "\(name)")
        }
        let ledger = try town.ledger("ledger", isTest: false)
        #expect(try town.submit(ledger, ["wrong.tar"]).refusals == [["lines.unsigned"]])
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: town.path("a.ndjson"))))
        #expect(try town.submit(ledger, ["-"], input: bytes).refusals == [["lines.unsigned"]])
        let named = try town.submit(ledger, ["-"], "--manifest", town.path("pem.p7s"), input: bytes)
        #expect(named.summary["issued"] == 5)
        #expect(try town.audit(ledger) == "")
    }

    @Test(arguments: ["text", "flip", "empty", "detached"])
    func `what is no signed manifest takes nothing`(fault: String) throws {
        let town = try LineTown()
        let ledger = try town.ledger("ledger", isTest: false)
        try town.lines(1...2, in: "a.ndjson")
        try town.sign("a.ndjson", by: town.seller)
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: town.path("a.manifest.p7s"))))
        switch fault {
        case "text": bytes = Array("xacthuc manifest 1\n".utf8)
        case "flip":
            // A digit of the count of lines, inside what was signed.
            let mark = try #require(bytes.firstRange(of: Array("lines: 2".utf8)))
            bytes[mark.upperBound - 1] = UInt8(ascii: "3")
        case "empty": bytes = []
        default: bytes = Array(bytes.dropLast(100))
        }
        try Data(bytes).write(to: URL(filePath: town.path("a.manifest.p7s")))
        let result = try town.submit(ledger, ["a.ndjson"])
        #expect(result.refusals == [[fault == "flip" ? "manifest.signature" : "manifest.shape"]])
        #expect(try Program.run(["totals", ledger, "--format", "json"]).output == "[]\n")
    }
}
