/// What a finished backup holds.
public struct BackupSummary: Sendable, Hashable {
    /// Messages in it: all that were durable when it began.
    public var messages: UInt64
    /// The last transaction number in it.
    public var transactions: UInt64
    /// Bytes of database and archive.
    public var bytes: Int
}
