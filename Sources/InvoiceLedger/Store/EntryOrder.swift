import SQLite

/// Numbers go on where the store ends, without gap or repeat: nothing else may be taken into a store.
struct EntryOrder {
    private var messages: UInt64
    private var changes: UInt64
    private var transactions: UInt64
    private var generations: Set<UInt8>
    private var notices: [Int64: UInt64]

    /// Goes on behind what that store holds.
    init(_ connection: Connection) throws(SQLiteError) {
        let counters = try Counters(connection)
        messages = counters.message
        transactions = counters.transaction
        notices = counters.notices
        let last = try connection.integer("SELECT coalesce(max(sequence), 0) FROM change") ?? 0
        guard last >= 0 else { throw .damage("the last number in change") }
        changes = UInt64(last)
        generations = []
        let rows = try connection.prepare("SELECT generation FROM code_key")
        while try rows.step() { generations.insert(UInt8(truncatingIfNeeded: rows.integer(0))) }
    }

    /// Goes on behind a block; `nil`, or what in it does not follow.
    mutating func take(_ entries: BlockEntries, first: UInt64) -> String? {
        switch entries {
        case .messages(let entries):
            guard first == messages + 1, entries.areNumbered(from: first, \.sequence) else {
                return "messages that do not follow message \(messages)"
            }
            messages += UInt64(entries.count)
            for entry in entries { if let fault = take(entry) { return fault } }
        case .changes(let entries):
            guard first == changes + 1, entries.areNumbered(from: first, \.entry.sequence) else {
                return "changes that do not follow change \(changes)"
            }
            changes += UInt64(entries.count)
            for (entry, payload) in entries {
                if entry.kind == .created, entry.sequence > 1 { return "a ledger that is created again" }
                guard entry.kind == .codeKey, let generation = ChangePayload.codeKey(payload)?.generation else {
                    continue
                }
                guard generations.insert(generation).inserted else { return "key generation \(generation) again" }
            }
        case .head: break
        }
        return nil
    }

    private mutating func take(_ entry: MessageEntry) -> String? {
        for accepted in entry.invoices.lazy.compactMap(\.accepted) {
            guard accepted.transaction == transactions + 1 else {
                return "transaction \(accepted.transaction), which does not follow \(transactions)"
            }
            transactions += 1
        }
        guard let notice = entry.noticeNumber else { return nil }
        let year = Int64(notice / Counters.noticesPerYear)
        let last = notices[year] ?? 0
        guard notice % Counters.noticesPerYear == last + 1 else {
            return "notice \(notice), which does not follow \(last) of its year"
        }
        notices[year] = last + 1
        return nil
    }
}
