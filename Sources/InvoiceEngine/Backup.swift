import InvoiceLedger

/// What a finished backup holds.
public struct BackupReport: Sendable, Hashable {
    /// Messages in it: all that were durable when it began.
    public var messages: UInt64
    /// The last transaction number in it.
    public var transactions: UInt64
    /// Bytes of database and archive.
    public var bytes: Int
    /// Blocks that stand in the archive behind what was copied.
    public var waitingBlocks: UInt64
}

extension Engine {
    /// Copies a ledger as it is now to a new folder, while another process may submit to it.
    ///
    /// What stands at the destination is whole: it gets its name last.
    ///
    /// - Parameters:
    ///   - withKeys: whether the secrets are copied too; without them the copy opens only once they are put there.
    ///   - progress: told how many bytes of how many are copied.
    public static func backup(
        _ ledger: String,
        to destination: String,
        withKeys: Bool = true,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(EngineError) -> BackupReport {
        let summary = try storing { () throws(LedgerError) in
            try Ledger.backup(at: ledger, to: destination, withKeys: withKeys, progress: progress)
        }
        return BackupReport(
            messages: summary.messages,
            transactions: summary.transactions,
            bytes: summary.bytes,
            waitingBlocks: summary.waitingBlocks
        )
    }
}
