import InvoiceModel
import InvoiceXML
import OpenSSL

/// Who may have signed as the seller: the seller, or the one the invoice names as its delegate.
struct ExpectedOwner {
    private let taxpayer: Field
    private let delegate: Field
    private let message: ParsedMessage
    private let registry: Registry

    /// Who may have signed an invoice.
    init(invoice: ParsedInvoice, message: ParsedMessage, registry: Registry) {
        taxpayer = invoice.seller.taxCode
        delegate = invoice.header.delegateTaxCode
        self.message = message
        self.registry = registry
    }

    /// Who may have signed a package: its taxpayer, or the delegate that every one of its invoices names.
    init(batch message: ParsedMessage, registry: Registry) {
        taxpayer = message.header.taxpayer
        var delegate = message.invoices.first?.header.delegateTaxCode ?? .absent
        for invoice in message.invoices {
            let other = message.text(of: invoice.header.delegateTaxCode)
            if !PublicBytes.areEqual(other, message.text(of: delegate)) { delegate = .absent }
        }
        self.delegate = delegate
        self.message = message
        self.registry = registry
    }

    /// Whether one of the certificate's owners is the seller or the delegate, dashes apart.
    func matches(_ certificate: KnownCertificate) -> Bool {
        certificate.owners.contains { isDigits($0, taxpayer) || isDigits($0, delegate) }
    }

    /// Whether the delegate is one of the certificate's owners; `nil` where the invoice names none.
    func isDelegate(_ certificate: KnownCertificate) -> Bool? {
        delegate.isEmpty ? nil : certificate.owners.contains { isDigits($0, delegate) }
    }

    /// That the delegate did not sign: only others did.
    func lacksDelegate(_ invoice: ParsedInvoice) -> Finding {
        Finding(
            .sigDelegateSigns,
            path: message.path(of: invoice.sellerSignatures[0], below: invoice.root),
            expected: "MST:\(message.string(of: delegate))"
        )
    }

    /// The registered list the certificate must be on; `nil` where it was never imported.
    ///
    /// The delegate's own list where the delegate signed.
    func registered(_ certificate: KnownCertificate) -> [RegisteredCertificate]? {
        let signedByDelegate = certificate.owners.contains { isDigits($0, delegate) }
        let field = signedByDelegate ? delegate : taxpayer
        guard let code = TaxCode(wire: message.text(of: field)) else { return nil }
        return registry.certificates[code]
    }

    /// The codes as sent, for a finding.
    var description: String {
        [taxpayer, delegate].filter { !$0.isEmpty }.map { "MST:\(message.string(of: $0))" }
            .joined(separator: ", ")
    }

    private func isDigits(_ digits: [UInt8], _ field: Field) -> Bool {
        guard !field.isEmpty else { return false }
        let text = message.text(of: field)
        var matched = 0
        for index in text.indices where text[index] != UInt8(ascii: "-") {
            guard matched < digits.count, digits[matched] == text[index] else { return false }
            matched += 1
        }
        return matched == digits.count
    }
}
