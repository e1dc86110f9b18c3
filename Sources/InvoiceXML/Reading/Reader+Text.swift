import InvoiceModel

/// Text between tags, and references.
extension Reader {
    /// Reads text up to the next `<`, which may be next at once.
    @inline(__always)
    mutating func readText() throws(ReadFault) {
        guard position < end else { throw ReadFault(.xmlSyntax, at: end) }
        if view[position] != 0x3C { try readRun() }
    }

    private mutating func readRun() throws(ReadFault) {
        let start = position
        var offset = start
        var isCanonical = true
        scan: while true {
            offset = findMarkup(from: offset)
            guard offset < end else { throw ReadFault(.xmlSyntax, at: end) }
            switch view[offset] {
            case 0x3C:
                break scan
            case 0x3E:
                if offset >= start + 2, view[offset - 1] == 0x5D, view[offset - 2] == 0x5D {
                    throw ReadFault(.xmlSyntax, at: offset - 2)
                }
                isCanonical = false
                offset += 1
            default:
                let reference = try readReference(at: offset)
                needsDecoding = true
                // Canonical text spells just these three as references.
                let isKept =
                    reference.isNamed && (reference.value == 0x26 || reference.value == 0x3C || reference.value == 0x3E)
                if !isKept { isCanonical = false }
                offset = reference.end
            }
        }
        position = offset
        try checkText(to: offset)
        if hasCarriageReturn, hasByte(0x0D, start, offset) {
            needsDecoding = true
            isCanonical = false
        }
        if !isCanonical { note(.text, from: start) }
    }

    /// The offset of the next `<`, `>` or `&`, or the end.
    @inline(__always)
    private func findMarkup(from start: Int) -> Int {
        var offset = start
        while offset <= end - 8 {
            let word = view.word(at: offset)
            let marks = Word.angles(word) | Word.equal(word, to: 0x26)
            if marks != 0 { return offset + Word.first(marks) }
            offset += 8
        }
        while offset < end {
            let byte = view[offset]
            if byte == 0x3C || byte == 0x3E || byte == 0x26 { break }
            offset += 1
        }
        return offset
    }

    /// Whether a byte occurs in a run.
    func hasByte(_ byte: UInt8, _ start: Int, _ stop: Int) -> Bool {
        var offset = start
        while offset <= stop - 8 {
            if Word.equal(view.word(at: offset), to: byte) != 0 { return true }
            offset += 8
        }
        while offset < stop {
            if view[offset] == byte { return true }
            offset += 1
        }
        return false
    }

    /// Reads the reference whose `&` is at `start`; only characters and the five names XML predefines are known.
    func readReference(at start: Int) throws(ReadFault) -> Reference {
        guard let reference = Reference(view, at: start, end: end) else {
            guard start + 1 < end else { throw ReadFault(.xmlSyntax, at: end) }
            if view[start + 1] == 0x23 { throw ReadFault(.xmlSyntax, at: faultOfNumber(at: start)) }
            let name = try readName(at: start + 1)
            guard name.end < end else { throw ReadFault(.xmlSyntax, at: end) }
            throw ReadFault(view[name.end] == 0x3B ? .xmlEntity : .xmlSyntax, at: start)
        }
        guard Reference.isCharacter(reference.value) else { throw ReadFault(.xmlCharacter, at: start) }
        return reference
    }

    /// The start of a malformed character reference, or the end if the bytes stop within it.
    private func faultOfNumber(at start: Int) -> Int {
        var offset = start + 2
        if offset < end, view[offset] == 0x78 { offset += 1 }
        while offset < end, (view[offset] &- 0x30 < 10) || ((view[offset] | 0x20) &- 0x61 < 6) { offset += 1 }
        return offset < end ? start : end
    }
}
