import InvoiceModel

/// Start tags and end tags.
extension Reader {
    /// Reads the start tag, or the empty element, at `position`.
    mutating func readStartTag() throws(ReadFault) {
        let start = position
        if depth >= limits.depth { throw ReadFault(.xmlDepth, at: start) }
        if elements.count >= limits.elements { throw ReadFault(.xmlElements, at: start) }
        var name = knownName(at: start + 1)
        if name.tag == .unknown { name = try otherName(at: start + 1) }
        guard name.end < end else { throw ReadFault(.xmlSyntax, at: end) }

        let firstAttribute = attributes.count
        let firstDeclaration = declarations.count
        var shape = TagShape()
        if view[name.end] == 0x3E {
            position = name.end + 1
        } else {
            shape = try readAttributes(from: name.end)
        }
        let namespace =
            name.prefixCount == 0
            ? defaultNamespace : try namespace(ofPrefix: start + 1..<start + 1 + name.prefixCount)
        let index = Int32(truncatingIfNeeded: elements.count)
        elements.append(
            Element(
                tag: TagTable.counted(name.tag, namespace: namespace, signatureNamespace: signatureNamespace),
                namespace: namespace,
                parent: current,
                end: index + 1,
                name: ByteRange(from: start + 1, to: name.end),
                whole: ByteRange(from: start, to: position),
                content: ByteRange(from: position, to: position),
                firstAttribute: Int32(truncatingIfNeeded: firstAttribute),
                firstDeclaration: Int32(truncatingIfNeeded: firstDeclaration),
                attributeCount: UInt16(truncatingIfNeeded: attributes.count - firstAttribute),
                declarationCount: UInt16(truncatingIfNeeded: declarations.count - firstDeclaration),
                prefixCount: UInt16(truncatingIfNeeded: name.prefixCount),
                outermostBinding: outermostBinding,
                isDecoded: false
            )
        )
        outermostBinding = Int32.max
        textStart = position
        let declares = declarations.count > firstDeclaration
        if !shape.isCanonical || declares { note(.startTag, from: start, element: index) }
        if shape.isEmpty {
            if declares { leaveScope(firstDeclaration..<declarations.count) }
        } else {
            current = index
            depth += 1
            needsDecoding = false
        }
    }

    /// Reads the end tag at `position`, which must be that of the current element.
    mutating func readEndTag() throws(ReadFault) {
        let start = position
        let index = Int(current)
        let name = elements[index].name
        let length = Int(name.count)
        let nameEnd = start + 2 + length
        guard nameEnd < end, view.areEqual(start + 2, Int(name.offset), length: length) else {
            throw ReadFault(.xmlSyntax, at: isCutShort(start + 2, name) ? end : start)
        }
        var offset = nameEnd
        if view[offset] != 0x3E {
            offset = skipWhiteSpace(from: offset)
            guard offset < end else { throw ReadFault(.xmlSyntax, at: end) }
            guard view[offset] == 0x3E else { throw ReadFault(.xmlSyntax, at: offset == nameEnd ? start : offset) }
        }
        position = offset + 1
        textStart = position
        if needsDecoding, elements.count == index + 1 { decodeLeaf(index, to: start) }
        let parent = close(index, contentEnd: start)
        if offset != nameEnd { note(.endTag, from: start, element: current) }
        current = parent
        depth -= 1
    }

    /// Completes the element whose end tag was read; its parent.
    @inline(__always)
    private mutating func close(_ index: Int, contentEnd: Int) -> Int32 {
        let next = Int32(truncatingIfNeeded: elements.count)
        let parent = elements[index].close(before: next, at: position, contentEnd: contentEnd)
        if elements[index].declarationCount > 0 { leaveScope(elements[index].declarationRange) }
        return parent
    }

    /// Whether the bytes end inside what may still become this name or its `>`.
    private func isCutShort(_ start: Int, _ name: ByteRange) -> Bool {
        guard end - start <= Int(name.count) else { return false }
        return start >= end || view.areEqual(start, Int(name.offset), length: end - start)
    }

    /// The tag of a name of the standard that ends as names of tags end; `.unknown` otherwise.
    @inline(__always)
    private func knownName(at start: Int) -> TagName {
        guard start <= end - 24 else { return TagName() }
        var words = (view.word(at: start), UInt64(0), UInt64(0))
        var marks = TagName.stops(words.0)
        var length = Word.first(marks)
        if marks != 0 {
            words.0 &= Word.low(length)
        } else {
            words.1 = view.word(at: start + 8)
            marks = TagName.stops(words.1)
            length = 8 + Word.first(marks)
            if marks != 0 {
                words.1 &= Word.low(length - 8)
            } else {
                words.2 = view.word(at: start + 16)
                marks = TagName.stops(words.2)
                guard marks != 0 else { return TagName() }
                length = 16 + Word.first(marks)
                words.2 &= Word.low(length - 16)
            }
        }
        let stop = view[start + length]
        // A dash or a dot goes on with a name that the standard does not know.
        guard stop == 0x3E || stop == 0x2F || isWhiteSpace(stop) else { return TagName() }
        return TagName(tag: TagTable.tag(words.0, words.1, words.2), end: start + length, prefixCount: 0)
    }

    /// Any name, checked byte by byte.
    private func otherName(at start: Int) throws(ReadFault) -> TagName {
        let name = try readName(at: start)
        let local = name.prefixCount > 0 ? start + name.prefixCount + 1 : start
        let length = name.end - local
        guard length <= TagTable.longest else { return TagName(end: name.end, prefixCount: name.prefixCount) }
        let tag = TagTable.tag(
            view.word(at: local, length: min(length, 8)),
            length > 8 ? view.word(at: local + 8, length: min(length - 8, 8)) : 0,
            length > 16 ? view.word(at: local + 16, length: length - 16) : 0
        )
        return TagName(tag: tag, end: name.end, prefixCount: name.prefixCount)
    }
}

/// The name in a start tag.
struct TagName {
    /// The tag of its local part, wherever that counts.
    var tag = Tag.unknown
    /// Offset of the byte after it.
    var end = 0
    /// Bytes of its prefix.
    var prefixCount = 0

    /// Marks bytes at which a name of the standard ends.
    @inline(__always)
    static func stops(_ word: UInt64) -> UInt64 {
        Word.below(word, 0x30) | Word.equal(word, to: 0x3E)
    }
}

/// How a start tag is written.
struct TagShape {
    /// Whether the canonical form writes the same, namespaces apart.
    var isCanonical = true
    /// Whether it is an empty element.
    var isEmpty = false
}
