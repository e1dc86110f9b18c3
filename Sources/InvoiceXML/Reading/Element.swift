/// One element of a message, in document order.
///
/// The tape is an index over the bytes: no tree, no copies.
public struct Element: Sendable, Hashable {
    /// Which of the standard's tags, or `.unknown`; a tag of the standard counts in no namespace, one of XML
    /// signatures in theirs.
    public var tag: Tag
    /// Which namespace: an index into the message's namespace names, 0 for none.
    public var namespace: UInt16
    /// Index of the parent; −1 for the root.
    public var parent: Int32
    /// Index after the last element inside this one: its descendants are `index + 1 ..< end`.
    public var end: Int32
    /// The qualified name as written.
    public var name: ByteRange
    /// From `<` of the start tag to `>` of the end tag.
    public var whole: ByteRange
    /// Between start tag and end tag; empty for `<a/>`.
    public var content: ByteRange
    /// Index of its first attribute (namespace declarations are kept apart); where the next one's would be if it has
    /// none.
    public var firstAttribute: Int32
    /// Index of its first namespace declaration, likewise.
    public var firstDeclaration: Int32
    /// How many attributes.
    public var attributeCount: UInt16
    /// How many namespace declarations.
    public var declarationCount: UInt16
    /// Bytes of the name's prefix without its colon; 0 where it has none.
    public var prefixCount: UInt16
    /// The outermost element whose declaration a prefix in this start tag stands for; the largest number where it uses
    /// none.
    var outermostBinding: Int32
    /// Whether the text of this leaf had to be decoded.
    var isDecoded: Bool

    /// Completes it where its end tag ends; its parent.
    @inline(__always)
    mutating func close(before next: Int32, at wholeEnd: Int, contentEnd: Int) -> Int32 {
        end = next
        whole.count = UInt32(truncatingIfNeeded: wholeEnd) - whole.offset
        content.count = UInt32(truncatingIfNeeded: contentEnd) - content.offset
        return parent
    }

    /// Where its attributes lie.
    var attributeRange: Range<Int> { Int(firstAttribute)..<Int(firstAttribute) + Int(attributeCount) }
    /// Where its namespace declarations lie.
    var declarationRange: Range<Int> { Int(firstDeclaration)..<Int(firstDeclaration) + Int(declarationCount) }
    /// Offset of the byte after the name in the start tag.
    var nameEnd: Int { Int(name.offset) + Int(name.count) }
    /// Offset of the first byte after the start tag.
    var startTagEnd: Int { Int(content.offset) }
    /// Offset of the first byte after the end tag.
    var wholeEnd: Int { Int(whole.offset) + Int(whole.count) }
    /// Offset of the end tag, or of the end of `<a/>`.
    var contentEnd: Int { Int(content.offset) + Int(content.count) }
}

/// An attribute that declares no namespace.
struct Attribute: Sendable, Hashable {
    /// The element it belongs to.
    var element: Int32
    /// Which namespace, 0 for none.
    var namespace: UInt16
    /// Bytes of the name's prefix without its colon; 0 where it has none.
    var prefixCount: UInt16
    /// The qualified name as written.
    var name: ByteRange
    /// Its value, in the bytes between the quotes, or in the decoded text.
    var value: ByteRange
    /// Whether references, tabs or line ends made a decoded copy necessary.
    var isDecoded: Bool

    /// The name without its prefix.
    var localName: ByteRange {
        guard prefixCount > 0 else { return name }
        let skipped = UInt32(prefixCount) + 1
        return ByteRange(offset: name.offset + skipped, count: name.count - skipped)
    }
}

/// A namespace declaration (`xmlns`, `xmlns:p`).
struct NamespaceDeclaration: Sendable, Hashable {
    /// The element it stands on.
    var element: Int32
    /// The declaration of the same prefix on the nearest element around it, or −1.
    var shadowed: Int32
    /// Which prefix: an index into the message's prefixes, 0 for the default namespace.
    var prefix: UInt16
    /// Which namespace, 0 for none (`xmlns=""`).
    var namespace: UInt16
}

/// A namespace name, or a prefix, as the message spells it.
struct NameText: Sendable, Hashable {
    /// Where it lies: in the message's bytes, or in its decoded text.
    var range: ByteRange
    /// Whether it lies in the decoded text.
    var isDecoded: Bool
    /// Its hash, compared before its bytes are.
    var hash: UInt64
    /// Whether it is a relative URI reference, for which there is no canonical form.
    var isRelative = false
}

/// The decoded text of one leaf.
struct DecodedText: Sendable, Hashable {
    /// The leaf.
    var element: Int32
    /// Where its text lies in the decoded text, white space around it left out.
    var range: ByteRange
}

/// A piece of the message that is not written as the canonical form writes it; everything between two is copied.
struct Spot: Sendable, Hashable {
    /// What stands there.
    enum Kind: UInt8, Sendable {
        /// A start tag, or an empty element.
        case startTag
        /// An end tag.
        case endTag
        /// Text.
        case text
        /// A CDATA section.
        case cdata
        /// A comment.
        case comment
        /// A processing instruction.
        case instruction
    }

    /// Its first byte.
    var offset: UInt32
    /// The byte after its last.
    var end: UInt32
    /// The element of a tag; −1 otherwise.
    var element: Int32
    /// What stands there.
    var kind: Kind
}
