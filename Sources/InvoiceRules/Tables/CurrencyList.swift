import InvoiceModel

/// The currencies of ISO 4217 (`Data/currencies.tsv`).
enum CurrencyList {
    /// Whether ISO 4217 lists the code.
    static func contains(_ currency: Currency) -> Bool {
        if currency == .vnd { return true }
        var low = 0
        var high = codes.count
        while low < high {
            let middle = (low + high) / 2
            if codes[middle] < currency.packed { low = middle + 1 } else { high = middle }
        }
        return low < codes.count && codes[low] == currency.packed
    }
}
