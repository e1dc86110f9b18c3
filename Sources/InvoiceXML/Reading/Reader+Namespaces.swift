import InvoiceModel

/// Prefixes and the namespaces they stand for.
extension Reader {
    /// What is bound without a declaration: no prefix to no namespace, `xml` to its own.
    mutating func addWellKnownNames() {
        let empty = NameText(range: .empty, isDecoded: true, hash: 0)
        let xml = NamespaceURI.xml
        xml.withUTF8Buffer { name in
            // The buffer is that of a literal and ends with this closure.
            decoded.append(contentsOf: unsafe Array(name))
        }
        let name = NameText(range: ByteRange(from: 0, to: xml.utf8CodeUnitCount), isDecoded: true, hash: 0)
        prefixes = [empty, NameText(range: ByteRange(from: 33, to: 36), isDecoded: true, hash: 0)]
        prefixes[1].range = appendXML()
        namespaces = [empty, NameText(range: name.range, isDecoded: true, hash: hash(of: name))]
    }

    private mutating func appendXML() -> ByteRange {
        let start = decoded.count
        decoded.append(contentsOf: [0x78, 0x6D, 0x6C])
        return ByteRange(from: start, to: decoded.count)
    }

    /// The namespace a prefix stands for.
    mutating func namespace(ofPrefix range: Range<Int>) throws(ReadFault) -> UInt16 {
        if isXML(range) { return 1 }
        let index = indexOfPrefix(range, hash: view.hash(range))
        guard index >= 0, bindings[index] >= 0 else { throw ReadFault(.xmlNamespace, at: range.lowerBound) }
        let declaration = declarations[Int(bindings[index])]
        outermostBinding = min(outermostBinding, declaration.element)
        return declaration.namespace
    }

    /// Takes a declaration into force.
    mutating func declare(
        _ prefix: Range<Int>?,
        _ name: NameText,
        nameAt: Int,
        valueAt: Int
    ) throws(ReadFault) {
        let namespace = try namespace(named: name, isDefault: prefix == nil, prefix, valueAt: valueAt)
        let index = try prefix.map { range throws(ReadFault) in try self.intern(prefix: range) } ?? 0
        let shadowed = bindings[index]
        let element = Int32(truncatingIfNeeded: elements.count)
        if shadowed >= 0, declarations[Int(shadowed)].element == element { throw ReadFault(.xmlSyntax, at: nameAt) }
        bindings[index] = Int32(truncatingIfNeeded: declarations.count)
        if index == 0 { defaultNamespace = namespace }
        declarations.append(
            NamespaceDeclaration(
                element: element,
                shadowed: shadowed,
                prefix: UInt16(truncatingIfNeeded: index),
                namespace: namespace
            )
        )
    }

    /// Takes back the declarations of an element that ends.
    mutating func leaveScope(_ range: Range<Int>) {
        for index in range {
            let declaration = declarations[index]
            bindings[Int(declaration.prefix)] = declaration.shadowed
            guard declaration.prefix == 0 else { continue }
            defaultNamespace = declaration.shadowed >= 0 ? declarations[Int(declaration.shadowed)].namespace : 0
        }
    }

    /// The index of a declared name; refuses names that this prefix may not be bound to.
    private mutating func namespace(
        named name: NameText,
        isDefault: Bool,
        _ prefix: Range<Int>?,
        valueAt: Int
    ) throws(ReadFault) -> UInt16 {
        let declaresXML = prefix.map(isXML) ?? false
        if has(NamespaceURI.signature, name), !declaresXML {
            let index = try intern(namespace: name, valueAt: valueAt)
            signatureNamespace = index
            return index
        }
        if let prefix, prefix.count == 5, view.has("xmlns", at: prefix.lowerBound, end: end) {
            throw ReadFault(.xmlNamespace, at: prefix.lowerBound)
        }
        guard has(NamespaceURI.xml, name) == declaresXML else { throw ReadFault(.xmlNamespace, at: valueAt) }
        if declaresXML { return 1 }
        if name.range.count == 0 {
            guard isDefault else { throw ReadFault(.xmlNamespace, at: valueAt) }
            return 0
        }
        let kind =
            name.isDecoded
            ? NamespaceURI.kind(decoded.span.extracting(name.range.range))
            : NamespaceURI.kind(view.span(name.range))
        guard kind != .none, !has(NamespaceURI.xmlns, name) else { throw ReadFault(.xmlNamespace, at: valueAt) }
        var checked = name
        checked.isRelative = kind == .relative
        return try intern(namespace: checked, valueAt: valueAt)
    }

    private mutating func intern(namespace name: NameText, valueAt: Int) throws(ReadFault) -> UInt16 {
        var name = name
        name.hash = hash(of: name)
        for index in namespaces.indices where namespaces[index].hash == name.hash {
            if namespaces[index].range.count == name.range.count, isSame(namespaces[index], name) {
                return UInt16(truncatingIfNeeded: index)
            }
        }
        // The empty name and that of `xml:` are not the sender's.
        if namespaces.count - 2 >= limits.namespaces { throw ReadFault(.xmlNamespaces, at: valueAt) }
        namespaces.append(name)
        return UInt16(truncatingIfNeeded: namespaces.count - 1)
    }

    private mutating func intern(prefix range: Range<Int>) throws(ReadFault) -> Int {
        if isXML(range) { return 1 }
        let hash = view.hash(range)
        let index = indexOfPrefix(range, hash: hash)
        if index >= 0 { return index }
        if prefixes.count - 2 >= limits.namespaces { throw ReadFault(.xmlNamespaces, at: range.lowerBound) }
        let text = ByteRange(from: range.lowerBound, to: range.upperBound)
        prefixes.append(NameText(range: text, isDecoded: false, hash: hash))
        bindings.append(-1)
        return prefixes.count - 1
    }

    /// The index of a prefix declared before, or −1.
    private func indexOfPrefix(_ range: Range<Int>, hash: UInt64) -> Int {
        var index = 2
        while index < prefixes.count {
            let known = prefixes[index]
            if known.hash == hash, Int(known.range.count) == range.count,
                view.areEqual(Int(known.range.offset), range.lowerBound, length: range.count)
            {
                return index
            }
            index += 1
        }
        return -1
    }

    private func isXML(_ range: Range<Int>) -> Bool {
        range.count == 3 && view.has("xml", at: range.lowerBound, end: end)
    }

    private func byte(_ text: NameText, _ step: Int) -> UInt8 {
        let offset = Int(text.range.offset) + step
        return text.isDecoded ? decoded[offset] : view[offset]
    }

    private func isSame(_ left: NameText, _ right: NameText) -> Bool {
        (0..<Int(left.range.count)).allSatisfy { byte(left, $0) == byte(right, $0) }
    }

    private func has(_ literal: StaticString, _ name: NameText) -> Bool {
        guard Int(name.range.count) == literal.utf8CodeUnitCount else { return false }
        if !name.isDecoded { return view.has(literal, at: Int(name.range.offset), end: end) }
        return literal.withUTF8Buffer { wanted in
            // `step` is below the literal's own count.
            (0..<Int(name.range.count)).allSatisfy { step in unsafe wanted[step] == byte(name, step) }
        }
    }

    private func hash(of name: NameText) -> UInt64 {
        guard name.isDecoded else { return view.hash(name.range.range) }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in decoded[name.range.range] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash
    }
}
