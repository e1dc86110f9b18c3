public import InvoiceCode
public import InvoiceModel

/// One accepted invoice as the ledger holds it.
public struct InvoiceRecord: Sendable, Hashable {
    /// Its transaction number.
    public var transaction: UInt64
    /// The message it came in.
    public var message: StoredID
    /// What is kept of it besides its bytes. Of the related invoice only `relation` and `relatedTransaction` are.
    public var facts: InvoiceFacts
    /// The day it was received.
    public var receivedOn: CalendarDate
    /// SHA-256 of its canonical content (`DLHDon`).
    public var contentDigest: Digest
    /// The authority's code; `nil` for what is only registered.
    public var code: AuthenticationCode?
    /// The code that its cash register made.
    public var cashCode: CashRegisterCode?
    /// What it does to another invoice.
    public var relation: RelatedInvoice.Relation?
    /// That other invoice, where this ledger has it.
    public var relatedTransaction: UInt64?
    /// The invoice that replaced it.
    public var replacedBy: UInt64?
    /// The invoice that adjusted it last.
    public var adjustedBy: UInt64?

    /// Where it stands in its life.
    public var state: InvoiceState {
        if replacedBy != nil { return .replaced }
        if adjustedBy != nil { return .adjusted }
        return code == nil ? .registered : .issued
    }

    /// How the law treats it.
    public var kind: InvoiceKind { facts.key.symbol.kind }

    /// Its code, whoever made it.
    public var codeText: String? { code?.description ?? cashCode?.description }
}

/// Where an accepted invoice stands in its life.
public enum InvoiceState: String, Sendable, CaseIterable {
    /// It has its code and nothing happened since.
    case issued
    /// It is registered without a code of the authority and nothing happened since.
    case registered
    /// Another one replaced it.
    case replaced
    /// Another one adjusted it.
    case adjusted
}
