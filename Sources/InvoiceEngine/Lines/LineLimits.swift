/// How lines are cut into chunks: each chunk is one stored message.
///
/// The cut follows from the bytes alone, so that batch size and workers change nothing.
public enum LineLimits {
    /// Lines of one chunk.
    public static let lines = 1_000
    /// Bytes of one chunk, line ends counted, unless a single line is longer.
    public static let bytes = 1_048_576
}
