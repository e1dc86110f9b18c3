public import InvoiceModel

/// Whose invoices and sums somebody may see, and for whom somebody may send.
public enum Scope: Sendable, Hashable {
    /// Nobody's.
    case nobody
    /// Those of these taxpayers, as sellers.
    case taxpayers(Set<TaxCode>)
    /// Those of taxpayers whom this office manages, or one below it.
    case office(String)
    /// Everybody's.
    case everybody

    /// Whether a taxpayer whom that office manages is within it.
    ///
    /// - Parameter office: of the registry; empty where it names none.
    public func contains(_ taxCode: TaxCode, office: String) -> Bool {
        switch self {
        case .nobody: false
        case .taxpayers(let own): own.contains(taxCode)
        case .office(let own): Scope.manages(own, office)
        case .everybody: true
        }
    }

    /// The offices within it; `nil` where offices do not bound it.
    public var offices: Set<String>? {
        guard case .office(let own) = self else { return nil }
        return Set(TaxOffice.all.map(\.code).filter { Scope.manages(own, $0) })
    }

    /// Whether an office is another one's, or below it: a province's own office (`…00`) is above all of its province.
    static func manages(_ office: String, _ other: String) -> Bool {
        if office == other { return !office.isEmpty }
        guard office.hasSuffix("00"), let above = TaxOffice.named(office), let below = TaxOffice.named(other) else {
            return false
        }
        return above.province == below.province
    }
}
