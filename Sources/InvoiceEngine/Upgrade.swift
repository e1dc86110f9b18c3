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
    /// - Parameter progress: told what is being done, and how many messages of how many are.
    public static func upgrade(
        _ path: String,
        progress: (_ stage: String, _ done: UInt64, _ total: UInt64) -> Void = { _, _, _ in }
    ) throws(EngineError) -> UpgradeSummary {
        let actor = Actor(ActingUser.words, at: systemTime())
        let report = try storing { () throws(LedgerError) in
            try Ledger.upgrade(at: path, by: actor, holder: holder()) { at in
                progress(at.stage.rawValue, at.done, at.total)
            }
        }
        return UpgradeSummary(
            description: "\(report.messages) messages, \(report.transactions) codes and \(report.changes) changes were "
                + "taken over; every message, reply, code and sum was held against the old database.",
            formerDatabase: report.formerDatabase
        )
    }
}
