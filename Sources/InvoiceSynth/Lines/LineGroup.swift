import InvoiceModel

/// Sixteen invoices whose amounts are settled together: net and tax of the group are exact, so those of all are.
///
/// All amounts are whole thousands of đồng, so every tax is exact. The first invoice, the largest, takes what is left
/// of the tax: a line at 10 % of ten times that, the rest not subject to tax.
struct LineGroup {
    /// How many invoices, but for the last group.
    static let size = 16
    /// The places of sales invoices (form 2), which have no tax.
    static let sales = [5, 13]

    /// Net at one rate.
    struct Part {
        var rate: LineRate
        var net: Int64
        var tax: Int64
    }

    /// An invoice's net by rate; of a sales invoice the rate means nothing.
    struct Worth {
        var first: Part
        var second: Part?

        var net: Int64 { first.net + (second?.net ?? 0) }
        var tax: Int64 { first.tax + (second?.tax ?? 0) }
    }

    private static let shape = [1, 1, 2, 2, 3, 5, 8, 13, 20, 35, 60, 120]

    /// The amounts of a group.
    ///
    /// - Precondition: `net` is at least 100,000 đồng an invoice, and the tax at most an eleventh of it.
    static func worths(count: Int, net: Int64, tax: Int64, random: inout Random, into worths: inout [Worth]) {
        precondition(net >= 99_000 * Int64(count) && tax >= 0 && tax * 10 <= net, "an amount for each invoice")
        worths.removeAll(keepingCapacity: true)
        let weights = weights(count, &random)
        let whole = (0..<size).reduce(Int64(0)) { $0 + weights[$1] }
        // What is left over goes to the first one, so that it stays the largest.
        let thousands = net / 1_000 - Int64(count)
        var rest = (net: net, tax: tax)
        worths.append(Worth(first: Part(rate: .ten, net: 0, tax: 0)))
        for place in 1..<max(1, count) {
            let part = (1 + thousands * weights[place] / whole) * 1_000
            if sales.contains(place) { rest.net -= part }
            worths.append(Worth(first: Part(rate: .none, net: part, tax: 0)))
        }
        for place in 1..<max(1, count) where !sales.contains(place) {
            let part = worths[place].first.net
            let rate = LineGroup.rate(part, rest.net, rest.tax, &random)
            let tax = part / 1_000 * Int64(rate.thousandths)
            rest.net -= part
            rest.tax -= tax
            worths[place].first = Part(rate: rate, net: part, tax: tax)
        }
        let taxed = Part(rate: .ten, net: rest.tax * 10, tax: rest.tax)
        let untaxed = Part(rate: .notSubject, net: rest.net - taxed.net, tax: 0)
        precondition(untaxed.net >= 0, "the first invoice can take what is left of the tax")
        if taxed.net == 0 {
            worths[0] = Worth(first: untaxed)
        } else {
            worths[0] = Worth(first: taxed, second: untaxed.net == 0 ? nil : untaxed)
        }
    }

    /// Shares of the net: the first one's is the largest, those of sales invoices are small, so that a tax of an
    /// eleventh can still be reached without them.
    private static func weights(_ count: Int, _ random: inout Random) -> InlineArray<16, Int64> {
        var weights = InlineArray<16, Int64>(repeating: 0)
        var whole: Int64 = 0
        for place in 1..<max(1, count) {
            weights[place] = Int64(shape[random.below(shape.count)] * random.within(50...150))
            guard !sales.contains(place) else { continue }
            whole += weights[place]
            weights[0] = max(weights[0], weights[place])
        }
        weights[0] = max(50, weights[0])
        whole += weights[0]
        for place in sales where place < count { weights[place] = min(weights[place], whole / 25) }
        return weights
    }

    /// A rate that leaves the rest of the tax within nothing and a tenth of the rest of the net.
    private static func rate(_ part: Int64, _ net: Int64, _ tax: Int64, _ random: inout Random) -> LineRate {
        let rate = LineRate.mix[random.below(LineRate.mix.count)]
        let after = tax - part / 1_000 * Int64(rate.thousandths)
        if after < 0 { return .none }
        return after * 10 > net - part ? .ten : rate
    }
}

/// A rate of VAT as lines write it.
enum LineRate: Int, Sendable, CaseIterable {
    case ten
    case eight
    case five
    case none
    case notSubject
    case notDeclared

    /// Tax on a thousand.
    var thousandths: Int {
        switch self {
        case .ten: 100
        case .eight: 80
        case .five: 50
        case .none, .notSubject, .notDeclared: 0
        }
    }

    /// On the wire.
    var text: String {
        switch self {
        case .ten: "10%"
        case .eight: "8%"
        case .five: "5%"
        case .none: "0%"
        case .notSubject: "KCT"
        case .notDeclared: "KKKNT"
        }
    }

    /// Whether the table by rate has a tax for it.
    var hasTax: Bool { self != .notSubject && self != .notDeclared }

    /// Each as often as it is drawn: 40, 45, 5, 4, 5 and 1 in a hundred.
    static let mix: [LineRate] = [
        (LineRate.ten, 40), (.eight, 45), (.five, 5), (.none, 4), (.notSubject, 5), (.notDeclared, 1),
    ].flatMap { repeatElement($0.0, count: $0.1) }
}
