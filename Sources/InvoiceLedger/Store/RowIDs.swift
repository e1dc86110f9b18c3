/// Which row has a key, by the key's hash: eight bytes a row, to be held against the row itself.
///
/// Two keys may share what is kept of their hashes; then one of them is found.
struct RowIDs {
    /// Whether every row there is was taken in: a hash that is not here is no row's then.
    private(set) var isComplete: Bool
    private var count = 0
    /// The high bits of the hash above the id; 0 is free. As many as a power of two; the highest bits of a hash say
    /// where to look first.
    private var slots = [UInt64](repeating: 0, count: 1 << 10)
    private var shift: UInt64 = 54

    private static let idBits: UInt64 = 28
    private static let idMask: UInt64 = 1 << idBits - 1
    /// Some 32 MB of slots; past it all is forgotten.
    private static let most = 3 << 20

    init(isComplete: Bool) {
        self.isComplete = isComplete
    }

    /// A row that may have a key of that hash.
    func id(_ hash: UInt64) -> Int64? {
        var slot = Int(hash >> shift)
        while slots[slot] != 0 {
            if (slots[slot] ^ hash) >> RowIDs.idBits == 0 { return Int64(slots[slot] & RowIDs.idMask) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Takes in a row.
    mutating func insert(_ id: Int64, _ hash: UInt64) {
        guard id > 0, id <= Int64(RowIDs.idMask) else {
            isComplete = false
            return
        }
        if count >= RowIDs.most { self = RowIDs(isComplete: false) }
        if count * 4 > slots.count * 3 { grow() }
        put(hash & ~RowIDs.idMask | UInt64(id))
        count += 1
    }

    private mutating func put(_ entry: UInt64) {
        var slot = Int(entry >> shift)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = entry
    }

    private mutating func grow() {
        let before = slots
        slots = [UInt64](repeating: 0, count: before.count * 2)
        shift -= 1
        for entry in before where entry != 0 { put(entry) }
    }
}
