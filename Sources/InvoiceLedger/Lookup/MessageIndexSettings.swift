/// Sizes of the look-up index; results never depend on them.
public struct MessageIndexSettings: Sendable, Hashable {
    /// Messages kept in memory before they become a run file.
    public var memoryMessages: Int
    /// Runs of about the same size that become one.
    public var mergedRuns: Int
    /// Full parts of memory that may wait for the queue; past it `insert` waits until one is written.
    public var waitingParts: Int
    /// Full parts of memory that may be held while they cannot be written; past it the ledger takes no batch.
    public var heldParts: Int

    /// Sizes: by default 65,536 messages (4.2 MB) a part, at most 4 of them waiting, at most 16 held.
    public init(memoryMessages: Int = 65_536, mergedRuns: Int = 8, waitingParts: Int = 4, heldParts: Int = 16) {
        precondition(memoryMessages >= 1 && mergedRuns >= 2 && waitingParts >= 1 && heldParts >= waitingParts)
        self.memoryMessages = memoryMessages
        self.mergedRuns = mergedRuns
        self.waitingParts = waitingParts
        self.heldParts = heldParts
    }
}
