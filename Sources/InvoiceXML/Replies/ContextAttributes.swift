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

extension ParsedMessage {
    /// Whether an element, or something inside it, uses a prefix that is declared only outside it: as a document of its
    /// own it would not be well-formed.
    public func usesOuterPrefixes(inside root: Int32) -> Bool {
        for index in root..<elements[Int(root)].end {
            let element = elements[Int(index)]
            if element.prefixCount > 0, !isBound(element.name, element.prefixCount, at: index, inside: root) {
                return true
            }
            for attribute in attributes[element.attributeRange] where attribute.prefixCount > 0 {
                if !isBound(attribute.name, attribute.prefixCount, at: index, inside: root) { return true }
            }
        }
        return false
    }

    /// Whether the prefix of that name is declared between the element and the root, both included.
    private func isBound(_ name: ByteRange, _ count: UInt16, at element: Int32, inside root: Int32) -> Bool {
        let prefix = ByteRange(offset: name.offset, count: UInt32(count))
        let text = bytes[prefix.range]
        if text.elementsEqual("xml".utf8) { return true }
        var current = element
        while current >= root {
            for declaration in declarations[elements[Int(current)].declarationRange] {
                let name = prefixes[Int(declaration.prefix)]
                if (name.isDecoded ? decoded : bytes)[name.range.range].elementsEqual(text) { return true }
            }
            current = elements[Int(current)].parent
        }
        return false
    }
}
