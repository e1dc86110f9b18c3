public import InvoiceModel

/// Which day puts an invoice into a period.
public enum TotalsBasis: String, Sendable, CaseIterable {
    /// The invoice's date (`NLap`).
    case issued
    /// The day it was received and accepted.
    case authenticated
}

/// One question for sums.
public struct TotalsQuery: Sendable, Hashable {
    /// What a row may stand for; rows are always apart by currency.
    public enum Grouping: String, Sendable, CaseIterable {
        case day
        case month
        case office
        case province
        case taxpayer
        case kind
        case form
        case rate
        case currency
    }

    /// What the rows stand for, in the order they are sorted by.
    public var groupings: [Grouping]
    /// Which day counts.
    public var basis: TotalsBasis
    /// First day, or from the beginning.
    public var from: CalendarDate?
    /// Last day, or to the end.
    public var to: CalendarDate?
    /// Only sellers that this office managed at receipt.
    public var office: String?
    /// Only this seller.
    public var taxpayer: TaxCode?
    /// Only invoices of this kind.
    public var kind: InvoiceKind?

    /// A question.
    public init(
        by groupings: [Grouping] = [],
        basis: TotalsBasis = .issued,
        from: CalendarDate? = nil,
        to: CalendarDate? = nil,
        office: String? = nil,
        taxpayer: TaxCode? = nil,
        kind: InvoiceKind? = nil
    ) {
        self.groupings = groupings
        self.basis = basis
        self.from = from
        self.to = to
        self.office = office
        self.taxpayer = taxpayer
        self.kind = kind
    }
}

/// What part of an invoice's amounts a row grouped by rate holds.
public enum RateGroup: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Amounts at one rate.
    case rate(TaxRate)
    /// What the invoice's own sums hold beyond its rates; usually nothing.
    case unallocated
    /// Invoices without rates, such as those of form 2.
    case none

    /// `8%`, `unallocated`, or empty.
    public var description: String {
        switch self {
        case .rate(let rate): rate.description
        case .unallocated: "unallocated"
        case .none: ""
        }
    }

    /// Rates first, in the order of the law's list.
    public static func < (left: RateGroup, right: RateGroup) -> Bool {
        switch (left, right) {
        case (.rate(let left), .rate(let right)): left < right
        case (.rate, _): true
        case (.unallocated, .none): true
        default: false
        }
    }
}

/// One row of sums in one currency.
///
/// An invoice with several rates counts once in each row of its rates, and once in rows that are not by rate.
public struct TotalsRow: Sendable, Hashable {
    /// Set when grouped by day.
    public var day: CalendarDate?
    /// First day of the month; set when grouped by month.
    public var month: CalendarDate?
    /// Set when grouped by office.
    public var office: String?
    /// Set when grouped by province; empty where the office is not in the list.
    public var province: String?
    /// Set when grouped by taxpayer.
    public var taxpayer: TaxCode?
    /// Set when grouped by kind.
    public var kind: InvoiceKind?
    /// Set when grouped by form.
    public var form: InvoiceForm?
    /// Set when grouped by rate.
    public var rate: RateGroup?
    /// The currency of `net`, `tax` and `total`.
    public var currency: Currency
    /// Invoices in the row.
    public var invoices: UInt64
    /// Invoices among them that give no exchange rate, so that they are missing in the sums in đồng.
    public var withoutRate: UInt64
    /// Sum before tax.
    public var net: Amount
    /// Sum of tax.
    public var tax: Amount
    /// Sum to pay; grouped by rate, sum before tax and tax together.
    public var total: Amount
    /// `net` in đồng; each invoice converted and rounded by itself.
    public var netVND: Amount
    /// `tax` in đồng.
    public var taxVND: Amount
    /// `total` in đồng.
    public var totalVND: Amount
}
