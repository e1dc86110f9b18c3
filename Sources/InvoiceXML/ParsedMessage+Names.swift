extension ParsedMessage {
    /// The qualified name of an element as written.
    @_lifetime(borrow self)
    public func qualifiedName(of element: Int32) -> Span<UInt8> {
        bytes.span.extracting(elements[Int(element)].name.range)
    }

    /// The name of an element without its prefix.
    @_lifetime(borrow self)
    public func localName(of element: Int32) -> Span<UInt8> {
        let entry = elements[Int(element)]
        let skipped = entry.prefixCount > 0 ? Int(entry.prefixCount) + 1 : 0
        return bytes.span.extracting(entry.name.range.dropFirst(skipped))
    }

    /// The qualified name of an element as a string.
    public func name(of element: Int32) -> String {
        String(decoding: bytes[elements[Int(element)].name.range], as: UTF8.self)
    }

    /// The namespace name with this index (`Element.namespace`); empty for 0.
    @_lifetime(borrow self)
    public func namespaceName(_ index: UInt16) -> Span<UInt8> {
        let text = namespaces[Int(index)]
        return text.isDecoded ? decoded.span.extracting(text.range.range) : bytes.span.extracting(text.range.range)
    }

    /// Where an element stands: `HDon/DLHDon/NDHDon/DSHHDVu/HHDVu[3]/ThTien`, from `below` on, or from the root.
    ///
    /// A place is given only where the name occurs more than once among its siblings. Costs a walk over the siblings
    /// on the way: for findings.
    public func path(of element: Int32, below root: Int32? = nil) -> String {
        var steps: [String] = []
        var current = element
        while current >= 0 {
            steps.append(current == root ? name(of: current) : step(of: current))
            if current == root { break }
            current = elements[Int(current)].parent
        }
        return steps.reversed().joined(separator: "/")
    }

    private func step(of element: Int32) -> String {
        let parent = elements[Int(element)].parent
        guard parent >= 0 else { return name(of: element) }
        var place = 0
        var count = 0
        for sibling in children(of: parent) where hasSameName(sibling, element) {
            count += 1
            if sibling == element { place = count }
        }
        return count > 1 ? "\(name(of: element))[\(place)]" : name(of: element)
    }

    private func hasSameName(_ left: Int32, _ right: Int32) -> Bool {
        let entries = (elements[Int(left)], elements[Int(right)])
        guard entries.0.tag == entries.1.tag else { return false }
        // A tag of the standard without a prefix is its name.
        if entries.0.tag != .unknown, entries.0.prefixCount == 0, entries.1.prefixCount == 0 { return true }
        let names = (entries.0.name, entries.1.name)
        return names.0.count == names.1.count && bytes[names.0.range].elementsEqual(bytes[names.1.range])
    }
}
