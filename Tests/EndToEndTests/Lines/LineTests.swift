import Foundation
import Testing

/// Invoices as lines of JSON through the whole program, unsigned: test ledgers take them.
@Suite struct LineTests {
    @Test func `each line gets its code; a broken one costs only itself and is told with line and column`() throws {
        let town = try LineTown()
        let ledger = try town.ledger("ledger", isTest: true)
        var lines = (1...12).map { town.line($0) }
        lines[4] = #"{"DLHDon":{"TTChung":}}"#
        lines[7] = town.line(8, of: "0899999998")
        let text = lines.joined(separator: "\n") + "\n"
        try town.write(text, to: "a.ndjson")
        let result = try town.submit(ledger, ["a.ndjson"])
        #expect(result.status == 1)
        #expect(result.summary["issued"] == 10 && result.summary["unreadable"] == 1 && result.summary["rejected"] == 1)
        #expect(result.outcomes.map { $0["line"] as? Int } == (1...12).map { $0 })
        #expect(result.outcomes.map { $0["index"] as? Int } == (0..<12).map { $0 })
        #expect(result.statuses[4] == "unreadable" && result.refusals[4].allSatisfy { $0.hasPrefix("json.") })
        let broken = try #require((result.outcomes[4]["findings"] as? [[String: Any]])?.first)
        #expect(broken["column"] as? Int == 22)
        #expect(result.statuses[7] == "rejected" && result.refusals[7] == ["reg.taxpayer-exists"])
        #expect(Set(result.codes.compactMap { $0 }).count == 10)
        #expect(try town.audit(ledger) == "")

        // The same again: the first answers. Line by line too.
        let again = try town.submit(ledger, ["a.ndjson"])
        #expect(again.codes == result.codes && again.summary["duplicate"] == 10)
        #expect(again.refusals == result.refusals)
        try town.write(lines[2] + "\n" + town.line(2, net: 5) + "\n", to: "b.ndjson")
        let other = try town.submit(ledger, ["b.ndjson"])
        #expect(other.statuses == ["duplicate", "rejected"] && other.codes[0] == result.codes[2])
        #expect(other.refusals[1] == ["id.unique-tuple"])

        // Everything that finds an invoice finds it; what was received is its line.
        let code = try #require(result.codes[2])
        #expect(try town.run(["show", ledger, code]).output == lines[2])
        #expect(try town.run(["lookup", ledger, code]).output.contains("state           issued"))
        #expect(try town.run(["verify", ledger, code]).output.hasPrefix("AUTHENTIC"))
        let noReply = try Program.run(["show", ledger, code, "--reply"])
        #expect(noReply.status == 1 && noReply.errors.contains("no reply"))

        // Made again from the archive, the store says the same.
        let totals = ["totals", ledger, "--by", "rate", "--format", "json"]
        let before = try town.run(totals).output
        #expect(before.contains("\"net\":\"10000000\""))
        try town.run(["rebuild", ledger])
        #expect(try town.run(totals).output == before)
        #expect(try town.audit(ledger) == "")
        #expect(try town.submit(ledger, ["a.ndjson"]).codes == result.codes)
    }

