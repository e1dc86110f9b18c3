public import InvoiceModel

/// Reads chunks of NDJSON, strictly (RFC 8259), one invoice a line: writes canonical XML and its tape in one pass.
///
/// One for each worker: it keeps its buffers. Nothing is allocated for a line once they have grown.
public struct LineReader: Sendable {
    private var parser: LineParser
    /// Where the XML is written before its size is known.
    private(set) var room: [UInt8] = []

    /// Bytes of XML that a byte of JSON gives at most: `0,` in an array of `LTSuat` gives 18.
    private static let growth = 10

    /// A reader with those limits: `messageBytes` holds of a line, and of the XML that it stands for.
    public init(limits: Limits) {
        parser = LineParser(limits: limits)
    }

    /// Reads a chunk: whole lines, each ended by a line feed, the last one perhaps by the end of the bytes.
    ///
    /// Linear in its bytes. What `lines` held before is replaced, its arrays used again.
    ///
    /// - Precondition: a chunk has less than 256 MiB.
    public mutating func read(_ chunk: Span<UInt8>, into lines: inout InvoiceLines) {
        precondition(chunk.count < 1 << 28, "a chunk has less than 256 MiB")
        parser.begin(&lines)
        if room.count > LineScratch.bytes { room = [] }
        // The view of the buffer ends with this closure.
        unsafe chunk.withUnsafeBufferPointer { buffer in
            guard let view = unsafe ByteView(buffer) else { return }
            var start = 0
            while start < view.count {
                let end = view.firstLineEnd(from: start)
                lines.entries.append(LineEntry(bytes: ByteRange(from: start, to: end), result: read(view, start, end)))
                start = end + 1
            }
        }
        parser.finish(&lines, room)
    }

    private mutating func read(_ view: ByteView, _ start: Int, _ end: Int) -> LineResult {
        let needed = parser.used + (end - start) * LineReader.growth + 128
        if needed > room.count, end - start <= parser.limits.messageBytes {
            room.append(contentsOf: repeatElement(0, count: max(needed, 2 * room.count) - room.count))
        }
        // The output ends with this closure.
        return unsafe room.withUnsafeMutableBufferPointer { buffer in
            parser.readLine(view, start, end, unsafe LineOutput(buffer))
        }
    }
}

extension ByteView {
    /// The offset of the first line feed at or after an offset, or the end.
    func firstLineEnd(from start: Int) -> Int {
        var offset = start
        while offset <= count - 8 {
            let marks = Word.equal(word(at: offset), to: 0x0A)
            if marks != 0 { return offset + Word.first(marks) }
            offset += 8
        }
        while offset < count, self[offset] != 0x0A { offset += 1 }
        return offset
    }
}
