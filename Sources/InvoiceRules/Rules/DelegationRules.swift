import InvoiceModel
import InvoiceXML

/// Invoices that somebody else issues for the seller, `MSTDVNUNLHDon` (Circular 91/2026, article 9).
enum DelegationRules {
    static let all: [Rule] = [
        .invoice(.regDelegationDeclared, declared),
        .invoice(.regDelegateEligible, eligible),
    ]

    /// Delegations told in a finding.
    private static let told = 3

    @Sendable private static func declared(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let field = reading.invoice.header.delegateTaxCode
        guard !field.isEmpty, let registry = reading.registry, registry.knowsDelegations else { return }
        guard let seller = reading.seller else { return }
        let day = reading.date ?? reading.receivedAt.date
        let known = reading.delegate.map { registry.delegations(of: seller, to: $0) } ?? []
        if known.contains(where: { $0.covers(day, reading.form, reading.symbol) }) { return }
        sink.add(
            Finding(
                .regDelegationDeclared,
                path: reading.headerPath(field, .MSTDVNUNLHDon),
                expected: known.isEmpty ? nil : known.prefix(told).map(words).joined(separator: "; "),
                found: reading.text(field)
            )
        )
    }

    @Sendable private static func eligible(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let field = reading.invoice.header.delegateTaxCode
        guard !field.isEmpty, let registry = reading.registry else { return }
        let day = reading.date ?? reading.receivedAt.date
        let known = reading.delegate.flatMap { registry.taxpayer($0, on: day) }
        if let known, known.knownSince <= day { return }
        sink.add(
            Finding(
                .regDelegateEligible,
                path: reading.headerPath(field, .MSTDVNUNLHDon),
                expected: known.map { "registered since \($0.knownSince)" },
                found: reading.text(field)
            )
        )
    }

    private static func words(_ delegation: Delegation) -> String {
        var words = delegation.to.map { "\(delegation.from) to \($0)" } ?? "from \(delegation.from)"
        if !delegation.forms.isEmpty {
            words += ", form " + delegation.forms.sorted().map { String($0) }.joined(separator: "+")
        }
        return delegation.symbols.isEmpty ? words : words + ", \(delegation.symbolText)"
    }
}
