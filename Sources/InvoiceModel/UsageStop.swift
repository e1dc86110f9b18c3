/// One case in which a taxpayer must stop, or for a time stop, using electronic invoices (Circular 91/2026, article 8).
public struct UsageStop: Sendable, Hashable {
    /// Whom it stops.
    public var taxCode: TaxCode
    /// Why.
    public var cause: Cause
    /// The first second of it.
    public var from: Timestamp
    /// The last second of it; `nil` while no end is known.
    public var to: Timestamp?
    /// Which kinds of invoices it stops; empty for all.
    public var kinds: Taxpayer.Methods
    /// The number of the authority's notice (01/TB-NSD), or empty where the law asks for none.
    public var notice: String

    /// The letters of article 8.1.
    public enum Cause: String, Sendable, CaseIterable {
        /// The tax code is closed.
        case a
        /// Not found at the registered address.
        case b
        /// Business is suspended.
        case c
        /// A tax debt is enforced.
        case d
        /// `đ`: smuggled, banned or fake goods.
        case dd
        /// Invoices without sales, to take money.
        case e
        /// A trade under conditions that are not met, or a violation reported by another body.
        case g
        /// No longer a trade for cash registers, or the taxpayer's own request.
        case h
        /// A household's data do not match the population database.
        case i
        /// Tax evasion, or trading in invoices.
        case k
        /// High risk (Circular 94/2026).
        case l
    }

    /// A stop.
    public init(
        taxCode: TaxCode,
        cause: Cause,
        from: Timestamp,
        to: Timestamp? = nil,
        kinds: Taxpayer.Methods = [],
        notice: String = ""
    ) {
        self.taxCode = taxCode
        self.cause = cause
        self.from = from
        self.to = to
        self.kinds = kinds
        self.notice = notice
    }

    /// Whether it is in force, to the second.
    public func isInForce(at moment: Timestamp) -> Bool { from <= moment && to.map { moment <= $0 } ?? true }

    /// Whether it stops that kind of invoice.
    public func concerns(_ kind: InvoiceKind?) -> Bool {
        kinds.isEmpty || kind.map { !kinds.isDisjoint(with: $0.method) } ?? false
    }

    /// What an import tells stops of one taxpayer apart by.
    struct Key: Comparable {
        var cause: String
        var from: Timestamp

        static func < (left: Key, right: Key) -> Bool { (left.cause, left.from) < (right.cause, right.from) }
    }

    var key: Key { Key(cause: cause.rawValue, from: from) }
}

extension InvoiceKind {
    /// The way of issuing that invoices of this kind are registered under.
    public var method: Taxpayer.Methods {
        switch self {
        case .coded: .coded
        case .uncoded: .uncoded
        case .cashRegister, .cashRegisterUncoded: .cashRegister
        }
    }
}
