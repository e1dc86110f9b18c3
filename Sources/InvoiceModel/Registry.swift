/// What the registry said at one moment: immutable, shared by every worker.
///
/// It knows what held when: an invoice is judged by what its seller had registered on the invoice's date, a stop by the
/// time of receipt.
public final class Registry: Sendable {
    /// What is known last of each, by tax code; it may begin on a day to come.
    public let taxpayers: [TaxCode: Taxpayer]
    /// By tax code; a taxpayer without an entry never had its list imported, so its certificates are not checked.
    public let certificates: [TaxCode: [RegisteredCertificate]]
    /// Whether delegations were ever imported; if not, none is asked for.
    public let knowsDelegations: Bool
    private let earlier: [TaxCode: [Taxpayer]]
    private let stops: [TaxCode: [UsageStop]]
    private let delegations: [TaxCode: [Delegation]]

    /// A snapshot of what was imported so far.
    public init(_ contents: RegistryContents) {
        taxpayers = contents.taxpayers
        earlier = contents.earlier
        certificates = contents.certificates
        stops = contents.stops
        delegations = contents.delegations
        knowsDelegations = contents.knowsDelegations
    }

    /// A registry of those taxpayers and certificates alone.
    public convenience init(taxpayers: [TaxCode: Taxpayer], certificates: [TaxCode: [RegisteredCertificate]]) {
        var contents = RegistryContents()
        for taxpayer in taxpayers.values { contents.take(taxpayer) }
        contents.take(certificates)
        self.init(contents)
    }

    /// Nobody.
    public static let empty = Registry(RegistryContents())

    /// What held of a taxpayer on a day; before the first day known of it, what came first.
    ///
    /// One look-up, and no search unless the day lies before the newest version.
    public func taxpayer(_ code: TaxCode, on day: CalendarDate) -> Taxpayer? {
        guard let newest = taxpayers[code] else { return nil }
        guard let start = newest.validFrom, day < start, let versions = earlier[code] else { return newest }
        return versions.last { $0.holds(on: day) } ?? versions[0]
    }

    /// Every version of a taxpayer, oldest first; empty where nobody has that code.
    public func versions(of code: TaxCode) -> [Taxpayer] {
        guard let newest = taxpayers[code] else { return [] }
        return (earlier[code] ?? []) + [newest]
    }

    /// Every stop of a taxpayer, past ones and those to come, in the order of the law's letters.
    public func stops(of code: TaxCode) -> [UsageStop] { stops[code] ?? [] }

    /// Every delegation that a taxpayer is party to: as delegator, then as delegate.
    public func delegations(with code: TaxCode) -> [Delegation] {
        let others = delegations.filter { $0.key != code }.sorted { $0.key < $1.key }
        return (delegations[code] ?? []) + others.flatMap { $0.value.filter { $0.delegate == code } }
    }

    /// The stops in force at a moment for that kind of invoice, in the order of the law's letters.
    ///
    /// - Parameter kind: `nil` where it cannot be read; then only stops of all kinds are in force.
    public func stops(of code: TaxCode, at moment: Timestamp, for kind: InvoiceKind?) -> [UsageStop] {
        guard let all = stops[code] else { return [] }
        return all.filter { $0.isInForce(at: moment) && $0.concerns(kind) }
    }

    /// What one taxpayer declared to have another issue for it.
    public func delegations(of delegator: TaxCode, to delegate: TaxCode) -> [Delegation] {
        guard let all = delegations[delegator] else { return [] }
        return all.filter { $0.delegate == delegate }
    }
}

extension Taxpayer {
    /// Whether this version had begun on a day.
    fileprivate func holds(on day: CalendarDate) -> Bool { validFrom.map { $0 <= day } ?? true }
}
