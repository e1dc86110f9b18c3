import InvoiceXML

/// Cuts a stream of lines into chunks by their bytes alone: at most `LineLimits.lines` lines and, unless one line alone
/// is longer, `LineLimits.bytes` bytes. A manifest says itself how many lines its chunks have.
struct LineCutter {
    private let stream: ByteStream
    /// The longest line that is kept.
    private let lineBytes: Int
    /// Lines of each chunk, where a manifest says so.
    private let counts: [Int]
    private var line = 1
    /// Chunks cut so far.
    private(set) var chunks = 0

    /// One piece of the stream.
    struct Piece: Sendable {
        /// Whole lines.
        var bytes: [UInt8]
        /// The number of the first line, from 1.
        var firstLine: Int
        /// How many lines there are.
        var count: Int
        /// Where it begins in the stream.
        var offset: Int
        /// Whether it is a line longer than any that is read; `bytes` then has its beginning only.
        var isTooLong = false
    }

    init(_ stream: ByteStream, lineBytes: Int, counts: [Int] = []) {
        self.stream = stream
        self.lineBytes = lineBytes
        self.counts = counts
    }

    /// Whether a file that is none of the others begins like lines: with the brace of an object.
    static func beginsLines(_ head: Span<UInt8>) -> Bool {
        for index in head.indices {
            switch head[index] {
            case 0x20, 0x09, 0x0A, 0x0D: continue
            case 0x7B: return true
            default: return false
            }
        }
        return false
    }

    /// The next lines, with some bytes put before them; `nil` at the end of the stream.
    mutating func next(after prefix: [UInt8] = []) throws(ContainerError) -> Piece? {
        guard try stream.holds(1) else { return nil }
        let limit = chunks < counts.count ? max(1, counts[chunks]) : LineLimits.lines
        // What a manifest cuts by lines may be a little longer than what is cut here; it stays bounded.
        let most = chunks < counts.count ? 2 * LineLimits.bytes + lineBytes : LineLimits.bytes
        var lines = 0
        // Bytes of whole lines, and how far was looked.
        var whole = 0
        var seen = 0
        while lines < limit {
            let found = stream.withAvailable { LineEnd.first(in: $0, from: seen) }
            if let found {
                guard lines == 0 || found + 1 <= most else { break }
                lines += 1
                whole = found + 1
                seen = whole
                continue
            }
            seen = stream.available
            // A line beyond the limit is not read on; nor is one that the chunk has no room for.
            if lines == 0, seen > lineBytes { return try tooLong(prefix) }
            if lines > 0, seen > most { break }
            guard try stream.fill() else {
                if seen > whole, lines == 0 || seen <= most {
                    lines += 1
                    whole = seen
                }
                break
            }
        }
        if lines == 1, whole > lineBytes + 1 { return try tooLong(prefix) }
        return take(whole, lines, prefix)
    }

    private mutating func take(_ count: Int, _ lines: Int, _ prefix: [UInt8]) -> Piece {
        var piece = Piece(bytes: prefix, firstLine: line, count: lines, offset: stream.offset)
        piece.bytes.reserveCapacity(prefix.count + count)
        stream.take(count, appendingTo: &piece.bytes)
        line += lines
        chunks += 1
        return piece
    }

    /// Passes over a line that is longer than any that is read.
    private mutating func tooLong(_ prefix: [UInt8]) throws(ContainerError) -> Piece {
        let piece = Piece(bytes: [], firstLine: line, count: 1, offset: stream.offset, isTooLong: true)
        line += 1
        chunks += 1
        while true {
            if let end = stream.withAvailable({ LineEnd.first(in: $0, from: 0) }) {
                stream.drop(end + 1)
                return piece
            }
            stream.drop(stream.available)
            guard try stream.fill() else { return piece }
        }
    }
}
