import InvoiceModel

/// Walks one line of JSON once: writes its canonical XML and the tape over that.
///
/// What the lines of a chunk gave lies here until its end. A line at fault leaves nothing behind.
struct LineParser: Sendable {
    /// An object that is open, whose element awaits its end tag.
    struct Frame: Sendable {
        /// Its element.
        var element: Int32 = 0
        /// Which block of the standard it is; 0 for none.
        var block: UInt8 = 0
        /// Whether the value of its current key is an array that is open.
        var isInArray = false
        /// Whether a child came before one that it should follow.
        var isDisordered = false
        /// The highest place of a child so far.
        var rank: UInt8 = 0
        /// The known children that occurred.
        var seen: UInt64 = 0
        /// Where its keys begin that no place is known of, in `strangers`.
        var firstStranger: Int32 = 0
        /// Bytes of decoded text before it.
        var firstDecoded: Int32 = 0
        /// Lines of goods in it.
        var lines: Int32 = 0
        /// The current key.
        var member = Member()
    }

    /// A key of an object, which names the elements of its value.
    struct Member: Sendable {
        var tag = Tag.unknown
        /// Bytes of the name.
        var length: UInt16 = 0
        var entry = LineShape.Entry()
    }

    /// A key that the standard does not know in its place.
    struct Stranger: Sendable {
        /// Its name in the output.
        var name: ByteRange
        /// Offset of its quote in the chunk.
        var offset: UInt32
    }

    /// What comes next.
    enum Step {
        /// The first key of an object, or its end.
        case first
        /// A key.
        case key
        /// The first item of an array, or its end.
        case firstItem
        /// An item of an array.
        case item
        /// A comma or an end.
        case after
        /// Nothing: the object of the line is closed.
        case done
    }

    let limits: Limits
    let shape = LineShape.shared
    /// A document without anything, whose well-known names every message has.
    let template = ParsedMessage.empty

    /// Places a key may come after: behind each child of a block, behind a stranger, and first.
    static let ranks = 66
    /// The key that came in each place of each block the last time: nearly always it comes again.
    var guesses = [Tag](repeating: .unknown, count: Int(LineShape.blockCount) * ranks)
    /// Bytes of each tag's name; those that do not count without a namespace have none.
    let lengths = Tag.allCases.map { tag in
        let counts = TagTable.counted(tag, namespace: 0, signatureNamespace: UInt16.max) == tag
        return counts ? UInt8(tag.name.utf8.count) : 0
    }

    /// Bytes of XML written.
    var used = 0
    /// The next byte to read.
    var position = 0
    /// Where the line ends.
    var end = 0
    /// Where the line starts.
    var start = 0
    /// Its first element.
    var firstElement = 0
    /// The objects around the current one.
    var frames: [Frame] = []
    /// The current object.
    var frame = Frame()
    /// Keys of open objects that the standard does not know in their place.
    var strangers: [Stranger] = []
    /// Whether the text being written has references.
    var hasReferences = false

    var elements: [Element] = []
    var decoded: [UInt8] = []
    var decodedTexts: [DecodedText] = []
    var spots: [Spot] = []
    /// The root of each good line.
    var roots: [Int32] = []

    init(limits: Limits) {
        self.limits = limits
    }

    /// Takes the arrays of an earlier chunk for the next one.
    mutating func begin(_ lines: inout InvoiceLines) {
        used = 0
        roots.empty(keepingAtMost: LineScratch.elements)
        frames.empty(keepingAtMost: LineScratch.elements)
        strangers.empty(keepingAtMost: LineScratch.elements)
        lines.entries.empty(keepingAtMost: LineScratch.elements)
        swap(&elements, &lines.message.elements)
        swap(&decoded, &lines.message.decoded)
        swap(&decodedTexts, &lines.message.decodedTexts)
        swap(&spots, &lines.message.spots)
        elements.empty(keepingAtMost: LineScratch.elements)
        decoded.empty(keepingAtMost: LineScratch.bytes)
        decoded += template.decoded
        decodedTexts.empty(keepingAtMost: LineScratch.elements)
        spots.empty(keepingAtMost: LineScratch.elements)
    }

    /// Gives back the arrays, filled, with the XML written and the invoices found in it.
    mutating func finish(_ lines: inout InvoiceLines, _ output: [UInt8]) {
        swap(&elements, &lines.message.elements)
        swap(&decoded, &lines.message.decoded)
        swap(&decodedTexts, &lines.message.decodedTexts)
        swap(&spots, &lines.message.spots)
        lines.message.bytes.empty(keepingAtMost: LineScratch.bytes)
        lines.message.bytes += output[..<used]
        lines.message.extract(roots, limits)
    }

