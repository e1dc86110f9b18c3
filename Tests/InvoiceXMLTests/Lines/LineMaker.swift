@testable import InvoiceXML

/// Makes lines of NDJSON along the standard's blocks: in any order, with strangers, escapes and white space.
struct LineMaker {
    private var random: Seeded
    private var text = ""
    private var depth = 0
    /// Whether keys come in the order of the standard.
    private var isOrdered = false

    private static let characters = [
        "a", "Z", "0", " ", "&", "<", ">", "\\\"", "\\\\", "\\/", "\\n", "\\r", "\\t", "\\u0041", "\\u00e0",
        "\\uD83D\\uDE00",
        "\\u0026", "à", "ệ", "đ", "₫", "😀", "'", "]]>", "{", "[", ",", ":", "\\u000a", "\u{7F}", "\u{85}", "Công ty",
    ]
    private static let strangers = [
        "Fkey", "x", "la-la", "a.b", "Điểm", "_", "xmlns", "HDon", "MST", "Signature", "TTKhac",
    ]

    init(_ random: Seeded) {
        self.random = random
    }

    mutating func line() -> String {
        text = ""
        depth = 0
        isOrdered = random.oneIn(2)
        space()
        object(LineShape.root)
        space()
        return text
    }

    private mutating func space() {
        if random.oneIn(12) { text += random.pick([" ", "\t", "\r", "  "]) }
    }

    private mutating func object(_ block: UInt8) {
        depth += 1
        text += "{"
        space()
        var rows = LineShape.rows.filter { $0.block == block && $0.tag != .DSCKS && !random.oneIn(3) }
        if !isOrdered { rows.shuffle(using: &random) }
        var keys = rows.map { (name: $0.tag.name, row: Optional($0)) }
        if random.oneIn(6) || block == 0 {
            for _ in 0...random.below(3) {
                let name = random.pick(Self.strangers)
                if !keys.contains(where: { $0.name == name }), LineMaker.isStranger(name, block) {
                    keys.insert((name, nil), at: random.below(keys.count + 1))
                }
            }
        }
        for (place, key) in keys.enumerated() {
            if place > 0 { text += "," }
            space()
            string(random.oneIn(30) ? escaped(key.name) : key.name)
            space()
            text += ":"
            space()
            member(key.row)
            space()
        }
        text += "}"
        depth -= 1
    }

    private static func isStranger(_ name: String, _ block: UInt8) -> Bool {
        !LineShape.rows.contains { $0.block == block && $0.tag.name == name }
    }

    private func escaped(_ name: String) -> String {
        name.utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }

    private mutating func member(_ row: LineShape.Row?) {
        guard let row else { return value(0) }
        guard row.repeats, !random.oneIn(4) else { return value(row.inner) }
        text += "["
        let count = random.below(4)
        for item in 0..<count {
            if item > 0 { text += "," }
            space()
            value(row.inner)
            space()
        }
        text += "]"
    }

    private mutating func value(_ block: UInt8) {
        if block != 0 && !random.oneIn(40) || random.oneIn(30) && depth < 40 { return object(block) }
        if random.oneIn(3) {
            text += random.pick(["0", "-0", "1", "12", "-3.50", "1500000", "0.000001", "999999999999999999999.999999"])
        } else {
            string((0..<random.below(12)).map { _ in random.pick(Self.characters) }.joined())
        }
    }

    private mutating func string(_ content: String) {
        text += "\"" + content + "\""
    }
}

extension Seeded {
    /// The bytes with something wrong in them, most of the time.
    mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        let marks: [[UInt8]] =
            [
                "\"", "\\", "{", "}", "[", "]", ",", ":", "null", "true", "1e5", "01", "\\ud800", "\\u0000", "\u{1}",
                "\u{0}", "é", "-",
                ".", "\"MST\":\"1\",", "\\x", "\u{FEFF}", "\u{FFFE}", "e", " ",
            ].map { Array($0.utf8) } + [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE1]]
        for _ in 0...below(2) {
            let place = below(bytes.count + 1)
            switch below(5) {
            case 0: bytes.insert(contentsOf: pick(marks), at: place)
            case 1 where place < bytes.count: bytes.remove(at: place)
            case 2 where place < bytes.count: bytes[place] ^= UInt8(1 << below(8))
            case 3: bytes.removeLast(bytes.count - place)
            default:
                let end = min(bytes.count, place + below(30))
                bytes.insert(contentsOf: Array(bytes[place..<end]), at: below(bytes.count + 1))
            }
            if bytes.isEmpty { bytes = [0x7B] }
        }
        return bytes
    }
}
