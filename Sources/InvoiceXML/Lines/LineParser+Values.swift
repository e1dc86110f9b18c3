import InvoiceModel

/// Strings and numbers.
extension LineParser {
    /// Reads the string whose quote is next, written as canonical text at `target`; the offset after that.
    @inline(__always)
    mutating func readText(_ view: ByteView, to target: Int, _ out: LineOutput) throws(LineFault) -> Int {
        hasReferences = false
        position += 1
        var target = target
        while true {
            while position <= view.count - 8 {
                let word = view.word(at: position)
                out.put(word, at: target)
                let marks = LineParser.stops(word)
                guard marks == 0 else {
                    position += Word.first(marks)
                    target += Word.first(marks)
                    break
                }
                position += 8
                target += 8
            }
            guard position < end else { throw LineFault(.jsonSyntax, at: end, .quote) }
            let byte = view[position]
            if byte == 0x22 {
                position += 1
                return target
            }
            target =
                byte < 0x80
                ? try readOther(byte, view, to: target, out) : try copyCharacters(view, to: target, out)
        }
    }

    /// Marks bytes that are not copied as they are.
    @inline(__always)
    static func stops(_ word: UInt64) -> UInt64 {
        let quotes = Word.equal(word, to: 0x22) | Word.equal(word, to: 0x5C)
        let markup = Word.angles(word) | Word.equal(word, to: 0x26)
        return quotes | markup | ((word &- Word.all(0x20)) & ~word | word) & Word.all(0x80)
    }

    /// Reads what is not copied at all: markup and escapes; the offset after it.
    private mutating func readOther(
        _ byte: UInt8,
        _ view: ByteView,
        to target: Int,
        _ out: LineOutput
    ) throws(LineFault) -> Int {
        if byte == 0x5C {
            let character = try readEscape(view)
            return put(character, at: target, out)
        }
        if byte < 0x20 { throw LineFault(.jsonSyntax, at: position, .escape) }
        position += 1
        return put(UInt32(byte), at: target, out)
    }

    /// Copies characters beyond ASCII; the offset after them.
    @inline(__always)
    private mutating func copyCharacters(
        _ view: ByteView,
        to target: Int,
        _ out: LineOutput
    ) throws(LineFault) -> Int {
        var target = target
        repeat {
            guard position <= view.count - 8 else {
                target = try copyCharacter(view, to: target, out)
                continue
            }
            let word = view.word(at: position)
            let length = LineParser.plainLength(word)
            if length == 0 {
                target = try copyCharacter(view, to: target, out)
            } else {
                out.put(word, at: target)
                target += length
                position += length
            }
        } while position < end && view[position] >= 0x80
        return target
    }

    /// The length of a character of two or three bytes that XML can have; 0 of any other.
    @inline(__always)
    private static func plainLength(_ word: UInt64) -> Int {
        if word & 0xC0E0 == 0x80C0 { return word & 0x1E != 0 ? 2 : 0 }
        guard word & 0xC0_C0F0 == 0x80_80E0 else { return 0 }
        let scalar = (word & 0x0F) << 12 | (word >> 8 & 0x3F) << 6 | word >> 16 & 0x3F
        return scalar >= 0x800 && scalar &- 0xD800 >= 0x800 && scalar < 0xFFFE ? 3 : 0
    }

    /// Copies any character beyond ASCII; the offset after it.
    private mutating func copyCharacter(
        _ view: ByteView,
        to target: Int,
        _ out: LineOutput
    ) throws(LineFault) -> Int {
        let length = CharacterScan.length(view, position, end)
        if length == 0 { throw LineFault(.xmlNotUtf8, at: position) }
        if length == 3, view[position] == 0xEF, view[position + 1] == 0xBF, view[position + 2] >= 0xBE {
            throw LineFault(.xmlCharacter, at: position)
        }
        for index in 0..<length { out[target + index] = view[position + index] }
        position += length
        return target + length
    }

    /// Writes a character as canonical text; the offset after it.
    mutating func put(_ character: UInt32, at target: Int, _ out: LineOutput) -> Int {
        switch character {
        case 0x26:
            hasReferences = true
            return out.put("&amp;", at: target)
        case 0x3C:
            hasReferences = true
            return out.put("&lt;", at: target)
        case 0x3E:
            hasReferences = true
            return out.put("&gt;", at: target)
        case 0x0D:
            hasReferences = true
            return out.put("&#xD;", at: target)
        default:
            return LineParser.putPlain(character, at: target, out)
        }
    }

    /// Writes a character as UTF-8; the offset after it.
    static func putPlain(_ character: UInt32, at target: Int, _ out: LineOutput) -> Int {
        switch character {
        case 0..<0x80:
            out[target] = UInt8(character)
            return target + 1
        case 0x80..<0x800:
            out[target] = UInt8(0xC0 | character >> 6)
            out[target + 1] = UInt8(0x80 | character & 0x3F)
            return target + 2
        case 0x800..<0x1_0000:
            out[target] = UInt8(0xE0 | character >> 12)
            out[target + 1] = UInt8(0x80 | character >> 6 & 0x3F)
            out[target + 2] = UInt8(0x80 | character & 0x3F)
            return target + 3
        default:
            out[target] = UInt8(0xF0 | character >> 18 & 0x07)
            out[target + 1] = UInt8(0x80 | character >> 12 & 0x3F)
            out[target + 2] = UInt8(0x80 | character >> 6 & 0x3F)
            out[target + 3] = UInt8(0x80 | character & 0x3F)
            return target + 4
        }
    }

