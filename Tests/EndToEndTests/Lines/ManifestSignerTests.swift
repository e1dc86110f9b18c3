import Foundation
import Testing

/// A certificate may name several taxpayers; each has its own list of registered certificates.
@Suite struct ManifestSignerTests {
    /// A certificate of the seller and the other one, by those user ids.
    private func certificate(_ town: LineTown, _ name: String, _ identities: [String]) throws {
        try town.certificate(name, subject: "/C=VN/CN=both" + identities.map { "/UID=\($0)" }.joined(), serial: 200)
    }

    private func register(_ town: LineTown, _ ledger: String, _ rows: [String]) throws {
        let head = "tax_code,issuer,serial,valid_from,valid_to"
        try town.write(([head] + rows).joined(separator: "\n") + "\n", to: "certificates.csv")
        try town.run(["taxpayers", "certificates", ledger, town.path("certificates.csv")])
    }

    @Test(arguments: [false, true])
    func `each of its taxpayers is looked up on the list of its own`(isSwapped: Bool) throws {
        let town = try LineTown()
        let ids = ["MST:\(town.seller)", "MST:\(town.other)"]
        try certificate(town, "both", isSwapped ? ids.reversed() : ids)
        try town.write("\(town.line(1))\n\(town.line(2, of: town.other))\n", to: "a.ndjson")
        try town.sign("a.ndjson", by: "both")
        func refusals(_ name: String, _ rows: [String]) throws -> [[String]] {
            let ledger = try town.ledger(name, isTest: false)
            if !rows.isEmpty { try register(town, ledger, rows) }
            let result = try town.submit(ledger, ["a.ndjson"])
            #expect(try town.audit(ledger) == "")
            return result.refusals
        }
        func row(_ owner: String, serial: String) -> String { "\(owner),,\(serial),2020-01-01,2050-01-01" }
        let (listed, unlisted) = ("C8", "77")
        #expect(try refusals("none", []) == [[], []])
        #expect(try refusals("both", [row(town.seller, serial: listed), row(town.other, serial: listed)]) == [[], []])
        let first = [row(town.seller, serial: listed), row(town.other, serial: unlisted)]
        #expect(try refusals("first", first) == [[], ["sig.cert-registered"]])
        let second = [row(town.seller, serial: unlisted), row(town.other, serial: listed)]
        #expect(try refusals("second", second) == [["sig.cert-registered"], []])
        // Whoever has no list needs none.
        #expect(try refusals("other", [row(town.seller, serial: unlisted)]) == [["sig.cert-registered"], []])
        let neither = [row(town.seller, serial: unlisted), row(town.other, serial: unlisted)]
        #expect(try refusals("neither", neither) == [["sig.cert-registered"], ["manifest.refused"]])
    }

    @Test func `as delegate and as provider too it signs only with what is on its list`() throws {
        let town = try LineTown()
        try certificate(town, "both", ["CCCD:001099000001", "MST:\(town.provider)"])
        let ledger = try town.ledger("ledger", isTest: false)
        let delegations = "delegator,delegate,from,to,forms,symbols\n\(town.other),\(town.provider),2020-01-01,,,\n"
        try town.write(delegations, to: "delegations.csv")
        try town.run(["taxpayers", "delegations", ledger, town.path("delegations.csv")])
        try register(town, ledger, ["\(town.provider),,77,2020-01-01,2050-01-01"])
        let lines = [town.line(1, of: town.other), town.line(2, of: town.other, delegate: town.provider)]
        try town.write(lines.joined(separator: "\n") + "\n", to: "a.ndjson")
        try town.sign("a.ndjson", by: "both")
        let before = try town.submit(ledger, ["a.ndjson"])
        #expect(before.refusals.map { $0.contains("sig.cert-registered") } == [true, true], "\(before.refusals)")
        try register(town, ledger, ["\(town.provider),,C8,2020-01-01,2050-01-01"])
        try town.sign("a.ndjson", by: "both")
        let after = try town.submit(ledger, ["a.ndjson"])
        #expect(after.refusals.map { $0.contains("sig.cert-registered") } == [false, false], "\(after.refusals)")
        #expect(try town.audit(ledger) == "")
    }
}
