import Foundation
import InvoiceModel
import Testing

@testable import InvoiceEngine

/// One rule's example in `Data/rejects`.
struct Example: Sendable, CustomTestStringConvertible {
    /// The rule.
    let code: RuleCode
    /// The good message it starts from.
    let base: String
    /// Rules that the same fault breaks besides.
    let more: Set<RuleCode>
    /// How it is judged, as `cases.tsv` says.
    let options: String

    var testDescription: String { code.slug }

    /// Whether only `submit` shows it: something came before, or `check` takes such documents too.
    var needsLedger: Bool { options.contains("before") || options == "submit" }

    /// Whether it is about lines of JSON.
    var isOfLines: Bool { base == "line" }

    /// Everything that must be found in the refused message.
    var expected: Set<RuleCode> { more.union([code]) }

    /// The path of a message.
    func path(_ name: String) -> String { "\(Example.folder)/\(code.slug)/\(name).\(isOfLines ? "ndjson" : "xml")" }

    /// The bytes of a message.
    func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path(name))))
    }

    /// What is sent before that message, in order.
    func before(_ name: String) -> [String] {
        let names = name == "refused" ? ["before", "before-refused"] : ["before"]
        return names.filter { FileManager.default.fileExists(atPath: path($0)) }
    }

    /// `Data`.
    static let data = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Data").standardized
        .path
    /// `Data/rejects`.
    static let folder = data + "/rejects"

    /// Every example, in the order of `cases.tsv`.
    static let all: [Example] = rows("rejects/cases.tsv").compactMap { row in
        guard row.count == 6, let code = rule(row[0]) else { return nil }
        let more = row[4].split(separator: " ").compactMap { rule(String($0)) }
        return Example(code: code, base: row[1], more: Set(more), options: row[5])
    }

    /// Rules without example, each with the reason.
    static let missing: [(slug: String, why: String)] = rows("rules-without-example.tsv").compactMap { row in
        row.count == 2 ? (row[0], row[1]) : nil
    }

    /// The rule of that code.
    static func rule(_ slug: String) -> RuleCode? { RuleCode.allCases.first { $0.slug == slug } }

    private static func rows(_ name: String) -> [[String]] {
        let text = (try? String(contentsOfFile: "\(data)/\(name)", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst().map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }
}

/// Ledgers in which the examples are judged.
enum ExampleLedger {
    /// A new one; removed with `remove`.
    static func make() throws -> (engine: Engine, path: String) {
        let path = NSTemporaryDirectory() + "xacthuc-examples-\(UUID().uuidString)"
        var request = LedgerRequest()
        request.isTest = true
        request.seed = "1"
        request.clock = Timestamp("2026-11-20T12:00:00")
        let engine = try Engine.create(at: path, request)
        let pki = Example.folder + "/pki"
        _ = try engine.importTaxpayers(InputFile(name: pki + "/registry.csv"))
        _ = try engine.importCertificates(InputFile(name: pki + "/certificates.csv"))
        _ = try engine.importStops(InputFile(name: pki + "/stops.csv"))
        _ = try engine.importDelegations(InputFile(name: pki + "/delegations.csv"))
        _ = try engine.addAnchors([InputFile(name: pki + "/anchors.pem")])
        _ = try engine.addRevocationLists([InputFile(name: pki + "/crl.pem")])
        _ = try engine.setPolicy(InputFile(name: Example.folder + "/policy.json"))
        return (engine, path)
    }

    static func remove(_ path: String) {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The state of such a ledger.
    static let state: LedgerState? = {
        guard let made = try? make() else { return nil }
        defer { remove(made.path) }
        return try? made.engine.state()
    }()

    /// What `submit` answers to a message, after those before it.
    static func submitted(_ example: Example, _ name: String) throws -> [Outcome] {
        let made = try make()
        defer { remove(made.path) }
        var last: [Outcome] = []
        for file in example.before(name) + [name] {
            last = []
            var options = SubmitOptions()
            options.workers = 1
            _ = try made.engine.submit([example.path(file)], options) { event in
                if case .outcomes(let outcomes) = event { last += outcomes }
            }
            if file != name {
                #expect(last.flatMap(\.findings).isEmpty, "\(file) before \(example.code.slug)")
            }
        }
        return last
    }

    /// What `check` answers to every message that needs no ledger before it.
    static let checked: [String: [Outcome]] = {
        guard let state else { return [:] }
        let paths = Example.all.filter { !$0.needsLedger }.flatMap { [$0.path("accepted"), $0.path("refused")] }
        var found: [String: [Outcome]] = [:]
        let checker = Checker(state, receivedAt: Timestamp("2026-11-20T12:00:00") ?? Timestamp(localSeconds: 0))
        _ = checker.check(paths, workers: 2) { event in
            guard case .outcomes(let outcomes) = event else { return }
            for outcome in outcomes { found[outcome.file, default: []].append(outcome) }
        }
        return found
    }()
}
