/// Something that may be done; each route asks for one.
public enum Permission: String, Sendable, Hashable, CaseIterable {
    /// Whether a code is authentic: yes or no.
    case verify
    /// To send messages and batches, and to see what became of them.
    case submit
    /// To check without effect.
    case check
    /// Invoices, their originals and replies, within the scope.
    case readInvoices
    /// Sums, within the scope.
    case readTotals
    /// What the registry says of taxpayers, within the scope.
    case readTaxpayers
    /// What officers asked, and why.
    case readQueries
    /// To import taxpayers, certificates, stops and delegations.
    case changeRegistry
    /// To set the policy and what is trusted.
    case changePolicy
    /// To give, rotate and withdraw API keys and accounts.
    case changeAccess
    /// How the service does: metrics.
    case readMetrics
}

extension Role {
    /// What the role may do; the table of `Documentation/ACCESS.md`.
    public var permissions: Set<Permission> {
        switch self {
        case .anyone: [.verify]
        case .submitter: [.verify, .submit, .check, .readInvoices, .readTotals]
        case .taxpayer: [.verify, .submit, .check, .readInvoices, .readTotals]
        case .officer, .supervisor: [.verify, .check, .readInvoices, .readTotals, .readTaxpayers]
        case .auditor: [.verify, .readQueries, .readMetrics]
        case .administrator: [.verify, .readTaxpayers, .changeRegistry, .changePolicy, .changeAccess, .readMetrics]
        }
    }
}