    @Test func `workers, batches and containers change no code`() throws {
        let town = try LineTown()
        try town.lines(1...40, in: "a.ndjson")
        try town.shell("gzip -k a.ndjson && zip -q a.zip a.ndjson && tar czf a.tar.gz a.ndjson")
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: town.path("a.ndjson"))))
        let first = try town.submit(town.ledger("first", isTest: true), ["a.ndjson"])
        #expect(first.summary["issued"] == 40)
        for (place, name) in ["a.ndjson", "a.ndjson.gz", "a.zip", "a.tar.gz", "-"].enumerated() {
            let ledger = try town.ledger("ledger-\(place)", isTest: true)
            let workers = ["1", "2", "3"][place % 3]
            let batch = ["1", "7"][place % 2]
            let result = try town.submit(ledger, [name], "--workers", workers, "--batch", batch, input: bytes)
            #expect(result.codes == first.codes, "\(name)")
        }
    }

    @Test func `check says what submit would, and writes nothing`() throws {
        let town = try LineTown()
        try town.write([town.line(1), "{", town.line(1, net: 7), town.line(2)].joined(separator: "\n"), to: "a.ndjson")
        let alone = try Program.run(["check", "--json", town.path("a.ndjson")])
        #expect(alone.statuses == ["acceptable", "unreadable", "rejected", "acceptable"])
        #expect(alone.refusals[2] == ["id.unique-tuple"])
        let ledger = try town.ledger("ledger", isTest: true)
        let known = try Program.run(["check", "--json", "--ledger", ledger, town.path("a.ndjson")])
        #expect(known.statuses == alone.statuses && known.codes.allSatisfy { $0 == nil })
        #expect(try Program.run(["totals", ledger, "--format", "json"]).output == "[]\n")
    }

    @Test func `receipts are written where replies are, one file a chunk`() throws {
        let town = try LineTown()
        try town.lines(1...3, in: "a.ndjson")
        let result = try town.submit(town.ledger("led", isTest: true), ["a.ndjson"], "--replies", town.path("replies"))
        #expect(result.outcomes.map { $0["reply"] as? String } == Array(repeating: "00000000-lines.ndjson", count: 3))
        let text = try String(contentsOfFile: town.path("replies/00000000-lines.ndjson"), encoding: .utf8)
        let codes = text.split(separator: "\n").compactMap { line in
            (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["code"] as? String
        }
        #expect(codes == result.codes)
    }

    @Test func `a killed run is repeated as it is`() throws {
        let town = try LineTown()
        try town.lines(1...400, in: "a.ndjson")
        let whole = try town.submit(town.ledger("whole", isTest: true), ["a.ndjson"])
        let ledger = try town.ledger("ledger", isTest: true)
        let run = ["submit", ledger, "--json", "--progress", "off", "--batch", "1", town.path("a.ndjson")]
        _ = try Program.run(run, under: ["/usr/bin/timeout", "-s", "KILL", "0.7"])
        let again = try town.submit(ledger, ["a.ndjson"])
        #expect(again.codes == whole.codes)
        #expect(try town.audit(ledger) == "")
    }

    @Test func `bytes that were taken as lines and come as a message end nothing`() throws {
        let town = try LineTown()
        let ledger = try town.ledger("ledger", isTest: true)
        let text = "\(town.line(1))\n\(town.line(2))\n"
        try town.write(text, to: "a.ndjson")
        let first = try town.submit(ledger, ["a.ndjson"])
        // In an archive an entry is what its name says.
        try town.write(text, to: "b.xml")
        try town.shell("zip -q b.zip b.xml && tar cf b.tar b.xml")
        for name in ["b.zip", "b.tar"] {
            let result = try town.submit(ledger, [name])
            #expect(result.status <= 1 && result.outcomes.count == 1, "\(result.errors)")
        }
        #expect(try town.submit(ledger, ["a.ndjson"]).codes == first.codes)
        #expect(try town.audit(ledger) == "")
    }

    @Test func `the mark of signed lines is not taken from outside`() throws {
        let town = try LineTown()
        let ledger = try town.ledger("ledger", isTest: true)
        let mark = "#manifest " + String(repeating: "a", count: 64)
        let lines = (1...1_000).map { town.line($0) }
        // The second chunk begins with it.
        try town.write((lines + [mark, town.line(1_001)]).joined(separator: "\n") + "\n", to: "a.ndjson")
        let result = try town.submit(ledger, ["a.ndjson"])
        #expect(result.summary["issued"] == 1_000)
        #expect(result.refusals.last == ["lines.unsigned"])
        #expect(try town.audit(ledger) == "")
    }
}
