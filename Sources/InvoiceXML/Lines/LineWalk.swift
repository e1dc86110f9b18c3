/// Walks a line key by key, as far as it can be read; forgiving, as a line at fault is walked too.
struct LineWalk {
    /// A key that is open, or an item of its array.
    struct Step {
        var name: String
        /// The item of its array, from 1; 0 where its value is no array.
        var item = 0

        /// Whether it is what a path calls so; an item without a place is the first.
        func isNamed(_ step: String) -> Bool {
            guard step.hasPrefix(name) else { return false }
            let rest = step.dropFirst(name.count)
            return rest.isEmpty ? item <= 1 : rest == "[\(max(item, 1))]"
        }
    }

    /// The root, then keys that are open inside one another.
    private(set) var steps: [Step] = []
    /// The first bytes of the objects and arrays that are open.
    private var open: [UInt8] = []
    /// Whether a string that follows is a key.
    private var awaitsKey = false

    /// The path of what is open.
    var path: String {
        steps.map { $0.item > 0 ? "\($0.name)[\($0.item)]" : $0.name }.joined(separator: "/")
    }

    /// Walks to an offset, or until `visit` says no; it is told of each key and of each item of an array, and where it
    /// starts, while that is open.
    mutating func run(_ line: Span<UInt8>, to limit: Int, _ visit: (LineWalk, Int) -> Bool) {
        var offset = 0
        while offset < line.count, offset <= limit {
            let start = offset
            offset = LineWalk.tokenEnd(line, start)
            switch line[start] {
            case UInt8(ascii: "{"):
                if open.isEmpty { steps = [Step(name: "HDon")] }
                guard begin(start, visit), start < limit else { return }
                open.append(UInt8(ascii: "{"))
                awaitsKey = true
            case UInt8(ascii: "["):
                guard start < limit else { return }
                open.append(UInt8(ascii: "["))
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                _ = open.popLast()
                awaitsKey = false
                if line[start] == UInt8(ascii: "]") || open.last == UInt8(ascii: "{") { _ = steps.popLast() }
            case UInt8(ascii: ","):
                awaitsKey = open.last == UInt8(ascii: "{")
            case UInt8(ascii: "\"") where awaitsKey:
                awaitsKey = false
                steps.append(Step(name: LineWalk.text(line, start..<offset)))
                guard visit(self, start), offset <= limit else { return }
            case UInt8(ascii: ":"), 0...0x20:
                break
            default:
                guard begin(start, visit), offset <= limit else { return }
                if open.last == UInt8(ascii: "{") { _ = steps.popLast() }
            }
        }
    }

    /// Begins a value, which in an array is one more item.
    private mutating func begin(_ start: Int, _ visit: (LineWalk, Int) -> Bool) -> Bool {
        guard open.isEmpty || open.last == UInt8(ascii: "["), !steps.isEmpty else { return true }
        if !open.isEmpty { steps[steps.count - 1].item += 1 }
        return visit(self, start)
    }

    /// The offset after the string, the word or the character at an offset.
    static func tokenEnd(_ line: Span<UInt8>, _ start: Int) -> Int {
        var end = start + 1
        if line[start] == UInt8(ascii: "\"") {
            while end < line.count, line[end] != UInt8(ascii: "\"") {
                end += line[end] == UInt8(ascii: "\\") ? 2 : 1
            }
            return min(end + 1, line.count)
        }
        guard isWord(line[start]) else { return end }
        while end < line.count, isWord(line[end]) { end += 1 }
        return end
    }

    /// Whether a byte belongs to a number or a word, or to a character beyond ASCII.
    static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || "+-._".utf8.contains(byte)
    }

    /// Bytes of a key that are told.
    private static let longestName = 256

    /// The text of a string, escapes of characters below U+10000 resolved: a name has no others.
    private static func text(_ line: Span<UInt8>, _ token: Range<Int>) -> String {
        var bytes: [UInt8] = []
        var offset = token.lowerBound + 1
        while offset < token.upperBound, line[offset] != UInt8(ascii: "\"") {
            // A path is read by people: longer keys are none of the standard's.
            guard bytes.count < longestName else { return String(decoding: bytes, as: UTF8.self) + "…" }
            if line[offset] == UInt8(ascii: "\\"), offset + 5 < token.upperBound, line[offset + 1] == UInt8(ascii: "u")
            {
                let digits = String(decoding: (2..<6).map { line[offset + $0] }, as: UTF8.self)
                let scalar = UInt32(digits, radix: 16).flatMap { Unicode.Scalar($0) }
                bytes += String(Character(scalar ?? "\u{FFFD}")).utf8
                offset += 6
            } else {
                bytes.append(line[offset])
                offset += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
