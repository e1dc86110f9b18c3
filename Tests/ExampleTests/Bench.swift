import InvoiceModel
import InvoiceSignature
import InvoiceXML
import Testing

@testable import InvoiceEngine
@testable import InvoiceRules

/// Reader, signatures and a table of rules put together as an examiner does, so that a rule can be taken out.
struct Bench {
    let state: LedgerState
    let checker: SignatureChecker
    let receivedAt: Timestamp

    /// - Parameter off: a rule that the policy switches off.
    init(off: RuleCode? = nil) throws {
        var state = try #require(ExampleLedger.state)
        if let off { state.policy.setSeverity(.off, of: off) }
        self.state = state
        checker = SignatureChecker(trust: state.trust, policy: state.policy)
        receivedAt = try #require(Timestamp("2026-11-20T12:00:00"))
    }

    /// Everything found in an example's message.
    func codes(of example: Example, _ name: String, _ table: RuleTable = .all) throws -> Set<RuleCode> {
        let policy = state.policy
        if example.isOfLines { return codes(ofLines: try example.bytes(name), table) }
        guard case .message(let message) = ParsedMessage.read(try example.bytes(name), limits: policy.limits) else {
            guard case .unreadable(let fault, _) = ParsedMessage.read(try example.bytes(name), limits: policy.limits)
            else { return [] }
            return [fault.code]
        }
        var findings = table.envelope(message, policy)
        // One that is refused as a whole is not judged invoice by invoice.
        let isRefused = policy.weigh(findings).contains { $0.severity == .reject }
        if message.type?.isBatch == true, isRefused { return Set(findings.map(\.code)) }
        var signedAt: Timestamp?
        if message.type?.isSignedOnce == true {
            let batch = checker.checkBatch(message, registry: state.registry ?? .empty, receivedAt: receivedAt)
            findings += batch.findings
            signedAt = batch.reports.first?.signingTime
        }
        // A message 200 is judged by its first invoice; more than one are a finding of their own.
        for invoice in message.type?.isBatch == true ? message.invoices : Array(message.invoices.prefix(1)) {
            let verified = checker.check(
                invoice: invoice,
                in: message,
                registry: state.registry ?? .empty,
                receivedAt: receivedAt
            )
            let reading = InvoiceReading(
                invoice,
                in: message,
                type: message.type,
                registry: state.registry,
                receivedAt: receivedAt,
                signedAt: signedAt ?? verified.reports.first { $0.by == .seller }?.signingTime,
                policy: policy
            )
            let judged = table.judge(reading, isSent: true)
            findings += verified.findings + judged.findings
            if example.needsLedger, let facts = judged.facts {
                findings += table.admission(facts, try original(of: facts, in: example, name))
            }
        }
        return Set(policy.weigh(findings).map(\.finding.code))
    }

    /// Everything found in lines.
    private func codes(ofLines chunk: [UInt8], _ table: RuleTable) -> Set<RuleCode> {
        var reader = LineReader(limits: state.policy.limits)
        var lines = InvoiceLines()
        reader.read(chunk.span, into: &lines)
        var codes: Set<RuleCode> = []
        for entry in lines.entries {
            switch entry.result {
            case .fault(let fault): codes.insert(fault.code)
            case .invoice(let place):
                let reading = InvoiceReading(
                    lines.message.invoices[place],
                    in: lines.message,
                    type: .forCode,
                    registry: state.registry,
                    receivedAt: receivedAt,
                    signedAt: nil,
                    policy: state.policy
                )
                let findings = state.policy.weigh(table.judge(reading, isSent: true).findings)
                codes.formUnion(findings.map(\.finding.code))
            }
        }
        return codes
    }

    /// What a ledger would know of the related invoice.
    private func original(of facts: InvoiceFacts, in example: Example, _ name: String) throws -> OriginalInvoice? {
        var original: OriginalInvoice?
        for file in example.before(name) {
            guard let earlier = try self.facts(of: example, file) else { continue }
            if earlier.key == facts.related?.key {
                original = OriginalInvoice(date: earlier.date, isReplaced: false, isAdjusted: false)
            } else if earlier.related?.key == facts.related?.key {
                if earlier.related?.relation == .replaces {
                    original?.isReplaced = true
                } else {
                    original?.isAdjusted = true
                }
            }
        }
        return original
    }

    private func facts(of example: Example, _ name: String) throws -> InvoiceFacts? {
        guard case .message(let message) = ParsedMessage.read(try example.bytes(name), limits: state.policy.limits),
            let invoice = message.invoices.first
        else { return nil }
        let reading = InvoiceReading(
            invoice,
            in: message,
            type: message.type,
            registry: state.registry,
            receivedAt: receivedAt,
            signedAt: nil,
            policy: state.policy
        )
        return RuleTable.all.judge(reading, isSent: true).facts
    }
}
