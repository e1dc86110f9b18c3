import InvoiceCode
import InvoiceLedger
import InvoiceModel

/// What the ledger knows of one invoice or message: named facts, for people and for programs.
public struct InvoiceDetails: Sendable, Hashable, Encodable {
    /// Name and value of each fact, in order; `nil` for what the invoice does not have.
    private let facts: [(name: String, value: String?)]
    private let findings: [FindingReport]
    /// Refused and repeated attempts on its number; `nil` where nobody asked by a number.
    var attempts: AttemptList?

    init(_ record: InvoiceRecord, message: StoredMessage, related: [(name: String, value: String?)]) {
        let invoice = record.facts
        facts =
            [
                ("code", record.codeText), ("transaction", "\(record.transaction)"),
                ("kind", record.kind.rawValue), ("state", record.state.rawValue),
                ("seller", invoice.key.seller.description),
                ("form", invoice.key.form.description), ("symbol", invoice.key.symbol.description),
                ("number", invoice.key.number.description), ("date", invoice.date.description),
                ("received_at", message.receivedAt.description), ("buyer", invoice.buyer?.description),
                ("office", invoice.officeCode), ("currency", invoice.currency.description),
                ("exchange_rate", invoice.exchangeRate?.description), ("net", invoice.net.description),
                ("tax", invoice.tax.description), ("total", invoice.total.description),
                ("content_digest", record.contentDigest.description), ("message_id", message.messageID),
                ("message_sha256", message.sha256.description), ("reply_id", message.reply.map(\.messageID)),
            ] + related
        let own = message.invoices.first { $0.outcome == .registered(transaction: record.transaction) }
        findings = (message.findings + (own?.findings ?? [])).inOrderOfRules.map { FindingReport($0) }
    }

    /// A number that only attempts are known of.
    init(_ key: InvoiceKey, attempts: AttemptList) {
        self.init(
            facts: [
                ("state", "not accepted"), ("seller", key.seller.description), ("form", key.form.description),
                ("symbol", key.symbol.description), ("number", key.number.description),
            ],
            findings: []
        )
        self.attempts = attempts
    }

    /// Whether the ledger has the invoice, and not only attempts on its number.
    public var isAccepted: Bool { value(of: "state") != "not accepted" }

    /// Facts of something else than an invoice.
    init(facts: [(name: String, value: String?)], findings: [WeighedFinding]) {
        self.facts = facts
        self.findings = findings.map { FindingReport($0) }
    }

    /// The value of a fact.
    public func value(of name: String) -> String? {
        facts.first { $0.name == name }?.value
    }

    /// One line a fact, aligned; absent ones left out.
    public var lines: [String] {
        let width = facts.map(\.name.count).max() ?? 0
        let known = facts.compactMap { fact in
            fact.value.map { fact.name.padding(to: width) + "  " + $0.onOneLine }
        }
        return known
            + findings.map { "\($0.weighed.severity.rawValue): \($0.weighed.finding.path): \($0.message)".onOneLine }
            + (attempts?.lines ?? [])
    }

    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) {
            stringValue = name
        }

        init?(stringValue: String) {
            self.stringValue = stringValue
        }

        init?(intValue: Int) {
            nil
        }
    }

    /// One object: every fact as text, absent ones null, and the findings; attempts where there are some, or may be.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        for fact in facts { try fields.encode(fact.value, forKey: Key(fact.name)) }
        try fields.encode(findings, forKey: Key("findings"))
        guard let attempts, !attempts.isEmpty || !attempts.isComplete else { return }
        try fields.encode(attempts.attempts, forKey: Key("attempts"))
        if !attempts.isComplete { try fields.encode(true, forKey: Key("attempts_incomplete")) }
    }

    /// Equal where all facts and findings are.
    public static func == (left: InvoiceDetails, right: InvoiceDetails) -> Bool {
        left.findings == right.findings && left.attempts == right.attempts
            && left.facts.elementsEqual(right.facts) { $0 == $1 }
    }

    /// Hashes the facts.
    public func hash(into hasher: inout Hasher) {
        for fact in facts { hasher.combine(fact.value) }
    }
}

extension ReplyFacts {
    /// `MTDiep` of the reply.
    var messageID: String { "TCT" + Hex.uppercase(replyID) }
}

extension String {
    /// The text with spaces up to a width.
    func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
