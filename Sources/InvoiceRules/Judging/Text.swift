import InvoiceXML

extension Span where Element == UInt8 {
    /// Whether the bytes are those of a literal.
    func equals(_ literal: String) -> Bool {
        var index = 0
        for byte in literal.utf8 {
            guard index < count, self[index] == byte else { return false }
            index += 1
        }
        return index == count
    }

    /// Whether two texts have the same bytes.
    func equals(_ other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        for index in indices where self[index] != other[index] { return false }
        return true
    }

    /// Whether the text has at most that many characters (Unicode scalars, as the standard counts them).
    func hasAtMost(characters limit: Int) -> Bool {
        if count <= limit { return true }
        var characters = 0
        for index in indices where self[index] & 0xC0 != 0x80 { characters += 1 }
        return characters <= limit
    }

    /// Whether the text is that many decimal digits and nothing else.
    func isDigits(_ wanted: Int) -> Bool {
        guard count == wanted else { return false }
        for index in indices where self[index] < UInt8(ascii: "0") || self[index] > UInt8(ascii: "9") { return false }
        return true
    }

    /// The value of a text of one decimal digit, or `nil`.
    var digit: UInt8? {
        isDigits(1) ? self[0] - UInt8(ascii: "0") : nil
    }
}

extension ParsedMessage {
    /// Whether two elements have the same qualified name.
    func hasSameName(_ left: Int32, _ right: Int32) -> Bool {
        qualifiedName(of: left).equals(qualifiedName(of: right))
    }
}

extension Span where Element == UInt8 {
    /// Whether the text is hexadecimal digits and nothing else.
    func isHexadecimal(allowsLowerCase: Bool) -> Bool {
        for index in indices {
            switch self[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"): continue
            case UInt8(ascii: "a")...UInt8(ascii: "f") where allowsLowerCase: continue
            default: return false
            }
        }
        return true
    }
}
