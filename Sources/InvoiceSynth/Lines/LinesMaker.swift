import InvoiceModel

/// Writes any stretch of the lines: what stands at a place follows from the options alone.
struct LinesMaker: Sendable {
    /// Invoices written at a time; a deck is a whole number of them.
    static let stretch = 8_192
    /// Sales invoices in a group of sixteen.
    private static let salesShare = LineGroup.sales.count

    let options: LinesOptions
    let sellers: LineSellers
    /// All invoices; of lines counted by bytes, more than there will be.
    let count: Int
    private let vat: Deck
    private let sales: Deck
    private let dates: [[UInt8]]
    private let words = LineWords()
    /// What a group of a whole extent is worth; `nil` where the extent has no end.
    private let revenue: (net: Int64, tax: Int64)?

    /// Groups dealt from one deck.
    private var groupsOfDeck: Int { vat.size / (LineGroup.size - LinesMaker.salesShare) }

    init(_ options: LinesOptions) {
        self.options = options
        let first = options.today.advanced(by: -Int32(options.days - 1))
        sellers = LineSellers(count: options.sellers, seed: options.seed, registeredOn: first.advanced(by: -30))
        let groups = max(4_096, (options.sellers / 2 / 512 + 1) * 512)
        let everyone = Array(0..<options.sellers)
        let shops = everyone.filter { $0 % 4 == 3 || options.sellers < 4 }
        let sizes = (vat: groups * (LineGroup.size - LinesMaker.salesShare), sales: groups * LinesMaker.salesShare)
        vat = Deck(sellers: everyone, of: options.sellers, size: sizes.vat, seed: options.seed)
        sales = Deck(sellers: shops, of: options.sellers, size: sizes.sales, seed: options.seed &+ 1)
        dates = (0..<options.days).map { day in
            let date = first.advanced(by: Int32(day))
            let year = String(date.parts.year % 100 + 100).suffix(2)
            return ["C\(year)TAA", "C\(year)TBB"].flatMap { Array($0.utf8) } + Array(date.description.utf8)
        }
        switch options.extent {
        case .invoices(let wanted):
            count = wanted
            let net = options.revenue.map { Int64($0.millionths / Amount.scale) } ?? LinesMaker.meanNet * Int64(wanted)
            let tax = options.tax.map { Int64($0.millionths / Amount.scale) }
            revenue = (net, tax ?? Int64((Int128(net) * 7_776) / 100_000))
        case .bytes:
            count = Int(Int32.max)
            revenue = nil
        }
    }

    /// What an invoice is worth on average where no revenue is asked for, in đồng.
    static let meanNet: Int64 = 12_500_000

    /// What a worker keeps from one stretch to the next.
    struct Bench {
        var text = LineText()
        var summary = LinesSummary()
        var vat: [Deck.Card] = []
        var sales: [Deck.Card] = []
        var deck = -1
        var worths: [LineGroup.Worth] = []
    }

    /// Writes a stretch of the lines into the bench's text; ends early where the lines end.
    func write(stretch index: Int, on bench: inout Bench) {
        bench.text.bytes.removeAll(keepingCapacity: true)
        bench.summary = LinesSummary()
        let start = index * LinesMaker.stretch
        let end = min(count, start + LinesMaker.stretch)
        var place = start
        while place < end {
            let group = place / LineGroup.size
            let members = min(LineGroup.size, end - place)
            var random = Random(seed: options.seed, stream: Stream.lines, index: group)
            let worth = worth(of: place, members)
            LineGroup.worths(count: members, net: worth.net, tax: worth.tax, random: &random, into: &bench.worths)
            deal(group / groupsOfDeck, on: &bench)
            let seat = group % groupsOfDeck
            var seats = (
                vat: seat * (LineGroup.size - LinesMaker.salesShare), sales: seat * LinesMaker.salesShare
            )
            for member in 0..<members {
                let isSales = LineGroup.sales.contains(member)
                let card = isSales ? bench.sales[seats.sales] : bench.vat[seats.vat]
                if isSales { seats.sales += 1 } else { seats.vat += 1 }
                let worth = bench.worths[member]
                write(worth, isSales, card, day: day(of: place + member), &random, to: &bench.text)
                bench.summary.net += worth.net
                bench.summary.tax += worth.tax
            }
            place += members
        }
        bench.summary.invoices = end - start
        bench.summary.bytes = bench.text.bytes.count
    }

    private func deal(_ deck: Int, on bench: inout Bench) {
        guard bench.deck != deck else { return }
        bench.deck = deck
        vat.dealt(deck, into: &bench.vat)
        sales.dealt(deck, into: &bench.sales)
    }

