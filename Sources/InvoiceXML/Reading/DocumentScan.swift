/// Finds where one document ends and the next begins in a stream of documents.
///
/// It follows tags, quotes, comments and sections alone and judges nothing else: what it cuts off is a document only if
/// the reader says so. A document takes everything that the grammar of XML gives it, white space, comments and
/// instructions after its root too; so the pieces are the whole stream, and the pieces of files written one after
/// another are those files.
public struct DocumentScan: Sendable {
    /// How far a scan came.
    public enum Result: Sendable, Hashable {
        /// The document goes on beyond these bytes, or may.
        case needsMore
        /// The document ends before that offset.
        case end(Int)
        /// There is no document: what stands at that offset can't, or the stream ends inside.
        case fault(Int)
    }

    /// Elements open around the next byte; `nil` before the root.
    private var depth: Int?
    /// The next byte that was not understood yet.
    private var position = 0

    /// Before the first byte of a document.
    public init() {}

    /// Goes on with the scan.
    ///
    /// - Parameters:
    ///   - bytes: the document from its first byte; longer with each call.
    ///   - isWhole: whether the stream ends with these bytes.
    public mutating func scan(_ bytes: Span<UInt8>, isWhole: Bool) -> Result {
        // The view ends with this closure.
        unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let view = unsafe ByteView(buffer) else { return isWhole ? .fault(0) : .needsMore }
            return scan(view, isWhole)
        }
    }

    private mutating func scan(_ view: ByteView, _ isWhole: Bool) -> Result {
        if position == 0, depth == nil {
            guard view.count >= 3 || isWhole else { return .needsMore }
            if view.has("\u{FEFF}", at: 0, end: view.count) { position = 3 }
        }
        while true {
            if let depth, depth > 0 {
                position = DocumentScan.find(0x3C, in: view, from: position)
            } else {
                _ = skipSpace(view)
            }
            guard position < view.count else { return ending(at: view.count, isWhole) }
            guard view[position] == 0x3C else { return depth == 0 ? .end(position) : .fault(position) }
            // `<![CDATA[` is the longest that has to be told from others.
            guard view.count - position >= 9 || isWhole else { return .needsMore }
            if depth == 0, DocumentScan.beginsDocument(view, position) { return .end(position) }
            guard let next = markup(view) else { return isWhole ? .fault(position) : .needsMore }
            guard next > position else { return .fault(position) }
            position = next
        }
    }

    /// What the end of the bytes means outside of markup.
    private func ending(at count: Int, _ isWhole: Bool) -> Result {
        guard isWhole else { return .needsMore }
        return depth == 0 ? .end(count) : .fault(count)
    }

    /// After the markup at `position`; `nil` where it is not whole, `position` itself where it can't stand there.
    private mutating func markup(_ view: ByteView) -> Int? {
        let end = view.count
        guard position + 1 < end else { return nil }
        switch view[position + 1] {
        case 0x3F: return DocumentScan.after("?>", in: view, from: position + 2)
        case 0x21:
            if view.has("<!--", at: position, end: end) {
                return DocumentScan.after("-->", in: view, from: position + 4)
            }
            guard let depth, depth > 0, view.has("<![CDATA[", at: position, end: end) else { return position }
            return DocumentScan.after("]]>", in: view, from: position + 9)
        case 0x2F:
            guard let depth, depth > 0 else { return position }
            let close = DocumentScan.find(0x3E, in: view, from: position + 2)
            guard close < end else { return nil }
            self.depth = depth - 1
            return close + 1
        default:
            guard let close = DocumentScan.tagEnd(view, from: position + 1) else { return nil }
            let isEmpty = view[close - 1] == 0x2F
            depth = (depth ?? 0) + (isEmpty ? 0 : 1)
            return close + 1
        }
    }

    /// Whether bytes behind a message are another one, or its beginning: a `TDiep` with its header.
    public static func beginsMessage(_ bytes: Span<UInt8>) -> Bool {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let view = unsafe ByteView(buffer) else { return false }
            var scan = DocumentScan()
            if view.has("\u{FEFF}", at: 0, end: view.count) { scan.position = 3 }
            while scan.skipSpace(view), view[scan.position] == 0x3C, scan.position + 1 < view.count {
                switch view[scan.position + 1] {
                case 0x21, 0x3F:
                    guard let next = scan.markup(view), next > scan.position else { return false }
                    scan.position = next
                default:
                    guard view.has("<TDiep", at: scan.position, end: view.count),
                        let end = tagEnd(view, from: scan.position + 1), view[end - 1] != 0x2F,
                        end == scan.position + 6 || isSpace(view[scan.position + 6])
                    else { return false }
                    scan.position = end + 1
                    guard scan.skipSpace(view), view.has("<TTChung", at: scan.position, end: view.count) else {
                        return false
                    }
                    return true
                }
            }
            return false
        }
    }

    /// Moves to the next byte that is no white space; whether there is one.
    private mutating func skipSpace(_ view: ByteView) -> Bool {
        while position < view.count, DocumentScan.isSpace(view[position]) { position += 1 }
        return position < view.count
    }

    /// Whether a document begins there that the one before cannot hold: an XML declaration or a tag.
    private static func beginsDocument(_ view: ByteView, _ offset: Int) -> Bool {
        guard offset + 1 < view.count else { return true }
        switch view[offset + 1] {
        case 0x21: return !view.has("<!--", at: offset, end: view.count)
        case 0x3F:
            guard view.has("<?xml", at: offset, end: view.count), offset + 5 < view.count else { return false }
            return isSpace(view[offset + 5])
        default: return true
        }
    }

    /// The `>` of a tag, those in quotes passed over; `nil` where it is not there yet.
    private static func tagEnd(_ view: ByteView, from start: Int) -> Int? {
        var offset = start
        while offset < view.count {
            let byte = view[offset]
            if byte == 0x3E { return offset }
            if byte == 0x22 || byte == 0x27 { offset = find(byte, in: view, from: offset + 1) }
            offset += 1
        }
        return nil
    }

    /// After the next occurrence of a literal; `nil` where there is none.
    private static func after(_ literal: StaticString, in view: ByteView, from start: Int) -> Int? {
        let first = literal.withUTF8Buffer { unsafe $0[0] }
        var offset = find(first, in: view, from: start)
        while offset < view.count {
            if view.has(literal, at: offset, end: view.count) { return offset + literal.utf8CodeUnitCount }
            offset = find(first, in: view, from: offset + 1)
        }
        return nil
    }

    /// The next such byte, or the end.
    private static func find(_ byte: UInt8, in view: ByteView, from start: Int) -> Int {
        var offset = start
        while offset <= view.count - 8 {
            let marks = Word.equal(view.word(at: offset), to: byte)
            if marks != 0 { return offset + Word.first(marks) }
            offset += 8
        }
        while offset < view.count, view[offset] != byte { offset += 1 }
        return min(offset, view.count)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
}
