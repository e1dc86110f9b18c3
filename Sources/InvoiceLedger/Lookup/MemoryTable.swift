/// The keys of consecutive messages in memory: arrays only, nothing allocated for one entry.
///
/// Costs 64 bytes a message (both kinds) at the size it was made for, and grows by doubling past it. The place of a
/// key depends on a random multiplier, so that no sender can choose messages that fall on one place.
struct MemoryTable {
    /// The first message's sequence number.
    let first: UInt64
    /// Messages.
    private(set) var count = 0
    private var bySHA256: Chains
    private var byMessageID: Chains

    /// A table for messages from `first` on.
    init(first: UInt64, capacity: Int) {
        self.first = first
        let multiplier = UInt64.random(in: 0...UInt64.max) | 1
        bySHA256 = Chains(capacity: capacity, multiplier: multiplier)
        byMessageID = Chains(capacity: capacity, multiplier: multiplier)
    }

    /// The last message's sequence number; `first - 1` while it is empty.
    var last: UInt64 { first + UInt64(count) - 1 }

    /// Bytes of the arrays.
    var byteCount: Int { bySHA256.byteCount + byMessageID.byteCount }

    /// Adds the next message; `messageID` is `nil` for one that claims no id.
    mutating func append(sha256: UInt64, messageID: UInt64?) {
        precondition(count < Int(Chains.none) - 1, "a part of the index holds at most 2^32 messages")
        bySHA256.append(sha256, place: UInt32(count))
        if let messageID { byMessageID.append(messageID, place: UInt32(count)) }
        count += 1
    }

    /// Hands the messages with that key to `visit` in their order, until it says `false`.
    func visit<Failure: Error>(
        _ key: UInt64,
        _ kind: IndexKind,
        _ visit: (UInt64) throws(Failure) -> Bool
    ) throws(Failure) -> Bool {
        let chains = kind == .sha256 ? bySHA256 : byMessageID
        var index = chains.start(key)
        while index != Chains.none {
            guard try visit(first + UInt64(chains.places[Int(index)])) else { return false }
            index = chains.next[Int(index)]
        }
        return true
    }

    /// All entries of a kind, in the order of a run.
    func sorted(_ kind: IndexKind) -> [IndexEntry] {
        let chains = kind == .sha256 ? bySHA256 : byMessageID
        var entries: [IndexEntry] = []
        entries.reserveCapacity(chains.keys.count)
        for index in chains.keys.indices {
            entries.append(IndexEntry(key: chains.keys[index], sequence: first + UInt64(chains.places[index])))
        }
        entries.sort()
        return entries
    }

    /// The same messages without those up to a sequence number, in a new table.
    func dropping(upTo sequence: UInt64, capacity: Int) -> MemoryTable {
        guard sequence >= first else { return self }
        var rest = MemoryTable(first: sequence + 1, capacity: capacity)
        var named = byMessageID.places.startIndex
        for place in 0..<count {
            while named < byMessageID.places.endIndex, byMessageID.places[named] < place { named += 1 }
            guard first + UInt64(place) > sequence else { continue }
            let hasID = named < byMessageID.places.endIndex && byMessageID.places[named] == place
            rest.append(sha256: bySHA256.keys[place], messageID: hasID ? byMessageID.keys[named] : nil)
        }
        return rest
    }
}

/// An open-addressed table of chains: each key once in the table, its entries linked in the order they came, so that
/// many messages with one id cost no more than as many with different ones.
private struct Chains {
    static let none = UInt32.max

    private(set) var keys: [UInt64] = []
    private(set) var places: [UInt32] = []
    private(set) var next: [UInt32] = []
    /// First and last entry of a chain.
    private var slots: [Slot]
    private var chainCount = 0
    private let multiplier: UInt64

    struct Slot {
        var head = Chains.none
        var tail = Chains.none
    }

    init(capacity: Int, multiplier: UInt64) {
        self.multiplier = multiplier
        keys.reserveCapacity(capacity)
        places.reserveCapacity(capacity)
        next.reserveCapacity(capacity)
        var size = 16
        while size * 3 < capacity * 4 { size *= 2 }
        slots = [Slot](repeating: Slot(), count: size)
    }

    var byteCount: Int { keys.capacity * 8 + (places.capacity + next.capacity) * 4 + slots.count * 8 }

    mutating func append(_ key: UInt64, place: UInt32) {
        let entry = UInt32(keys.count)
        keys.append(key)
        places.append(place)
        next.append(Chains.none)
        let slot = slot(of: key)
        if slots[slot].head == Chains.none {
            slots[slot] = Slot(head: entry, tail: entry)
            chainCount += 1
            if chainCount * 5 > slots.count * 4 { grow() }
        } else {
            next[Int(slots[slot].tail)] = entry
            slots[slot].tail = entry
        }
    }

    func start(_ key: UInt64) -> UInt32 { slots[slot(of: key)].head }

    /// The slot of a key, or the empty one where it would go.
    private func slot(of key: UInt64) -> Int {
        let shift = UInt64(64 - slots.count.trailingZeroBitCount)
        var slot = Int(truncatingIfNeeded: (key &* multiplier) >> shift)
        while slots[slot].head != Chains.none, keys[Int(slots[slot].head)] != key {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        for filled in old where filled.head != Chains.none { slots[slot(of: keys[Int(filled.head)])] = filled }
    }
}
