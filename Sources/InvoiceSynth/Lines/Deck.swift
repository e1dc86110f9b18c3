/// Deals invoices to sellers, a deck at a time: in every deck each seller stands as often as in every other, in an
/// order of its own.
///
/// So the numbers of a series follow from a place alone, without a gap, whoever writes that place: the k-th card of a
/// seller in deck d is number d × cards + k.
struct Deck: Sendable {
    private let seed: UInt64
    /// How often each seller stands in a deck.
    private let cards: [UInt32]
    /// The sellers in their order before any is shuffled.
    private let fresh: [UInt32]

    /// How many cards.
    var size: Int { fresh.count }

    /// Cards for some sellers: each one has one at least, the rest falls as the inverse of the rank.
    ///
    /// - Precondition: there are as many cards as sellers.
    init(sellers: [Int], of count: Int, size: Int, seed: UInt64) {
        precondition(!sellers.isEmpty && size >= sellers.count, "a card for each seller")
        self.seed = seed
        let whole = (1...sellers.count).reduce(0.0) { $0 + 1 / Double($1) }
        let perShare = Double(size - sellers.count) / whole
        var cards = [UInt32](repeating: 0, count: count)
        var share = 0.0
        var dealt = 0
        for (rank, seller) in sellers.enumerated() {
            share += 1 / Double(rank + 1)
            let end = rank + 1 == sellers.count ? size : rank + 1 + Int(share * perShare)
            cards[seller] = UInt32(end - dealt)
            dealt = end
        }
        self.cards = cards
        fresh = cards.indices.flatMap { seller in repeatElement(UInt32(seller), count: Int(cards[seller])) }
    }

    /// One card: who sells, and which number the invoice has in its series.
    struct Card: Sendable {
        var seller: UInt32
        var number: UInt32
    }

    /// The cards of one deck in their order.
    func dealt(_ index: Int, into hand: inout [Card]) {
        var random = Random(seed: seed, stream: Stream.decks, index: index)
        var order = fresh
        for last in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(last, random.below(last + 1)) }
        var next = cards.map { UInt32(index) * $0 + 1 }
        hand.removeAll(keepingCapacity: true)
        for seller in order {
            hand.append(Card(seller: seller, number: next[Int(seller)]))
            next[Int(seller)] += 1
        }
    }
}
