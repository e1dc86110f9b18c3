public import InvoiceModel
public import InvoiceXML
import OpenSSL

/// Checks the signatures of invoices. One per worker: it keeps buffers and the certificates seen lately.
public final class SignatureChecker {
    let trust: TrustStore
    let policy: Policy
    var hashing = CanonicalHashing()
    var certificates = CertificateCache()

    /// Signatures of one party that are checked; more are a finding.
    static let signatureLimit = 4

    /// A checker under that trust and policy.
    public init(trust: TrustStore, policy: Policy) {
        self.trust = trust
        self.policy = policy
    }

    /// Checks the seller's signature, and the authority's, the buyer's and others where there are some.
    ///
    /// In a package signed once (206, 216) the seller's signature on the single invoice need not be there, and only
    /// warns where it does not hold: `checkBatch` speaks of the package.
    public func check(
        invoice: ParsedInvoice,
        in message: ParsedMessage,
        registry: Registry,
        receivedAt: Timestamp
    ) -> InvoiceVerification {
        let scope = SignatureScope(invoice: invoice, in: message)
        var verification = InvoiceVerification(
            reports: [],
            findings: [],
            contentDigest: contentDigest(of: scope, in: message)
        )
        checkIds(of: invoice, in: message, &verification)
        let owner = ExpectedOwner(invoice: invoice, message: message, registry: registry)
        let isSignedOnce = message.type?.isSignedOnce ?? false
        var isOfOthers = false
        var isOfDelegate = false
        for signature in invoice.sellerSignatures.prefix(SignatureChecker.signatureLimit) {
            if isSignedOnce {
                verification.add(checkUnasked(signature, scope, message, owner, receivedAt))
            } else {
                let checked = check(signature, by: .seller, scope, message, .owner(owner), receivedAt)
                isOfOthers = isOfOthers || checked.isOfDelegate == false
                isOfDelegate = isOfDelegate || checked.isOfDelegate == true
                verification.add(checked)
            }
        }
        checkContexts(of: invoice, in: message, scope, &verification)
        if isOfOthers, !isOfDelegate { verification.findings.append(owner.lacksDelegate(invoice)) }
        if invoice.sellerSignatures.isEmpty {
            verification.reports.append(SignatureReport(by: .seller, integrity: .absent))
            if !isSignedOnce, !isExempt(invoice, in: message) {
                verification.findings.append(Finding(.sigSellerPresent, path: "HDon/DSCKS/NBan/Signature"))
            }
        }
        for signature in invoice.authoritySignatures.prefix(SignatureChecker.signatureLimit) {
            verification.add(check(signature, by: .authority, scope, message, .authority, receivedAt))
        }
        for list in [invoice.sellerSignatures, invoice.authoritySignatures]
        where list.count > SignatureChecker.signatureLimit {
            let path = message.path(of: list[SignatureChecker.signatureLimit], below: invoice.root)
            verification.findings.append(
                Finding(.sigStructure, path: path, expected: "at most \(SignatureChecker.signatureLimit) signatures")
            )
        }
        checkExtra(of: invoice, in: message, scope, receivedAt, &verification)
        return verification
    }

    /// Checks the authority's signature over a notice (`TBao` of a 204); `nil` where the message holds none.
    public func checkNotice(in message: ParsedMessage, receivedAt: Timestamp) -> InvoiceVerification? {
        guard let scope = SignatureScope(noticeIn: message) else { return nil }
        var verification = InvoiceVerification(
            reports: [],
            findings: [],
            contentDigest: contentDigest(of: scope, in: message)
        )
        for holder in message.children(of: scope.root) where message.elements[Int(holder)].tag == .DSCKS {
            guard let party = message.child(.CQT, of: holder), let signature = message.child(.Signature, of: party)
            else { continue }
            verification.add(check(signature, by: .authority, scope, message, .authority, receivedAt))
        }
        if verification.reports.isEmpty {
            verification.reports.append(SignatureReport(by: .authority, integrity: .absent))
        }
        return verification
    }

    private func checkIds(
        of invoice: ParsedInvoice,
        in message: ParsedMessage,
        _ verification: inout InvoiceVerification
    ) {
        if let doubled = message.duplicateID(inside: invoice.root) {
            let id = message.attribute(named: "Id", of: doubled)
            verification.findings.append(
                Finding(
                    .sigIdScope,
                    path: message.path(of: doubled, below: invoice.root),
                    expected: "each Id once in HDon",
                    found: id.isPresent ? message.string(of: id) : nil
                )
            )
        }
        if invoice.dataCount > 1 {
            verification.findings.append(
                Finding(.sigSingleData, path: "HDon/DLHDon", expected: "1", found: "\(invoice.dataCount)")
            )
        }
    }

    /// Invoices of cash registers (M) and per occurrence (L), and tickets without code (G, H), need no seller's
    /// signature (Decree 254/2026, annexes 9.b and 9.d).
    private func isExempt(_ invoice: ParsedInvoice, in message: ParsedMessage) -> Bool {
        let symbol = message.text(of: invoice.header.symbol)
        guard symbol.count >= 4 else { return false }
        switch symbol[3] {
        case UInt8(ascii: "M"), UInt8(ascii: "L"): return true
        case UInt8(ascii: "G"), UInt8(ascii: "H"): return symbol[0] == UInt8(ascii: "K")
        default: return false
        }
    }

    func contentDigest(of scope: SignatureScope, in message: ParsedMessage) -> Digest {
        hashing.begin()
        // Without anything around it the two contexts are one.
        let standsAlone = scope.hasContext && scope.canStandAlone
        let context: Canonicalizer.Context = standsAlone ? .ownDocument(scope.root) : .inPlace
        let digest = hashing.digest(of: scope.data, in: message, context, .sha256)
        return Digest(digest.span)
    }
}
