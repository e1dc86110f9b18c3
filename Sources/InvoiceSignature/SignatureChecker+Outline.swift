import InvoiceModel
public import InvoiceXML

extension SignatureChecker {
    /// What `check` reports without any signature being checked: content digest, signing times, and how
    /// these are written.
    public func outline(of invoice: ParsedInvoice, in message: ParsedMessage) -> InvoiceVerification {
        let scope = SignatureScope(invoice: invoice, in: message)
        var verification = InvoiceVerification(
            reports: [],
            findings: [],
            contentDigest: contentDigest(of: scope, in: message)
        )
        let parties = [
            (SignatureReport.Signer.seller, invoice.sellerSignatures), (.authority, invoice.authoritySignatures),
        ]
        for (signer, signatures) in parties {
            for signature in signatures.prefix(SignatureChecker.signatureLimit) {
                var reading = SignatureReading(message: message, signature: signature, scope: scope)
                reading.read()
                var report = SignatureReport(by: signer, integrity: .invalid)
                report.signingTime = signingTime(&reading, Timestamp(localSeconds: 0), checksWindow: false)
                verification.reports.append(report)
                // A signature that nobody asks for says nothing of how its time is written.
                if signer == .seller, message.type?.isSignedOnce == true { continue }
                verification.findings += reading.findings.filter { $0.code == .envDatetimeZone }
            }
        }
        if invoice.sellerSignatures.isEmpty {
            verification.reports.append(SignatureReport(by: .seller, integrity: .absent))
        }
        return verification
    }
}
