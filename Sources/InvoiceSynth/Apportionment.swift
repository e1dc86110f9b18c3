import InvoiceModel

/// Gives the ordinary invoices their amounts and rates, so that net and tax of all good invoices are exact.
///
/// The other kinds are fixed before. What remains of the revenue is shared by weight (largest remainder); rates are
/// drawn so that the remaining tax stays within reach; a few large invoices, the balancers, end with two rates that
/// take the rest to the last millionth.
struct Apportionment {
    let options: SynthOptions
    private var random: Random
    private var balancers: [Int] = []

    /// How likely each rate is where nothing pulls: a mean of 7.85 %.
    private static let mix: [(rate: TaxRate, weight: Int)] = [
        (.ten, 40), (.eight, 45), (.five, 5), (.none, 4), (.notSubject, 5), (.notDeclared, 1),
    ]
    private static let mixMean: Int128 = 785
    private static let defaultTax = Amount(millionths: 77_760)

    init(options: SynthOptions, random: Random) {
        self.options = options
        self.random = random
    }

    mutating func settle(_ invoices: inout [PlannedInvoice]) throws(SynthError) {
        guard !invoices.isEmpty else { return }
        var (net, tax) = try targets(count: invoices.count)
        if options.revenue != nil {
            for invoice in invoices where invoice.kind != .ordinary {
                net -= invoice.inDong(invoice.worth.net)
                tax -= invoice.inDong(invoice.worth.tax)
            }
        }
        guard net > 0, tax >= 0 else {
            throw .options("the revenue or the tax is too small for invoices of several kinds")
        }
        try shareNet(net, among: &invoices)
        try shareTax(tax, among: &invoices)
    }

    private func targets(count: Int) throws(SynthError) -> (net: Int128, tax: Int128) {
        let revenue = options.revenue ?? Amount(millionths: Planner.meanNet * Int128(count) * Amount.scale)
        guard revenue.millionths >= Int128(count) * 100_000 * Amount.scale else {
            throw .options("the revenue must be at least 100,000 đồng an invoice")
        }
        let share = revenue.multiplied(by: Apportionment.defaultTax) ?? .zero
        return (revenue.millionths, (options.tax ?? share).millionths)
    }

    // MARK: Net

    private mutating func shareNet(_ net: Int128, among invoices: inout [PlannedInvoice]) throws(SynthError) {
        let shape: [Int128] = [1, 2, 3, 5, 8, 13, 20, 35, 60, 120]
        let indices = invoices.indices.filter { invoices[$0].kind == .ordinary }
        let weights = indices.map { index -> Int128 in
            let weight = shape[random.below(shape.count)] * Int128(random.within(50...150))
            return invoices[index].form == 2 ? max(1, weight / 5) : weight
        }
        let units = net / Amount.scale
        let whole = weights.reduce(0, +)
        var amounts = weights.map { units * $0 / whole }
        var order = amounts.indices.map { ($0, units * weights[$0] % whole) }
        order.sort { ($0.1, -$0.0) > ($1.1, -$1.0) }
        let missing = Int(units - amounts.reduce(0, +))
        for rank in 0..<missing { amounts[order[rank].0] += 1 }

        let taxed = indices.indices.filter { invoices[indices[$0]].form == 1 }
        let largest = taxed.sorted { (amounts[$0], -$0) > (amounts[$1], -$1) }
        balancers = largest.prefix(max(1, min(20, invoices.count / 100))).map { indices[$0] }
        guard let first = balancers.first else { throw .options("no seller of VAT invoices") }
        for (position, index) in indices.enumerated() {
            split(amounts[position], into: &invoices[index])
        }
        invoices[first].groups[0].net += net % Amount.scale
    }

