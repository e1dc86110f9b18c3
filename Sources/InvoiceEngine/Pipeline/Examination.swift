import InvoiceLedger
import InvoiceModel
import InvoiceSignature
import InvoiceXML

/// What the checks made of one message, before the ledger had its say.
struct Examination: Sendable {
    /// Ready to be admitted.
    var submission: Submission
    /// The message, where it could be read: a reply is written from it.
    var message: ParsedMessage? { held?.message }
    /// What will be told of it: of a message of many a line for each invoice, else one line. Status, code and findings
    /// follow from admission; findings beyond the limit are counted already.
    var outcomes: [Outcome]
    /// What its invoices say, as far as they can be read, whatever the verdict.
    var invoices: [ReadInvoice] = []
    /// Of a chunk of lines: what is needed to tell of each of them.
    var lines: TakenLines?

    /// Outcomes that will be told of it, or counted.
    var count: Int { lines?.chunk.count ?? outcomes.count }

    /// One object, so that an examination is handed on without a count for each list of the message.
    private let held: HeldMessage?

    private final class HeldMessage: Sendable {
        let message: ParsedMessage

        init(_ message: ParsedMessage) {
            self.message = message
        }
    }

    init(submission: Submission, message: ParsedMessage?, outcomes: [Outcome]) {
        self.submission = submission
        self.outcomes = outcomes
        held = message.map { HeldMessage($0) }
    }
}

/// What one invoice says, as far as it can be read.
struct ReadInvoice: Sendable {
    var facts: InvoiceFacts?
    /// SHA-256 of its canonical content.
    var contentDigest: Digest?
    /// What the check of its signatures found.
    var checked: CheckedContent?
    /// The code that its cash register made.
    var cashCode: CashRegisterCode?
}

/// Findings weighed by the policy and shortened to the limit.
struct WeighedFindings: Sendable {
    /// In the order of the rule table, at most the limit.
    var kept: [WeighedFinding]
    /// Beyond the limit.
    var omitted: Int
    /// How the message is refused, if anything refuses it.
    var refusal: Answer?

    /// Weighs findings; where too many are found, those that refuse stay before those that warn.
    init(_ findings: [Finding], policy: Policy, limit: Int? = nil, alreadyOmitted: Int = 0) {
        self.init(
            weighed: policy.weigh(findings),
            limit: limit ?? policy.limits.findings,
            alreadyOmitted: alreadyOmitted
        )
    }

    init(weighed: [WeighedFinding], limit: Int, alreadyOmitted: Int = 0) {
        refusal = WeighedFindings.answer(to: weighed)
        omitted = alreadyOmitted
        kept = weighed
        guard weighed.count > limit else { return }
        let order = weighed.indices.sorted { left, right in
            let ranks = (WeighedFindings.rank(weighed[left]), WeighedFindings.rank(weighed[right]))
            return ranks.0 == ranks.1 ? left < right : ranks.0 < ranks.1
        }
        kept = order.prefix(limit).sorted().map { weighed[$0] }
        omitted += weighed.count - limit
    }

    /// 999 if any refusing finding asks for it, else 204; `nil` where nothing refuses.
    static func answer(to findings: [WeighedFinding]) -> Answer? {
        let refusing = findings.filter { $0.severity == .reject }
        guard !refusing.isEmpty else { return nil }
        return refusing.contains { $0.finding.code.answer == .technical } ? .technical : .notice
    }

    private static func rank(_ weighed: WeighedFinding) -> Int {
        guard weighed.severity == .reject else { return 2 }
        return weighed.finding.code.answer == .technical ? 0 : 1
    }
}
