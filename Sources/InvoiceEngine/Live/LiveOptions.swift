/// How a live intake works, and how much it holds at once.
public struct LiveOptions: Sendable {
    /// Threads that check and sign.
    public var workers = SubmitOptions.activeCores
    /// Messages that become durable together, at most.
    public var batch = SubmitOptions.defaultBatch
    /// Messages taken and not answered yet, at most.
    public var messageLimit = 4_096
    /// Bytes of them as they came, at most. One message is taken whatever its size where nothing else waits.
    public var byteLimit = 67_108_864
    /// Actions of administration waiting, at most.
    public var actionLimit = 64
    /// Runs that go on at once, at most; they take turns.
    public var runLimit = 16
    /// Messages, or chunks of lines, of a run that become durable before live ones are looked at again, at most.
    public var slice = 64
    /// Called behind each durable point of live messages, from the committer: it must return quickly.
    public var observe: (@Sendable (LiveBatch) -> Void)?

    /// Bytes of a slice, about: with the messages of one it ends.
    static let sliceBytes = 2 << 20
    /// The longest that anybody is asked to wait before the next offer, in seconds.
    static let longestRetry = 60

    /// The defaults.
    public init() {}
}
