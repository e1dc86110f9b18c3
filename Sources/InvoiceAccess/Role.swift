/// Who somebody is to the service.
public enum Role: String, Sendable, Hashable, CaseIterable {
    /// Anybody, without a name: verification alone.
    case anyone = "public"
    /// A provider or business whose system sends messages.
    case submitter
    /// A business that looks at its own invoices.
    case taxpayer
    /// A tax officer: taxpayers of the own office and of those below it.
    case officer
    /// An officer who sees every office.
    case supervisor
    /// Who looks after what officers did: their recorded queries, the audit.
    case auditor
    /// Who keeps registry, policy, keys and accounts; sees no invoices.
    case administrator

    /// Whether a person with an account has it; the others are systems, or nobody.
    public var isOfPeople: Bool {
        switch self {
        case .taxpayer, .officer, .supervisor, .auditor, .administrator: true
        case .anyone, .submitter: false
        }
    }

    /// Whether what is asked is written down with its purpose.
    public var isRecorded: Bool { self == .officer || self == .supervisor || self == .auditor }
}
