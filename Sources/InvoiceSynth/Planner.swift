import InvoiceModel

/// Decides all good invoices: who, which kind, when, how much, so that the sums come out as asked.
struct Planner {
    let options: SynthOptions
    let population: Population
    private var random: Random
    private(set) var invoices: [PlannedInvoice] = []

    /// What an invoice is worth on average where no revenue is asked for, in đồng.
    static let meanNet: Int128 = 12_500_000

    private let mean: Int128
    private let olderDays: Int
    private let previousDay: CalendarDate
    private var corrected: Set<Int> = []
    private var lastOfSeller: [Int: [Int]] = [:]

    init(options: SynthOptions, population: Population) {
        self.options = options
        self.population = population
        random = Random(seed: options.seed, stream: Stream.plan)
        let revenue = options.revenue?.millionths ?? Planner.meanNet * Int128(options.invoices) * Amount.scale
        mean = revenue / Int128(max(1, options.invoices)) / Amount.scale
        olderDays = 20
        previousDay = Planner.workingDay(before: options.today)
    }

    /// The last day from Monday to Friday before that day.
    static func workingDay(before day: CalendarDate) -> CalendarDate {
        var previous = day.advanced(by: -1)
        while previous.weekday == 0 || previous.weekday == 6 { previous = previous.advanced(by: -1) }
        return previous
    }

    /// Plans all of them.
    mutating func plan() throws(SynthError) -> [PlannedInvoice] {
        invoices.reserveCapacity(options.invoices)
        for index in 0..<options.invoices {
            let kind = kind(of: index)
            invoices.append(invoice(index: index, kind: kind))
        }
        var apportionment = Apportionment(options: options, random: random)
        try apportionment.settle(&invoices)
        number()
        return invoices
    }

    private mutating func kind(of index: Int) -> PlannedInvoice.Kind {
        // The first ones are ordinary: corrections need something to correct.
        guard index >= 8 else { return .ordinary }
        if !options.forms.isEmpty, random.happens(3, in: 10) { return .otherForm }
        switch random.below(1_000) {
        case 0..<25: return .decimals
        case 25..<60: return .foreign
        case 60..<68: return .otherRate
        case 68..<93: return .adjustment
        case 93..<98: return .replacement
        case 98..<100: return .legacyReplacement
        case 100..<103: return options.revenue == nil ? .huge : .ordinary
        default: return .ordinary
        }
    }

    private mutating func invoice(index: Int, kind: PlannedInvoice.Kind) -> PlannedInvoice {
        let seller = index == 0 ? 0 : random.below(population.sellers.count)
        let forms = population.sellers[seller].taxpayer.forms
        let isSales = !forms.contains(1) || (forms.contains(2) && random.happens(1, in: 4))
        let date = date(of: index)
        var invoice = PlannedInvoice(
            kind: kind,
            seller: seller,
            form: isSales ? 2 : 1,
            symbol: symbol(form: isSales ? 2 : 1, date: date),
            date: date
        )
        switch kind {
        case .ordinary: ordinary(&invoice, index: index)
        case .decimals: decimals(&invoice)
        case .foreign: foreign(&invoice)
        case .huge: huge(&invoice)
        case .otherRate: otherRate(&invoice)
        case .adjustment, .replacement: correction(&invoice)
        case .legacyReplacement: fixed(&invoice, net: part(of: mean, 20...200))
        case .otherForm: otherForm(&invoice)
        }
        if !invoice.isTaxed { untaxed(&invoice) }
        return invoice
    }

    /// Numbers grow with the order of sending within a series.
    private mutating func number() {
        var next: [String: UInt32] = [:]
        for index in invoices.indices {
            let series = "\(invoices[index].seller)/\(invoices[index].form)/\(invoices[index].symbol)"
            let number = next[series, default: 0] + 1
            next[series] = number
            invoices[index].number = number
        }
    }

    /// Three in a hundred are sent late, the first ones; then those of the working day before; then today's.
    private func date(of index: Int) -> CalendarDate {
        let position = index * 100 / max(1, options.invoices)
        if options.invoices >= 100, position < 3 {
            let step = index * olderDays * 100 / (3 * options.invoices)
            return previousDay.advanced(by: Int32(step - olderDays))
        }
        return position < 40 ? previousDay : options.today
    }

    private mutating func symbol(form: Int, date: CalendarDate) -> String {
        let year = String(date.parts.year % 100 + 100).suffix(2)
        let series = random.happens(1, in: 5) ? "AB" : "AA"
        return "C\(year)T\(form == 1 ? series : "BB")"
    }
}

// MARK: - Kinds

