import InvoiceLedger
import InvoiceModel
import InvoiceSignature

/// What the ledger says besides its invoices, at one moment: immutable, shared by all workers.
struct LedgerState: Sendable {
    /// Taxpayers and their certificates; `nil` where no ledger is at hand.
    var registry: Registry?
    /// Whose certificates count; unavailable where no ledger is at hand.
    var trust: TrustStore
    /// Weights, limits, tolerances.
    var policy: Policy
    /// Whether lines count only under a signed manifest: in all but test ledgers.
    var needsManifest = false

    /// No ledger: nothing about taxpayers and certificates is known.
    static let none = LedgerState(registry: nil, trust: .unavailable, policy: Policy())
}
