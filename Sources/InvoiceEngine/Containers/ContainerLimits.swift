/// Every limit on what a container may hold, by name. Each has a test at the limit and one past it.
///
/// A message inside is held to `Limits` like any other; these are about how many there are and how much they unpack to.
public struct ContainerLimits: Sendable, Hashable {
    /// Entries of one archive, folders and files of other kinds counted.
    public var entries = 10_000_000
    /// Bytes that one compressed container unpacks to (64 GiB).
    public var contentBytes = 64 << 30
    /// Bytes of content for each compressed byte; real messages come to about ten.
    public var ratio = 100
    /// Bytes of content that any container may unpack to before the ratio counts: a few like messages pack well.
    public var freeBytes = 16 << 20
    /// Bytes of the name of one entry.
    public var nameBytes = 4_096
    /// Bytes of one extended header of a tar file.
    public var headerBytes = 65_536

    /// The defaults.
    public init() {}
}
