/// Canonical XML 1.0, inclusive (`http://www.w3.org/TR/2001/REC-xml-c14n-20010315`), of one element and what it holds.
///
/// The reader noted every piece that is not written canonically (`Spot`); what lies between is copied.
public enum Canonicalizer {
    /// Where the namespaces and `xml:` attributes around the element are taken from.
    public enum Context: Sendable, Hashable {
        /// From all its ancestors, as it stands in the message.
        case inPlace
        /// From this ancestor (or itself) inwards, as if that were the root of a document of its own.
        case ownDocument(Int32)
    }

    /// Appends the canonical form of `element`.
    ///
    /// Linear in its bytes, beside the namespaces around it. False where an element inside declares a namespace with a
    /// relative name: for such a document the recommendation wants a failure, and what was appended is not to be used.
    /// A same-document reference `#id` means no comments, whatever its transform says (XML Signature, 4.4.3.3).
    @discardableResult
    public static func append(
        element: Int32,
        of message: ParsedMessage,
        context: Context,
        comments: Bool = false,
        to output: inout [UInt8]
    ) -> Bool {
        let root = root(of: context)
        let entry = message.elements[Int(element)]
        precondition(root <= element && message.elements[Int(root)].end >= entry.end, "not inside its document")
        // Room is at least doubled: many elements one after another cost no more than one.
        let room = output.count + Int(entry.whole.count) + 128
        if output.capacity < room { output.reserveCapacity(max(room, 2 * output.capacity)) }
        // The view of the buffer ends with this closure.
        return unsafe message.bytes.withUnsafeBufferPointer { buffer in
            guard let view = unsafe ByteView(buffer) else { return true }
            var writer = CanonicalWriter(message: message, view: view, root: root, comments: comments)
            writer.write(element, to: &output)
            return !writer.hasRelativeNamespace
        }
    }

    /// Appends the namespaces that are handed down to what stands inside an element; false where it is handed something
    /// else too: a default namespace, one with a relative name, an `xml:` attribute.
    static func appendNamespaces(
        at element: Int32,
        of message: ParsedMessage,
        context: Context,
        to output: inout [UInt8]
    ) -> Bool {
        // The view of the buffer ends with this closure.
        unsafe message.bytes.withUnsafeBufferPointer { buffer in
            guard let view = unsafe ByteView(buffer) else { return true }
            let writer = CanonicalWriter(message: message, view: view, root: root(of: context), comments: false)
            return writer.appendNamespaces(at: element, to: &output)
        }
    }

    private static func root(of context: Context) -> Int32 {
        switch context {
        case .inPlace: 0
        case .ownDocument(let outermost): outermost
        }
    }
}

/// Writes one element.
struct CanonicalWriter {
    let message: ParsedMessage
    /// The message's bytes.
    let view: ByteView
    /// The outermost element whose namespaces and attributes count.
    let root: Int32
    let comments: Bool
    /// Whether an element written declares a namespace with a relative name.
    var hasRelativeNamespace = false

    mutating func write(_ apex: Int32, to output: inout [UInt8]) {
        let entry = message.elements[Int(apex)]
        var next = message.firstSpot(from: entry.whole.offset)
        var cursor = Int(entry.whole.offset)
        let isNoted = next < message.spots.count && message.spots[next].offset == entry.whole.offset
        if isNoted || message.hasContext(apex, from: root) {
            appendStartTag(apex, isApex: true, to: &output)
            cursor = entry.startTagEnd
            if isNoted { next += 1 }
            if entry.startTagEnd == entry.wholeEnd {
                appendEndTag(apex, to: &output)
                return
            }
        }
        let end = entry.wholeEnd
        while next < message.spots.count, message.spots[next].offset < end {
            let spot = message.spots[next]
            copy(cursor, Int(spot.offset), to: &output)
            append(spot, to: &output)
            cursor = Int(spot.end)
            next += 1
        }
        copy(cursor, end, to: &output)
    }

    private mutating func append(_ spot: Spot, to output: inout [UInt8]) {
        let start = Int(spot.offset)
        let end = Int(spot.end)
        switch spot.kind {
        case .startTag:
            appendStartTag(spot.element, isApex: false, to: &output)
            let entry = message.elements[Int(spot.element)]
            if entry.startTagEnd == entry.wholeEnd { appendEndTag(spot.element, to: &output) }
        case .endTag:
            appendEndTag(spot.element, to: &output)
        case .text:
            appendText(start, end, hasReferences: true, to: &output)
        case .cdata:
            appendText(start + 9, end - 3, hasReferences: false, to: &output)
        case .comment:
            if comments { appendLines(start, end, to: &output) }
        case .instruction:
            appendInstruction(start, end, to: &output)
        }
    }

    @inline(__always)
    func copy(_ start: Int, _ end: Int, to output: inout [UInt8]) {
        view.append(start, end, to: &output)
    }

    private func appendEndTag(_ element: Int32, to output: inout [UInt8]) {
        let name = message.elements[Int(element)].name.range
        output.append(0x3C)
        output.append(0x2F)
        copy(name.lowerBound, name.upperBound, to: &output)
        output.append(0x3E)
    }
}

extension ParsedMessage {
    /// The place of the first spot at or after an offset.
    func firstSpot(from offset: UInt32) -> Int {
        var low = 0
        var high = spots.count
        while low < high {
            let middle = (low + high) / 2
            if spots[middle].offset < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether an ancestor of the element, from `root` inwards, has something the canonical form would inherit.
    func hasContext(_ element: Int32, from root: Int32) -> Bool {
        var current = element
        while current > root {
            current = elements[Int(current)].parent
            guard current >= 0 else { break }
            let entry = elements[Int(current)]
            if entry.declarationCount > 0 { return true }
            for index in entry.attributeRange where attributes[index].namespace == 1 { return true }
        }
        return false
    }
}
