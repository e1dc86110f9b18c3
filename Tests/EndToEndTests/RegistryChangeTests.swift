import Foundation
import Testing

/// Stops, versions and delegations between messages: each message is judged by what was known when it came.
@Suite struct RegistryChangeTests {
    /// What one ledger said.
    private struct Run {
        var ledger: TownLedger
        /// Of the messages before, during and after the stop.
        var parts: [Program.Result]
        var stopped: String
        var changed: String
    }

    private static func run(workers: String) throws -> Run {
        let ledger = try TownLedger()
        let folders = try FileManager.default.subpathsOfDirectory(atPath: ledger.town.messages)
        let files = folders.filter { $0.hasSuffix(".xml") }.sorted().map { "\(ledger.town.messages)/\($0)" }
        let (half, last) = (files.count / 2, files.count * 3 / 4)
        func submit(_ range: Range<Int>) throws -> Program.Result {
            try ledger.submit(Array(files[range]), "--workers", workers, "--batch", workers == "1" ? "1" : "16")
        }
        func take(_ list: String, _ text: String) throws {
            let result = try Program.run(["taxpayers", list, ledger.path, "-"], input: Array(text.utf8))
            try #require(result.status == 0, "\(result.errors)")
        }
        // Sellers with invoices of several days among the first, most of them first.
        let dry = try Program.run(["check", "--json"] + files[0..<half])
        let days = Dictionary(grouping: dry.outcomes) { $0["seller"] as? String ?? "" }.filter { _, outcomes in
            Set(outcomes.compactMap { $0["date"] as? String }).isSuperset(of: ["2026-11-19", "2026-11-20"])
        }
        let sellers = days.sorted { ($0.value.count, $0.key) > ($1.value.count, $1.key) }.map(\.key)
        let (stopped, changed) = (sellers[0], sellers[1])
        let head = "tax_code,name,office_code,status,methods,forms,cash_register_code,registered_on,valid_from\n"
        try take("import", head + "\(changed),A,10101,active,K,1+2+3+4+5+6,,2020-01-01,2026-11-20\n")
        var parts = [try submit(0..<half)]
        let stops = "tax_code,cause,from,to,kinds,notice\n"
        try take("stops", stops + "\(stopped),k,2026-11-20T12:00:00,,C,1/TB-NSD\n\(changed),h,2026-11-01,,K+M,\n")
        try take("import", head + "\(changed),A,10101,active,C,1+2+3+4+5+6,,2020-01-01,\n")
        parts.append(try submit(half..<last))
        try take("stops", stops + "\(stopped),k,2026-11-20T12:00:00,2026-11-20T12:00:00,K,1/TB-NSD\n")
        try take(
            "delegations",
            "delegator,delegate,from,to,forms,symbols\n\(changed),\(stopped),2026-01-01,,1,C26TAA\n"
        )
        parts.append(try submit(last..<files.count))
        return Run(ledger: ledger, parts: parts, stopped: stopped, changed: changed)
    }

    private func codes(_ outcome: [String: Any]) -> Set<String> {
        Set((outcome["findings"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String })
    }

    @Test func `each message is judged by the registry of its moment, by any number of workers`() throws {
        let run = try Self.run(workers: "1")
        let other = try Self.run(workers: "3")
        for (one, three) in zip(run.parts, other.parts) { #expect(one.output == three.output) }

        func issuable(_ part: Int, of seller: String) -> [[String: Any]] {
            run.parts[part].outcomes.filter {
                $0["seller"] as? String == seller && run.ledger.town.expected($0)?.status == "issued"
            }
        }
        let during = issuable(1, of: run.stopped)
        #expect(during.count > 3)
        #expect(during.allSatisfy { codes($0).contains("stop.k-evasion") && $0["status"] as? String == "rejected" })
        for part in [0, 2] {
            let outcomes = issuable(part, of: run.stopped)
            #expect(outcomes.count > 3 && outcomes.allSatisfy { $0["status"] as? String == "issued" })
        }
        // A stop of other kinds is none, and what a row without a day replaced is gone.
        for part in [1, 2] {
            let outcomes = issuable(part, of: run.changed)
            #expect(outcomes.count > 3 && outcomes.allSatisfy { $0["status"] as? String == "issued" })
        }
        let first = issuable(0, of: run.changed)
        let late = first.filter { ($0["date"] as? String ?? "") >= "2026-11-20" }
        #expect(!late.isEmpty && late.count < first.count)
        for outcome in first {
            let isLate = (outcome["date"] as? String ?? "") >= "2026-11-20"
            #expect(codes(outcome).contains("reg.coded-covered") == isLate, "\(outcome)")
        }
        try expectSound(run.ledger)
        try expectShown(run)
    }

    private func expectShown(_ run: Run) throws {
        func show(_ code: String) throws -> Program.Result {
            try Program.run(["taxpayers", "show", run.ledger.path, code, "--format", "csv"])
        }
        let rows = try show(run.stopped).output.split(separator: "\n").map(String.init)
        #expect(rows.first == "kind,from,to,what")
        #expect(rows.contains("stop k,2026-11-20T12:00:00,2026-11-20T12:00:00,\"invoices K, notice 1/TB-NSD\""))
        #expect(rows.contains("delegation,2026-01-01,,\"by \(run.changed), forms 1, symbols C26TAA\""))
        #expect(rows.contains { $0.hasPrefix("certificate,") } && rows.contains { $0.hasPrefix("version,") })
        #expect(try show(run.changed).output.contains("to \(run.stopped)"))
        let unknown = try show("0100000000")
        #expect(unknown.status == 1 && unknown.errors.contains("nothing is known"))
        #expect(try show("1").status == 2)
    }

    private func expectSound(_ ledger: TownLedger) throws {
        func audit(_ path: String) throws {
            let result = try Program.run(["audit", path, "--signatures", "--json", "--progress", "off"])
            #expect(result.status == 0, "\(path): \(result.output)\(result.errors)")
        }
        try audit(ledger.path)
        let history = try Program.run(["history", ledger.path, "--format", "csv"]).output
        for words in [",stops,2 stops", ",stops,1 stop\n", ",delegations,1 delegation\n", ",taxpayers,1 taxpayer\n"] {
            #expect(history.contains(words), "\(history)")
        }
        let copied = try Program.run(["backup", ledger.path, ledger.folder + "/copy"])
        #expect(copied.status == 0, "\(copied.errors)")
        try audit(ledger.folder + "/copy")
        #expect(try Program.run(["rebuild", ledger.path, "--progress", "off"]).status == 0)
        try audit(ledger.path)
    }
}
