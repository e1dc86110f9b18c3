import InvoiceModel
import InvoiceXML

extension SignatureChecker {
    /// Checks the signatures that nobody asks for: the buyer's (`DSCKS/NMua`) and others (`DSCKS/CCKSKhac`).
    ///
    /// One that does not hold is one finding, which names the first rule it breaks. Those beyond
    /// `Limits.extraSignatures` are a finding and no work.
    func checkExtra(
        of invoice: ParsedInvoice,
        in message: ParsedMessage,
        _ scope: SignatureScope,
        _ receivedAt: Timestamp,
        _ verification: inout InvoiceVerification
    ) {
        guard !invoice.buyerSignatures.isEmpty || !invoice.otherSignatures.isEmpty else { return }
        let seller = verification.reports.first { $0.by == .seller }
        let limit = policy.limits.extraSignatures
        var left = limit
        let parties = [
            (SignatureReport.Signer.buyer, RuleCode.sigBuyerOptional, invoice.buyerSignatures),
            (.other, .sigOtherOptional, invoice.otherSignatures),
        ]
        for (signer, code, signatures) in parties {
            for signature in signatures.prefix(left) {
                var checked = check(signature, by: signer, scope, message, .anyone, receivedAt)
                let path = message.path(of: signature, below: invoice.root)
                checked.findings = refusal(of: checked, at: path, as: code, beside: seller).map { [$0] } ?? []
                verification.add(checked)
            }
            if signatures.count > left {
                verification.findings.append(
                    Finding(
                        code,
                        path: message.path(of: signatures[left], below: invoice.root),
                        expected: "at most \(limit) signatures of buyer and others",
                        found: "\(invoice.buyerSignatures.count + invoice.otherSignatures.count)"
                    )
                )
            }
            left = max(0, left - signatures.count)
        }
    }

    /// What is wrong with such a signature, as one finding; `nil` where it holds.
    private func refusal(
        of checked: CheckedSignature,
        at path: String,
        as code: RuleCode,
        beside seller: SignatureReport?
    ) -> Finding? {
        let report = checked.report
        let refusing = checked.findings.first { policy.severity(of: $0.code) == .reject }
        // A policy may let the seller's pass that does not hold; this one does not hold all the same.
        if let first = refusing ?? (report.integrity == .valid ? nil : checked.findings.first) {
            let found = first.found.map { "\(first.code.slug): \($0)" } ?? first.code.slug
            return Finding(code, path: first.path, found: found)
        }
        // The reply carries the namespaces that the seller's signature counts with, and no others.
        guard let context = seller?.context, context != report.context else { return nil }
        return Finding(code, path: path, found: RuleCode.sigOwnDocument.slug)
    }
}
