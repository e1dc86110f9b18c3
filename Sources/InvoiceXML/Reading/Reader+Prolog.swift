import InvoiceModel

extension ByteView {
    /// Whether the bytes begin as UTF-16 or UTF-32 do, with a byte order mark or without.
    var isUTF16Or32: Bool {
        guard count >= 2 else { return false }
        switch (self[0], self[1]) {
        case (0xFE, 0xFF), (0xFF, 0xFE), (0x00, 0x3C), (0x3C, 0x00), (0x00, 0x00): return true
        default: return false
        }
    }
}

/// What stands before and after the root.
extension Reader {
    /// Reads up to the root's `<`.
    mutating func readProlog() throws(ReadFault) {
        if view.has("\u{FEFF}", at: 0, end: end) { position = 3 }
        if view.has("<?xml", at: position, end: end), position + 5 < end, isWhiteSpace(view[position + 5]) {
            try readXMLDeclaration()
        }
        while true {
            position = skipWhiteSpace(from: position)
            guard position < end else { throw ReadFault(.xmlSyntax, at: end) }
            guard view[position] == 0x3C else { throw ReadFault(.xmlSyntax, at: position) }
            guard position + 1 < end else { throw ReadFault(.xmlSyntax, at: end) }
            textStart = position
            switch view[position + 1] {
            case 0x21: try readDeclaration(inContent: false)
            case 0x3F: try readInstruction()
            default: return
            }
        }
    }

    /// Reads what follows the root: white space, comments and instructions.
    mutating func readEpilog() throws(ReadFault) {
        while true {
            position = skipWhiteSpace(from: position)
            guard position < end else { return }
            guard view[position] == 0x3C, position + 1 < end else { throw ReadFault(.xmlTrailing, at: position) }
            textStart = position
            switch view[position + 1] {
            case 0x21:
                guard view.has("<!--", at: position, end: end) else { throw ReadFault(.xmlTrailing, at: position) }
                try readDeclaration(inContent: false)
            case 0x3F: try readInstruction()
            default: throw ReadFault(.xmlTrailing, at: position)
            }
        }
    }

    /// `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`, at `position`.
    private mutating func readXMLDeclaration() throws(ReadFault) {
        position += 5
        let version = try pseudoAttribute("version")
        guard let version, view.has("1.0", at: version.lowerBound, end: version.upperBound), version.count == 3 else {
            throw ReadFault(.xmlSyntax, at: version?.lowerBound ?? position)
        }
        if let encoding = try pseudoAttribute("encoding"), !isUTF8(encoding) {
            throw ReadFault(.xmlEncoding, at: encoding.lowerBound)
        }
        if let standalone = try pseudoAttribute("standalone") {
            let isYes = standalone.count == 3 && view.has("yes", at: standalone.lowerBound, end: end)
            let isNo = standalone.count == 2 && view.has("no", at: standalone.lowerBound, end: end)
            guard isYes || isNo else { throw ReadFault(.xmlSyntax, at: standalone.lowerBound) }
        }
        position = skipWhiteSpace(from: position)
        guard view.has("?>", at: position, end: end) else { throw ReadFault(.xmlSyntax, at: position) }
        position += 2
    }

    /// The value of the next pseudo-attribute if it has this name; `position` moves past it.
    private mutating func pseudoAttribute(_ name: StaticString) throws(ReadFault) -> Range<Int>? {
        var offset = skipWhiteSpace(from: position)
        guard offset > position, view.has(name, at: offset, end: end) else { return nil }
        offset = skipWhiteSpace(from: offset + name.utf8CodeUnitCount)
        guard offset < end, view[offset] == 0x3D else { throw ReadFault(.xmlSyntax, at: offset) }
        offset = skipWhiteSpace(from: offset + 1)
        guard offset < end, view[offset] == 0x22 || view[offset] == 0x27 else {
            throw ReadFault(.xmlSyntax, at: offset)
        }
        let quote = view[offset]
        let start = offset + 1
        offset = start
        while offset < end, view[offset] != quote {
            guard view[offset] != 0x3C, offset - start < limits.nameBytes else {
                throw ReadFault(.xmlSyntax, at: offset)
            }
            offset += 1
        }
        guard offset < end else { throw ReadFault(.xmlSyntax, at: end) }
        position = offset + 1
        return start..<offset
    }

    /// `UTF-8` or `UTF8` in any case: the only encoding of the standard.
    private func isUTF8(_ range: Range<Int>) -> Bool {
        let wanted: StaticString = range.count == 4 ? "utf8" : "utf-8"
        guard range.count == wanted.utf8CodeUnitCount else { return false }
        return wanted.withUTF8Buffer { letters in
            for index in 0..<range.count {
                let byte = view[range.lowerBound + index]
                let isUpper = byte >= 0x41 && byte <= 0x5A
                // `index` is below the literal's own count.
                if unsafe (isUpper ? byte | 0x20 : byte) != letters[index] { return false }
            }
            return true
        }
    }
}
