/// Start tags: namespaces sorted by prefix, then attributes sorted by namespace name and local name.
extension CanonicalWriter {
    mutating func appendStartTag(_ element: Int32, isApex: Bool, to output: inout [UInt8]) {
        let entry = message.elements[Int(element)]
        output.append(0x3C)
        copy(entry.name.range.lowerBound, entry.name.range.upperBound, to: &output)

        for index in entry.declarationRange {
            let name = message.namespaces[Int(message.declarations[index].namespace)]
            if name.isRelative { hasRelativeNamespace = true }
        }
        if !isApex, entry.declarationCount == 0, entry.attributeCount <= 1 {
            // The usual element, written without lists.
            if entry.attributeCount == 1 { appendAttribute(Int(entry.firstAttribute), to: &output) }
            output.append(0x3E)
            return
        }
        var declared = isApex ? namespacesInScope(at: element) : newNamespaces(of: entry)
        if declared.count > 1 {
            declared.sort { message.declarationPrefix($0, isBefore: $1) }
        }
        for index in declared { appendDeclaration(index, to: &output) }

        var listed = isApex ? inheritedAttributes(of: element) : []
        listed.append(contentsOf: entry.attributeRange)
        if listed.count > 1 {
            listed.sort { message.attribute($0, isBefore: $1) }
        }
        for index in listed { appendAttribute(index, to: &output) }
        output.append(0x3E)
    }

    /// Appends the namespaces that are handed down to what stands inside the element; false where something else is
    /// handed down too: a default namespace, one with a relative name, an `xml:` attribute.
    func appendNamespaces(at element: Int32, to output: inout [UInt8]) -> Bool {
        var declares = false
        var current = element
        while true {
            let entry = message.elements[Int(current)]
            for index in entry.attributeRange where message.attributes[index].namespace == 1 { return false }
            if entry.declarationCount > 0 { declares = true }
            if current == root { break }
            current = entry.parent
        }
        guard declares else { return true }
        var declared = namespacesInScope(at: element)
        declared.sort { message.declarationPrefix($0, isBefore: $1) }
        for index in declared {
            let declaration = message.declarations[index]
            let name = message.namespaces[Int(declaration.namespace)]
            if declaration.prefix == 0 || name.isRelative { return false }
            appendDeclaration(index, to: &output)
        }
        return true
    }

    /// What the element declares that was not in force around it in the same way.
    private func newNamespaces(of entry: Element) -> [Int] {
        var new: [Int] = []
        for index in entry.declarationRange {
            let declaration = message.declarations[index]
            if declaration.prefix == 1 { continue }
            var around: UInt16 = 0
            if declaration.shadowed >= 0 {
                let shadowed = message.declarations[Int(declaration.shadowed)]
                if shadowed.element >= root { around = shadowed.namespace }
            }
            // Only the default namespace can be none, so none around and none here is `xmlns=""` without need.
            if declaration.namespace != around { new.append(index) }
        }
        return new
    }

    /// What is in force at the element: of each prefix the nearest declaration.
    private func namespacesInScope(at element: Int32) -> [Int] {
        var found: [Int] = []
        var seen: [Bool] = []
        var current = element
        while true {
            let entry = message.elements[Int(current)]
            if entry.declarationCount > 0, seen.isEmpty {
                seen = [Bool](repeating: false, count: message.prefixes.count)
                seen[1] = true
            }
            for index in entry.declarationRange {
                let declaration = message.declarations[index]
                if seen[Int(declaration.prefix)] { continue }
                seen[Int(declaration.prefix)] = true
                if declaration.namespace != 0 { found.append(index) }
            }
            if current == root { return found }
            current = entry.parent
        }
    }

    /// The `xml:` attributes of the elements around that the element does not have itself: of each the nearest.
    private func inheritedAttributes(of element: Int32) -> [Int] {
        var found: [Int] = []
        var current = element
        while current != root {
            current = message.elements[Int(current)].parent
            for index in message.elements[Int(current)].attributeRange where message.attributes[index].namespace == 1 {
                let own = message.elements[Int(element)].attributeRange
                let isHidden =
                    own.contains { message.isSameAttribute($0, index) }
                    || found.contains { message.isSameAttribute($0, index) }
                if !isHidden { found.append(index) }
            }
        }
        return found
    }

    private func appendDeclaration(_ index: Int, to output: inout [UInt8]) {
        let declaration = message.declarations[index]
        append(" xmlns", to: &output)
        if declaration.prefix > 0 {
            output.append(0x3A)
            let prefix = message.prefixes[Int(declaration.prefix)].range.range
            copy(prefix.lowerBound, prefix.upperBound, to: &output)
        }
        let name = message.namespaces[Int(declaration.namespace)]
        appendQuoted(name.range, isDecoded: name.isDecoded, to: &output)
    }

    private func appendAttribute(_ index: Int, to output: inout [UInt8]) {
        let attribute = message.attributes[index]
        output.append(0x20)
        copy(attribute.name.range.lowerBound, attribute.name.range.upperBound, to: &output)
        appendQuoted(attribute.value, isDecoded: attribute.isDecoded, to: &output)
    }

    private func appendQuoted(_ range: ByteRange, isDecoded: Bool, to output: inout [UInt8]) {
        output.append(0x3D)
        output.append(0x22)
        appendValue(range, isDecoded: isDecoded, to: &output)
        output.append(0x22)
    }
}

extension ParsedMessage {
    fileprivate func declarationPrefix(_ left: Int, isBefore right: Int) -> Bool {
        compare(prefix(of: left), prefix(of: right)) < 0
    }

    @_lifetime(borrow self)
    private func prefix(of declaration: Int) -> Span<UInt8> {
        let text = prefixes[Int(declarations[declaration].prefix)]
        return text.isDecoded ? decoded.span.extracting(text.range.range) : bytes.span.extracting(text.range.range)
    }

    fileprivate func attribute(_ left: Int, isBefore right: Int) -> Bool {
        let spaces = (attributes[left].namespace, attributes[right].namespace)
        if spaces.0 != spaces.1 {
            let order = compare(namespaceName(spaces.0), namespaceName(spaces.1))
            if order != 0 { return order < 0 }
        }
        return compare(localName(ofAttribute: left), localName(ofAttribute: right)) < 0
    }

    fileprivate func isSameAttribute(_ left: Int, _ right: Int) -> Bool {
        attributes[left].namespace == attributes[right].namespace
            && areEqual(localName(ofAttribute: left), localName(ofAttribute: right))
    }

    @_lifetime(borrow self)
    private func localName(ofAttribute index: Int) -> Span<UInt8> {
        bytes.span.extracting(attributes[index].localName.range)
    }
}
