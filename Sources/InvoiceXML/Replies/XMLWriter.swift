import InvoiceModel

/// Appends XML to bytes; whatever text comes in, what comes out is well-formed.
struct XMLWriter {
    /// What was written.
    var bytes: [UInt8] = []

    /// Appends what is XML already.
    mutating func raw(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Appends a literal that is XML already.
    @inline(__always)
    mutating func literal(_ text: StaticString) {
        // The bytes of a literal, as many as it says.
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Appends an element with the text of a field, at most `limit` characters of it; an empty element where there is
    /// none.
    mutating func element(_ name: StaticString, _ field: Field, of message: ParsedMessage, limit: Int) {
        let text = message.text(of: field)
        guard !text.isEmpty, text.count <= limit, XMLWriter.isPlain(text) else {
            element("\(name)", message.string(of: field), limit: limit)
            return
        }
        literal("<")
        literal(name)
        literal(">")
        append(text)
        literal("</")
        literal(name)
        literal(">")
    }

    /// Appends bytes that are XML already.
    mutating func append(_ run: Span<UInt8>) {
        for index in run.indices { bytes.append(run[index]) }
    }

    /// Appends text of an element, or of an attribute in double quotes.
    mutating func text(bytes run: [UInt8]) {
        if XMLWriter.isPlain(run.span) {
            bytes.append(contentsOf: run)
        } else {
            text(String(decoding: run, as: UTF8.self))
        }
    }

    /// Appends bytes as lower-case hexadecimal digits.
    mutating func lowercase(_ value: [UInt8]) {
        for byte in value {
            bytes.append(XMLWriter.digit(byte >> 4, letters: 0x61))
            bytes.append(XMLWriter.digit(byte & 15, letters: 0x61))
        }
    }

    /// Appends bytes as upper-case hexadecimal digits.
    mutating func uppercase(_ value: [UInt8]) {
        for byte in value {
            bytes.append(XMLWriter.digit(byte >> 4, letters: 0x41))
            bytes.append(XMLWriter.digit(byte & 15, letters: 0x41))
        }
    }

    @inline(__always)
    private static func digit(_ value: UInt8, letters: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : letters + (value - 10)
    }

    /// Appends a moment as the wire writes it.
    mutating func moment(_ moment: Timestamp) {
        let (year, month, day) = moment.date.parts
        guard (1...9_999).contains(year) else {
            raw("\(moment)")
            return
        }
        let second = Int(moment.localSeconds - Timestamp(moment.date).localSeconds)
        decimal(year / 100)
        decimal(year % 100)
        literal("-")
        decimal(month)
        literal("-")
        decimal(day)
        literal("T")
        decimal(second / 3_600)
        literal(":")
        decimal(second / 60 % 60)
        literal(":")
        decimal(second % 60)
    }

    /// Appends a number below 100 in two digits.
    private mutating func decimal(_ number: Int) {
        bytes.append(0x30 + UInt8(number / 10))
        bytes.append(0x30 + UInt8(number % 10))
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

    /// Whether every byte stands for itself, in text, in attributes and in their canonical form.
    static func isPlain(_ text: Span<UInt8>) -> Bool {
        for index in text.indices where !isPlain(text[index]) { return false }
        return true
    }

    /// Whether the byte stands for itself in text and in attributes: printable ASCII without markup.
    @inline(__always)
    static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<")
            && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "\"")
    }
}
