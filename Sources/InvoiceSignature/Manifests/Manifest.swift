public import InvoiceModel

/// What a sender signs once for many lines: how many, and the SHA-256 of each chunk of them, in order.
///
/// A text, one value or chunk a line, so that people can read what they sign (Documentation/NDJSON.md).
public struct Manifest: Sendable, Hashable {
    /// A chunk of whole lines.
    public struct Chunk: Sendable, Hashable {
        /// Lines in it.
        public var lines: Int
        /// Bytes in it, line ends counted.
        public var bytes: Int
        /// SHA-256 of those bytes.
        public var sha256: Digest

        /// A chunk.
        public init(lines: Int, bytes: Int, sha256: Digest) {
            self.lines = lines
            self.bytes = bytes
            self.sha256 = sha256
        }
    }

    /// The chunks, in the order of the stream.
    public var chunks: [Chunk]

    /// A manifest of those chunks.
    public init(_ chunks: [Chunk]) {
        self.chunks = chunks
    }

    /// All lines.
    public var lines: Int { chunks.reduce(0) { $0 + $1.lines } }
    /// All bytes.
    public var bytes: Int { chunks.reduce(0) { $0 + $1.bytes } }

    /// The first line of the text.
    static let title = "xacthuc manifest 1"
    /// Lines of a chunk that a manifest may name.
    public static let linesLimit = 1_000
    /// Bytes of a chunk of several lines that a manifest may name.
    public static let chunkBytes = 1 << 20
    /// Chunks of one manifest: a thousand million lines.
    public static let chunkLimit = 1_000_000
    /// Bytes of the longest text that is read.
    public static let maximumBytes = 128 << 20

    /// What is signed.
    public var text: String {
        var text = "\(Manifest.title)\nchunks: \(chunks.count)\nlines: \(lines)\nbytes: \(bytes)\n"
        for chunk in chunks { text += "\(chunk.lines) \(chunk.bytes) \(chunk.sha256)\n" }
        return text
    }

    /// Reads a manifest; `nil` for anything but the very bytes that `text` writes.
    public init?(_ bytes: [UInt8]) {
        // Counted first: so many pieces of a text of line ends alone would fill the memory.
        guard bytes.count <= Manifest.maximumBytes, bytes.count(where: { $0 == 0x0A }) <= Manifest.chunkLimit + 4,
            let text = String(validating: bytes, as: UTF8.self)
        else {
            return nil
        }
        var rows = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(4)
        guard rows.popLast() == "", rows.count <= Manifest.chunkLimit else { return nil }
        var chunks: [Chunk] = []
        chunks.reserveCapacity(rows.count)
        for row in rows {
            let words = row.split(separator: " ", omittingEmptySubsequences: false)
            guard words.count == 3, let lines = Int(words[0]), (1...Manifest.linesLimit).contains(lines),
                let count = Int(words[1]), count > 0, count <= (lines == 1 ? 1 << 30 : Manifest.chunkBytes),
                let digest = Hex.bytes(String(words[2])),
                digest.count == Digest.byteCount
            else { return nil }
            chunks.append(Chunk(lines: lines, bytes: count, sha256: Digest(digest.span)))
        }
        self.chunks = chunks
        guard !chunks.isEmpty, self.text.utf8.elementsEqual(bytes) else { return nil }
    }
}
