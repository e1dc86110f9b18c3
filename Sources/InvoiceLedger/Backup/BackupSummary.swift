/// What a finished backup holds.
public struct BackupSummary: Sendable, Hashable {
    /// Messages in it: all that were durable when it began.
    public var messages: UInt64
    /// The last transaction number in it.
    public var transactions: UInt64
    /// Bytes of database and archive.
    public var bytes: Int
    /// Whole blocks behind what was copied, which the store did not know: of a commit under way, or of one that never
    /// came to its end. They are not in the copy.
    public var waitingBlocks: UInt64 = 0
}
