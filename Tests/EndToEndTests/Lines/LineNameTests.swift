import Foundation
import Testing

/// What holds lines, and their manifest, is known by its name.
@Suite struct LineNameTests {
    @Test(arguments: ["no JSON", "", "\u{FEFF}{}", "<TDiep/>", "[1]", "\u{1F}\u{8B}", "PK\u{3}"])
    func `a first line that cannot be read costs only itself`(first: String) throws {
        let town = try LineTown()
        let text = "\(first)\n\(town.line(1))\n\(town.line(2))\n"
        for (place, name) in ["a.ndjson", "B.NDJSON", "c.ndjson.gz", "D.NDJSON.GZ"].enumerated() {
            try town.write(text, to: "plain")
            try town.shell(place < 2 ? "cp plain \(name)" : "gzip -c plain > \(name)")
            let result = try town.submit(town.ledger("ledger-\(place)", isTest: true), [name])
            #expect(result.statuses == ["unreadable", "issued", "issued"], "\(name)")
            #expect(result.outcomes.map { $0["line"] as? Int } == [1, 2, 3], "\(name)")
            #expect(result.refusals[0].allSatisfy { $0.hasPrefix("json.") } && result.refusals[0].count == 1)
        }
    }

    @Test func `a manifest is made of such a file too, of an empty one none`() throws {
        let town = try LineTown()
        let ledger = try town.ledger("ledger", isTest: false)
        try town.write("no JSON\n\(town.line(1))\n", to: "a.ndjson")
        try town.sign("a.ndjson", by: town.seller)
        #expect(try town.submit(ledger, ["a.ndjson"]).statuses == ["unreadable", "issued"])
        try town.write("", to: "empty.ndjson")
        #expect(try Program.run(["manifest", town.path("empty.ndjson")]).errors.contains("one invoice a line"))
        #expect(try town.submit(town.ledger("test", isTest: true), ["empty.ndjson"]).statuses == ["unreadable"])
    }

    @Test func `a name in capitals is the same name, of lines, manifests and what holds them`() throws {
        let town = try LineTown()
        try town.lines(1...3, in: "X.NDJSON")
        try town.sign("X.NDJSON", by: town.seller, as: "X.MANIFEST.P7S")
        try town.shell(
            """
            mkdir beside gz && cp X.NDJSON X.MANIFEST.P7S beside
            cp X.MANIFEST.P7S gz && gzip -c X.NDJSON > gz/X.NDJSON.GZ
            zip -q Z.ZIP X.MANIFEST.P7S X.NDJSON && tar cf T.TAR X.MANIFEST.P7S X.NDJSON
            tar czf T.TAR.GZ X.MANIFEST.P7S X.NDJSON && cp T.TAR.GZ T.TGZ
            cp X.NDJSON y.ndjson && cp X.MANIFEST.P7S y.manifest.p7s && zip -q mixed.zip X.MANIFEST.P7S y.ndjson
            """
        )
        for (place, name) in ["X.NDJSON", "beside", "gz", "gz/X.NDJSON.GZ", "Z.ZIP", "T.TAR", "T.TAR.GZ", "T.TGZ"]
            .enumerated()
        {
            let result = try town.submit(town.ledger("ledger-\(place)", isTest: false), [name])
            #expect(result.statuses == ["issued", "issued", "issued"], "\(name) \(result.refusals)")
        }
        // The stem is what it is.
        let ledger = try town.ledger("ledger", isTest: false)
        #expect(try town.submit(ledger, ["mixed.zip"]).refusals == [["lines.unsigned"]])
    }
}
