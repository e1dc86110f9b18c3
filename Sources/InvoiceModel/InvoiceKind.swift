/// How the law treats an invoice; it follows from the symbol alone (Circular 91/2026, annex I), so nothing stores it
/// beside the symbol.
public enum InvoiceKind: String, Sendable, CaseIterable {
    /// `C`, fourth letter not `M`: gets the authority's code.
    case coded
    /// `K`, not `M`: sent without a code.
    case uncoded
    /// `C…M`: carries a code that the cash register made.
    case cashRegister = "cash-register"
    /// `K…M`: from a cash register, without a code.
    case cashRegisterUncoded = "cash-register-uncoded"
}

extension InvoiceSymbol {
    /// How the law treats invoices of this series.
    public var kind: InvoiceKind {
        switch (isCoded, isCashRegister) {
        case (true, false): .coded
        case (false, false): .uncoded
        case (true, true): .cashRegister
        case (false, true): .cashRegisterUncoded
        }
    }

    /// Whether the series is for invoices from cash registers: letter `M` in the fourth place.
    public var isCashRegister: Bool { (packed >> 16) & 0xFF == UInt64(UInt8(ascii: "M")) }
}
