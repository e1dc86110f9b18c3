/// What comes next out of a container.
enum ContainerStep {
    /// A message: its name inside, its bytes, and where they begin.
    case message(name: String, bytes: [UInt8], offset: Int)
    /// Lines of NDJSON: to be read to their end before the next entry is asked for.
    case lines(name: String, ByteStream)
    /// A manifest of the lines that come next.
    case manifest(name: String, bytes: [UInt8])
    /// An entry that is not taken; the others are.
    case refused(name: String, ContainerFault)
}

/// Reads one kind of container, entry by entry.
protocol ContainerReader: AnyObject {
    /// The entry being read, for whom a fault is told; `nil` between entries.
    var entry: String? { get }

    /// The next entry that matters; `nil` at the end.
    ///
    /// - Throws: what ends the container here.
    func next() throws(ContainerError) -> ContainerStep?
}

/// What a container's bytes begin with.
enum ContainerKind: Sendable, Hashable {
    case zip
    case tar
    case gzip

    /// Bytes that tell.
    static let headBytes = 512

    /// The kind by the first bytes, whatever the name; `nil` for anything else.
    init?(_ head: Span<UInt8>) {
        guard head.count >= 2, head[0] != 0x3C else { return nil }
        switch (head[0], head[1]) {
        case (0x1F, 0x8B): self = .gzip
        case (0x50, 0x4B) where head.count >= 4 && ContainerKind.isZip(head[2], head[3]): self = .zip
        default:
            guard head.count >= ContainerKind.headBytes, TarHeader.isPlausible(head) else { return nil }
            self = .tar
        }
    }

    /// Whether a zip file begins so: with an entry, with none, with none and numbers of 64 bits, with one of its parts.
    private static func isZip(_ third: UInt8, _ fourth: UInt8) -> Bool {
        switch (third, fourth) {
        case (3, 4), (5, 6), (6, 6), (7, 8): true
        default: false
        }
    }
}
