import Compression
import Foundation
import Testing

@Suite struct SubmitTests {
    @Test func `every verdict is the manifest's`() throws {
        let ledger = try TownLedger()
        let result = try ledger.submit(replies: "r")
        #expect(result.status == 1)
        #expect(result.outcomes.count == ledger.town.manifest.count)
        for (index, outcome) in result.outcomes.enumerated() {
            let file = try #require(outcome["file"] as? String)
            let expected = try #require(ledger.town.expected(outcome), "\(file)")
            let findings = try #require(outcome["findings"] as? [[String: Any]])
            let refusing = findings.filter { $0["severity"] as? String == "reject" }.compactMap {
                $0["code"] as? String
            }
            #expect(outcome["status"] as? String == expected.status, "\(file): \(refusing)")
            #expect(Set(expected.codes).isSubset(of: refusing), "\(file): \(refusing)")
            #expect(outcome["index"] as? Int == index)
            let isCoded = expected.status == "issued" || expected.status == "duplicate"
            #expect((outcome["code"] as? String != nil) == isCoded, "\(file)")
            let reply = try #require(outcome["reply"] as? String)
            #expect(FileManager.default.fileExists(atPath: "\(ledger.folder)/r/\(reply)"))
        }
        #expect(result.summary["issued"] == ledger.town.manifest.values.count { $0.status == "issued" })
        let codes = result.outcomes.filter { $0["status"] as? String == "issued" }.compactMap { $0["code"] as? String }
        #expect(Set(codes).count == codes.count)
    }

    @Test func `sent again, everything gets its first answer and no total moves`() throws {
        let ledger = try TownLedger()
        let first = try ledger.submit(replies: "a")
        let totals = try ledger.totals("taxpayer,rate,day")
        let second = try ledger.submit(replies: "b", "--batch", "33")
        #expect(second.summary["issued"] == 0)
        #expect(second.outcomes.map { $0["code"] as? String } == first.outcomes.map { $0["code"] as? String })
        #expect(try ledger.replies("a") == ledger.replies("b"))
        #expect(try ledger.totals("taxpayer,rate,day") == totals)
    }

    @Test func `workers and batches change nothing`() throws {
        let one = try TownLedger()
        let two = try TownLedger()
        let first = try one.submit(nil, replies: nil, "--workers", "1", "--batch", "7")
        let second = try two.submit(nil, replies: nil, "--workers", "4")
        #expect(first.output == second.output)
        #expect(try one.totals("day,office,form,rate") == two.totals("day,office,form,rate"))
    }

    @Test func `totals are the sums of the invoices that the manifest calls good`() throws {
        let ledger = try TownLedger()
        _ = try ledger.submit()
        let rows = try #require(
            try JSONSerialization.jsonObject(with: Data(ledger.totals("").utf8)) as? [[String: Any]]
        )
        let good = ledger.town.manifest.values.filter { $0.status == "issued" }
        #expect(!rows.isEmpty)
        for row in rows {
            let currency = try #require(row["currency"] as? String)
            let mine = good.filter { $0.currency == currency }
            #expect(row["invoices"] as? Int == mine.count)
            for key in ["net", "tax", "total"] {
                let sum = mine.reduce(Decimal(0)) { sum, invoice in
                    let texts = ["net": invoice.net, "tax": invoice.tax, "total": invoice.total]
                    return sum + (Decimal(string: (texts[key] ?? nil) ?? "") ?? .nan)
                }
                #expect(Decimal(string: row[key] as? String ?? "") == sum, "\(currency) \(key)")
            }
        }
    }

    @Test func `check says what submit says, and writes nothing`() throws {
        let ledger = try TownLedger()
        let checked = try Program.run(["check", ledger.town.messages, "--ledger", ledger.path, "--json"])
        #expect(try Program.run(["list", ledger.path, "--format", "csv"]).output.split(separator: "\n").count == 1)
        let submitted = try ledger.submit()
        for (check, outcome) in zip(checked.outcomes, submitted.outcomes) {
            let file = try #require(outcome["file"] as? String)
            #expect(check["file"] as? String == file)
            let findings = try #require(outcome["findings"] as? [[String: Any]]).compactMap { $0["code"] as? String }
            // What only the ledger knows, and types that ask for no code, are outside a check.
            let isBeyond = findings.contains { code in
                code.hasPrefix("rel.") || code.hasPrefix("adj.")
                    || ["env.msgid-unique", "env.type-known"].contains(code)
                    || code.contains("unique") || code.contains("original")
            }
            guard !isBeyond, outcome["status"] as? String != "duplicate" else { continue }
            let expected = outcome["status"] as? String == "issued" ? "acceptable" : outcome["status"] as? String
            #expect(check["status"] as? String == expected, "\(file): \(findings)")
            let listed = try #require(check["findings"] as? [[String: Any]]).compactMap { $0["code"] as? String }
            #expect(listed == findings, "\(file)")
        }
    }

    @Test func `a receipt that cannot be written loses nothing`() throws {
        let ledger = try TownLedger()
        try FileManager.default.createDirectory(
            atPath: ledger.folder + "/r/00000005-202.xml/x",
            withIntermediateDirectories: true
        )
        for index in 4..<12 {
            try? FileManager.default.createDirectory(
                atPath: ledger.folder + "/r/0000000\(index)-202.xml/x",
                withIntermediateDirectories: true
            )
        }
        let arguments = ["submit", ledger.path, ledger.town.messages, "--json", "--replies", ledger.folder + "/r"]
        let failed = try Program.run(arguments)
        #expect(failed.status == 3)
        #expect(failed.errors.contains("run the same again"))
        let again = try ledger.submit(replies: "s")
        #expect((again.summary["duplicate"] ?? 0) > 0)
        let fresh = try TownLedger()
        let codes = try fresh.submit().outcomes.map { $0["code"] as? String }
        #expect(again.outcomes.map { $0["code"] as? String } == codes)
    }

    @Test func `compressed messages and standard input are the same messages`() throws {
        let ledger = try TownLedger()
        let outcomes = try ledger.submit().outcomes.filter { $0["status"] as? String == "issued" }
        let file = try #require(outcomes.first?["file"] as? String)
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
        let packed = ledger.folder + "/m.xml.gz"
        try Data(Gzip.deflate(bytes)).write(to: URL(fileURLWithPath: packed))
        let again = try ledger.submit([packed])
        #expect(again.status == 0)
        #expect(again.outcomes.first?["code"] as? String == outcomes.first?["code"] as? String)
        let piped = try Program.run(["submit", ledger.path, "-", "--json"], input: bytes)
        #expect(piped.outcomes.first?["code"] as? String == outcomes.first?["code"] as? String)
        #expect(piped.outcomes.first?["file"] as? String == "-")
    }
}
