/// Writes the same element twice: as a vendor writes it, and in canonical XML, so that a digest is known without
/// reading the message back.
///
/// That makes the signatures of the test data independent of this project's own reader and canonicaliser.
struct DualWriter: Sendable {
    /// The bytes of the message.
    private(set) var raw: [UInt8] = []
    /// The same in canonical XML 1.0 (without namespaces inherited from outside).
    private(set) var canonical: [UInt8] = []
    /// How special characters are written.
    var style: TextStyle = .plain
    /// Whether each tag goes on a line of its own (CR LF and two spaces a level).
    var isIndented = false

    private var depth = 0

    /// How a text with special characters is written.
    enum TextStyle: Sendable {
        /// `&`, `<` and `>` escaped.
        case plain
        /// Quotes and apostrophes too.
        case everything
        /// As a CDATA section where anything needs escaping.
        case cdata
    }

    init(depth: Int = 0) {
        self.depth = depth
    }

    mutating func reserve(_ bytes: Int) {
        raw.reserveCapacity(bytes)
        canonical.reserveCapacity(bytes)
    }

    /// A start tag; `attributes` as written, with a leading space, in canonical order.
    mutating func open(_ tag: String, _ attributes: String = "") {
        breakLine()
        both("<\(tag)\(attributes)>")
        depth += 1
    }

    /// The start tag of the element that is digested: namespaces in scope stand in the canonical form only.
    mutating func openApex(_ tag: String, _ attributes: String, canonical inherited: String) {
        breakLine()
        // White space before the element is not part of it.
        canonical.removeAll(keepingCapacity: true)
        raw.append(contentsOf: "<\(tag)\(attributes)>".utf8)
        canonical.append(contentsOf: "<\(tag)\(inherited)\(attributes)>".utf8)
        depth += 1
    }

    /// An element that was written at this depth by another writer, which digests it.
    mutating func append(apex other: DualWriter) {
        raw.append(contentsOf: other.raw)
        // There the white space before it is no part of it; here it is.
        if isIndented { canonical.append(contentsOf: ("\n" + String(repeating: "  ", count: depth)).utf8) }
        canonical.append(contentsOf: other.canonical)
    }

    /// An end tag.
    mutating func close(_ tag: String) {
        depth -= 1
        breakLine()
        both("</\(tag)>")
    }

    /// An element with text; nothing where the text is `nil`.
    mutating func leaf(_ tag: String, _ text: String?, _ attributes: String = "") {
        guard let text else { return }
        breakLine()
        both("<\(tag)\(attributes)>")
        write(text)
        both("</\(tag)>")
    }

    /// An element without content, as `<a/>`.
    mutating func empty(_ tag: String, _ attributes: String = "") {
        breakLine()
        raw.append(contentsOf: "<\(tag)\(attributes)/>".utf8)
        canonical.append(contentsOf: "<\(tag)\(attributes)></\(tag)>".utf8)
    }

    /// Text that is XML already, the same in both forms.
    mutating func verbatim(_ text: String) {
        both(text)
    }

    private mutating func both(_ text: String) {
        raw.append(contentsOf: text.utf8)
        canonical.append(contentsOf: text.utf8)
    }

    private mutating func breakLine() {
        guard isIndented else { return }
        raw.append(UInt8(ascii: "\r"))
        both("\n")
        for _ in 0..<depth { both("  ") }
    }

    private mutating func write(_ text: String) {
        let isSpecial = text.utf8.contains {
            $0 <= 0x3E && ($0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0x27)
        }
        guard isSpecial else {
            both(text)
            return
        }
        if style == .cdata { raw.append(contentsOf: "<![CDATA[\(text)]]>".utf8) }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): escape("&amp;", "&amp;")
            case UInt8(ascii: "<"): escape("&lt;", "&lt;")
            case UInt8(ascii: ">"): escape("&gt;", "&gt;")
            case UInt8(ascii: "\""): escape(style == .everything ? "&quot;" : "\"", "\"")
            case UInt8(ascii: "'"): escape(style == .everything ? "&#39;" : "'", "'")
            default:
                if style != .cdata { raw.append(byte) }
                canonical.append(byte)
            }
        }
    }

    private mutating func escape(_ written: String, _ canonicalText: String) {
        if style != .cdata { raw.append(contentsOf: written.utf8) }
        canonical.append(contentsOf: canonicalText.utf8)
    }
}
