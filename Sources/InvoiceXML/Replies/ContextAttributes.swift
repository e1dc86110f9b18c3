extension ParsedMessage {
    /// What an element's start tag hands down to the canonical form of its descendants: namespace declarations and
    /// `xml:` attributes, each as written, name to closing quote.
    public func contextAttributes(of element: Int32) -> [ByteRange] {
        let entry = elements[Int(element)]
        var found: [ByteRange] = []
        var index = entry.name.range.upperBound
        let end = entry.content.offset > entry.whole.offset ? Int(entry.content.offset) : entry.whole.range.upperBound
        while index < end {
            while index < end, isWhiteSpace(bytes[index]) { index += 1 }
            let start = index
            while index < end, bytes[index] != UInt8(ascii: "=") { index += 1 }
            while index < end, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "'") { index += 1 }
            guard index < end else { break }
            let quote = bytes[index]
            index += 1
            while index < end, bytes[index] != quote { index += 1 }
            index += 1
            let attribute = ByteRange(offset: UInt32(start), count: UInt32(index - start))
            if isContext(attribute) { found.append(attribute) }
        }
        return found
    }

    private func isContext(_ attribute: ByteRange) -> Bool {
        let text = bytes[attribute.range]
        if text.starts(with: "xml:".utf8) || text.starts(with: "xmlns:".utf8) { return true }
        guard text.starts(with: "xmlns".utf8), let next = text.dropFirst(5).first else { return false }
        return next == UInt8(ascii: "=") || isWhiteSpace(next)
    }
}
