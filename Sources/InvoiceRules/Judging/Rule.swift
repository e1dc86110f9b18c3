import InvoiceModel
import InvoiceXML

/// One rule and the code that evaluates it: data describes, code runs.
struct Rule: Sendable {
    /// How a rule is evaluated.
    enum Check: Sendable {
        /// As part of the walk over the fields.
        case fields(FieldChecks)
        /// On the message's header and content.
        case envelope(@Sendable (EnvelopeReading, inout FindingSink) -> Void)
        /// On one invoice.
        case invoice(@Sendable (InvoiceReading, inout FindingSink) -> Void)
        /// With what the ledger knows of the original.
        case admission(@Sendable (InvoiceFacts, OriginalInvoice?, inout FindingSink) -> Void)
    }

    /// When a rule on an invoice is evaluated: wherever one of these holds of the invoice.
    typealias Scope = RuleScope

    /// The code of its findings.
    let code: RuleCode
    /// When it is evaluated.
    let scope: Scope
    /// How it is evaluated.
    let check: Check
    /// Whether it is off where a policy says nothing.
    private let isOffByDefault: Bool

    private init(code: RuleCode, scope: Scope, check: Check) {
        self.code = code
        self.scope = scope
        self.check = check
        isOffByDefault = code.defaultSeverity == .off
    }

    /// Whether it is evaluated under a policy.
    @inline(__always)
    func isOn(under policy: Policy) -> Bool {
        policy.hasChangedRules ? policy.severity(of: code) != .off : !isOffByDefault
    }

    /// A rule of the walk over the fields.
    static func fields(_ code: RuleCode, _ checks: FieldChecks) -> Rule {
        Rule(code: code, scope: .served, check: .fields(checks))
    }

    /// A rule on the message.
    static func envelope(
        _ code: RuleCode,
        _ body: @escaping @Sendable (EnvelopeReading, inout FindingSink) -> Void
    ) -> Rule {
        Rule(code: code, scope: .always, check: .envelope(body))
    }

    /// A rule on one invoice.
    static func invoice(
        _ code: RuleCode,
        in scope: Scope = .served,
        _ body: @escaping @Sendable (InvoiceReading, inout FindingSink) -> Void
    ) -> Rule {
        Rule(code: code, scope: scope, check: .invoice(body))
    }

    /// A rule that needs the ledger.
    static func admission(
        _ code: RuleCode,
        _ body: @escaping @Sendable (InvoiceFacts, OriginalInvoice?, inout FindingSink) -> Void
    ) -> Rule {
        Rule(code: code, scope: .always, check: .admission(body))
    }
}
