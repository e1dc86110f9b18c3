import InvoiceModel
import InvoiceXML
import Testing

@testable import InvoiceRules

@Suite struct RuleTests {
    @Test(arguments: [Fixture.vat, .sales, .adjustment, .vehicle])
    func `a good invoice gives no finding`(fixture: Fixture) throws {
        #expect(try fixture.findings() == [])
    }

    @Test(arguments: Case.all)
    func `a change gives its finding at its place, and not without its rule`(_ sample: Case) throws {
        let all = try sample.fixture.findings()
        #expect(all.contains { $0.code == sample.code && $0.path == sample.path }, "\(all)")
        let without = try sample.fixture.findings(RuleTable.all.without(sample.code))
        #expect(!without.contains { $0.code == sample.code }, "\(without)")
        #expect(without == all.filter { $0.code != sample.code }, "the other rules do not depend on it")
    }

    @Test func `every rule has a case`() {
        let covered = Set(Case.all.map(\.code))
        let missing = RuleTable.all.rules.map(\.code).filter { !covered.contains($0) }
        #expect(missing.isEmpty, "\(missing.map(\.slug))")
        #expect(Set(RuleTable.all.rules.map(\.code)).count == RuleTable.all.rules.count, "a rule stands once")
        #expect(RuleTable.all.rules.count >= 40)
    }

    @Test(arguments: Case.all) func `a rule that is switched off is not evaluated`(_ sample: Case) throws {
        var fixture = sample.fixture
        fixture.policy.setSeverity(.off, of: sample.code)
        let isAdmission = RuleTable.all.rules.contains { rule in
            if case .admission = rule.check { return rule.code == sample.code }
            return false
        }
        guard !isAdmission else { return }
        #expect(try !fixture.findings().contains { $0.code == sample.code })
    }

    @Test func `all findings come at once, each with what stands there and what is wanted`() throws {
        let fixture = Fixture.vat.replacing("C26TAA", "C25TAA").replacing("<SHDon>7<", "<SHDon>0<")
            .replacing("012345678901", "1").replacing("<TSuat>10%</TSuat></HHDVu>", "<TSuat>11%</TSuat></HHDVu>")
        let findings = try fixture.findings()
        #expect(
            findings.map(\.code) == [
                .seriesYearMatchesIssueDate, .numRange, .ptyBuyerCccdFormat, .lineRateList,
            ]
        )
        #expect(findings[0].expected == "26" && findings[0].found == "C25TAA")
        #expect(findings[1].expected == "1–99999999" && findings[1].found == "0")
    }

    @Test func `an id of another length is not judged as a UUID besides`() throws {
        let fixture = Fixture.vat.replacing("C3D2E1F0</MTDiep>", "C3D2E1F</MTDiep>")
        #expect(try fixture.findings().map(\.code) == [.envMsgidFormat])
    }

    @Test func `no more findings are kept than the limit, the rest is counted`() throws {
        let line = "<HHDVu><TChat>9</TChat></HHDVu>"
        let many = Fixture.vat.replacing("<DSHHDVu>", "<DSHHDVu>" + String(repeating: line, count: 60))
        let message = try many.message()
        let judgement = InvoiceRules.judge(
            invoice: try #require(message.invoices.first),
            in: message,
            registry: nil,
            receivedAt: try #require(Timestamp("2026-11-20T10:00:00")),
            signedAt: nil,
            policy: Policy()
        )
        #expect(judgement.findings.count == 100)
        #expect(judgement.omittedFindings == 80)
    }

    @Test func `a bare coded invoice is judged without the rules about sending`() throws {
        let text = Fixture.vat.text
        let start = try #require(text.firstRange(of: "<HDon>")).lowerBound
        let end = try #require(text.firstRange(of: "</HDon>")).upperBound
        var bare = Fixture.vat
        bare.text = String(text[start..<end]).replacingOnce("</DLHDon>", "</DLHDon><MCCQT>00AA</MCCQT>")
        #expect(try bare.findings() == [])
        bare.receivedAt = "2027-05-01T00:00:00"
        #expect(try bare.findings() == [])
        #expect(try bare.replacing("<SHDon>7<", "<SHDon>0<").findings().map(\.code) == [.numRange])
    }

    @Test func `without a registry its rules are not evaluated`() throws {
        let message = try Fixture.vat.message()
        let judgement = InvoiceRules.judge(
            invoice: try #require(message.invoices.first),
            in: message,
            registry: nil,
            receivedAt: try #require(Timestamp("2026-11-20T10:00:00")),
            signedAt: nil,
            policy: Policy()
        )
        #expect(judgement.findings.isEmpty && judgement.facts != nil)
    }

    @Test func `what is not a message is not one`() throws {
        var fixture = Fixture.vat
        fixture.text = "<HDon/>"
        #expect(InvoiceRules.envelope(message: try fixture.message()).map(\.code) == [.xmlNotAMessage])
    }

    @Test func `a message holds as many invoices as the limit says, and not one more`() throws {
        for base in [Fixture.uncoded, .cash, .cashUncoded] {
            #expect(try base.limited(to: 2).findings().map(\.code).contains(.envBatchItemLimit) == false)
            #expect(try base.limited(to: 1).findings().map(\.code).contains(.envBatchItemLimit))
        }
        #expect(Policy().limits.invoices == 2_000)
    }
}
