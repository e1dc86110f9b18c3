public import InvoiceModel

/// What the sender of one message is told: all of it is durable.
public struct LiveAnswer: Sendable, Hashable {
    /// SHA-256 of the message, unpacked where it came compressed: by it the answer is found again.
    public var sha256: Digest
    /// `MTDiep`, where it could be read.
    public var messageID: String?
    /// What became of its invoices, or of itself; their indices count from 0.
    public var outcomes: [Outcome]
    /// The authority's reply; `nil` where the same bytes came in lines before, which get none.
    public var reply: LiveReply?
    /// Whether an earlier message is answered again, word for word.
    public var isRepeated: Bool
}

/// One reply of the authority as it leaves.
public struct LiveReply: Sendable, Hashable {
    /// `202`, `204` or `999`.
    public var type: String
    /// The whole XML.
    public var bytes: [UInt8]
}

/// What becomes of something that is offered to the intake.
public enum LiveOffer: Sendable, Hashable {
    /// It is taken: its completion is called once, whatever happens.
    case taken
    /// As much waits as may; the same may be offered again after so many seconds, at least 1.
    case full(retryAfterSeconds: Int)
    /// The intake is being drained: nothing is taken any more.
    case closing
    /// The ledger must be opened again first; nothing is taken any more.
    case failed(EngineError)
}

/// One durable point that messages shared, for whoever measures.
public struct LiveBatch: Sendable, Hashable {
    /// Messages of it.
    public var messages: Int
    /// From its admission until its senders may be told.
    public var duration: Duration
}

/// How an intake stands, for whoever watches.
public struct LiveStatus: Sendable, Hashable {
    /// Messages taken and not answered yet.
    public var messages: Int
    /// Bytes of them as they came.
    public var bytes: Int
    /// Runs that go on.
    public var runs: Int
    /// Whether it is being drained, or was.
    public var isClosing: Bool
    /// Why nothing is taken any more, where the ledger must be opened again.
    public var failure: EngineError?
}
