import InvoiceLedger

/// What an upgrade came to, in sentences for people.
public struct UpgradeSummary: Sendable, Hashable {
    /// What was taken over.
    public var description: String
    /// Where the old database stays.
    public var formerDatabase: String
}

extension Engine {
    /// Brings a ledger of an older format to this program's; nothing else may have it open.
    ///
    /// - Parameter progress: told what is being done, and how many messages of how many are; `nil` where nobody knows
    ///   how many there are.
    public static func upgrade(
        _ path: String,
        progress: (_ stage: String, _ done: UInt64, _ total: UInt64?) -> Void = { _, _, _ in }
    ) throws(EngineError) -> UpgradeSummary {
        let actor = Actor(ActingUser.words, at: systemTime())
        let report = try storing { () throws(LedgerError) in
            try Ledger.upgrade(
                at: path,
                by: actor,
                holder: holder(),
                closeDay: { ledger, time throws(LedgerError) in try Engine.closeDay(of: ledger, before: time) },
                progress: { progress($0.stage.rawValue, $0.done, $0.total) }
            )
        }
        let proof =
            report.formerFormat == 1
            ? "every message, reply, code and sum was held against the old database"
            : "the store was made again from the archive, which stays as it was"
        return UpgradeSummary(
            description: "\(report.messages) messages, \(report.transactions) invoices and \(report.changes) changes "
                + "were taken over; \(proof).",
            formerDatabase: report.formerDatabase
        )
    }
}