    /// Net and tax of the group that begins at a place: what all are worth up to its end, less what they are before.
    private func worth(of place: Int, _ members: Int) -> (net: Int64, tax: Int64) {
        guard let revenue else {
            let net = LinesMaker.meanNet * Int64(members)
            return (net, net / 100_000 * 7_776)
        }
        func share(_ whole: Int64, _ end: Int) -> Int64 { Int64(Int128(whole) * Int128(end) / Int128(count)) }
        return (
            share(revenue.net, place + members) - share(revenue.net, place),
            share(revenue.tax, place + members) - share(revenue.tax, place)
        )
    }

    private func day(of place: Int) -> Int {
        revenue == nil ? options.days - 1 : Int(Int128(place) * Int128(options.days) / Int128(count))
    }
}

extension LinesMaker {
    private func write(
        _ worth: LineGroup.Worth,
        _ isSales: Bool,
        _ card: Deck.Card,
        day: Int,
        _ random: inout Random,
        to text: inout LineText
    ) {
        let date = dates[day]
        text.put(isSales ? words.salesHead : words.vatHead)
        text.bytes.append(contentsOf: isSales ? date[6..<12] : date[0..<6])
        text.put(words.number)
        text.put(Int64(card.number))
        text.put(words.date)
        text.bytes.append(contentsOf: date[12...])
        let payments = isSales ? words.salesPayments : words.payments
        payments.append(random.below(payments.count), to: &text.bytes)
        text.put(words.seller)
        text.bytes.append(contentsOf: sellers.text[sellers.range(Int(card.seller))])
        text.put(words.buyer)
        writeBuyer(Int(card.seller), isSales, &random, to: &text)
        text.put(words.goods)
        var ordinal: Int64 = 0
        writeGoods(worth.first, isSales, atMost: worth.second == nil ? 5 : 4, &ordinal, &random, to: &text)
        if let second = worth.second {
            writeGoods(second, isSales, atMost: 5 - Int(ordinal), &ordinal, &random, to: &text)
        }
        if isSales { text.put(words.salesTotals) } else { writeRates(worth, to: &text) }
        text.put(worth.net + worth.tax)
        text.put(words.words)
        text.putWords(worth.net + worth.tax)
        text.put(words.end)
    }

    /// Another of the sellers; of sales invoices mostly somebody who gives no name.
    private func writeBuyer(_ seller: Int, _ isSales: Bool, _ random: inout Random, to text: inout LineText) {
        let draw = random.below(100)
        guard draw < (isSales ? 20 : 60), sellers.taxpayers.count > 1 else { return text.put(words.consumer) }
        let step = 1 + random.below(sellers.taxpayers.count - 1)
        let buyer = (seller + step) % sellers.taxpayers.count
        text.bytes.append(contentsOf: sellers.text[sellers.range(buyer)])
    }

    /// One line of goods or more whose amounts add up to a part.
    private func writeGoods(
        _ part: LineGroup.Part,
        _ isSales: Bool,
        atMost most: Int,
        _ ordinal: inout Int64,
        _ random: inout Random,
        to text: inout LineText
    ) {
        var rest = part.net
        var lines = min(LineWords.lineCounts[random.below(LineWords.lineCounts.count)], most)
        if part.net % 1_000 != 0 || part.net < 10_000 { lines = 1 }
        while lines > 0 {
            var amount = rest
            if lines > 1 { amount = rest / 1_000 * Int64(random.within(20...60)) / 100 * 1_000 }
            if amount == 0 { amount = 1_000 }
            if amount > rest - 1_000 { amount = rest }
            rest -= amount
            lines = rest == 0 ? 0 : lines - 1
            ordinal += 1
            text.put(ordinal == 1 ? words.firstLine : words.nextLine)
            text.put(ordinal)
            words.names.append(random.below(words.names.count), to: &text.bytes)
            let tried = Int64(1 + random.below(40))
            let quantity = amount % tried == 0 ? tried : 1
            text.put(quantity)
            text.put(words.price)
            text.put(amount / quantity)
            text.put(words.amount)
            text.put(amount)
            if isSales { text.bytes.append(0x7D) } else { words.rates.append(part.rate.rawValue, to: &text.bytes) }
        }
    }

    private func writeRates(_ worth: LineGroup.Worth, to text: inout LineText) {
        text.put(words.vatTotals)
        writeRate(worth.first, to: &text)
        if let second = worth.second {
            text.bytes.append(0x2C)
            writeRate(second, to: &text)
        }
        text.put(words.net)
        text.put(worth.net)
        text.put(words.tax)
        text.put(worth.tax)
        text.put(words.total)
    }

    private func writeRate(_ part: LineGroup.Part, to text: inout LineText) {
        words.rateRows.append(part.rate.rawValue, to: &text.bytes)
        text.put(part.net)
        if part.rate.hasTax {
            text.put(words.rateTax)
            text.put(part.tax)
        }
        text.bytes.append(0x7D)
    }
}
