/// How far a policy may change the weight of a rule.
public struct RuleBound: Sendable, Hashable {
    /// The weights a policy may give it.
    public let allowed: ClosedRange<Severity>
    /// Why not every weight; `nil` where every one is allowed.
    public let reason: String?

    private static let free = RuleBound(allowed: .off ... .reject, reason: nil)
    private static let unreadable = RuleBound(
        allowed: .reject ... .reject,
        reason: "it always refuses: such a message cannot be read"
    )
    private static let unreadableLine = RuleBound(
        allowed: .reject ... .reject,
        reason: "it always refuses: such a line cannot be read"
    )
    private static let unanswerable = RuleBound(
        allowed: .reject ... .reject,
        reason: "it always refuses: such a message cannot be answered"
    )
    private static let shapeless = RuleBound(
        allowed: .reject ... .reject,
        reason: "it always refuses: no reply of the standard fits such a message (Decision 1450 II)"
    )
    private static let unique = RuleBound(
        allowed: .reject ... .reject,
        reason: "it always refuses: a number is used once (Decree 254/2026 annex 2.b)"
    )
    private static let uniqueCode = RuleBound(
        allowed: .reject ... .reject,
        reason: "it always refuses: a code is used once (Decree 254/2026 art. 3.1)"
    )
    private static let late = RuleBound(
        allowed: .off ... .warn,
        reason: "it never refuses: lateness is not among the grounds (Decree 254/2026 art. 12.2.a, 14.4-6)"
    )

    /// How far the weight of that rule may be changed.
    public static func of(_ code: RuleCode) -> RuleBound {
        switch code {
        case .envHeaderMissing, .envHeaderStructure: unanswerable
        case .envTypeKnown, .envOneInvoiceForCode, .envBatchEmpty, .envBatchItemLimit, .envNoCodeInRequest: shapeless
        case .idUniqueTuple: unique
        case .mttCodeUnique: uniqueCode
        case .dateSignNextWd, .dateSendForCodeNextWd, .dateUncodedNextWd, .dateCashSameDay: late
        default:
            if code.slug.hasPrefix("xml.") {
                unreadable
            } else {
                code.slug.hasPrefix("json.") ? unreadableLine : free
            }
        }
    }
}
