import InvoiceModel
import InvoiceXML

extension SignatureChecker {
    /// Refuses a signature of the seller that holds with other namespaces around it than the seller's first: the 202
    /// carries those of one context only, and there the other would be lost.
    ///
    /// - Parameter verification: what was found of the seller's signatures, and of no others yet.
    func checkContexts(
        of invoice: ParsedInvoice,
        in message: ParsedMessage,
        _ scope: SignatureScope,
        _ verification: inout InvoiceVerification
    ) {
        let reports = verification.reports
        // Only a 202 writes the invoice anew.
        guard reports.count > 1, message.type?.isBatch != true, scope.hasContext, scope.canStandAlone else { return }
        let holds = reports[0].integrity == .valid
        // Where the first does not hold, the message is refused already, unless a policy lets it pass.
        if !holds, verification.findings.contains(where: { policy.severity(of: $0.code) == .reject }) { return }
        for (signature, report) in zip(invoice.sellerSignatures, reports).dropFirst() {
            guard report.integrity == .valid, !holds || report.context != reports[0].context else { continue }
            let first = "the seller's first signature"
            let context = holds ? reports[0].context : nil
            verification.findings.append(
                Finding(
                    .sigStructure,
                    path: message.path(of: signature, below: invoice.root),
                    expected: context.map { "\($0.rawValue), as \(first)" } ?? "\(first) to hold",
                    found: report.context?.rawValue
                )
            )
        }
    }
}
