public import InvoiceModel

/// What each rule says to people and on the wire, in English and Vietnamese (`Data/rules.tsv`).
public enum RuleBook {
    /// The words of one rule.
    public struct Entry: Sendable, Hashable {
        /// What is wrong, for people who read English.
        public let english: String
        /// What is wrong, as an officer would write it; with the path it is the `MTLoi` of a notice.
        public let vietnamese: String
        /// `MLoi`: five digits, one number a rule; 20001 is shared by all faults of format.
        public let wireCode: String
        /// How to mend it, in English.
        public let remedyEnglish: String
        /// How to mend it: the `HDXLy` of a notice, at most 255 characters.
        public let remedyVietnamese: String
        /// The article, part or practice the rule rests on.
        public let source: String
        /// What must hold, in English.
        public let condition: String
    }

    /// The example of one rule in `Data/rejects`: what differs between a message that is accepted and one that is not.
    public struct Example: Sendable, Hashable {
        /// Lines of the accepted message that the refused one has not.
        public let accepted: [String]
        /// Lines of the refused message that the accepted one has not.
        public let refused: [String]
        /// Why there is no example; empty where there is one.
        public let missing: String
    }

    /// The words of that rule.
    public static func entry(for code: RuleCode) -> Entry {
        entries[Int(code.rawValue)]
    }

    /// The example of that rule.
    public static func example(for code: RuleCode) -> Example {
        examples[Int(code.rawValue)]
    }
}
