extension ParsedMessage {
    /// An attribute in no namespace as a field of its element, its value with references resolved and nothing trimmed;
    /// absent where there is none.
    public func attribute(named name: StaticString, of element: Int32) -> Field {
        for index in elements[Int(element)].attributeRange where isNamed(index, name) {
            let attribute = attributes[index]
            return Field(element: element, text: attribute.value, isDecoded: attribute.isDecoded)
        }
        return .absent
    }

    /// The first element whose `Id` is this, among `inside` and its descendants, or `nil`.
    public func element(withID id: Span<UInt8>, inside element: Int32) -> Int32? {
        for index in attributeRange(inside: element) where isNamed(index, "Id") {
            if areEqual(value(of: index), id) { return attributes[index].element }
        }
        return nil
    }

    /// The first element in document order whose `Id` an element before it has, both among `inside` and its
    /// descendants; `nil` where each is there once.
    ///
    /// `xml:id`, `ID` and `id` count beside an `Id`: other programs take them for one, and would look for `#…` there.
    public func duplicateID(inside element: Int32) -> Int32? {
        let range = attributeRange(inside: element)
        if range.count <= ParsedMessage.fewAttributes, !hasEqualIDs(range) { return nil }
        var named: [Int] = []
        for index in range where identifies(index) { named.append(index) }
        guard named.count > 1 else { return nil }
        named.sort { left, right in
            let order = compare(value(of: left), value(of: right))
            return order == 0 ? left < right : order < 0
        }
        var first: Int32?
        // Of one value and in the order of the document.
        var run = 0
        var hasId = false
        for position in named.indices {
            if !areEqual(value(of: named[run]), value(of: named[position])) {
                run = position
                hasId = false
            }
            let isId = isNamed(named[position], "Id")
            defer { hasId = hasId || isId }
            let again = attributes[named[position]].element
            guard again != attributes[named[run]].element, isId || hasId else { continue }
            first = min(first ?? Int32.max, again)
        }
        return first
    }

    /// So many attributes are compared each with each, without a list of them.
    private static let fewAttributes = 32

    /// Whether two identifiers among those attributes have one value.
    private func hasEqualIDs(_ range: Range<Int>) -> Bool {
        for right in range where identifies(right) {
            for left in range.lowerBound..<right where attributes[left].value.count == attributes[right].value.count {
                if identifies(left), areEqual(value(of: left), value(of: right)) { return true }
            }
        }
        return false
    }

    /// The first other element of the message that has the `Id` of this one; `nil` where there is none.
    ///
    /// Counts what `duplicateID` counts.
    public func rival(of element: Int32) -> Int32? {
        guard let own = attributeIndex(named: "Id", of: element) else { return nil }
        for index in attributes.indices where attributes[index].element != element && identifies(index) {
            if areEqual(value(of: index), value(of: own)) { return attributes[index].element }
        }
        return nil
    }

    private func attributeIndex(named name: StaticString, of element: Int32) -> Int? {
        elements[Int(element)].attributeRange.first { isNamed($0, name) }
    }

    /// The attributes of an element and of everything inside it.
    private func attributeRange(inside element: Int32) -> Range<Int> {
        let entry = elements[Int(element)]
        let end = Int(entry.end) < elements.count ? Int(elements[Int(entry.end)].firstAttribute) : attributes.count
        return Int(entry.firstAttribute)..<end
    }

    /// Whether some program takes the attribute for an identifier.
    private func identifies(_ index: Int) -> Bool {
        let attribute = attributes[index]
        guard attribute.namespace == 0 || attribute.name.count == 6 else { return false }
        let name = bytes.span.extracting(attribute.name.range)
        guard attribute.namespace == 0 else { return areEqual(name, ParsedMessage.xmlID.span) }
        return name.count == 2 && name[0] | 0x20 == UInt8(ascii: "i") && name[1] | 0x20 == UInt8(ascii: "d")
    }

    private static let xmlID = Array("xml:id".utf8)

    private func isNamed(_ index: Int, _ name: StaticString) -> Bool {
        let attribute = attributes[index]
        guard attribute.namespace == 0, Int(attribute.name.count) == name.utf8CodeUnitCount else { return false }
        return name.withUTF8Buffer { wanted in
            // The buffer is that of a literal and ends with this closure.
            areEqual(unsafe wanted.span, bytes.span.extracting(attribute.name.range))
        }
    }

    @_lifetime(borrow self)
    func value(of index: Int) -> Span<UInt8> {
        let attribute = attributes[index]
        return attribute.isDecoded
            ? decoded.span.extracting(attribute.value.range) : bytes.span.extracting(attribute.value.range)
    }
}

/// Whether two runs of bytes are the same.
func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    for index in left.indices where left[index] != right[index] { return false }
    return true
}

/// Which of two runs of bytes comes first: negative, zero, positive.
func compare(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
    for index in 0..<min(left.count, right.count) where left[index] != right[index] {
        return left[index] < right[index] ? -1 : 1
    }
    return left.count - right.count
}
