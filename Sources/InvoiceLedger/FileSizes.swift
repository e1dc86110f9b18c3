/// How large the files of a ledger become; what is asked of them never depends on it.
///
/// Only tests choose: small files end, begin anew and are merged after a few messages instead of a million.
public struct FileSizes: Sendable, Hashable {
    /// A block that would take a segment of the archive past this many bytes begins the next one.
    public var segmentBytes: UInt64
    /// Sizes of the look-up index.
    public var lookup: MessageIndexSettings

    /// Sizes: by default segments of 256 MiB.
    public init(segmentBytes: UInt64 = 256 << 20, lookup: MessageIndexSettings = MessageIndexSettings()) {
        self.segmentBytes = segmentBytes
        self.lookup = lookup
    }
}