extension Planner {
    /// Amounts come later, when the rest is known.
    private mutating func ordinary(_ invoice: inout PlannedInvoice, index: Int) {
        let parts = invoice.form == 2 ? 1 : 1 + random.weighted([15, 4, 1])
        invoice.groups = (0..<parts).map { _ in PlannedInvoice.Group(rate: .none, net: 0) }
        if invoice.form == 1, random.happens(3, in: 100) { invoice.fee = Int64(random.within(1...50)) * 1_000 }
        lastOfSeller[invoice.seller, default: []].append(index)
    }

    private mutating func decimals(_ invoice: inout PlannedInvoice) {
        let places = random.within(1...6)
        var unit: Int128 = 1
        for _ in places..<6 { unit *= 10 }
        let whole = part(of: mean, 10...150) * Amount.scale
        let fraction = Int128(random.below(Int(Amount.scale))) / unit * unit
        let rate = random.pick([TaxRate.ten, .eight, .notSubject])
        invoice.groups = [group(rate, net: whole + fraction, unit: 1)]
    }

    private mutating func foreign(_ invoice: inout PlannedInvoice) {
        let isEuro = random.happens(1, in: 3)
        invoice.currency = isEuro ? "EUR" : "USD"
        let base = isEuro ? 30_100 : 26_100
        // Two decimals at most (TGia 7,2).
        invoice.exchangeRate = Int128(base * 100 + random.pick([0, 0, 50, 3_850, 8_025])) * 10_000
        let dong = part(of: mean, 20...400) * Amount.scale
        let cents = max(100, dong / invoice.exchangeRate * 100 + Int128(random.below(100)))
        let rate = random.pick([TaxRate.none, .none, .ten, .eight])
        invoice.groups = [group(rate, net: cents * 10_000, unit: 10_000)]
    }

    private mutating func huge(_ invoice: inout PlannedInvoice) {
        let units = Int128(100_000_000_000_000) + Int128(random.below(9_000_000)) * 1_000_000 + 7
        invoice.groups = [group(random.pick([.ten, .notSubject]), net: units * Amount.scale, unit: Amount.scale)]
    }

    private mutating func otherRate(_ invoice: inout PlannedInvoice) {
        let rates = [
            TaxRate(kind: .other, hundredths: 350), TaxRate(kind: .other, hundredths: 526), .notDeclared,
        ]
        fixed(&invoice, net: part(of: mean, 20...150), rate: random.pick(rates))
    }

    /// Points at an earlier ordinary invoice of the same seller that nothing corrects yet.
    private mutating func correction(_ invoice: inout PlannedInvoice) {
        let candidates = lastOfSeller[invoice.seller, default: []].suffix(40)
        guard let original = candidates.filter({ !corrected.contains($0) }).randomElement(using: &random) else {
            invoice.kind = .legacyReplacement
            fixed(&invoice, net: part(of: mean, 20...100))
            return
        }
        corrected.insert(original)
        invoice.original = original
        invoice.form = invoices[original].form
        invoice.symbol = symbol(form: Int(invoice.form), date: invoice.date)
        let isDown = invoice.kind == .adjustment && !random.happens(1, in: 4)
        let net = part(of: mean, 1...20)
        fixed(&invoice, net: isDown ? -net : net)
    }

    /// One of the forms asked for that its seller registered; a person sells tickets at most.
    private mutating func otherForm(_ invoice: inout PlannedInvoice) {
        let registered = population.sellers[invoice.seller].taxpayer.forms
        if let form = options.forms.intersection(registered).sorted().randomElement(using: &random) {
            invoice.form = form
            let letter = random.pick(PlannedInvoice.letters(of: form))
            invoice.symbol = "\(invoice.symbol.prefix(3))\(letter)AA"
        }
        fixed(&invoice, net: part(of: mean, 5...80))
    }

    private mutating func fixed(_ invoice: inout PlannedInvoice, net: Int128, rate: TaxRate? = nil) {
        let rate = rate ?? random.pick([TaxRate.ten, .eight, .five])
        invoice.groups = [group(rate, net: net * Amount.scale, unit: Amount.scale)]
    }

    /// A sales invoice, and most others, have amounts without tax.
    private func untaxed(_ invoice: inout PlannedInvoice) {
        for index in invoice.groups.indices { invoice.groups[index].tax = 0 }
    }

    private func group(_ rate: TaxRate, net: Int128, unit: Int128) -> PlannedInvoice.Group {
        PlannedInvoice.Group(rate: rate, net: net, tax: rate.tax(on: net, unit: unit))
    }

    /// Some hundredths of an amount in đồng, at least 10.
    private mutating func part(of amount: Int128, _ hundredths: ClosedRange<Int>) -> Int128 {
        max(10, amount * Int128(random.within(hundredths)) / 100)
    }
}
