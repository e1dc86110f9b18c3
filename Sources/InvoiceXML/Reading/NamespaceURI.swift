/// Whether a namespace name is a URI reference (RFC 3986), as Namespaces in XML asks and libxml2 checks.
enum NamespaceURI {
    /// The namespace every `xml:` name is in.
    static let xml: StaticString = "http://www.w3.org/XML/1998/namespace"
    /// The namespace of declarations, which nothing may be bound to.
    static let xmlns: StaticString = "http://www.w3.org/2000/xmlns/"
    /// The namespace of XML signatures.
    static let signature: StaticString = "http://www.w3.org/2000/09/xmldsig#"

    /// What a name is as a URI reference.
    enum Kind {
        /// It is none.
        case none
        /// One without a scheme.
        case relative
        /// One with a scheme.
        case absolute
    }

    /// What a name is as a URI reference.
    static func kind(_ text: Span<UInt8>) -> Kind {
        guard isValid(text), let schemeEnd = schemeEnd(text) else { return .none }
        return schemeEnd > 0 ? .absolute : .relative
    }

    /// Checks the grammar from the left: scheme, authority, path, query, fragment.
    private static func isValid(_ text: Span<UInt8>) -> Bool {
        guard var position = schemeEnd(text) else { return false }
        if position + 1 < text.count, text[position] == 0x2F, text[position + 1] == 0x2F {
            guard let end = authority(text, from: position + 2) else { return false }
            position = end
        }
        var part: UInt8 = 0x2F
        while position < text.count {
            let byte = text[position]
            switch byte {
            case 0x3F where part == 0x2F: part = byte
            case 0x3F: break
            case 0x23:
                if part == 0x23 { return false }
                part = byte
            case 0x2F: break
            // libxml2 lets brackets stand in a fragment; what it takes need not be refused.
            case 0x5B where part == 0x23, 0x5D where part == 0x23: break
            case 0x25:
                guard isEscape(text, position) else { return false }
                position += 2
            default:
                guard isPathByte(byte) else { return false }
            }
            position += 1
        }
        return true
    }

    /// The offset after `scheme:`, 0 where there is none, or `nil` where a colon follows what is no scheme.
    private static func schemeEnd(_ text: Span<UInt8>) -> Int? {
        guard firstSegmentHasColon(text, from: 0) else { return 0 }
        guard isLetter(text[0]) else { return nil }
        var position = 1
        while text[position] != 0x3A {
            let byte = text[position]
            guard isLetter(byte) || isDigit(byte) || byte == 0x2B || byte == 0x2D || byte == 0x2E else { return nil }
            position += 1
        }
        return position + 1
    }

    private static func firstSegmentHasColon(_ text: Span<UInt8>, from start: Int) -> Bool {
        for position in start..<text.count {
            switch text[position] {
            case 0x2F, 0x3F, 0x23: return false
            case 0x3A: return true
            default: continue
            }
        }
        return false
    }

    /// The offset after `user@host:port`, or `nil`.
    private static func authority(_ text: Span<UInt8>, from start: Int) -> Int? {
        var end = start
        while end < text.count, text[end] != 0x2F, text[end] != 0x3F, text[end] != 0x23 { end += 1 }
        var host = start
        for position in start..<end where text[position] == 0x40 { host = position + 1 }
        var position = start
        while position < host {
            if text[position] == 0x25 {
                guard isEscape(text, position) else { return nil }
                position += 2
            } else if !isPathByte(text[position]) || (text[position] == 0x40 && position + 1 != host) {
                return nil
            }
            position += 1
        }
        if host < end, text[host] == 0x5B {
            guard let close = closingBracket(text, host, end) else { return nil }
            return isPort(text, close + 1, end) ? end : nil
        }
        while position < end, text[position] != 0x3A {
            if text[position] == 0x25 {
                guard isEscape(text, position) else { return nil }
                position += 2
            } else if !isPathByte(text[position]) {
                return nil
            }
            position += 1
        }
        return isPort(text, position, end) ? end : nil
    }

    private static func closingBracket(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
        for position in start..<end where text[position] == 0x5D { return position }
        return nil
    }

    /// Nothing, or a colon and a number of 31 bits: RFC 3986 lets the number be empty or larger, libxml2 does not.
    private static func isPort(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        guard start < end else { return true }
        guard text[start] == 0x3A, start + 1 < end else { return false }
        var number = 0
        for position in start + 1..<end {
            guard isDigit(text[position]) else { return false }
            number = number * 10 + Int(text[position] - 0x30)
            if number > Int(Int32.max) { return false }
        }
        return true
    }

    private static func isEscape(_ text: Span<UInt8>, _ position: Int) -> Bool {
        position + 2 < text.count && isHexDigit(text[position + 1]) && isHexDigit(text[position + 2])
    }

    /// Letters, digits and `-._~!$&'()*+,;=:@`.
    private static func isPathByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21, 0x24, 0x26...0x2E, 0x3A, 0x3B, 0x3D, 0x40, 0x5F, 0x7E: true
        default: isLetter(byte) || isDigit(byte)
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    private static func isHexDigit(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- 0x61 < 6 }
}
