import InvoiceModel

/// The currencies of ISO 4217 (`Data/currencies.tsv`).
enum CurrencyList {
    /// Whether ISO 4217 lists the code.
    static func contains(_ currency: Currency) -> Bool {
        currency == .vnd || place(of: currency) != nil
    }

    /// The three digits that stand for the code, as a number: 704 for VND.
    static func number(of currency: Currency) -> UInt16? {
        place(of: currency).map { numbers[$0] }
    }

    private static func place(of currency: Currency) -> Int? {
        var low = 0
        var high = codes.count
        while low < high {
            let middle = (low + high) / 2
            if codes[middle] < currency.packed { low = middle + 1 } else { high = middle }
        }
        return low < codes.count && codes[low] == currency.packed ? low : nil
    }
}
