import InvoiceModel
import Testing

@testable import InvoiceEngine

@Suite struct PipelineTests {
    @Test(arguments: [1, 2, 3, 8]) func `results come back in order for any number of workers`(workers: Int) {
        let pool = WorkerPool((0..<workers).map { $0 })
        let results = pool.map(count: 1_000) { _, index in index * index }
        #expect(results == (0..<1_000).map { $0 * $0 })
        #expect(pool.map(count: 0) { _, index in index }.isEmpty)
    }

    @Test func `any refusing finding that asks for a 999 makes it a 999`() {
        let policy = Policy()
        func refusal(_ codes: [RuleCode]) -> Answer? {
            WeighedFindings(codes.map { Finding($0, path: "") }, policy: policy).refusal
        }
        #expect(refusal([]) == nil)
        #expect(refusal([.sigAlgorithm]) == nil)
        #expect(refusal([.envMandatoryPresent, .sigAlgorithm]) == .notice)
        #expect(refusal([.envMandatoryPresent, .envReceiverIsTct]) == .technical)
    }

    @Test func `findings beyond the limit are counted, and those that refuse stay`() {
        var policy = Policy()
        policy.limits.findings = 3
        let warnings = (0..<5).map { Finding(.envDatetimeZone, path: "w\($0)") }
        let refusals = [Finding(.envMandatoryPresent, path: "r"), Finding(.envReceiverIsTct, path: "t")]
        let weighed = WeighedFindings(warnings + refusals, policy: policy, alreadyOmitted: 2)
        #expect(weighed.kept.map(\.finding.path) == ["t", "r", "w0"])
        #expect(weighed.omitted == 6)
        #expect(weighed.refusal == .technical)
    }

    @Test func `a report is an array of objects whose counts are numbers`() {
        let report = Report(
            columns: [.init("rate"), .init("net", .decimal), .init("invoices", .count)],
            rows: [["8%", "12.5", "3"], [nil, "0", "0"]]
        )
        let expected = #"[{"invoices":3,"net":"12.5","rate":"8%"},{"invoices":0,"net":"0","rate":null}]"#
        #expect(OutcomeJSON.line(report) == expected)
    }

    @Test func `a line of JSON has every field, absent ones null`() {
        let outcome = Outcome(file: "a/b.xml", index: 7, kind: .document, status: .unreadable)
        let expected =
            #"{"code":null,"date":null,"file":"a/b.xml","findings":[],"form":null,"index":7,"kind":"document","#
            + #""message_id":null,"number":null,"reply":null,"seller":null,"signatures":[],"status":"unreadable","#
            + #""symbol":null}"#
        #expect(OutcomeJSON.line(outcome) == expected)
    }
}
