import Foundation
import InvoiceModel
import TestSupport
import Testing

@testable import InvoiceEngine

/// Lines written field by field are those that Foundation's encoder would write.
@Suite struct OutcomeWriterTests {
    private static let pieces = [
        "", "a", "\"", "\\", "/", "\n", "\r", "\t", "\u{8}", "\u{c}", "\u{0}", "\u{1f}", "\u{7f}", "Chữ ký số", "😀",
        "\u{2028}", "é", "</a>", "1 C26TAA 7",
    ]

    private static func text(_ random: inout SeededRandom) -> String {
        (0..<Int.random(in: 0...4, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }

    private static func maybe(_ random: inout SeededRandom) -> String? {
        Bool.random(using: &random) ? text(&random) : nil
    }

    private static func outcome(_ random: inout SeededRandom) -> Outcome {
        var outcome = Outcome(
            file: text(&random),
            index: Int.random(in: 0...99_999, using: &random),
            kind: .invoice,
            status: .issued
        )
        outcome.status = Outcome.Status.allCases.randomElement(using: &random) ?? .issued
        (outcome.seller, outcome.form, outcome.symbol) = (maybe(&random), maybe(&random), maybe(&random))
        (outcome.number, outcome.date, outcome.code) = (maybe(&random), maybe(&random), maybe(&random))
        (outcome.reply, outcome.messageID) = (maybe(&random), maybe(&random))
        outcome.line = Bool.random(using: &random) ? Int.random(in: 1...9_999_999, using: &random) : nil
        outcome.omittedFindings = Int.random(in: 0...2, using: &random)
        outcome.findings = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            let code = RuleCode.allCases.randomElement(using: &random) ?? .xmlSyntax
            let finding = Finding(code, path: text(&random), expected: maybe(&random), found: maybe(&random))
            var report = FindingReport(WeighedFinding(finding, severity: Bool.random(using: &random) ? .warn : .reject))
            report.column = Bool.random(using: &random) ? 7 : nil
            return report
        }
        outcome.signatures = (0..<Int.random(in: 0...2, using: &random)).map { _ in
            SignatureLine(
                signer: text(&random),
                algorithm: maybe(&random),
                integrity: text(&random),
                chain: text(&random),
                signingTime: Bool.random(using: &random) ? Timestamp(localSeconds: 1_795_143_600) : nil,
                context: maybe(&random)
            )
        }
        if Int.random(in: 0..<6, using: &random) == 0 {
            outcome.fault = ContainerFault(.entries, at: 5, expected: text(&random))
        }
        return outcome
    }

    @Test func `every line is the one that an encoder with sorted keys writes`() throws {
        var random = SeededRandom(seed: TestSeed.value)
        let outcomes = (0..<500).map { _ in Self.outcome(&random) }
        let bytes = OutcomeJSON.lines(outcomes, workers: 3)
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.last == "")
        #expect(lines.count == outcomes.count + 1)
        for (line, outcome) in zip(lines, outcomes) {
            // Foundation reads it, sorts its keys, and writes the same again.
            let read = try JSONSerialization.jsonObject(with: Data(line.utf8))
            let again = try JSONSerialization.data(
                withJSONObject: read,
                options: [.sortedKeys, .withoutEscapingSlashes]
            )
            #expect(String(decoding: again, as: UTF8.self) == line, "SEED=\(TestSeed.value)")
            let object = try #require(read as? [String: Any])
            #expect(object["file"] as? String == outcome.file)
            #expect(object["seller"] as? String == outcome.seller)
            #expect(object["status"] as? String == outcome.status.rawValue)
            #expect(object["index"] as? Int == outcome.index)
            #expect(object["line"] as? Int == outcome.line)
            let findings = try #require(object["findings"] as? [[String: Any]])
            #expect(findings.count == (outcome.fault == nil ? outcome.findings.count : 1))
            if outcome.fault == nil {
                let encoded = "[" + outcome.findings.map { OutcomeJSON.line($0) }.joined(separator: ",") + "]"
                #expect(line.contains("\"findings\":\(encoded)"))
            }
        }
    }
}
