/// By how much the stored sums of a batch grew, seen over whole tables: each invoice counts once in each of them, by
/// its own day and by that of its receipt.
struct TotalsGrowth {
    /// By table and, inside it, by basis as it is stored.
    private var sums = [TotalsSums](repeating: TotalsSums(), count: 2 * TotalsGrowth.bases)

    private static let bases = 3

    /// Counts what one row grew by.
    mutating func add(_ key: TotalsKey, by growth: TotalsSums) {
        guard key.rate.isOwn else { return }
        sums[TotalsGrowth.place(key.table, key.basis)] += growth
    }

    /// Whether both tables have grown by those sums, on either basis.
    func isEverywhere(_ all: TotalsSums) -> Bool {
        [TotalsTable.day, .month].allSatisfy { table in
            let both = sums[TotalsGrowth.place(table, .both)]
            return [StoredBasis.issued, .received].allSatisfy { sums[TotalsGrowth.place(table, $0)] + both == all }
        }
    }

    private static func place(_ table: TotalsTable, _ basis: StoredBasis) -> Int {
        Int(table.rawValue) * bases + Int(basis.rawValue)
    }
}
