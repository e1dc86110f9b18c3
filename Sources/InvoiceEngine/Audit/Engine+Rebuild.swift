import InvoiceLedger
import InvoiceModel

extension Engine {
    /// Makes a ledger's store again from its archive alone.
    ///
    /// - Parameters:
    ///   - dropTail: cut off bytes behind the last whole block where nothing says whether they were committed.
    ///   - tell: called now and then with the number of messages taken.
    /// - Returns: sentences for people: how many blocks, what was cut off, where the former store lies.
    public static func rebuild(
        _ path: String,
        dropTail: Bool = false,
        _ tell: (UInt64) -> Void = { _ in }
    ) throws(EngineError) -> [String] {
        let actor = Actor(ActingUser.words, at: systemTime())
        let report = try storing { () throws(LedgerError) in
            try Ledger.rebuild(
                at: path,
                by: actor,
                holder: holder(),
                dropTail: dropTail,
                closeDay: { ledger, time throws(LedgerError) in try Engine.closeDay(of: ledger, before: time) },
                progress: tell
            )
        }
        var sentences = ["The store was made again from \(report.blocks) blocks of the archive."]
        if let tail = report.droppedTail { sentences.append("Cut off: \(tail).") }
        if let former = report.formerDatabase { sentences.append("The former store is \(former).") }
        return sentences
    }

    /// Signs the head of a day before the rebuild is recorded on a later one.
    static func closeDay(of ledger: Ledger, before time: Timestamp) throws(LedgerError) {
        do throws(EngineError) {
            try Engine(ledger, for: .reading).closeDay(before: time)
        } catch {
            throw LedgerError(.storage, "The store was made again, but not recorded. \(error)")
        }
    }
}
