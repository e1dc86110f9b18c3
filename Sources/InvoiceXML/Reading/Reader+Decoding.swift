import InvoiceModel

/// Copies of text and values that are not as written: references resolved, line ends made one.
extension Reader {
    /// Decodes the text of a leaf whose end tag is at `end`; its content is known to be well-formed.
    mutating func decodeLeaf(_ index: Int, to end: Int) {
        let first = decoded.count
        var offset = elements[index].startTagEnd
        while offset < end {
            let byte = view[offset]
            switch byte {
            case 0x26:
                guard let reference = Reference(view, at: offset, end: end) else { return }
                reference.append(to: &decoded)
                offset = reference.end
            case 0x3C:
                offset = decodeMarkup(at: offset)
            case 0x0D:
                decoded.append(0x0A)
                offset += offset + 1 < end && view[offset + 1] == 0x0A ? 2 : 1
            default:
                let next = endOfPlainText(from: offset + 1, to: end)
                view.append(offset, next, to: &decoded)
                offset = next
            }
        }
        elements[index].isDecoded = true
        let whole = ByteRange(from: first, to: decoded.count)
        decodedTexts.append(DecodedText(element: Int32(truncatingIfNeeded: index), range: trimmed(whole, in: decoded)))
    }

    /// The offset of the next `&`, `<` or carriage return, or the end.
    private func endOfPlainText(from start: Int, to end: Int) -> Int {
        var offset = start
        while offset <= end - 8 {
            let word = view.word(at: offset)
            let marks = Word.equal(word, to: 0x26) | Word.equal(word, to: 0x3C) | Word.equal(word, to: 0x0D)
            if marks != 0 { return offset + Word.first(marks) }
            offset += 8
        }
        while offset < end {
            let byte = view[offset]
            if byte == 0x26 || byte == 0x3C || byte == 0x0D { break }
            offset += 1
        }
        return offset
    }

    /// Copies a CDATA section's text; passes over a comment or an instruction. The offset after it.
    private mutating func decodeMarkup(at start: Int) -> Int {
        var offset = start
        if view[start + 1] == 0x3F {
            offset = start + 2
            while !(view[offset] == 0x3F && view[offset + 1] == 0x3E) { offset += 1 }
            return offset + 2
        }
        if view[start + 2] == 0x2D {
            offset = start + 4
            while !(view[offset] == 0x2D && view[offset + 1] == 0x2D) { offset += 1 }
            return offset + 3
        }
        offset = start + 9
        while !(view[offset] == 0x5D && view[offset + 1] == 0x5D && view[offset + 2] == 0x3E) {
            if view[offset] != 0x0D {
                decoded.append(view[offset])
            } else if view[offset + 1] != 0x0A {
                decoded.append(0x0A)
            }
            offset += 1
        }
        return offset + 3
    }

    /// The value of an attribute, normalised: white space is spaces, references stand for themselves.
    mutating func decodeAttribute(_ start: Int, _ end: Int) -> ByteRange {
        let first = decoded.count
        var offset = start
        while offset < end {
            let byte = view[offset]
            if byte == 0x26, let reference = Reference(view, at: offset, end: end) {
                reference.append(to: &decoded)
                offset = reference.end
                continue
            }
            if byte == 0x0D, offset + 1 < end, view[offset + 1] == 0x0A { offset += 1 }
            decoded.append(byte < 0x20 ? 0x20 : byte)
            offset += 1
        }
        return ByteRange(from: first, to: decoded.count)
    }
}
