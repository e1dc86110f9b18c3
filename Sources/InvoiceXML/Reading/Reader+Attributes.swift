import InvoiceModel

/// Attributes of a start tag.
extension Reader {
    /// Reads what follows the name in a start tag, to after its `>`.
    mutating func readAttributes(from nameEnd: Int) throws(ReadFault) -> TagShape {
        let first = attributes.count
        var shape = TagShape()
        var count = 0
        var gap = nameEnd
        while true {
            let offset = skipWhiteSpace(from: gap)
            guard offset < end else { throw ReadFault(.xmlSyntax, at: end) }
            if view[offset] == 0x3E {
                if offset != gap { shape.isCanonical = false }
                position = offset + 1
                break
            }
            if view[offset] == 0x2F {
                guard offset + 1 < end else { throw ReadFault(.xmlSyntax, at: end) }
                guard view[offset + 1] == 0x3E else { throw ReadFault(.xmlSyntax, at: offset) }
                shape = TagShape(isCanonical: false, isEmpty: true)
                position = offset + 2
                break
            }
            guard offset > gap else { throw ReadFault(.xmlSyntax, at: offset) }
            count += 1
            if count > limits.attributes { throw ReadFault(.xmlAttributes, at: offset) }
            if offset != gap + 1 || view[gap] != 0x20 { shape.isCanonical = false }
            gap = try readAttribute(at: offset, &shape)
        }
        if attributes.count > first { try resolve(first..<attributes.count, &shape) }
        return shape
    }

    /// Reads one attribute or namespace declaration; the offset after its closing quote.
    private mutating func readAttribute(at start: Int, _ shape: inout TagShape) throws(ReadFault) -> Int {
        let name = try readName(at: start)
        var offset = name.end
        if offset < end, view[offset] != 0x3D {
            offset = skipWhiteSpace(from: offset)
            shape.isCanonical = false
        }
        guard offset < end else { throw ReadFault(.xmlSyntax, at: end) }
        guard view[offset] == 0x3D else { throw ReadFault(.xmlSyntax, at: offset) }
        offset += 1
        if offset < end, isWhiteSpace(view[offset]) {
            offset = skipWhiteSpace(from: offset)
            shape.isCanonical = false
        }
        guard offset < end else { throw ReadFault(.xmlSyntax, at: end) }
        let quote = view[offset]
        guard quote == 0x22 || quote == 0x27 else { throw ReadFault(.xmlSyntax, at: offset) }
        if quote == 0x27 { shape.isCanonical = false }
        let valueStart = offset + 1
        let value = try readValue(from: valueStart, quote: quote, &shape)
        let text =
            value.isDecoded
            ? decodeAttribute(valueStart, value.end) : ByteRange(from: valueStart, to: value.end)
        let isDeclaration =
            name.prefixCount == 0
            ? name.end - start == 5 && view.has("xmlns", at: start, end: end)
            : name.prefixCount == 5 && view.has("xmlns", at: start, end: end)
        if isDeclaration {
            let declared = NameText(range: text, isDecoded: value.isDecoded, hash: 0)
            let prefix = name.prefixCount == 0 ? nil : start + 6..<name.end
            try declare(prefix, declared, nameAt: start, valueAt: valueStart)
        } else {
            attributes.append(
                Attribute(
                    element: Int32(truncatingIfNeeded: elements.count),
                    namespace: 0,
                    prefixCount: UInt16(truncatingIfNeeded: name.prefixCount),
                    name: ByteRange(from: start, to: name.end),
                    value: text,
                    isDecoded: value.isDecoded
                )
            )
        }
        return value.end + 1
    }

    /// Finds the closing quote, and whether the value needs decoding.
    private func readValue(
        from start: Int,
        quote: UInt8,
        _ shape: inout TagShape
    ) throws(ReadFault) -> (end: Int, isDecoded: Bool) {
        var offset = start
        var isDecoded = false
        while true {
            while offset <= end - 8 {
                let word = view.word(at: offset)
                let plain = Word.equal(word, to: 0x26) | Word.equal(word, to: 0x3C) | Word.below(word, 0x20)
                let marks = plain | Word.equal(word, to: quote)
                if marks != 0 {
                    offset += Word.first(marks)
                    break
                }
                offset += 8
            }
            guard offset < end else { throw ReadFault(.xmlSyntax, at: end) }
            let byte = view[offset]
            if byte == quote { break }
            if byte == 0x3C { throw ReadFault(.xmlSyntax, at: offset) }
            if byte == 0x26 {
                let reference = try readReference(at: offset)
                isDecoded = true
                // A canonical value spells just these three as references.
                let isKept = reference.value == 0x26 || reference.value == 0x3C || reference.value == 0x22
                if !reference.isNamed || !isKept { shape.isCanonical = false }
                offset = reference.end
                continue
            }
            if byte < 0x20 {
                isDecoded = true
                shape.isCanonical = false
            }
            offset += 1
        }
        if offset - start > limits.textBytes { throw ReadFault(.xmlTextLength, at: start + limits.textBytes) }
        return (offset, isDecoded)
    }

    /// Finds the namespaces of the attributes, refuses those that stand there twice, and looks at their order.
    private mutating func resolve(_ range: Range<Int>, _ shape: inout TagShape) throws(ReadFault) {
        for index in range where attributes[index].prefixCount > 0 {
            let start = Int(attributes[index].name.offset)
            let prefix = start..<start + Int(attributes[index].prefixCount)
            attributes[index].namespace = try namespace(ofPrefix: prefix)
        }
        guard range.count > 1 else { return }
        for right in range.dropFirst() {
            for left in range.lowerBound..<right {
                let local = (attributes[left].localName, attributes[right].localName)
                guard attributes[left].namespace == attributes[right].namespace else { continue }
                guard local.0.count == local.1.count else { continue }
                let places = (Int(local.0.offset), Int(local.1.offset))
                guard view.areEqual(places.0, places.1, length: Int(local.0.count)) else { continue }
                let names = (attributes[left].name, attributes[right].name)
                let isSpelledAlike =
                    names.0.count == names.1.count
                    && view.areEqual(Int(names.0.offset), Int(names.1.offset), length: Int(names.0.count))
                throw ReadFault(isSpelledAlike ? .xmlSyntax : .xmlNamespace, at: Int(attributes[right].name.offset))
            }
            if shape.isCanonical, !isBefore(right - 1, right) { shape.isCanonical = false }
        }
    }

    /// Whether the canonical form writes one attribute before the other; a plain answer only where neither is in a
    /// namespace, for the others the form is made anew.
    private func isBefore(_ left: Int, _ right: Int) -> Bool {
        guard attributes[left].namespace == 0, attributes[right].namespace == 0 else { return false }
        let names = (attributes[left].name, attributes[right].name)
        for step in 0..<Int(min(names.0.count, names.1.count)) {
            let bytes = (view[Int(names.0.offset) + step], view[Int(names.1.offset) + step])
            if bytes.0 != bytes.1 { return bytes.0 < bytes.1 }
        }
        return names.0.count < names.1.count
    }
}
