public import InvoiceModel
public import InvoiceXML

/// What the rules make of one invoice.
public struct Judgement: Sendable, Hashable {
    /// Everything found, unweighed, in the order of evaluation; at most `Limits.findings`.
    public var findings: [Finding]
    /// Findings beyond that limit: counted, not kept.
    public var omittedFindings: Int
    /// What the ledger keeps, wherever key, date, currency and amounts are readable.
    public var facts: InvoiceFacts?

    /// A judgement.
    public init(findings: [Finding] = [], omittedFindings: Int = 0, facts: InvoiceFacts? = nil) {
        self.findings = findings
        self.omittedFindings = omittedFindings
        self.facts = facts
    }
}

/// The rules: a parsed message and what the registry said become findings. Pure: no clock, no files, no state.
public enum InvoiceRules {
    /// Judges the header of a message and how it fits its content (`env.`, `snd.`); served is type 200 alone.
    public static func envelope(message: ParsedMessage, policy: Policy = Policy()) -> [Finding] {
        []
    }

    /// Judges an invoice sent for a code (message 200).
    ///
    /// - Parameters:
    ///   - registry: `nil` where no ledger is at hand; rules that need it are then not evaluated.
    ///   - receivedAt: when the message arrived.
    ///   - signedAt: the seller's signing time as the signature check read it; `nil` where there is none.
    public static func judge(
        invoice: ParsedInvoice,
        in message: ParsedMessage,
        registry: Registry?,
        receivedAt: Timestamp,
        signedAt: Timestamp?,
        policy: Policy
    ) -> Judgement {
        Judgement()
    }

    /// Judges a bare `HDon`, coded or not: as `judge`, without the rules about how an invoice is sent for a code.
    public static func bare(
        invoice: ParsedInvoice,
        in message: ParsedMessage,
        registry: Registry?,
        receivedAt: Timestamp,
        signedAt: Timestamp?,
        policy: Policy
    ) -> Judgement {
        Judgement()
    }

    /// Judges what only the ledger knows: the invoice that this one replaces or adjusts; unweighed.
    ///
    /// - Parameter original: the related invoice as the ledger holds it; `nil` where it holds none.
    public static func admission(facts: InvoiceFacts, original: OriginalInvoice?) -> [Finding] {
        []
    }
}
