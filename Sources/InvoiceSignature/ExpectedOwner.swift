import InvoiceModel
import InvoiceXML

/// Who may have signed as the seller: the seller, or the one the invoice names as its delegate.
struct ExpectedOwner {
    let invoice: ParsedInvoice
    let message: ParsedMessage
    let registry: Registry

    /// Whether one of the certificate's owners is the seller or the delegate, dashes apart.
    func matches(_ certificate: KnownCertificate) -> Bool {
        certificate.owners.contains { isDigits($0, invoice.seller.taxCode) || isDigits($0, delegate) }
    }

    /// The registered list the certificate must be on; `nil` where it was never imported.
    ///
    /// The delegate's own list where the delegate signed.
    func registered(_ certificate: KnownCertificate) -> [RegisteredCertificate]? {
        let signedByDelegate = certificate.owners.contains { isDigits($0, delegate) }
        let field = signedByDelegate ? delegate : invoice.seller.taxCode
        guard let code = TaxCode(wire: message.text(of: field)) else { return nil }
        return registry.certificates[code]
    }

    private var delegate: Field { invoice.header.delegateTaxCode }

    /// The codes as sent, for a finding.
    var description: String {
        [invoice.seller.taxCode, delegate].filter { !$0.isEmpty }.map { "MST:\(message.string(of: $0))" }
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
