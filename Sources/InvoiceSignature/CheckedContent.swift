public import InvoiceModel

/// What a check of an invoice found that its 202 needs again.
public struct CheckedContent: Sendable, Hashable {
    /// `InvoiceVerification.contentDigest`.
    public var digest: Digest
    /// In which context the first of the seller's signatures holds; `nil` where it does not, or was not checked.
    public var context: SignatureReport.Context?

    /// What that check found.
    public init(_ verification: InvoiceVerification) {
        digest = verification.contentDigest
        let first = verification.reports.first { $0.by == .seller }
        context = first?.integrity == .valid ? first?.context : nil
    }
}
