/// How much a finding weighs under the ledger's policy.
public enum Severity: String, Sendable, CaseIterable, Comparable {
    /// Not evaluated.
    case off
    /// Accepted; recorded and told to the sender.
    case warn
    /// Refused.
    case reject

    /// The order of the stored values.
    public static func < (left: Severity, right: Severity) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .off: 0
        case .warn: 1
        case .reject: 2
        }
    }
}

/// Which message answers a refusal.
public enum Answer: String, Sendable {
    /// The technical reply 999: the message itself cannot be taken.
    case technical = "999"
    /// Notice 01/TB-KTDL, message 204: the invoice gets no code.
    case notice = "204"
}

/// One thing a check found. Sentences, severity and wire numbers come from the rule table by `code`.
public struct Finding: Sendable, Hashable {
    /// Which rule.
    public var code: RuleCode
    /// Where: `HDon/DLHDon/NDHDon/DSHHDVu/HHDVu[3]/ThTien`, or a byte offset for what could not be read.
    public var path: String
    /// What the rule wants there, in the sender's terms.
    public var expected: String?
    /// What stands there; never more than the sender sent, at most 200 characters of it.
    public var found: String?

    /// Characters of the sender's text repeated in a finding.
    public static let foundCharacters = 200

    /// A finding; `found` is shortened to its limit.
    public init(_ code: RuleCode, path: String, expected: String? = nil, found: String? = nil) {
        self.code = code
        self.path = path
        self.expected = expected
        self.found = found.map { text in
            text.count <= Finding.foundCharacters ? text : text.prefix(Finding.foundCharacters) + "…"
        }
    }
}

/// A finding with the weight the ledger's policy gives it.
public struct WeighedFinding: Sendable, Hashable {
    /// What was found.
    public var finding: Finding
    /// Its weight: `warn` or `reject`.
    public var severity: Severity

    /// A finding and its weight.
    public init(_ finding: Finding, severity: Severity) {
        self.finding = finding
        self.severity = severity
    }
}

extension [WeighedFinding] {
    /// The same ones in the order of the rule table; those of one rule stay as they were.
    public var inOrderOfRules: [WeighedFinding] {
        guard count > 1 else { return self }
        return enumerated().sorted { left, right in
            (left.element.finding.code.rawValue, left.offset) < (right.element.finding.code.rawValue, right.offset)
        }.map(\.element)
    }
}