    /// Reads the escape whose backslash is next; the character, which XML can have.
    mutating func readEscape(_ view: ByteView) throws(LineFault) -> UInt32 {
        let start = position
        guard start + 1 < end else { throw LineFault(.jsonSyntax, at: end, .escape) }
        position += 2
        var character: UInt32
        switch view[start + 1] {
        case 0x22: character = 0x22
        case 0x5C: character = 0x5C
        case 0x2F: character = 0x2F
        case 0x62: character = 0x08
        case 0x66: character = 0x0C
        case 0x6E: character = 0x0A
        case 0x72: character = 0x0D
        case 0x74: character = 0x09
        case 0x75:
            character = try readHexadecimal(view)
            if (0xD800..<0xDC00).contains(character) {
                guard view.has("\\u", at: position, end: end) else {
                    throw LineFault(.jsonSurrogate, at: start, .lowSurrogate)
                }
                position += 2
                let low = try readHexadecimal(view)
                guard (0xDC00..<0xE000).contains(low) else { throw LineFault(.jsonSurrogate, at: start, .lowSurrogate) }
                character = 0x1_0000 + (character - 0xD800) << 10 + (low - 0xDC00)
            } else if (0xDC00..<0xE000).contains(character) {
                throw LineFault(.jsonSurrogate, at: start, .lowSurrogate)
            }
        default: throw LineFault(.jsonSyntax, at: start, .escape)
        }
        guard Reference.isCharacter(character) else { throw LineFault(.xmlCharacter, at: start) }
        return character
    }

    private mutating func readHexadecimal(_ view: ByteView) throws(LineFault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard position < end else { throw LineFault(.jsonSyntax, at: end, .hexadecimal) }
            let byte = view[position]
            let letter = (byte | 0x20) &- 0x61
            guard byte &- 0x30 < 10 || letter < 6 else { throw LineFault(.jsonSyntax, at: position, .hexadecimal) }
            value = value << 4 | UInt32(byte &- 0x30 < 10 ? byte &- 0x30 : letter + 10)
            position += 1
        }
        return value
    }

    /// Reads the number that is next, written as it stands at `target`; the offset after that.
    @inline(__always)
    mutating func readNumber(_ view: ByteView, to target: Int, _ out: LineOutput) throws(LineFault) -> Int {
        hasReferences = false
        if position <= view.count - 8 {
            let word = view.word(at: position)
            let length = LineParser.digits(word)
            if length > 0, LineParser.endsNumber(view[position + length]), length == 1 || word & 0xFF != 0x30 {
                out.put(word, at: target)
                position += length
                return target + length
            }
        }
        return try readAnyNumber(view, to: target, out)
    }

    /// How many digits a word begins with; 0 where it is all digits, too.
    @inline(__always)
    private static func digits(_ word: UInt64) -> Int {
        let values = word ^ Word.all(0x30)
        let marks = (values &+ Word.all(0x76) | values) & Word.all(0x80)
        return marks == 0 ? 0 : Word.first(marks)
    }

    /// Whether a byte after digits surely ends the number; the slow way knows others.
    @inline(__always)
    private static func endsNumber(_ byte: UInt8) -> Bool {
        byte == 0x2C || byte == 0x7D || byte == 0x5D
    }

    /// Reads any number that is next, written as it stands at `target`; the offset after that.
    private mutating func readAnyNumber(
        _ view: ByteView,
        to target: Int,
        _ out: LineOutput
    ) throws(LineFault) -> Int {
        let start = position
        if view[position] == 0x2D { position += 1 }
        if position < end, view[position] == 0x30 {
            position += 1
        } else {
            try readDigits(view)
        }
        if position < end, view[position] == 0x2E {
            position += 1
            try readDigits(view)
        }
        if position < end {
            let byte = view[position]
            if byte | 0x20 == 0x65 { throw try exponent(view, from: start) }
            // Digits after a leading zero.
            if byte &- 0x30 < 10 { throw LineFault(.jsonSyntax, at: position, .comma) }
        }
        for offset in start..<position { out[target + offset - start] = view[offset] }
        return target + position - start
    }

    @inline(__always)
    private mutating func readDigits(_ view: ByteView) throws(LineFault) {
        let first = position
        while position < end, view[position] &- 0x30 < 10 { position += 1 }
        if position == first { throw LineFault(.jsonSyntax, at: position, .digit) }
    }

    /// What is wrong with a number whose `e` is next: its form, or that nothing follows.
    private mutating func exponent(_ view: ByteView, from start: Int) throws(LineFault) -> LineFault {
        position += 1
        if position < end, view[position] == 0x2B || view[position] == 0x2D { position += 1 }
        try readDigits(view)
        return LineFault(.jsonNumber, at: start)
    }
}
