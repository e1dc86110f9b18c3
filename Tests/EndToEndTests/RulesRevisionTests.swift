import Foundation
import InvoiceModel
import OpenSSL
import Testing

/// Ties `RulesRevision.current` to what the rules say of a stored sample.
@Suite struct RulesRevisionTests {
    /// SHA-256 of what each revision says of the sample: status and findings with weight, path and values of every one.
    ///
    /// A revision that a release went out with is never changed here. A change of verdicts since then needs the next
    /// one: raise `RulesRevision.current`, and add the digest that this test prints. Otherwise ledgers of the release
    /// would look damaged to the next program's audit.
    private static let verdicts: [UInt64: String] = [
        1: "3249787aaf7bfd4e9a76527ae58e66eabcaece2085a225c668982c41941a836d"
    ]

    @Test func `verdicts of the sample are those of this revision of the rules`() throws {
        let old = try UpgradeTests.Old()
        let files = try old.originals()
        try #require(try Program.run(["upgrade", old.path]).status == 0)
        let checked = try Program.run(["check"] + files + ["--ledger", old.path, "--json"])
        #expect(checked.outcomes.count == files.count)
        var lines = ""
        for outcome in checked.outcomes {
            lines += "\(outcome["status"] as? String ?? "-")\n"
            for finding in outcome["findings"] as? [[String: Any]] ?? [] {
                let values = ["code", "severity", "path", "expected", "found"].map { finding[$0] as? String ?? "-" }
                lines += values.joined(separator: "\t") + "\n"
            }
        }
        let digest = Hex.lowercase(SHA256.hash(Array(lines.utf8)))
        #expect(
            Self.verdicts[RulesRevision.current] == digest,
            """
            The rules say something else of the sample: \(digest). If a release went out with revision \
            \(RulesRevision.current), raise it; in any case note the digest beside it.
            """
        )
    }
}