    /// Parts of a whole amount for the rates of one invoice; the first part is the largest.
    private mutating func split(_ units: Int128, into invoice: inout PlannedInvoice) {
        let count = units < 100 ? 1 : invoice.groups.count
        invoice.groups.removeLast(invoice.groups.count - count)
        var rest = units
        for index in invoice.groups.indices.dropFirst() {
            let part = units * Int128(random.within(10...30)) / 100
            invoice.groups[index].net = part * Amount.scale
            rest -= part
        }
        invoice.groups[0].net = rest * Amount.scale
    }

    // MARK: Tax

    private mutating func shareTax(_ tax: Int128, among invoices: inout [PlannedInvoice]) throws(SynthError) {
        let reserved = Set(balancers)
        var places: [(invoice: Int, group: Int, net: Int128)] = []
        var left: Int128 = balancers.reduce(0) { $0 + invoices[$1].net }
        for index in invoices.indices where invoices[index].kind == .ordinary && invoices[index].form == 1 {
            guard !reserved.contains(index) else { continue }
            for (group, part) in invoices[index].groups.enumerated() {
                places.append((index, group, part.net))
                left += part.net
            }
        }
        places.sort { ($0.net, $1.invoice, $1.group) > ($1.net, $0.invoice, $0.group) }
        var rest = tax
        for place in places {
            let rate = rate(for: place.net, tax: rest, net: left)
            invoices[place.invoice].groups[place.group].rate = rate
            rest -= rate.tax(on: place.net, unit: Amount.scale)
            left -= place.net
        }
        rest = tax
        for index in invoices.indices where invoices[index].kind == .ordinary && invoices[index].form == 1 {
            guard !reserved.contains(index) else { continue }
            merge(&invoices[index])
            rest -= invoices[index].tax
        }
        try balance(rest, among: &invoices)
    }

    /// A rate that leaves the rest of the tax within 0 and 10 % of the rest of the net.
    private mutating func rate(for part: Int128, tax: Int128, net: Int128) -> TaxRate {
        let wanted = net > 0 ? tax * 10_000 / net : 0
        let mean = Apportionment.mixMean
        let pull = wanted >= mean ? (wanted - mean) * 1_000 / (1_000 - mean) : (mean - wanted) * 1_000 / mean
        var rate: TaxRate
        if random.below(1_000) < Int(min(1_000, pull)) {
            rate = wanted >= mean ? .ten : random.pick([.none, .notSubject])
        } else {
            rate = Apportionment.mix[random.weighted(Apportionment.mix.map(\.weight))].rate
        }
        let after = tax - rate.tax(on: part, unit: Amount.scale)
        if after < 0 { rate = .none }
        if after * 10 > net - part { rate = .ten }
        return rate
    }

    /// One group a rate, and the tax of each.
    private func merge(_ invoice: inout PlannedInvoice) {
        var merged: [PlannedInvoice.Group] = []
        for group in invoice.groups {
            if let same = merged.firstIndex(where: { $0.rate == group.rate }) {
                merged[same].net += group.net
            } else {
                merged.append(group)
            }
        }
        for index in merged.indices {
            merged[index].tax = merged[index].rate.tax(on: merged[index].net, unit: Amount.scale)
        }
        invoice.groups = merged
    }

    /// The balancers take what is left of the tax: ten times each one's share at 10 %, the rest not subject to tax.
    private func balance(_ tax: Int128, among invoices: inout [PlannedInvoice]) throws(SynthError) {
        let whole: Int128 = balancers.reduce(0) { $0 + invoices[$1].net }
        var rest = tax
        for index in balancers.reversed() {
            let net = invoices[index].net
            let share =
                index == balancers[0]
                ? rest : tax / Amount.scale * (net / Amount.scale) / (whole / Amount.scale) * Amount.scale
            guard share >= 0, share * 10 <= net else {
                throw .options("the tax cannot be reached: it must lie well within 0 and 10 % of the revenue")
            }
            rest -= share
            invoices[index].groups = [
                PlannedInvoice.Group(rate: .ten, net: share * 10, tax: share),
                PlannedInvoice.Group(rate: .notSubject, net: net - share * 10),
            ].filter { $0.net != 0 }
        }
    }
}
