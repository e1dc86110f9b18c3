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
    ///
    /// RFC 3986 lets the port be empty or larger than 31 bits, libxml2 does not; it takes anything between brackets.
    private static func authority(_ text: Span<UInt8>, from start: Int) -> Int? {
        var end = nameEnd(text, from: start, withColons: true)
        let host = end < text.count && text[end] == 0x40 ? end + 1 : start
        if host < text.count, text[host] == 0x5B {
            end = host
            while end < text.count, text[end] != 0x5D { end += 1 }
            guard end < text.count else { return nil }
            end += 1
        } else {
            end = nameEnd(text, from: host, withColons: false)
        }
        if end < text.count, text[end] == 0x3A {
            guard let portEnd = portEnd(text, from: end + 1) else { return nil }
            end = portEnd
        }
        guard end < text.count else { return end }
        return text[end] == 0x2F || text[end] == 0x3F || text[end] == 0x23 ? end : nil
    }

    /// The offset after a name of user or host.
    private static func nameEnd(_ text: Span<UInt8>, from start: Int, withColons: Bool) -> Int {
        var end = start
        while end < text.count {
            if text[end] == 0x25 {
                guard isEscape(text, end) else { break }
                end += 3
            } else {
                guard isPathByte(text[end]), text[end] != 0x40, withColons || text[end] != 0x3A else { break }
                end += 1
            }
        }
        return end
    }

    /// The offset after a number of 31 bits, or `nil`.
    private static func portEnd(_ text: Span<UInt8>, from start: Int) -> Int? {
        var end = start
        var number = 0
        while end < text.count, isDigit(text[end]) {
            number = number * 10 + Int(text[end] - 0x30)
            if number > Int(Int32.max) { return nil }
            end += 1
        }
        return end > start ? end : nil
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
