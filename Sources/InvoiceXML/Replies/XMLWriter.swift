/// Appends XML to bytes; whatever text comes in, what comes out is well-formed.
struct XMLWriter {
    /// What was written.
    var bytes: [UInt8] = []

    /// Appends what is XML already.
    mutating func raw(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Appends an element with text, at most `limit` characters of it; an empty element where there is none.
    mutating func element(_ name: String, _ text: String, limit: Int = Int.max) {
        guard !text.isEmpty else {
            raw("<\(name)/>")
            return
        }
        raw("<\(name)>")
        self.text(text, limit: limit)
        raw("</\(name)>")
    }

    /// Appends text of an element, or of an attribute in double quotes, at most `limit` characters of it.
    mutating func text(_ text: String, limit: Int = Int.max) {
        // A certificate is long and needs no reference.
        if text.utf8.count <= limit, text.utf8.allSatisfy({ XMLWriter.isPlain($0) }) {
            bytes.append(contentsOf: text.utf8)
            return
        }
        var count = 0
        for character in text.unicodeScalars {
            guard count < limit else { return }
            count += 1
            switch character {
            case "&": raw("&amp;")
            case "<": raw("&lt;")
            case ">": raw("&gt;")
            case "\"": raw("&quot;")
            case "\r": raw("&#xD;")
            case "\t", "\n", " "..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
                bytes.append(contentsOf: Character(character).utf8)
            default: bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
            }
        }
    }

    /// Whether the byte stands for itself in text and in attributes: printable ASCII without markup.
    @inline(__always)
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<")
            && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "\"")
    }
}
