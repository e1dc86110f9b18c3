public import InvoiceModel

/// One administrative action as it stands in the ordered log.
public struct Change: Sendable, Hashable {
    /// What was done; the stored text, so it never changes its meaning.
    public enum Kind: String, Sendable, CaseIterable {
        /// The ledger was made.
        case created
        /// Taxpayers were imported.
        case taxpayers
        /// Taxpayers' certificates were imported.
        case certificates
        /// Cases in which taxpayers must not issue were imported.
        case stops
        /// Who may issue for whom was imported.
        case delegations
        /// A trust anchor was added.
        case anchor
        /// A revocation list was added.
        case revocationList
        /// The policy was set.
        case policy
        /// A new generation of code keys was made.
        case codeKey
        /// The authority got a new certificate.
        case authority
        /// The store was made again from the archive.
        case rebuilt
        /// The ledger was brought from an older format.
        case upgraded
        /// A signed head was asked for; it is the next block.
        case head
    }

    /// 1, 2, 3 … in order.
    public var sequence: UInt64
    /// The last message admitted before it: changes and messages have one common order.
    public var afterMessage: UInt64
    /// When.
    public var at: Timestamp
    /// Who, in words.
    public var actor: String
    /// What was done.
    public var kind: Kind
    /// All of it, enough to do it again; secrets are never in it.
    public var payload: [UInt8]
}

/// Who does an administrative action, and when.
public struct Actor: Sendable, Hashable {
    /// Who, in words.
    public var name: String
    /// When.
    public var at: Timestamp

    /// Someone at some time.
    public init(_ name: String, at: Timestamp) {
        self.name = name
        self.at = at
    }
}
