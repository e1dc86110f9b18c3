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

    private let table = FieldTable.shared
    private let message: ParsedMessage
    private let root: Int32
    private let checks: FieldChecks
    /// Unknown elements reported so far: one finding a name.
    private var unknown: [Int32] = []

    /// A walk over a message; paths begin at `root`.
    init(_ message: ParsedMessage, root: Int32, checks: FieldChecks) {
        self.message = message
        self.root = root
        self.checks = checks
    }

    /// Checks one element, whose row is `field`, and everything in it.
    mutating func run(from start: Int32, as field: UInt8, in context: FieldContext, into sink: inout FindingSink) {
        var frames = InlineArray<16, Frame>(repeating: Frame())
        frames[0] = Frame(element: start, end: message.elements[Int(start)].end, field: field)
        var level = 0
        var index = start + 1
        while true {
            while index >= frames[level].end {
                let missing = context.mandatory[Int(frames[level].field)] & ~frames[level].filled
                if missing != 0 { reportMissing(missing, in: frames[level], into: &sink) }
                if level == 0 { return }
                level -= 1
            }
            let tag = message.elements[Int(index)].tag
            let end = message.elements[Int(index)].end
            let child = table.child(of: frames[level].field, tag: tag)
            guard child != FieldTable.none else {
                reportUnknown(index, in: frames[level].field, into: &sink)
                index = end
                continue
            }
            let bit: UInt64 = 1 << UInt64(table.slots[Int(child)])
            if frames[level].seen & bit != 0 { reportRepeat(index, child, into: &sink) }
            frames[level].seen |= bit
            let shape = table.rows[Int(child)].shape
            guard shape == .block else {
                if isFilled(index, child, shape, into: &sink) { frames[level].filled |= bit }
                index = end
                continue
            }
            frames[level].filled |= bit
            guard level + 1 < FieldWalk.depth else {
                index = end
                continue
            }
            level += 1
            frames[level] = Frame(element: index, end: end, field: child)
            index += 1
        }
    }

    /// Whether a leaf has text; judges that text.
    private mutating func isFilled(
        _ element: Int32,
        _ field: UInt8,
        _ shape: FieldShape,
        into sink: inout FindingSink
    ) -> Bool {
        let entry = message.elements[Int(element)]
        if entry.end != element + 1 {
            if shape == .any { return true }
            reportUnknown(element + 1, in: field, into: &sink)
        }
        let raw = message.bytes.span.extracting(entry.content.range)
        if isPlain(raw), isGood(raw, table.rows[Int(field)], shape) { return true }
        let text = message.field(of: element)
        if text.isEmpty { return false }
        if !isGood(message.text(of: text), table.rows[Int(field)], shape) { report(text, field, shape, into: &sink) }
        return true
    }

    /// Whether the raw content is its own text: something, no white space before or after, nothing to decode.
    ///
    /// Only its ends are looked at; whatever else would have to be decoded makes a text look longer, never shorter,
    /// and a number or a date ill-shaped, so that the slow way decides.
    private func isPlain(_ raw: Span<UInt8>) -> Bool {
        guard raw.count > 0 else { return false }
        guard raw[0] > UInt8(ascii: " "), raw[raw.count - 1] > UInt8(ascii: " ") else { return false }
        return raw[0] != UInt8(ascii: "<") && raw[0] != UInt8(ascii: "&")
    }

    /// Whether a text that is not empty has the shape of its field.
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
    private func path(of element: Int32) -> String { message.path(of: element, below: root) }

    private func report(_ text: Field, _ field: UInt8, _ shape: FieldShape, into sink: inout FindingSink) {
        let row = table.rows[Int(field)]
        let (check, code, expected): (FieldChecks, RuleCode, String) =
            switch shape {
            case .number: (.number, .envNumberFormat, FieldWalk.numberWords(row))
            case .date: (.date, .envDateFormat, "YYYY-MM-DD")
            case .time: (.date, .envDateFormat, "YYYY-MM-DDThh:mm:ss")
            case .freeType: (.free, .envTtkhacLimit, "string, numeric, dateTime, date")
            case .freeText: (.free, .envTtkhacLimit, "≤ \(row.length)")
            case .text, .any, .block: (.length, .envFieldLength, "≤ \(row.length)")
            }
        guard checks.contains(check) else { return }
        sink.add(
            Finding(code, path: path(of: text.element), expected: expected, found: message.string(of: text))
        )
    }

    private static func numberWords(_ row: FieldRow) -> String {
        let digits = row.length == 0 ? Amount.maximumDigits : Int(row.length)
        return row.fraction == 0 ? "≤ \(digits) digits" : "≤ \(digits) digits, \(row.fraction) decimals"
    }

    private func reportMissing(_ missing: UInt64, in frame: Frame, into sink: inout FindingSink) {
        guard checks.contains(.mandatory) else { return }
        for slot in 0..<63 where missing & (1 << UInt64(slot)) != 0 {
            guard let row = table.child(of: frame.field, slot: slot) else { continue }
            sink.add(Finding(.envMandatoryPresent, path: "\(path(of: frame.element))/\(row.tag.name)"))
        }
    }

    private func reportRepeat(_ element: Int32, _ field: UInt8, into sink: inout FindingSink) {
        guard checks.contains(.duplicate), field != FieldTable.freeFields else { return }
        guard !table.rows[Int(field)].ways.contains(.repeats) else { return }
        sink.add(Finding(.envDuplicateField, path: path(of: element)))
    }

    private mutating func reportUnknown(_ element: Int32, in field: UInt8, into sink: inout FindingSink) {
        guard checks.contains(.unknown), table.rows[Int(field)].ways.contains(.closed) else { return }
        for known in unknown where message.hasSameName(known, element) { return }
        unknown.append(element)
        sink.add(Finding(.envUnknownElement, path: path(of: element)))
    }
}
