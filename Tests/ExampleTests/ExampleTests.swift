import InvoiceModel
import Testing

@testable import InvoiceEngine
@testable import InvoiceRules

/// The examples of the rules: each breaks its rule and nothing else, and nothing notices once the rule is gone.
@Suite struct ExampleTests {
    /// Rules that no example can show. A new rule needs an example (`Data/rejects/cases.tsv`, then `Scripts/rejects`);
    /// only where none is possible, a reason in `Data/rules-without-example.tsv` and its code here.
    private static let withoutExample = [
        "env.batch-item-limit", "xml.too-large", "xml.elements", "xml.text-length", "xml.lines", "sig.revocation-fresh",
        "form.not-served",
    ]

    /// Found by the ledger from what came before: they are no entries of the table of rules, and never off.
    private static let byLedger: Set<RuleCode> = [.envMsgidUnique, .idUniqueTuple, .mttCodeUnique]

    @Test func `every rule has one example, or stands in the list of those that can have none`() {
        let shown = Example.all.map(\.code.slug)
        #expect(shown.count == Set(shown).count)
        #expect(Example.missing.map(\.slug) == ExampleTests.withoutExample)
        #expect(Example.missing.allSatisfy { !$0.why.isEmpty })
        let all = Set(RuleCode.allCases.map(\.slug))
        #expect(Set(shown).union(ExampleTests.withoutExample) == all)
        #expect(Set(shown).isDisjoint(with: ExampleTests.withoutExample))
    }

    @Test func `the generated examples are those of the files`() {
        for code in RuleCode.allCases {
            let example = RuleBook.example(for: code)
            #expect(example.missing.isEmpty == Example.all.contains { $0.code == code }, "\(code.slug)")
        }
    }

    @Test(arguments: Example.all) func `the accepted message breaks no rule, the refused one just its own`(
        example: Example
    ) throws {
        let bench = try Bench()
        #expect(try bench.codes(of: example, "accepted") == [], "accepted")
        guard !ExampleTests.byLedger.contains(example.code) else { return }
        #expect(try bench.codes(of: example, "refused") == example.expected, "refused")
    }

    @Test(arguments: Example.all) func `check and submit say the same`(example: Example) throws {
        for (name, expected) in [("accepted", []), ("refused", example.expected)] {
            let outcomes =
                example.needsLedger
                ? try ExampleLedger.submitted(example, name) : ExampleLedger.checked[example.path(name)] ?? []
            #expect(!outcomes.isEmpty)
            let found = outcomes.flatMap(\.findings)
            #expect(Set(found.map(\.weighed.finding.code)) == expected, "\(name)")
            let isRefused = found.contains { $0.weighed.severity == .reject }
            #expect(outcomes.allSatisfy(\.status.isAccepted) == !isRefused, "\(name)")
            if name == "refused", example.code.defaultSeverity == .reject { #expect(isRefused) }
        }
    }

    @Test(arguments: Example.all) func `without its rule nothing says what is wrong`(example: Example) throws {
        let code = example.code
        if RuleTable.all.rules.contains(where: { $0.code == code }) {
            let left = try Bench().codes(of: example, "refused", RuleTable.all.without(code))
            // Without the refusal of the whole message its invoices are judged, and more may come out.
            let opens = code.answer == .technical && example.base == "uncoded"
            #expect(opens ? !left.contains(code) : left == example.more)
        } else if code.slug.hasPrefix("sig.") || code == .envDatetimeZone {
            // The signature check is no table: the policy takes the rule out.
            #expect(try Bench(off: code).codes(of: example, "refused") == example.more)
        } else {
            // The reader and the ledger always ask.
            #expect(["xml.", "json."].contains { code.slug.hasPrefix($0) } || ExampleTests.byLedger.contains(code))
            #expect(RuleBound.of(code).allowed == .reject ... .reject || ExampleTests.byLedger.contains(code))
        }
    }
}
