import InvoiceModel

/// What one message of many will be, decided before anything is written.
enum PlannedBatch: Sendable {
    /// Its invoices, each good or bad in its way.
    case invoices([BatchInvoiceFault?])
    /// Bad as a whole.
    case fault(BatchFault)

    /// The messages of one type in the order of sending: bad invoices lie among the good ones, bad messages among the
    /// messages; each way of being bad takes its turn.
    static func plan(
        _ type: MessageType,
        good: Int,
        options: SynthOptions,
        random: inout Random
    ) -> [PlannedBatch] {
        guard good > 0 else { return [] }
        var slots = [BatchInvoiceFault?](repeating: nil, count: good)
        let ways = BatchInvoiceFault.allCases.filter { $0.fits(type) }
        let badPlaces = share(options.badShare, of: good).map { _ in 1 + random.below(good) }.sorted()
        let faults = turns(ways, badPlaces.count, &random)
        for (place, fault) in zip(badPlaces, faults).reversed() { slots.insert(fault, at: place) }
        var messages: [PlannedBatch] = stride(from: 0, to: slots.count, by: options.perMessage).map { start in
            .invoices(Array(slots[start..<min(start + options.perMessage, slots.count)]))
        }
        let places = share(options.badShare, of: messages.count).map { _ in 1 + random.below(messages.count) }.sorted()
        let whole = turns(BatchFault.allCases.filter { $0.fits(type) }, places.count, &random)
        for (place, fault) in zip(places, whole).reversed() { messages.insert(.fault(fault), at: place) }
        return messages
    }

    private static func share(_ share: Double, of count: Int) -> Range<Int> {
        0..<Int((Double(count) * share).rounded())
    }

    private static func turns<Way>(_ ways: [Way], _ count: Int, _ random: inout Random) -> [Way] {
        var turns: [Way] = []
        while turns.count < count { turns += ways.shuffled(using: &random) }
        return Array(turns.prefix(count))
    }
}
