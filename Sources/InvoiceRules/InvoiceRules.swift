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
///
/// Rules a policy switched off are not evaluated; the rest is found all at once, for the policy to weigh.
public enum InvoiceRules {
    /// Judges the header of a message and how it fits its content (`env.`, `snd.`); served are types
    /// 200, 203, 206 and 216.
    ///
    /// What is not a `TDiep` is `xml.not-a-message`.
    public static func envelope(message: ParsedMessage, policy: Policy = Policy()) -> [Finding] {
        RuleTable.all.envelope(message, policy)
    }

    /// Judges one invoice of a message: of a 200, or one of many in a 203, 206 or 216.
    ///
    /// - Parameters:
    ///   - registry: `nil` where no ledger is at hand; rules that need it are then not evaluated.
    ///   - receivedAt: when the message arrived.
    ///   - signedAt: the seller's signing time as the signature check read it, for a package that of the signature
    ///     over it; `nil` where there is none.
    public static func judge(
        invoice: ParsedInvoice,
        in message: ParsedMessage,
        registry: Registry?,
        receivedAt: Timestamp,
        signedAt: Timestamp?,
        policy: Policy
    ) -> Judgement {
        judge(invoice, in: message, as: message.type, isSent: true, registry, receivedAt, signedAt, policy)
    }

    /// Judges the invoice of a line of NDJSON: as `judge`, as if it had come in a message of that type.
    ///
    /// No line is signed, so rules about signatures do not apply; a manifest vouches for lines.
    ///
    /// - Parameters:
    ///   - message: `InvoiceLines.message`.
    ///   - type: what is asked for the invoice, which nothing in the line says.
    ///   - signedAt: when the manifest was signed; `nil` where there is none.
    public static func judge(
        line invoice: ParsedInvoice,
        in message: ParsedMessage,
        as type: MessageType,
        registry: Registry?,
        receivedAt: Timestamp,
        signedAt: Timestamp?,
        policy: Policy
    ) -> Judgement {
        judge(invoice, in: message, as: type, isSent: true, registry, receivedAt, signedAt, policy)
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
        judge(invoice, in: message, as: message.type, isSent: false, registry, receivedAt, signedAt, policy)
    }

    /// Judges an invoice of any of these origins.
    ///
    /// - Parameters:
    ///   - type: the type of the message it came in, or as if it came in; `nil` for a bare `HDon`.
    ///   - isSent: whether the rules about how an invoice is sent for a code apply.
    private static func judge(
        _ invoice: ParsedInvoice,
        in message: ParsedMessage,
        as type: MessageType?,
        isSent: Bool,
        _ registry: Registry?,
        _ receivedAt: Timestamp,
        _ signedAt: Timestamp?,
        _ policy: Policy
    ) -> Judgement {
        let reading = InvoiceReading(
            invoice,
            in: message,
            type: type,
            registry: registry,
            receivedAt: receivedAt,
            signedAt: signedAt,
            policy: policy
        )
        return RuleTable.all.judge(reading, isSent: isSent)
    }

    /// Judges what only the ledger knows: the invoice that this one replaces or adjusts; unweighed.
    ///
    /// - Parameter original: the related invoice as the ledger holds it; `nil` where it holds none.
    public static func admission(facts: InvoiceFacts, original: OriginalInvoice?) -> [Finding] {
        RuleTable.all.admission(facts, original)
    }

    /// Checks a reply of the authority (202, 204, 999) against the field tables: what our own writer must keep.
    public static func fields(ofReply message: ParsedMessage) -> [Finding] {
        let type = message.text(of: message.header.type)
        let context: FieldContext
        if type.equals("204") {
            context = .refused
        } else if type.equals("999") {
            context = .technical
        } else {
            let field = message.invoices.first?.header.form ?? .absent
            context = .issued(message.text(of: field).digit.flatMap { InvoiceForm($0) })
        }
        var sink = FindingSink(limit: message.elements.count)
        let walk = FieldWalk(root: 0, checks: .all)
        walk.run(over: message, from: 0, as: FieldTable.messageRoot, in: context, into: &sink)
        checkItems(ofNotice: message, &sink)
        return sink.findings
    }

    /// A notice holds the items its kind (`LTBao`) names, and no others.
    private static func checkItems(ofNotice message: ParsedMessage, _ sink: inout FindingSink) {
        guard message.content >= 0, let notice = message.child(.TBao, of: message.content),
            let data = message.child(.DLTBao, of: notice)
        else { return }
        let kind = message.text(of: message.field(.LTBao, in: data)).digit
        for (tag, owner) in [(Tag.LCMa, UInt8(1)), (.LHDKMa, 3), (.LHDMTTien, 7)] {
            let items = message.child(tag, of: data)
            if kind == owner, items == nil {
                sink.add(Finding(.envMandatoryPresent, path: "\(message.path(of: data))/\(tag.name)"))
            } else if kind != owner, let items {
                sink.add(Finding(.envUnknownElement, path: message.path(of: items)))
            }
        }
    }
}
