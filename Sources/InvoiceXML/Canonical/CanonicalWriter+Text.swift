/// Text, CDATA sections, comments and instructions.
extension CanonicalWriter {
    /// Text with line ends made one, references resolved and the four characters escaped.
    func appendText(_ start: Int, _ end: Int, hasReferences: Bool, to output: inout [UInt8]) {
        var offset = start
        while offset < end {
            let next = endOfPlainText(offset, end)
            copy(offset, next, to: &output)
            offset = next
            guard offset < end else { return }
            let byte = view[offset]
            if byte == 0x26, hasReferences {
                offset = appendReference(offset, end, to: &output)
            } else if byte == 0x0D {
                output.append(0x0A)
                offset += isFollowedByLineFeed(offset, end) ? 2 : 1
            } else {
                append(escaped: byte, to: &output)
                offset += 1
            }
        }
    }

    /// The offset of the next `&`, `<`, `>` or carriage return, or the end.
    private func endOfPlainText(_ start: Int, _ end: Int) -> Int {
        var offset = start
        while offset <= end - 8 {
            let word = view.word(at: offset)
            let marks = Word.angles(word) | Word.equal(word, to: 0x26) | Word.equal(word, to: 0x0D)
            if marks != 0 { return offset + Word.first(marks) }
            offset += 8
        }
        while offset < end {
            let byte = view[offset]
            if byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x0D { break }
            offset += 1
        }
        return offset
    }

    /// A comment, or an instruction's data: only line ends change.
    func appendLines(_ start: Int, _ end: Int, to output: inout [UInt8]) {
        var offset = start
        while offset < end {
            let byte = view[offset]
            if byte == 0x0D {
                output.append(0x0A)
                offset += isFollowedByLineFeed(offset, end) ? 2 : 1
            } else {
                output.append(byte)
                offset += 1
            }
        }
    }

    /// `<?target data?>` with one space between, none where there is no data.
    func appendInstruction(_ start: Int, _ end: Int, to output: inout [UInt8]) {
        var target = start + 2
        while target < end - 2, !isWhiteSpace(view[target]) { target += 1 }
        copy(start, target, to: &output)
        var data = target
        while data < end - 2, isWhiteSpace(view[data]) { data += 1 }
        if data < end - 2 {
            output.append(0x20)
            appendLines(data, end - 2, to: &output)
        }
        output.append(0x3F)
        output.append(0x3E)
    }

    private func isFollowedByLineFeed(_ offset: Int, _ end: Int) -> Bool {
        offset + 1 < end && view[offset + 1] == 0x0A
    }

    /// Writes the character a reference stands for; the offset after it.
    private func appendReference(_ start: Int, _ end: Int, to output: inout [UInt8]) -> Int {
        guard let reference = Reference(view, at: start, end: end) else {
            preconditionFailure("the reader refuses text with such a reference")
        }
        switch reference.value {
        case 0x26, 0x3C, 0x3E, 0x0D: append(escaped: UInt8(reference.value), to: &output)
        default: reference.append(to: &output)
        }
        return reference.end
    }

    private func append(escaped byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case 0x26: append("&amp;", to: &output)
        case 0x3C: append("&lt;", to: &output)
        case 0x3E: append("&gt;", to: &output)
        default: append("&#xD;", to: &output)
        }
    }

    /// An attribute value or a namespace name, between its quotes.
    func appendValue(_ range: ByteRange, isDecoded: Bool, to output: inout [UInt8]) {
        guard isDecoded else {
            // Only a quotation mark between apostrophes needs escaping where the reader had nothing to decode.
            var offset = Int(range.offset)
            let end = offset + Int(range.count)
            while offset < end {
                let next = endOfPlainValue(offset, end)
                copy(offset, next, to: &output)
                offset = next
                if offset < end {
                    append("&quot;", to: &output)
                    offset += 1
                }
            }
            return
        }
        for byte in message.decoded[range.range] {
            switch byte {
            case 0x26: append("&amp;", to: &output)
            case 0x3C: append("&lt;", to: &output)
            case 0x22: append("&quot;", to: &output)
            case 0x09: append("&#x9;", to: &output)
            case 0x0A: append("&#xA;", to: &output)
            case 0x0D: append("&#xD;", to: &output)
            default: output.append(byte)
            }
        }
    }

    /// The offset of the next quotation mark, or the end.
    private func endOfPlainValue(_ start: Int, _ end: Int) -> Int {
        var offset = start
        while offset <= end - 8 {
            let marks = Word.equal(view.word(at: offset), to: 0x22)
            if marks != 0 { return offset + Word.first(marks) }
            offset += 8
        }
        while offset < end, view[offset] != 0x22 { offset += 1 }
        return offset
    }

    /// Appends a literal.
    @inline(__always)
    func append(_ literal: StaticString, to output: inout [UInt8]) {
        // The bytes of a literal, as many as it says.
        unsafe output.append(
            contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
        )
    }
}
