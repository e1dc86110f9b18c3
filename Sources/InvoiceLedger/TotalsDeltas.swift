import InvoiceModel
import SQLite

/// What a batch adds to the stored sums, by row.
struct TotalsDeltas {
    /// In order of their first invoice.
    private(set) var rows: [(key: TotalsKey, sums: TotalsSums)] = []
    /// The invoices' own sums, each invoice once, whatever row they are in.
    private(set) var all = TotalsSums()
    private var places = TotalsPlaces()

    init() {}

    /// What the invoices accepted with the entries of blocks add.
    ///
    /// - Throws: where an amount is beyond the ceiling, as in no archive of ours.
    init(_ blocks: [BlockEntries]) throws(SQLiteError) {
        for case .messages(let entries) in blocks {
            for entry in entries {
                let received = entry.receivedAt.date
                for accepted in entry.invoices.lazy.compactMap(\.accepted) {
                    guard let shares = InvoiceShares(accepted.facts) else {
                        throw .damage("an amount of invoice \(accepted.transaction) is beyond the ceiling")
                    }
                    add(accepted.facts, shares, receivedOn: received)
                }
            }
        }
    }

    mutating func add(_ facts: InvoiceFacts, _ shares: InvoiceShares, receivedOn received: CalendarDate) {
        all += shares.header
        var key = TotalsKey(
            table: .day,
            basis: .both,
            period: 0,
            subject: OfficeCode.pack(facts.officeCode),
            kind: facts.key.symbol.kind,
            form: facts.key.form,
            currency: facts.currency,
            rate: .header
        )
        add(shares, to: key, issued: facts.date.dayNumber, received: received.dayNumber)
        key.table = .month
        key.subject = facts.key.seller.packed
        add(shares, to: key, issued: facts.date.monthNumber, received: received.monthNumber)
    }

    /// Adds to one table: once where both days are of one period, as nearly always.
    private mutating func add(_ shares: InvoiceShares, to key: TotalsKey, issued: Int32, received: Int32) {
        var key = key
        key.period = issued
        guard issued != received else { return add(shares, to: key) }
        key.basis = .issued
        add(shares, to: key)
        key.basis = .received
        key.period = received
        add(shares, to: key)
    }

    private mutating func add(_ shares: InvoiceShares, to key: TotalsKey) {
        var key = key
        if let rate = shares.wholeRate {
            key.rate = rate.asWhole
            return add(shares.header, to: key)
        }
        add(shares.header, to: key)
        for (rate, sums) in shares.byRate {
            key.rate = rate
            add(sums, to: key)
        }
    }

    private mutating func add(_ sums: TotalsSums, to key: TotalsKey) {
        let hash = key.hash
        if let place = places.place(hash, where: { rows[$0].key == key }) {
            rows[place].sums += sums
        } else {
            places.append(hash)
            rows.append((key, sums))
        }
    }
}

/// Where the row of a key stands in a list: open addressing over places, without keys of its own.
private struct TotalsPlaces {
    /// Hashes by place.
    private var hashes: [UInt64] = []
    /// Place + 1, or 0; as many as a power of two.
    private var slots = [UInt32](repeating: 0, count: 64)

    func place(_ hash: UInt64, where isIt: (Int) -> Bool) -> Int? {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let place = Int(slots[slot]) - 1
            if hashes[place] == hash, isIt(place) { return place }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Takes in the next place.
    mutating func append(_ hash: UInt64) {
        hashes.append(hash)
        guard hashes.count * 4 > slots.count * 3 else { return put(hashes.count - 1) }
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for place in hashes.indices { put(place) }
    }

    private mutating func put(_ place: Int) {
        var slot = Int(truncatingIfNeeded: hashes[place]) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(place + 1)
    }
}
