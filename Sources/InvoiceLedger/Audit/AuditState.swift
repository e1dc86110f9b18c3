public import InvoiceModel

/// What a ledger said besides its invoices at one moment, from the changes in its archive alone.
public struct AuditState: Sendable {
    /// What was decided when the ledger was made.
    public private(set) var settings: LedgerSettings?
    /// Anchors (DER) in order.
    public private(set) var anchors: [[UInt8]] = []
    /// Revocation lists (DER) in order.
    public private(set) var revocationLists: [[UInt8]] = []
    /// The policy's text, where one was set.
    public private(set) var policyText: String?
    /// The authority's certificates, oldest first, without keys.
    public private(set) var authorities: [AuthorityIdentity] = []
    /// Generations of code keys with their check values, oldest first.
    public private(set) var codeKeys: [(generation: UInt8, checkValue: UInt64)] = []
    /// Whether the ledger came from an older format.
    public private(set) var isUpgraded = false
    /// Grows with every change that checks may notice.
    public private(set) var version = 0
    private var contents = RegistryContents()

    /// Taxpayers, their certificates, stops and delegations.
    public var registry: Registry { Registry(contents) }

    /// Does one change again; says what is wrong with it where it cannot be done.
    mutating func take(_ kind: Change.Kind, _ payload: [UInt8]) -> String? {
        version += 1
        switch kind {
        case .created:
            guard version == 1 else { return "a ledger is made once, and first" }
            settings = ChangePayload.settings(payload)
        case .taxpayers:
            guard let rows = RegistryText.taxpayers(payload) else { return "taxpayers that cannot be read" }
            for taxpayer in rows { contents.take(taxpayer) }
        case .certificates:
            guard let lists = RegistryText.certificates(payload) else { return "certificates that cannot be read" }
            contents.take(lists)
        case .stops:
            guard let stops = RegistryText.stops(payload) else { return "stops that cannot be read" }
            for stop in stops { contents.take(stop) }
        case .delegations:
            guard let rows = RegistryText.delegations(payload) else { return "delegations that cannot be read" }
            contents.take(rows)
        case .rebuilt, .head: break
        case .upgraded: isUpgraded = true
        case .anchor: anchors.append(payload)
        case .revocationList: revocationLists.append(payload)
        case .policy: policyText = String(decoding: payload, as: UTF8.self)
        case .codeKey:
            guard let key = ChangePayload.codeKey(payload) else { return "a code key that cannot be read" }
            codeKeys.append(key)
        case .authority:
            guard let identity = ChangePayload.authority(payload) else { return "a certificate that cannot be read" }
            authorities.append(identity)
        }
        return settings == nil ? "a ledger without settings that can be read" : nil
    }
}
