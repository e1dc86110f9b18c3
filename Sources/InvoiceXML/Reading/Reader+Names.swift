import InvoiceModel

/// Names that are not the standard's.
extension Reader {
    /// Reads a qualified name at `start`: where it ends, and how many bytes its prefix has.
    func readName(at start: Int) throws(ReadFault) -> (end: Int, prefixCount: Int) {
        var offset = start
        var partStart = start
        var prefixCount = 0
        while offset < end {
            if offset - start > limits.nameBytes { throw ReadFault(.xmlNameLength, at: start + limits.nameBytes) }
            let byte = view[offset]
            if byte == 0x3A {
                guard offset > start, prefixCount == 0 else { throw ReadFault(.xmlNamespace, at: offset) }
                prefixCount = offset - start
                partStart = offset + 1
                offset += 1
            } else if byte < 0x80 {
                guard offset == partStart ? NameCharacters.starts(byte) : NameCharacters.continues(byte) else { break }
                offset += 1
            } else {
                let scalar = view.scalar(at: offset)
                let belongs =
                    offset == partStart ? NameCharacters.starts(scalar.value) : NameCharacters.continues(scalar.value)
                guard belongs else { break }
                offset += scalar.length
            }
        }
        if offset - start > limits.nameBytes { throw ReadFault(.xmlNameLength, at: start + limits.nameBytes) }
        guard offset > partStart else {
            // Nothing at all, or nothing after the colon.
            throw ReadFault(offset > start ? .xmlNamespace : .xmlSyntax, at: min(offset, end))
        }
        return (offset, prefixCount)
    }
}