    /// Reads one line; what it wrote is kept where it gave an invoice.
    mutating func readLine(_ view: ByteView, _ start: Int, _ end: Int, _ out: LineOutput) -> LineResult {
        let mark = (used: used, elements: elements.count, decoded: decoded.count)
        let texts = (decodedTexts.count, spots.count)
        do throws(LineFault) {
            if end - start > limits.messageBytes { throw LineFault(.xmlTooLarge, at: start + limits.messageBytes) }
            (self.start, self.end) = (start, end)
            firstElement = elements.count
            try readDocument(view, out)
            if used - mark.used > limits.messageBytes { throw LineFault(.xmlTooLarge, at: end) }
            roots.append(Int32(truncatingIfNeeded: firstElement))
            return .invoice(roots.count - 1)
        } catch {
            used = mark.used
            elements.removeLast(elements.count - mark.elements)
            decoded.removeLast(decoded.count - mark.decoded)
            decodedTexts.removeLast(decodedTexts.count - texts.0)
            spots.removeLast(spots.count - texts.1)
            return .fault(LineFault(error.code, at: error.offset - start, error.wanted))
        }
    }

    /// Reads the object of the line and what follows it.
    private mutating func readDocument(_ view: ByteView, _ out: LineOutput) throws(LineFault) {
        position = start
        frames.removeAll(keepingCapacity: true)
        strangers.removeAll(keepingCapacity: true)
        guard skipWhiteSpace(view) else { throw LineFault(.jsonEmptyLine, at: start, .object) }
        guard view[position] == 0x7B else { throw LineFault(.jsonSyntax, at: position, .object) }
        frame = Frame()
        frame.member = Member(tag: .HDon, length: 4, entry: LineShape.Entry(bits: UInt16(LineShape.root) << 6))
        try open(out)
        var step = Step.first
        while step != .done {
            guard skipWhiteSpace(view) else { throw LineFault(.jsonSyntax, at: end, wanted(at: step)) }
            let byte = view[position]
            switch step {
            case .first where byte == 0x7D, .after where byte == 0x7D && !frame.isInArray:
                position += 1
                step = try close(out) ? .done : .after
            case .first, .key:
                guard byte == 0x22 else { throw LineFault(.jsonSyntax, at: position, wanted(at: step)) }
                step = try readMember(view, out)
            case .firstItem where byte == 0x5D, .after where byte == 0x5D && frame.isInArray:
                position += 1
                frame.isInArray = false
                step = .after
            case .firstItem, .item:
                step = try readValue(byte, view, out)
            case .after:
                guard byte == 0x2C else { throw LineFault(.jsonSyntax, at: position, .comma) }
                position += 1
                step = frame.isInArray ? .item : .key
            case .done:
                break
            }
        }
        if skipWhiteSpace(view) { throw LineFault(.jsonTrailing, at: position, .end) }
    }

    private func wanted(at step: Step) -> LineWanted {
        switch step {
        case .first, .key: .key
        case .firstItem, .item: .item
        case .after, .done: .comma
        }
    }

    /// Goes to the next byte that is not white space; false at the end of the line.
    @inline(__always)
    mutating func skipWhiteSpace(_ view: ByteView) -> Bool {
        while position < end {
            let byte = view[position]
            if byte > 0x20 || !(byte == 0x20 || byte == 0x09 || byte == 0x0D) { return true }
            position += 1
        }
        return false
    }

    /// Reads a key, its colon and its value.
    @inline(__always)
    private mutating func readMember(_ view: ByteView, _ out: LineOutput) throws(LineFault) -> Step {
        try readKey(view, out)
        guard skipWhiteSpace(view) else { throw LineFault(.jsonSyntax, at: end, .colon) }
        guard view[position] == 0x3A else { throw LineFault(.jsonSyntax, at: position, .colon) }
        position += 1
        guard skipWhiteSpace(view) else { throw LineFault(.jsonSyntax, at: end, .value) }
        let byte = view[position]
        guard byte == 0x5B else { return try readValue(byte, view, out) }
        guard frame.member.entry.repeats else { throw LineFault(.jsonValue, at: position, .value) }
        position += 1
        frame.isInArray = true
        return .firstItem
    }

    /// Reads the value whose first byte is next.
    @inline(__always)
    private mutating func readValue(_ byte: UInt8, _ view: ByteView, _ out: LineOutput) throws(LineFault) -> Step {
        if frame.member.tag == .HHDVu, frame.member.entry.isKnown { try countLine() }
        switch byte {
        case 0x22:
            try readLeaf(isNumber: false, view, out)
            return .after
        case 0x2D, 0x30...0x39:
            try readLeaf(isNumber: true, view, out)
            return .after
        case 0x7B:
            frames.append(frame)
            try open(out)
            return .first
        default:
            let wanted: LineWanted = frame.isInArray ? .item : frame.member.entry.repeats ? .valueOrArray : .value
            let isValue = byte == 0x5B || isLiteral(view)
            throw LineFault(isValue ? .jsonValue : .jsonSyntax, at: position, wanted)
        }
    }

    /// Whether `true`, `false` or `null` is next.
    private func isLiteral(_ view: ByteView) -> Bool {
        view.has("true", at: position, end: end) || view.has("false", at: position, end: end)
            || view.has("null", at: position, end: end)
    }
}
