import InvoiceModel

/// What holds of an invoice as far as rules ask: which fields its form has, and how it came.
///
/// A rule names where it applies; it is evaluated where one of its marks is among those of the invoice.
struct RuleScope: OptionSet, Sendable {
    let rawValue: UInt16

    /// Whatever stands there.
    static let always = RuleScope(rawValue: 1)
    /// Forms 1 to 9, and a form that cannot be read.
    static let served = RuleScope(rawValue: 2)
    /// Served, and not a bare `HDon`: the rule speaks about how an invoice is sent.
    static let sent = RuleScope(rawValue: 4)
    /// Form 1.
    static let vat = RuleScope(rawValue: 8)
    /// Form 2.
    static let sales = RuleScope(rawValue: 16)
    /// Forms 1 and 8: lines with rates that add up to a tax.
    static let vatForms = RuleScope(rawValue: 32)
    /// Forms 1 and 8, and form 5 where it is a VAT ticket: rates have a meaning.
    static let taxed = RuleScope(rawValue: 64)
    /// Forms 2, 3 and 4, and form 5 where it is a sales ticket: the lines are what is paid.
    static let untaxed = RuleScope(rawValue: 128)
    /// Everything but form 6: something is paid.
    static let paid = RuleScope(rawValue: 256)
    /// Form 3.
    static let publicAsset = RuleScope(rawValue: 512)
    /// Form 4.
    static let reserve = RuleScope(rawValue: 1_024)
    /// Form 6.
    static let warehouse = RuleScope(rawValue: 2_048)
    /// Everything but forms 5 and 6: the buyer has to be named.
    static let namesBuyer = RuleScope(rawValue: 4_096)
}

extension InvoiceReading {
    /// What holds of this invoice.
    func scope(isSent: Bool) -> RuleScope {
        var scope: RuleScope = isSent ? [.always, .served, .sent] : [.always, .served]
        let digit = form?.digit ?? 0
        if digit != 6 { scope.insert(digit == 5 ? .paid : [.paid, .namesBuyer]) }
        switch digit {
        case 1: scope.formUnion([.vat, .vatForms])
        case 2: scope.insert(.sales)
        case 3: scope.insert(.publicAsset)
        case 4: scope.insert(.reserve)
        case 6: scope.insert(.warehouse)
        case 8: scope.insert(.vatForms)
        default: break
        }
        if taxation == .rates { scope.insert(.taxed) }
        if taxation == .none, (2...5).contains(digit) { scope.insert(.untaxed) }
        return scope
    }
}

/// Whether amounts carry VAT by rate.
enum Taxation: Sendable {
    /// Net, tax and total, with rates: forms 1 and 8, and form 5 as a VAT ticket.
    case rates
    /// A total alone: forms 2, 3, 4, 7 and 9, and form 5 as a sales ticket.
    case none
    /// Nothing is sold: form 6.
    case nothing
}
