import Foundation
import InvoiceModel
import InvoiceRules
import InvoiceSignature
import InvoiceSynth
import InvoiceXML
import Testing

/// Messages of many invoices: 203, 206, 216.
@Suite struct BatchTests {
    /// What only the ledger knows: the order of invoices.
    private static let byOrder: Set<String> = ["id.unique-tuple", "mtt.code-unique"]

    private func folder(_ change: (inout SynthOptions) -> Void = { _ in }) throws -> SynthFolder {
        let folder = SynthFolder()
        _ = try folder.run {
            $0.invoices = 40
            $0.uncoded = 150
            $0.cash = 150
            $0.cashUncoded = 150
            $0.perMessage = 7
            $0.badShare = 0.6
            change(&$0)
        }
        return folder
    }

    @Test(arguments: [UInt64(3), 4]) func `every invoice is judged as the manifest says`(seed: UInt64) throws {
        let folder = try folder { $0.seed = seed }
        let registry = try folder.registry()
        let checker = SignatureChecker(trust: try folder.trust(), policy: Policy())
        var known: [String: [Int: Set<String>]] = [:]
        var ways: Set<String> = []
        for line in try folder.manifest() {
            guard let type = line["type"] as? String else { continue }
            let file = try #require(line["file"] as? String)
            let found =
                try known[file] ?? verdicts(try folder.bytes(file), registry, checker)
            known[file] = found
            let expected = Set(line["codes"] as? [String] ?? []).subtracting(BatchTests.byOrder)
            #expect(found[line["place"] as? Int ?? 0] == expected, "seed \(seed): \(line)")
            if let way = line["way"] as? String { ways.insert("\(type) \(way)") }
        }
        #expect(ways.count > 50, "\(ways.sorted())")
        let message = try folder.manifest().filter { $0["type"] as? String == "203" && $0["place"] as? Int == 1 }
        #expect(message.count > 20)
    }

    /// Codes that refuse, by place: 0 for the message as a whole, else with what the package's signature says.
    private func verdicts(
        _ bytes: [UInt8],
        _ registry: Registry,
        _ checker: SignatureChecker
    ) throws -> [Int: Set<String>] {
        let policy = Policy()
        guard case .message(let message) = ParsedMessage.read(bytes, limits: policy.limits) else { return [:] }
        let receivedAt = Timestamp(SynthFolder.today).advanced(bySeconds: 9 * 3_600)
        func refusing(_ findings: [Finding]) -> Set<String> {
            Set(policy.weigh(findings).filter { $0.severity == .reject }.map(\.finding.code.slug))
        }
        var found = [0: refusing(InvoiceRules.envelope(message: message, policy: policy))]
        let isSignedOnce = message.type?.isSignedOnce == true
        let batch =
            isSignedOnce
            ? checker.checkBatch(message, registry: registry, receivedAt: receivedAt) : BatchVerification()
        for (place, invoice) in message.invoices.enumerated() {
            let own = checker.check(invoice: invoice, in: message, registry: registry, receivedAt: receivedAt)
            let signed = isSignedOnce ? batch.reports.first : own.reports.first
            let judged = InvoiceRules.judge(
                invoice: invoice,
                in: message,
                registry: registry,
                receivedAt: receivedAt,
                signedAt: signed?.signingTime,
                policy: policy
            )
            found[place + 1] = refusing(batch.findings + own.findings + judged.findings)
            #expect(judged.facts != nil || found[place + 1] != [])
        }
        return found
    }

    @Test func `messages 200 stay what they are, and the same seed gives the same bytes`() throws {
        let alone = try folder {
            $0.uncoded = 0
            $0.cash = 0
            $0.cashUncoded = 0
        }
        let first = try folder()
        let again = try folder()
        let files = try first.contents()
        #expect(try again.contents().filter { !$0.key.hasPrefix("pki") } == files.filter { !$0.key.hasPrefix("pki") })
        for (name, bytes) in try alone.contents() where name.hasPrefix("messages") {
            #expect(files[name] == bytes, "\(name)")
        }
        for name in ["manifest.ndjson", "taxpayers.csv", "certificates.csv"] {
            let old = try #require(try alone.contents()[name])
            #expect(files[name]?.starts(with: old) == true, "\(name)")
        }
    }

    @Test func `cash registers' codes are of their seller, and each good one is used once`() throws {
        let folder = try folder { $0.badShare = 0 }
        let rows = try folder.rows("taxpayers.csv").filter { $0[4].contains("K+M") }
        let allotted = Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[6]) })
        #expect(rows.count == 4 && Set(allotted.values).count == 4)
        var codes: Set<String> = []
        let lines = try folder.manifest().filter { $0["type"] as? String == "206" }
        for line in lines {
            let text = try #require(line["code"] as? String)
            let seller = try #require(line["seller"] as? String)
            let code = try #require(CashRegisterCode(text))
            #expect(code.prefix == allotted[seller])
            #expect(codes.insert(code.description).inserted)
            #expect(line["status"] as? String == "registered")
        }
        #expect(codes.count == 150)
    }

    @Test func `a package of 500 with seven bad ones is one message within two megabytes`() throws {
        let folder = SynthFolder()
        let summary = try folder.run {
            $0.invoices = 0
            $0.cash = 493
            $0.perMessage = 500
            $0.badShare = 0.0142
        }
        #expect(summary.batches == 1 && summary.registered == 493 && summary.notRegistered == 7)
        let bytes = try folder.bytes("messages/0000/00000001.xml")
        #expect(bytes.count <= Limits().messageBytes)
        let found = try verdicts(
            bytes,
            folder.registry(),
            SignatureChecker(trust: try folder.trust(), policy: Policy())
        )
        #expect(found.count == 501 && found.values.filter { !$0.isEmpty }.count >= 5)
    }

    @Test func `xmlsec1 verifies every good package and refuses the tampered ones`() throws {
        let folder = try folder()
        var verdicts: [String: (Bool, String?)] = [:]
        for line in try folder.manifest() where ["206", "216"].contains(line["type"] as? String ?? "") {
            let file = try #require(line["file"] as? String)
            verdicts[file] = (
                line["status"] as? String != "rejected" || verdicts[file]?.0 == true, line["way"] as? String
            )
        }
        var tampered = 0
        for (file, (hasGood, way)) in verdicts {
            let isVerified = try XMLSec.accepts(folder.path + "/" + file, signed: "DLieu")
            if hasGood { #expect(isVerified, "\(file)") }
            guard way == "tamperedPackage" || way == "unsignedPackage" else { continue }
            tampered += 1
            #expect(!isVerified, "\(file)")
        }
        #expect(tampered >= 4 && verdicts.count > 60)
    }

    @Test func `limits of the options are told with a sentence`() {
        for change: (inout SynthOptions) -> Void in [
            { $0.perMessage = 0 }, { $0.perMessage = 1_001 }, { $0.cash = -1 }, { $0.uncoded = 10_000_001 },
        ] {
            #expect(throws: SynthError.self) { _ = try SynthFolder().run(change) }
        }
    }
}
