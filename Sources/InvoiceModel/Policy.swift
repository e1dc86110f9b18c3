/// What the operator decided: the weight of each rule, limits, and tolerances. Defaults follow what the real
/// authority was seen to accept.
public struct Policy: Sendable, Hashable {
    /// Limits on what a sender may send.
    public var limits = Limits()
    /// How long before the receipt a signature may have been made, in seconds, before `sig.time-not-old` speaks.
    public var signingLateness: Int64 = 30 * 86_400
    /// How far after the receipt a signing time may lie, in seconds, before `sig.time-not-future` speaks.
    public var clockTolerance: Int64 = 300

    private var overrides: [RuleCode: Severity] = [:]
    /// Every rule's weight by its number, as they are asked for a hundred times an invoice; empty without overrides.
    private var weights: [Severity] = []

    /// The defaults.
    public init() {}

    /// The weight of a rule.
    public func severity(of code: RuleCode) -> Severity {
        weights.isEmpty ? code.defaultSeverity : weights[Int(code.rawValue)]
    }

    /// Gives a rule another weight.
    public mutating func setSeverity(_ severity: Severity, of code: RuleCode) {
        overrides[code] = severity
        if weights.isEmpty { weights = RuleCode.allCases.map(\.defaultSeverity) }
        weights[Int(code.rawValue)] = severity
    }

    /// Whether any rule was given a weight.
    public var hasChangedRules: Bool { !overrides.isEmpty }

    /// The rules whose weight differs from the default, in order.
    public var changedRules: [(code: RuleCode, severity: Severity)] {
        overrides.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key, $0.value) }
    }

    /// The findings that count under this policy, each with its weight, in the order of the rule table.
    public func weigh(_ findings: [Finding]) -> [WeighedFinding] {
        findings.sorted { $0.code.rawValue < $1.code.rawValue }.compactMap { finding in
            let severity = severity(of: finding.code)
            return severity == .off ? nil : WeighedFinding(finding, severity: severity)
        }
    }
}
