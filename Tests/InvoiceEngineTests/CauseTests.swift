import InvoiceModel
import Testing

@testable import InvoiceEngine

/// What people are told of a run: causes, not invoices.
@Suite struct CauseTests {
    private static func outcome(_ index: Int, _ findings: [WeighedFinding]) -> Outcome {
        var outcome = Outcome(file: "in/\(index).xml", index: index, kind: .invoice, status: .rejected)
        outcome.form = "1"
        outcome.symbol = "C26TAA"
        outcome.number = "\(index)"
        outcome.findings = findings.map { FindingReport($0) }
        return outcome
    }

    private static func refusal(_ code: RuleCode, _ path: String, found: String? = nil) -> WeighedFinding {
        WeighedFinding(Finding(code, path: path, expected: "ISO 4217", found: found), severity: .reject)
    }

    @Test func `ten thousand invoices with one fault are one cause on one screen`() throws {
        var causes = Causes()
        for index in 0..<10_000 {
            let finding = Self.refusal(.curCode, "HDon/DLHDon/TTChung/DVTTe", found: "US\(index % 10)")
            causes.add(Self.outcome(index, [finding]))
        }
        #expect(causes.refusals.count == 1)
        let cause = try #require(causes.refusals.first)
        #expect(cause.count == 10_000)
        #expect(cause.examples.count == Causes.exampleLimit)
        let lines = CausePage(causes).lines
        #expect(lines.count <= 24, "\(lines.count) lines do not fit a screen")
        #expect(
            lines.prefix(10) == [
                "", "Refused because", "  All 10,000 refused have this one cause:",
                "  10,000  cur.code  HDon/DLHDon/TTChung/DVTTe",
                "          The currency is not a code of ISO 4217",
                "          Đơn vị tiền tệ không thuộc danh mục ISO 4217",
                "          Mend: Write the three letters of the currency, such as VND",
                "          Sửa: Ghi mã tiền tệ gồm 3 chữ cái theo ISO 4217, ví dụ VND",
                "          First: in/0.xml: 1C26TAA 0: found \"US0\", expected ISO 4217",
                "                 in/1.xml: 1C26TAA 1: found \"US1\", expected ISO 4217",
            ]
        )
    }

    @Test func `what was found in each is told once, and warnings beside refusals are short`() throws {
        var causes = Causes()
        let warnings = [
            RuleCode.sigAlgorithm, .sigKeySize, .sigOwnDocument, .sigTimeNotOld, .envDatetimeZone, .sumPreTax,
        ]
        for index in 0..<3 {
            let found = [Self.refusal(.curCode, "HDon/DLHDon/TTChung/DVTTe", found: "dong")]
            let more = warnings.map { WeighedFinding(Finding($0, path: "HDon", found: "\(index)"), severity: .warn) }
            causes.add(Self.outcome(index, found + more))
        }
        var accepted = Self.outcome(3, [])
        accepted.status = .issued
        causes.add(accepted)
        let lines = CausePage(causes).lines
        #expect(lines[2] == "  All 3 refused have this one cause:")
        #expect(lines.contains("     In each: found \"dong\", expected ISO 4217"))
        #expect(lines.contains("     First: in/0.xml: 1C26TAA 0"))
        let place = try #require(lines.firstIndex(of: "Warnings"))
        #expect(!lines[place...].contains { $0.contains("Mend: ") || $0.contains("in/1.xml") })
        #expect(lines.contains("  … and 1 more causes, 3 times; --json lists each."))
        // Another refused invoice has another cause: then the sentence would not be true.
        causes.add(Self.outcome(4, [Self.refusal(.xmlSyntax, "byte 7")]))
        #expect(!CausePage(causes).lines.contains { $0.hasPrefix("  All ") })
    }

    @Test func `places that differ in the number of a line or byte are one, and an invoice counts once`() {
        var causes = Causes()
        let line = "HDon/DLHDon/NDHDon/DSHHDVu/HHDVu"
        causes.add(
            Self.outcome(
                0,
                [Self.refusal(.lineAmount, "\(line)[1]/ThTien"), Self.refusal(.lineAmount, "\(line)[7]/ThTien")]
            )
        )
        causes.add(
            Self.outcome(1, [Self.refusal(.lineAmount, "\(line)/ThTien"), Self.refusal(.lineName, "\(line)/THHDVu")])
        )
        causes.add(Self.outcome(2, [Self.refusal(.xmlSyntax, "byte 7")]))
        causes.add(Self.outcome(3, [Self.refusal(.xmlSyntax, "byte 30")]))
        let told = causes.refusals.map { "\($0.count) \($0.report.weighed.finding.code.slug) \($0.place)" }
        #expect(
            told == ["2 xml.syntax byte", "2 line.amount \(line)/ThTien", "1 line.name \(line)/THHDVu"]
        )
    }

    @Test func `what refuses comes before what warns`() {
        var causes = Causes()
        let warning = WeighedFinding(Finding(.sigAlgorithm, path: "HDon/DSCKS"), severity: .warn)
        for index in 0..<9 { causes.add(Self.outcome(index, [warning])) }
        causes.add(Self.outcome(9, [Self.refusal(.curCode, "a")]))
        let heads = CausePage(causes).lines.filter { $0 == "Refused because" || $0 == "Warnings" }
        #expect(heads == ["Refused because", "Warnings"])
        #expect(causes.warnings.map(\.count) == [9])
        #expect(CausePage(Causes()).lines.isEmpty)
    }

    @Test func `however many causes there are, memory and screen stay bounded and the rest is counted`() {
        var causes = Causes()
        for index in 0..<(Causes.causeLimit + 70) {
            causes.add(Self.outcome(index, [Self.refusal(.envUnknownElement, "HDon/DLHDon/A\(index)")]))
        }
        #expect(causes.refusals.count == Causes.causeLimit)
        #expect(causes.rest == 70)
        let lines = CausePage(causes).lines
        #expect(lines.count < 150)
        #expect(lines.contains("  … and 480 more causes, 480 times; --json lists each."))
        #expect(lines.contains("70 more findings of other causes; --json lists each."))
    }

    @Test func `what a sender wrote cannot break the lines`() {
        var causes = Causes()
        causes.add(Self.outcome(0, [Self.refusal(.curCode, "a", found: "x\n\u{1B}[2J\r\ny")]))
        let text = CausePage(causes).lines.joined()
        #expect(text.unicodeScalars.allSatisfy { $0.value >= 32 })
    }

    @Test func `the page of a rule says all of it, and a mistyped code names the nearest`() throws {
        let page = try Engine.explain("cur.code", in: nil)
        for part in ["ISO 4217", "reject by default", "20510", "Decree 254/2026", "Đơn vị tiền tệ", "US$"] {
            #expect(page.contains(part), "\(part)")
        }
        for fault in ContainerFault.Code.allCases {
            let page = try Engine.explain(fault.rawValue, in: nil)
            for text in [fault.english, fault.vietnamese, fault.remedy, fault.remedyVietnamese] {
                #expect(page.contains(text), "\(fault)")
            }
        }
        #expect(RulePage.nearest(to: "container.rati").first == "container.ratio")
        #expect(RulePage.nearest(to: "cur.cod").first == "cur.code")
        #expect(RulePage.nearest(to: "unique-tupel").first == "id.unique-tuple")
        let error = #expect(throws: EngineError.self) { try Engine.explain("sig.algoritm", in: nil) }
        #expect(error?.code == .usage)
        #expect(error?.description.contains("sig.algorithm") == true)
        let list = try Engine.explainAll(in: nil)
        #expect(RuleCode.allCases.allSatisfy { list.contains("  \($0.slug) ") })
    }
}
