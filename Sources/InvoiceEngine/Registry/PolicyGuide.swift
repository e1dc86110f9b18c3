import InvoiceModel
import InvoiceRules

/// A policy in words: what each rule says, what weighs it and how far that may be changed.
enum PolicyGuide {
    /// The text for all rules and limits, or for the rules named, each by its code or its group.
    static func text(_ policy: Policy, rules names: [String]) throws(EngineError) -> String {
        var codes = RuleCode.allCases
        if !names.isEmpty {
            for name in names where !codes.contains(where: { matches($0, name) }) {
                throw EngineError(.usage, "There is no rule \"\(name)\"; xacthuc policy show lists them all.")
            }
            codes = codes.filter { code in names.contains { matches(code, $0) } }
        }
        let parts = codes.map { describe($0, policy) }
        return (names.isEmpty ? [introduction] + parts + [limits(policy)] : parts).joined(separator: "\n\n")
    }

    private static let introduction = """
        reject  the invoice is refused; the answer is message 204, or 999 for the message itself
        warn    accepted; the finding is kept and told to the sender
        off     not evaluated
        A code is refused for four things only (Decree 254/2026 art. 12.2.a): incomplete content, wrong format, wrong
        registration data, a stop case. Rules that go beyond warn by default, or are off.
        """

    private static func matches(_ code: RuleCode, _ name: String) -> Bool {
        code.slug == name || code.slug.hasPrefix(name + ".")
    }

    private static func describe(_ code: RuleCode, _ policy: Policy) -> String {
        let entry = RuleBook.entry(for: code)
        let severity = policy.severity(of: code)
        let origin = severity == code.defaultSeverity ? "the default" : "default \(code.defaultSeverity.rawValue)"
        var lines = [
            "\(code.slug): \(severity.rawValue) (\(origin))",
            "  \(entry.english).", "  \(entry.vietnamese).",
            "  To mend it: \(entry.remedyEnglish).",
            "  Answer \(code.answer.rawValue), MLoi \(entry.wireCode). Source: \(entry.source).",
        ]
        if let reason = RuleBound.of(code).reason { lines.append("  Cannot be changed freely: \(reason).") }
        return lines.joined(separator: "\n")
    }

    private static func limits(_ policy: Policy) -> String {
        let defaults = Policy()
        func line(_ name: String, _ value: String, _ standard: String, _ meaning: String) -> String {
            "\(name): \(value) (\(value == standard ? "the default" : "default \(standard)"))\n  \(meaning)."
        }
        var lines = PolicyText.limitPaths.map { limit in
            line(
                "limits.\(limit.name)",
                "\(policy.limits[keyPath: limit.path])",
                "\(defaults.limits[keyPath: limit.path])",
                "Limit on \(limit.meaning)"
            )
        }
        lines.append(
            line(
                "invoice_ceiling",
                policy.limits.invoiceCeiling.description,
                defaults.limits.invoiceCeiling.description,
                "Largest amount of one invoice in đồng (sum.ceiling)"
            )
        )
        lines.append(
            line(
                "signing_lateness",
                "\(policy.signingLateness)",
                "\(defaults.signingLateness)",
                "Seconds before the receipt in which a signature may have been made (sig.time-not-old)"
            )
        )
        lines.append(
            line(
                "clock_tolerance",
                "\(policy.clockTolerance)",
                "\(defaults.clockTolerance)",
                "Seconds after the receipt at which a signing time may lie (sig.time-not-future)"
            )
        )
        return lines.joined(separator: "\n")
    }
}
