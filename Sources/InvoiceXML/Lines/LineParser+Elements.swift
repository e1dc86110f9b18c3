import InvoiceModel

/// Start tags, end tags and the tape.
extension LineParser {
    /// Writes the start tag of the current key; the offset after it.
    @inline(__always)
    private func putStartTag(_ out: LineOutput) -> Int {
        let length = Int(frame.member.length)
        out[used] = 0x3C
        // The name of a key that no tag stands for is there already.
        if frame.member.tag != .unknown {
            let words = Int(frame.member.tag.rawValue) * 3
            out.put(TagTable.words[words], at: used + 1)
            if length > 8 {
                out.put(TagTable.words[words + 1], at: used + 9)
                if length > 16 { out.put(TagTable.words[words + 2], at: used + 17) }
            }
        }
        out[used + 1 + length] = 0x3E
        return used + length + 2
    }

    /// Writes the end tag of the name at an offset.
    @inline(__always)
    private mutating func putEndTag(_ name: Int, _ length: Int, _ out: LineOutput) {
        out.put(0x2F3C, at: used)
        out.copyName(name, length, to: used + 2)
        used += length + 2
        out[used] = 0x3E
        used += 1
    }

    /// Looks whether there may be one more element of the current key at the byte that is next.
    @inline(__always)
    private func checkRoom(depth: Int) throws(LineFault) {
        if depth >= limits.depth { throw LineFault(.xmlDepth, at: position) }
        if elements.count - firstElement >= limits.elements { throw LineFault(.xmlElements, at: position) }
    }

    /// Counts one more line of goods.
    @inline(__always)
    mutating func countLine() throws(LineFault) {
        if frame.lines >= limits.lines { throw LineFault(.xmlLines, at: position) }
        frame.lines += 1
    }

    private func element(_ content: Int, parent: Int32, _ index: Int32) -> Element {
        Element(
            tag: frame.member.tag,
            namespace: 0,
            parent: parent,
            end: index + 1,
            name: ByteRange(from: used + 1, to: content - 1),
            whole: ByteRange(from: used, to: content),
            content: ByteRange(from: content, to: content),
            firstAttribute: 0,
            firstDeclaration: 0,
            attributeCount: 0,
            declarationCount: 0,
            prefixCount: 0,
            outermostBinding: Int32.max,
            isDecoded: false
        )
    }

    /// Opens the object whose brace is next as an element of the current key; the object around it is on the stack.
    @inline(__always)
    mutating func open(_ out: LineOutput) throws(LineFault) {
        try checkRoom(depth: frames.count)
        position += 1
        let content = putStartTag(out)
        let index = Int32(truncatingIfNeeded: elements.count)
        elements.append(element(content, parent: frames.isEmpty ? -1 : frame.element, index))
        used = content
        let block = frame.member.entry.inner
        frame = Frame(element: index, block: block)
        frame.firstStranger = Int32(truncatingIfNeeded: strangers.count)
        frame.firstDecoded = Int32(truncatingIfNeeded: decoded.count)
    }

    /// Closes the current object, whose brace was read; what is around it is current again. True for the root.
    @inline(__always)
    mutating func close(_ out: LineOutput) throws(LineFault) -> Bool {
        if strangers.count - Int(frame.firstStranger) > 1 { try findRepeatedStranger(out) }
        if frame.isDisordered { sortChildren(out) }
        strangers.removeLast(strangers.count - Int(frame.firstStranger))
        let index = Int(frame.element)
        let contentEnd = used
        let name = elements[index].name
        putEndTag(Int(name.offset), Int(name.count), out)
        elements[index].end = Int32(truncatingIfNeeded: elements.count)
        elements[index].content.count = UInt32(truncatingIfNeeded: contentEnd) - elements[index].content.offset
        elements[index].whole.count = UInt32(truncatingIfNeeded: used) - elements[index].whole.offset
        guard let outer = frames.popLast() else { return true }
        frame = outer
        return false
    }

    /// Reads a string or a number as a leaf of the current key.
    @inline(__always)
    mutating func readLeaf(isNumber: Bool, _ view: ByteView, _ out: LineOutput) throws(LineFault) {
        try checkRoom(depth: frames.count + 1)
        let valueStart = position
        let content = putStartTag(out)
        let index = Int32(truncatingIfNeeded: elements.count)
        var leaf = element(content, parent: frame.element, index)
        let stop = isNumber ? try readNumber(view, to: content, out) : try readText(view, to: content, out)
        if stop - content > limits.textBytes { throw LineFault(.xmlTextLength, at: valueStart) }
        leaf.content.count = UInt32(truncatingIfNeeded: stop - content)
        let name = leaf.name
        used = stop
        putEndTag(Int(name.offset), Int(name.count), out)
        leaf.whole.count = UInt32(truncatingIfNeeded: used) - leaf.whole.offset
        if hasReferences {
            leaf.isDecoded = true
            decode(content..<stop, of: index, out)
        }
        elements.append(leaf)
    }

    /// Keeps the text of a leaf without its references, as the XML reader does.
    mutating func decode(_ content: Range<Int>, of index: Int32, _ out: LineOutput) {
        let first = decoded.count
        var hasReturn = false
        var offset = content.lowerBound
        while offset < content.upperBound {
            guard out[offset] == 0x26 else {
                decoded.append(out[offset])
                offset += 1
                continue
            }
            // `&amp;`, `&lt;`, `&gt;` or `&#xD;`: nothing else was written.
            switch out[offset + 1] {
            case 0x61: decoded.append(0x26)
            case 0x6C: decoded.append(0x3C)
            case 0x67: decoded.append(0x3E)
            default:
                decoded.append(0x0D)
                hasReturn = true
            }
            while out[offset] != 0x3B { offset += 1 }
            offset += 1
        }
        let whole = ByteRange(from: first, to: decoded.count)
        decodedTexts.append(DecodedText(element: index, range: trimmed(whole, in: decoded)))
        // The reader notes what is no named reference, though the canonical form writes it the same.
        guard hasReturn else { return }
        let (start, end) = (UInt32(content.lowerBound), UInt32(content.upperBound))
        spots.append(Spot(offset: start, end: end, element: -1, kind: .text))
    }
}
