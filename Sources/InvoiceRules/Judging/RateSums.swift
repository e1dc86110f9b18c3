import InvoiceModel

/// Something added up for each rate, in order of appearance; quick for the few rates of an honest invoice, and still
/// linear for thousands of them.
struct RateSums {
    /// What was added at one rate.
    struct Entry {
        /// The rate.
        let rate: TaxRate
        /// Σ net; `nil` once something could not be read or did not fit.
        var net: Amount? = .zero
        /// Σ tax, likewise.
        var tax: Amount? = .zero
        /// Sold lines, or rows of the table.
        var count = 0
        /// Whether a sold line has an amount other than zero.
        var hasAmount = false
    }

    /// As many entries are searched one after the other.
    private static let few = 16

    /// The entries, in order of appearance.
    private(set) var entries: [Entry] = []
    private var positions: [TaxRate: Int] = [:]

    /// The entry of a rate, or `nil`.
    func entry(at rate: TaxRate) -> Entry? {
        position(of: rate).map { entries[$0] }
    }

    private func position(of rate: TaxRate) -> Int? {
        entries.count <= RateSums.few ? entries.firstIndex { $0.rate == rate } : positions[rate]
    }

    /// Adds amounts at a rate; what is `nil` makes the sum `nil`.
    mutating func add(_ net: Amount?, _ tax: Amount?, at rate: TaxRate, counts: Bool = true, hasAmount: Bool = false) {
        let position: Int
        if let known = self.position(of: rate) {
            position = known
        } else {
            position = entries.count
            entries.append(Entry(rate: rate))
            if entries.count == RateSums.few + 1 {
                for (index, entry) in entries.enumerated() { positions[entry.rate] = index }
            } else if entries.count > RateSums.few {
                positions[rate] = position
            }
        }
        entries[position].net = RateSums.sum(entries[position].net, net)
        entries[position].tax = RateSums.sum(entries[position].tax, tax)
        if counts { entries[position].count += 1 }
        if hasAmount { entries[position].hasAmount = true }
    }

    private static func sum(_ left: Amount?, _ right: Amount?) -> Amount? {
        guard let left, let right else { return nil }
        return left.adding(right)
    }
}

extension InvoiceReading {
    /// The lines added up by rate: sales, trade discounts taken off. Lines without a rate are left out.
    func lineSumsByRate() -> RateSums {
        var sums = RateSums()
        for line in lines where line.isSale || line.kind == .discount {
            guard let rate = line.rate else { continue }
            let amount = line.amount.value
            let net = line.isSale ? amount : amount?.negated
            sums.add(net, .zero, at: rate, counts: true, hasAmount: line.isSale && line.amount.isSomething)
        }
        return sums
    }
}
