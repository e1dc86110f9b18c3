/// Canonical XML 1.0, inclusive (`http://www.w3.org/TR/2001/REC-xml-c14n-20010315`), of one element and what it holds.
public struct Canonicalizer {
    /// Where the namespaces and `xml:` attributes around the element are taken from.
    public enum Context: Sendable, Hashable {
        /// From all its ancestors, as it stands in the message.
        case inPlace
        /// From this ancestor (or itself) inwards, as if that were the root of a document of its own.
        case ownDocument(Int32)
    }

    /// Appends the canonical form of `element`.
    ///
    /// Linear in its bytes, beside the namespaces around it. What needs no change is copied.
    public static func append(
        element: Int32,
        of message: ParsedMessage,
        context: Context,
        comments: Bool = false,
        to output: inout [UInt8]
    ) {
    }
}
