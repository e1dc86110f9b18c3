public import InvoiceModel

/// The rules of one stage, by the first word of their codes (`Data/rule-groups.tsv`).
public struct RuleGroup: Sendable, Hashable {
    /// The first word, such as `date`.
    public let prefix: String
    /// What these rules look at.
    public let title: String

    /// The group of a rule.
    public static func of(_ code: RuleCode) -> RuleGroup {
        let prefix = code.slug.prefix { $0 != "." }
        return all.first { $0.prefix == prefix } ?? RuleGroup(prefix: String(prefix), title: "")
    }
}
