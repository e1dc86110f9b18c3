import Foundation
import InvoiceModel
import InvoiceSignature
import InvoiceXML
import TestSupport
import Testing

/// Every byte of the signed parts of whole messages changed in turn, each judged by xmlsec1 and by us.
///
/// A run takes a seeded slice of the bytes; `XACTHUC_FULL=1` changes every byte in eight ways.
@Suite struct MutantTests {
    let pki = TestPki.shared

    struct Mutant {
        let place: Int
        let byte: UInt8
        let bytes: [UInt8]
    }

    @Test(arguments: [Sample.Style.plain, .referencesAndSections, .namespacesOnTheMessage])
    func `our verdict on each mutant is xmlsec1's, and what changes the canonical form is refused`(
        style: Sample.Style
    ) throws {
        let judge = try Judge()
        defer { judge.remove() }
        let original = try judge.sign(Sample(style: style), by: try #require(pki.rsa[2_048]))
        let isFull = ProcessInfo.processInfo.environment["XACTHUC_FULL"] == "1"
        let seed = TestSeed.value
        let mutants = try mutants(of: original, seed: seed, ways: isFull ? 8 : 1, slice: isFull ? 1 : 8)
        let verdicts = try judged(mutants, judge)
        let forms = try canonicalForms(of: original)
        let checker = SignatureChecker(trust: try pki.trust(), policy: Policy())
        var accepted = 0
        for (mutant, theirs) in zip(mutants, verdicts) {
            let ours = isAccepted(mutant.bytes, checker)
            let what =
                "seed \(seed), byte \(mutant.byte) at \(mutant.place) of \(original[mutant.place]): "
                + String(decoding: original[max(0, mutant.place - 30)..<mutant.place + 30], as: UTF8.self)
            if ours != theirs { #expect(isIntended(mutant, original), "ours \(ours), xmlsec1's \(theirs); \(what)") }
            #expect(theirs || !ours, "we accept what xmlsec1 refuses; \(what)")
            if ours {
                accepted += 1
                #expect(try canonicalForms(of: mutant.bytes) == forms, "\(what)")
            }
        }
        #expect(mutants.count > 100 && accepted < mutants.count / 10)
    }

    @Test func `every byte of the signed parts changed: what is accepted has the same canonical form`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        let original = try judge.sign(Sample(), by: try #require(pki.rsa[2_048]))
        let seed = TestSeed.value
        let checker = SignatureChecker(trust: try pki.trust(), policy: Policy())
        let forms = try canonicalForms(of: original)
        #expect(isAccepted(original, checker))
        for mutant in try mutants(of: original, seed: seed, ways: 1, slice: 1) where isAccepted(mutant.bytes, checker) {
            #expect(
                try canonicalForms(of: mutant.bytes) == forms,
                "seed \(seed), byte \(mutant.byte) at \(mutant.place)"
            )
        }
    }

    @Test(arguments: [Sample.Style.plain, .namespacesOnTheMessage])
    func `our verdict on each mutant of a package is xmlsec1's`(style: Sample.Style) throws {
        let judge = try Judge()
        defer { judge.remove() }
        let original = try judge.sign(BatchSample(style: style))
        let seed = TestSeed.value
        let tags: [InvoiceXML.Tag] = [.DLieu, .SignedInfo, .SignatureValue, .Object]
        let mutants = try mutants(of: original, in: tags, seed: seed, ways: 1, slice: 12)
        let verdicts = try judged(mutants, judge, Judge.identifiers(in: original) + Judge.holder("CKSNNT"))
        let checker = SignatureChecker(trust: try pki.trust(), policy: Policy())
        for (mutant, theirs) in zip(mutants, verdicts) {
            var ours = false
            if let message = try? parsed(mutant.bytes), message.type == MessageType.cashRegister {
                let batch = checker.checkBatch(message, registry: .empty, receivedAt: TestPki.receivedAt)
                ours = !batch.findings.contains { Policy().severity(of: $0.code) == .reject }
            }
            let what = "seed \(seed), byte \(mutant.byte) at \(mutant.place) of \(original[mutant.place])"
            if ours != theirs { #expect(isIntended(mutant, original), "ours \(ours), xmlsec1's \(theirs); \(what)") }
            #expect(theirs || !ours, "we accept what xmlsec1 refuses; \(what)")
        }
        #expect(mutants.count > 200)
    }

    /// Differences written down in Documentation/SIGNATURES.md: base64 with bits set that no byte holds.
    private func isIntended(_ mutant: Mutant, _ original: [UInt8]) -> Bool {
        let before = String(decoding: original[..<mutant.place], as: UTF8.self)
        guard let start = before.ranges(of: "<SignatureValue>").last, !before[start.upperBound...].contains("<") else {
            return false
        }
        return original[(mutant.place + 1)...].starts(with: "=".utf8)
    }

    private func isAccepted(_ bytes: [UInt8], _ checker: SignatureChecker) -> Bool {
        guard let message = try? parsed(bytes), message.invoices.count == 1 else { return false }
        let verification = checker.check(
            invoice: message.invoices[0],
            in: message,
            registry: .empty,
            receivedAt: TestPki.receivedAt
        )
        let policy = Policy()
        return verification.reports.allSatisfy { $0.integrity == .valid }
            && !verification.findings.contains { policy.severity(of: $0.code) == .reject }
    }

    /// The canonical forms of what is signed: the invoice, the signing time, `SignedInfo`.
    private func canonicalForms(of bytes: [UInt8]) throws -> [[UInt8]] {
        let message = try parsed(bytes)
        return [Tag.DLHDon, .Object, .SignedInfo].map { tag in
            var form: [UInt8] = []
            if let index = message.elements.indices.first(where: { message.elements[$0].tag == tag }) {
                Canonicalizer.append(element: Int32(index), of: message, context: .inPlace, to: &form)
            }
            return form
        }
    }

    private func mutants(
        of original: [UInt8],
        in tags: [InvoiceXML.Tag] = [.DLHDon, .SignedInfo, .SignatureValue, .Object],
        seed: UInt64,
        ways: Int,
        slice: UInt64
    ) throws -> [Mutant] {
        let message = try parsed(original)
        var random = Seeded(state: seed)
        var mutants: [Mutant] = []
        for tag in tags {
            let index = try #require(message.elements.indices.first { message.elements[$0].tag == tag })
            for place in message.elements[index].whole.range {
                if random.next() % slice != 0 { continue }
                for way in 0..<ways {
                    var bytes = original
                    bytes[place] = other(than: original[place], way, &random)
                    mutants.append(Mutant(place: place, byte: bytes[place], bytes: bytes))
                }
            }
        }
        return mutants
    }

    /// Another byte: often one that keeps the message well-formed.
    private func other(than byte: UInt8, _ way: Int, _ random: inout Seeded) -> UInt8 {
        let likely = Array("AZaz09+/= \t\n\r'\"&<>#-.:".utf8)
        while true {
            let drawn = random.next()
            let other: UInt8
            switch drawn % 3 {
            case 0: other = byte ^ 1
            case 1: other = likely[Int(drawn >> 8) % likely.count]
            default: other = UInt8(truncatingIfNeeded: drawn >> 8) & 0x7F
            }
            if other != byte { return other }
        }
    }

    private func judged(
        _ mutants: [Mutant],
        _ judge: Judge,
        _ options: [String] = Judge.identifiers + Judge.holder("NBan")
    ) throws -> [Bool] {
        let folder = judge.folder.appendingPathComponent("mutants")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (number, mutant) in mutants.enumerated() {
            let name = String(format: "%07d.xml", number)
            try Data(mutant.bytes).write(to: folder.appendingPathComponent(name))
        }
        try judge.write(Array(pki.rootPEM.utf8), "root.pem")
        try judge.write(Array(pki.issuerPEM.utf8), "issuer.pem")
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Judges/xmlsec_verdicts.py").path
        let result = try judge.run(
            "/usr/bin/python3",
            [
                script, "mutants", "--enabled-key-data", "x509", "--trusted-pem", "root.pem", "--trusted-pem",
                "issuer.pem",
            ]
                + ["--verification-time", "2026-11-21 12:00:00"] + options
        )
        let verdicts = result.output.split(separator: "\n").map { $0.hasSuffix(" 1") }
        try #require(verdicts.count == mutants.count, "\(result.output.prefix(500))")
        return verdicts
    }
}

/// A repeatable source of numbers.
struct Seeded {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
