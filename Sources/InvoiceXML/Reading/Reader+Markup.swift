import InvoiceModel

/// Comments, CDATA sections and processing instructions.
extension Reader {
    /// Reads what starts with `<!`: a comment, in content a CDATA section; a document type is refused.
    mutating func readDeclaration(inContent: Bool) throws(ReadFault) {
        let start = position
        if view.has("<!--", at: start, end: end) {
            try readComment()
        } else if inContent, view.has("<![CDATA[", at: start, end: end) {
            try readCDATA()
        } else if view.has("<!DOCTYPE", at: start, end: end) {
            throw ReadFault(.xmlDoctype, at: start)
        } else {
            let isCut = end - start < 9 && isPrefix(from: start)
            throw ReadFault(.xmlSyntax, at: isCut ? end : start)
        }
    }

    /// Whether the bytes from `start` to the end begin one of the declarations.
    private func isPrefix(from start: Int) -> Bool {
        let openings: [StaticString] = ["<!--", "<![CDATA[", "<!DOCTYPE"]
        return openings.contains { opening in
            guard end - start < opening.utf8CodeUnitCount else { return false }
            return opening.withUTF8Buffer { wanted in
                // Below the literal's own count by the line above.
                (start..<end).allSatisfy { unsafe wanted[$0 - start] == view[$0] }
            }
        }
    }

    private mutating func readComment() throws(ReadFault) {
        let start = position
        var offset = start + 4
        while true {
            offset = find(0x2D, from: offset)
            guard offset + 2 < end else { throw ReadFault(.xmlSyntax, at: end) }
            if view[offset + 1] == 0x2D {
                guard view[offset + 2] == 0x3E else { throw ReadFault(.xmlSyntax, at: offset) }
                break
            }
            offset += 1
        }
        position = offset + 3
        try checkText(to: position)
        guard current >= 0 else { return }
        needsDecoding = true
        note(.comment, from: start)
    }

    private mutating func readCDATA() throws(ReadFault) {
        let start = position
        var offset = start + 9
        while true {
            offset = find(0x5D, from: offset)
            guard offset + 2 < end else { throw ReadFault(.xmlSyntax, at: end) }
            if view[offset + 1] == 0x5D, view[offset + 2] == 0x3E { break }
            offset += 1
        }
        position = offset + 3
        try checkText(to: position)
        needsDecoding = true
        note(.cdata, from: start)
    }

    /// Reads `<?target data?>`.
    mutating func readInstruction() throws(ReadFault) {
        let start = position
        guard start + 2 < end else { throw ReadFault(.xmlSyntax, at: end) }
        let target = try readName(at: start + 2)
        if isXML(start + 2..<target.end) { throw ReadFault(.xmlSyntax, at: start) }
        if target.prefixCount > 0 { throw ReadFault(.xmlNamespace, at: start + 2) }
        guard target.end + 1 < end else { throw ReadFault(.xmlSyntax, at: end) }
        var isCanonical = !hasCarriageReturn
        var offset = target.end
        if view[offset] != 0x3F || view[offset + 1] != 0x3E {
            guard isWhiteSpace(view[offset]) else { throw ReadFault(.xmlSyntax, at: offset) }
            let data = skipWhiteSpace(from: offset)
            offset = data
            while true {
                offset = find(0x3F, from: offset)
                guard offset + 1 < end else { throw ReadFault(.xmlSyntax, at: end) }
                if view[offset + 1] == 0x3E { break }
                offset += 1
            }
            isCanonical = isCanonical && data == target.end + 1 && view[target.end] == 0x20 && offset > data
        }
        position = offset + 2
        try checkText(to: position)
        guard current >= 0 else { return }
        needsDecoding = true
        if !isCanonical { note(.instruction, from: start) }
    }

    /// Whether a name is `xml` in any case, which only the XML declaration may use.
    private func isXML(_ range: Range<Int>) -> Bool {
        range.count == 3 && view[range.lowerBound] | 0x20 == 0x78 && view[range.lowerBound + 1] | 0x20 == 0x6D
            && view[range.lowerBound + 2] | 0x20 == 0x6C
    }

    /// The offset of the next such byte, or the end.
    func find(_ byte: UInt8, from start: Int) -> Int {
        var offset = start
        while offset <= end - 8 {
            let marks = Word.equal(view.word(at: offset), to: byte)
            if marks != 0 { return offset + Word.first(marks) }
            offset += 8
        }
        while offset < end, view[offset] != byte { offset += 1 }
        return min(offset, end)
    }
}
