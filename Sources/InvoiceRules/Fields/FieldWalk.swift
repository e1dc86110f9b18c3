import InvoiceModel
import InvoiceXML

/// Walks the tape of one document along the field table: O(1) an element, no strings unless something is found.
struct FieldWalk {
    /// An element whose children are being read.
    private struct Frame {
        var element: Int32 = 0
        var end: Int32 = 0
        var field: UInt8 = 0
        /// Children that occurred.
        var seen: UInt64 = 0
        /// Children that occurred with something in them.
        var filled: UInt64 = 0
    }

    /// Deepest nesting of known blocks in the tables, with room to spare.
    private static let depth = 16
    /// Different unknown names reported at most.
    private static let unknownNames = 100

    private let table = FieldTable.shared
    private let root: Int32
    private let checks: FieldChecks

    /// A walk that makes those checks; paths begin at `root`.
    init(root: Int32, checks: FieldChecks) {
        self.root = root
        self.checks = checks
    }

    /// Checks one element, whose row is `field`, and everything in it.
    func run(
        over message: ParsedMessage,
        from start: Int32,
        as field: UInt8,
        in context: FieldContext,
        into sink: inout FindingSink
    ) {
        // Unknown elements reported so far: one finding a name.
        var unknown: [Int32] = []
        let elements = message.elements.span
        var outer = InlineArray<16, Frame>(repeating: Frame())
        var frame = Frame(element: start, end: elements[Int(start)].end, field: field)
        var level = 0
        var index = start + 1
        while true {
            while index >= frame.end {
                let missing = context.mandatory[Int(frame.field)] & ~frame.filled
                if missing != 0 { reportMissing(missing, in: frame, message, into: &sink) }
                if level == 0 { return }
                level -= 1
                frame = outer[level]
            }
            let end = elements[Int(index)].end
            let child = table.child(of: frame.field, tag: elements[Int(index)].tag)
            guard child != FieldTable.none else {
                reportUnknown(index, in: frame.field, message, &unknown, into: &sink)
                index = end
                continue
            }
            let bit: UInt64 = 1 &<< UInt64(table.slots[Int(child)])
            let row = table.rows[Int(child)]
            if frame.seen & bit != 0, !row.ways.contains(.repeats), child != FieldTable.freeFields {
                // What stands in the second one is no matter any more.
                reportRepeat(index, row, message, into: &sink)
                index = end
                continue
            }
            frame.seen |= bit
            if row.shape == .block {
                frame.filled |= bit
                if level + 1 < FieldWalk.depth {
                    outer[level] = frame
                    level += 1
                    frame = Frame(element: index, end: end, field: child)
                    index += 1
                    continue
                }
            } else if isFilled(index, elements[Int(index)], child, row, message, &unknown, into: &sink) {
                frame.filled |= bit
            }
            index = end
        }
    }

    /// Whether a leaf has text; judges that text.
    @inline(__always)
    private func isFilled(
        _ element: Int32,
        _ entry: Element,
        _ field: UInt8,
        _ row: FieldRow,
        _ message: ParsedMessage,
        _ unknown: inout [Int32],
        into sink: inout FindingSink
    ) -> Bool {
        let shape = row.shape
        if entry.end != element + 1 {
            if shape == .any { return true }
            reportUnknown(element + 1, in: field, message, &unknown, into: &sink)
        }
        let raw = message.bytes.span.extracting(entry.content.range)
        if isPlain(raw), isGood(raw, row, shape) { return true }
        let text = message.field(of: element)
        if text.isEmpty { return false }
        if !isGood(message.text(of: text), row, shape) { report(text, row, message, into: &sink) }
        return true
    }

