import Foundation
import Testing

/// A manifest in a container vouches for the lines behind it, and for nothing else.
@Suite struct StrayManifestTests {
    @Test func `a manifest that no lines follow is told at the end, and is no error`() throws {
        let town = try LineTown()
        try town.lines(1...3, in: "a.ndjson")
        try town.sign("a.ndjson", by: town.seller)
        try town.shell(
            """
            cp a.manifest.p7s b.manifest.p7s && cp a.manifest.p7s c.manifest.p7s
            tar cf stray.tar b.manifest.p7s a.manifest.p7s a.ndjson c.manifest.p7s
            zip -q stray.zip b.manifest.p7s a.manifest.p7s a.ndjson c.manifest.p7s
            tar cf good.tar a.manifest.p7s a.ndjson
            """
        )
        for name in ["stray.tar", "stray.zip"] {
            let ledger = try town.ledger("ledger-\(name)", isTest: false)
            let result = try town.submit(ledger, [name])
            #expect(result.status == 0 && result.statuses == ["issued", "issued", "issued"])
            let notes = result.errors.split(separator: "\n").filter { $0.contains("no lines follow") }
            let strays = ["b", "c"].map { town.path("\(name)!\($0).manifest.p7s") }
            #expect(notes.map { String($0.prefix { $0 != ":" }) } == strays)
            #expect(try town.submit(ledger, ["good.tar"]).errors == "")
            let checked = try Program.run(["check", "--ledger", ledger, "--progress", "off", town.path(name)])
            #expect(checked.errors.contains("b.manifest.p7s: no lines follow"))
        }
    }
}
