/// How far a ledger has come: what a day head puts a signature under.
public struct HeadFacts: Sendable, Hashable {
    /// The ledger's identity: the digest of its first block.
    public var ledger: Digest
    /// The day it closes, or stands in.
    public var day: CalendarDate
    /// Blocks in the archive.
    public var blocks: UInt64
    /// Messages in them.
    public var messages: UInt64
    /// Codes given.
    public var transactions: UInt64
    /// Administrative actions.
    public var changes: UInt64
    /// The digest of the last of those blocks; it stands for every byte before.
    public var chain: Digest

    /// How far a ledger has come.
    public init(
        ledger: Digest,
        day: CalendarDate,
        blocks: UInt64,
        messages: UInt64,
        transactions: UInt64,
        changes: UInt64,
        chain: Digest
    ) {
        self.ledger = ledger
        self.day = day
        self.blocks = blocks
        self.messages = messages
        self.transactions = transactions
        self.changes = changes
        self.chain = chain
    }
}