    /// Whether the raw content is its own text: something, no white space before or after, nothing to decode.
    ///
    /// Only its ends are looked at; whatever else would have to be decoded makes a text look longer, never shorter,
    /// and a number or a date ill-shaped, so that the slow way decides.
    @inline(__always)
    private func isPlain(_ raw: Span<UInt8>) -> Bool {
        guard raw.count > 0 else { return false }
        guard raw[0] > UInt8(ascii: " "), raw[raw.count - 1] > UInt8(ascii: " ") else { return false }
        return raw[0] != UInt8(ascii: "<") && raw[0] != UInt8(ascii: "&")
    }

    /// Whether a text that is not empty has the shape of its field.
    @inline(__always)
    private func isGood(_ text: Span<UInt8>, _ row: FieldRow, _ shape: FieldShape) -> Bool {
        switch shape {
        case .any, .block: return true
        case .text, .freeText: return row.length == 0 || text.hasAtMost(characters: Int(row.length))
        case .number:
            guard let number = NumberShape(wire: text) else { return false }
            return number.fits(digits: Int(row.length), fraction: Int(row.fraction))
        case .date: return CalendarDate(wire: text) != nil
        case .time: return Timestamp(wire: text) != nil
        case .freeType:
            return text.equals("string") || text.equals("numeric") || text.equals("dateTime") || text.equals("date")
        }
    }
}

extension FieldWalk {
    private func report(
        _ text: Field,
        _ row: FieldRow,
        _ message: ParsedMessage,
        into sink: inout FindingSink
    ) {
        let (check, code, expected): (FieldChecks, RuleCode, String) =
            switch row.shape {
            case .number: (.number, .envNumberFormat, FieldWalk.numberWords(row))
            case .date: (.date, .envDateFormat, "YYYY-MM-DD")
            case .time: (.date, .envDateFormat, "YYYY-MM-DDThh:mm:ss")
            case .freeType: (.free, .envTtkhacLimit, "string, numeric, dateTime, date")
            case .freeText: (.free, .envTtkhacLimit, "≤ \(row.length)")
            case .text, .any, .block: (.length, .envFieldLength, "≤ \(row.length)")
            }
        guard checks.contains(check) else { return }
        sink.add(
            Finding(
                code,
                path: message.path(of: text.element, below: root),
                expected: expected,
                found: message.string(of: text)
            )
        )
    }

    private static func numberWords(_ row: FieldRow) -> String {
        let digits = row.length == 0 ? Amount.maximumDigits : Int(row.length)
        return row.fraction == 0 ? "≤ \(digits) digits" : "≤ \(digits) digits, \(row.fraction) decimals"
    }

    private func reportMissing(
        _ missing: UInt64,
        in frame: Frame,
        _ message: ParsedMessage,
        into sink: inout FindingSink
    ) {
        guard checks.contains(.mandatory) else { return }
        for slot in 0..<63 where missing & (1 << UInt64(slot)) != 0 {
            guard let row = table.child(of: frame.field, slot: slot) else { continue }
            sink.add(
                Finding(.envMandatoryPresent, path: "\(message.path(of: frame.element, below: root))/\(row.tag.name)")
            )
        }
    }

    private func reportRepeat(
        _ element: Int32,
        _ row: FieldRow,
        _ message: ParsedMessage,
        into sink: inout FindingSink
    ) {
        guard checks.contains(.duplicate), !row.ways.contains(.countedElsewhere) else { return }
        sink.add(Finding(.envDuplicateField, path: message.path(of: element, below: root)))
    }

    private func reportUnknown(
        _ element: Int32,
        in field: UInt8,
        _ message: ParsedMessage,
        _ unknown: inout [Int32],
        into sink: inout FindingSink
    ) {
        guard checks.contains(.unknown), table.rows[Int(field)].ways.contains(.closed) else { return }
        // Beyond that many names nothing is told, so that the search stays short.
        guard unknown.count < FieldWalk.unknownNames else { return }
        for known in unknown where message.hasSameName(known, element) { return }
        unknown.append(element)
        sink.add(Finding(.envUnknownElement, path: message.path(of: element, below: root)))
    }
}
