extension ParsedMessage {
    /// The leaf as a field: its text without surrounding white space; an element with elements inside has no text.
    public func field(of element: Int32) -> Field {
        let entry = elements[Int(element)]
        guard entry.end == element + 1 else { return Field(element: element, text: .empty, isDecoded: false) }
        guard entry.isDecoded else {
            return Field(element: element, text: trimmed(entry.content, in: bytes), isDecoded: false)
        }
        return Field(element: element, text: decodedText(of: element), isDecoded: true)
    }

    /// The first child with the tag as a field; absent where there is none.
    public func field(_ tag: Tag, in element: Int32) -> Field {
        guard let child = child(tag, of: element) else { return .absent }
        return field(of: child)
    }

    /// The first child of an element, or `nil`.
    public func firstChild(of element: Int32) -> Int32? {
        element + 1 < elements[Int(element)].end ? element + 1 : nil
    }

    /// The next element with the same parent, or `nil`.
    public func nextSibling(of element: Int32) -> Int32? {
        let entry = elements[Int(element)]
        guard entry.parent >= 0, entry.end < elements[Int(entry.parent)].end else { return nil }
        return entry.end
    }

    /// The first child with the tag, or `nil`.
    public func child(_ tag: Tag, of element: Int32) -> Int32? {
        var next = firstChild(of: element)
        while let child = next {
            if elements[Int(child)].tag == tag { return child }
            next = nextSibling(of: child)
        }
        return nil
    }

    /// How many children have the tag.
    public func count(of tag: Tag, in element: Int32) -> Int {
        var count = 0
        for child in children(of: element) where elements[Int(child)].tag == tag { count += 1 }
        return count
    }

    /// The children of an element in document order.
    public func children(of element: Int32) -> Children {
        Children(tape: elements, upcoming: element + 1, end: elements[Int(element)].end)
    }

    /// The children of one element.
    public struct Children: Sequence, IteratorProtocol, Sendable {
        let tape: [InvoiceXML.Element]
        var upcoming: Int32
        let end: Int32

        /// The next child's index.
        public mutating func next() -> Int32? {
            guard upcoming < end else { return nil }
            let child = upcoming
            upcoming = tape[Int(child)].end
            return child
        }
    }

    /// The decoded text of a leaf that has one.
    private func decodedText(of element: Int32) -> ByteRange {
        var low = 0
        var high = decodedTexts.count
        while low < high {
            let middle = (low + high) / 2
            if decodedTexts[middle].element < element { low = middle + 1 } else { high = middle }
        }
        guard low < decodedTexts.count, decodedTexts[low].element == element else { return .empty }
        return decodedTexts[low].range
    }
}

/// A run of bytes without the white space of XML around it.
func trimmed(_ range: ByteRange, in bytes: [UInt8]) -> ByteRange {
    var first = Int(range.offset)
    var last = first + Int(range.count)
    while first < last, isWhiteSpace(bytes[first]) { first += 1 }
    while first < last, isWhiteSpace(bytes[last - 1]) { last -= 1 }
    return ByteRange(offset: UInt32(first), count: UInt32(last - first))
}

/// Whether a byte is white space of XML.
@inline(__always)
func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}
