import InvoiceModel
import InvoiceXML

/// The rules that are evaluated: an explicit table, so that a test can take each one out.
struct RuleTable: Sendable {
    /// Every rule of this module.
    static let all = RuleTable(
        fieldRules + EnvelopeRules.all + RequestRules.all + RegistryRules.all + StopRules.all + DelegationRules.all
            + SeriesRules.all + CashRegisterRules.all + DateRules.all + PartyRules.all + FormRules.all
            + CurrencyRules.all + QRRules.all + LineRules.all + RateRules.all + TotalRules.all + SumRules.all
            + RelatedRules.all + AdmissionRules.all
    )

    /// The rules of the walk over the fields.
    private static let fieldRules: [Rule] = [
        .fields(.envMandatoryPresent, .mandatory), .fields(.envFieldLength, .length),
        .fields(.envNumberFormat, .number), .fields(.envDateFormat, .date), .fields(.envDuplicateField, .duplicate),
        .fields(.envUnknownElement, .unknown), .fields(.envTtkhacLimit, .free),
    ]

    /// The rules in order of evaluation.
    let rules: [Rule]
    /// Those of the walk over the fields.
    private let ofFields: [Rule]
    /// Those on the header.
    private let ofEnvelope: [Rule]
    /// Those on one invoice.
    private let ofInvoice: [Rule]

    /// A table of those rules.
    init(_ rules: [Rule]) {
        self.rules = rules
        ofFields = rules.filter { if case .fields = $0.check { true } else { false } }
        ofEnvelope = rules.filter { if case .envelope = $0.check { true } else { false } }
        ofInvoice = rules.filter { if case .invoice = $0.check { true } else { false } }
    }

    /// The table without one rule.
    func without(_ code: RuleCode) -> RuleTable {
        RuleTable(rules.filter { $0.code != code })
    }

    /// Judges the header of a message.
    func envelope(_ message: ParsedMessage, _ policy: Policy) -> [Finding] {
        guard message.kind == .message else { return [Finding(.xmlNotAMessage, path: "")] }
        let reading = EnvelopeReading(message, limits: policy.limits)
        var sink = FindingSink(limit: policy.limits.findings)
        for rule in ofEnvelope {
            guard case .envelope(let body) = rule.check, rule.isOn(under: policy) else { continue }
            body(reading, &sink)
        }
        return sink.findings
    }

    /// Judges one invoice.
    func judge(_ reading: InvoiceReading, isSent: Bool) -> Judgement {
        let policy = reading.policy
        let scope = reading.scope(isSent: isSent)
        var sink = FindingSink(limit: policy.limits.findings)
        var fieldChecks: FieldChecks = []
        for rule in ofFields {
            guard case .fields(let checks) = rule.check, rule.isOn(under: policy) else { continue }
            fieldChecks.insert(checks)
        }
        // What else forms 7 to 9 may hold is published nowhere.
        if let form = reading.form, form.digit >= 7 { fieldChecks.remove(.unknown) }
        if !fieldChecks.isEmpty {
            let walk = FieldWalk(root: reading.invoice.root, checks: fieldChecks)
            walk.run(
                over: reading.message,
                from: reading.invoice.root,
                as: FieldTable.invoiceRoot,
                in: RuleTable.context(of: reading),
                into: &sink
            )
            if fieldChecks.contains(.length) { FormRules.agencyContract(reading, &sink) }
        }
        for rule in ofInvoice where !rule.scope.isDisjoint(with: scope) && rule.isOn(under: policy) {
            if case .invoice(let body) = rule.check { body(reading, &sink) }
        }
        return Judgement(findings: sink.findings, omittedFindings: sink.omitted, facts: reading.facts)
    }

    /// Judges with what the ledger knows.
    func admission(_ facts: InvoiceFacts, _ original: OriginalInvoice?) -> [Finding] {
        guard facts.related != nil else { return [] }
        var sink = FindingSink(limit: rules.count)
        for rule in rules {
            guard case .admission(let body) = rule.check else { continue }
            body(facts, original, &sink)
        }
        return sink.findings
    }

    private static func context(of reading: InvoiceReading) -> FieldContext {
        if reading.form == .vat { return reading.isAdjustment ? .vatAdjustment : .vat }
        return FieldContext.form(reading.form)
    }
}
