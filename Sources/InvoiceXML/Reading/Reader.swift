import InvoiceModel

/// Walks the bytes of one document once and writes the tape.
///
/// Characters were checked before (`CharacterScan`): here they only have to be the right ones.
/// A fault is thrown with its offset; what was written before stays, for the header of the reply.
struct Reader {
    let view: ByteView
    /// Where the bytes to read end: their count, or less where what follows is known to be unreadable.
    let end: Int
    /// Whether line ends need care.
    let hasCarriageReturn: Bool
    let limits: Limits

    /// The next byte to read.
    var position = 0
    /// The element whose end tag is awaited; −1 outside the root.
    var current: Int32 = -1
    /// How many elements are open.
    var depth = 0
    /// Offset after the last tag.
    var textStart = 0
    /// Whether what was read of the current element since its start tag is other than plain text.
    var needsDecoding = false

    /// The namespace of names without prefix.
    var defaultNamespace: UInt16 = 0
    /// Index of the namespace of XML signatures; `UInt16.max` until it is declared.
    var signatureNamespace = UInt16.max
    /// The outermost element whose declaration a prefix in the start tag being read stands for.
    var outermostBinding = Int32.max
    /// The declaration in force for each prefix, −1 where it is unbound.
    var bindings: [Int32] = [-1, -1]

    var elements: [Element] = []
    var attributes: [Attribute] = []
    var declarations: [NamespaceDeclaration] = []
    var prefixes: [NameText] = []
    var namespaces: [NameText] = []
    var decoded: [UInt8] = []
    var decodedTexts: [DecodedText] = []
    var spots: [Spot] = []

    init(view: ByteView, end: Int, hasCarriageReturn: Bool, limits: Limits) {
        self.view = view
        self.end = end
        self.hasCarriageReturn = hasCarriageReturn
        self.limits = limits
        elements.reserveCapacity(min(end / 24, limits.elements) + 16)
        attributes.reserveCapacity(16)
        spots.reserveCapacity(32)
        addWellKnownNames()
    }

    /// Reads the whole document.
    mutating func read() throws(ReadFault) {
        try readProlog()
        try readContent()
        try readEpilog()
    }

    /// Reads from the root's start tag, which is next, to its end tag.
    private mutating func readContent() throws(ReadFault) {
        try readStartTag()
        while current >= 0 {
            try readText()
            guard position + 1 < end else { throw ReadFault(.xmlSyntax, at: end) }
            switch view[position + 1] {
            case 0x2F: try readEndTag()
            case 0x21: try readDeclaration(inContent: true)
            case 0x3F: try readInstruction()
            default: try readStartTag()
            }
        }
    }

    /// The offset after white space from `start` on.
    @inline(__always)
    func skipWhiteSpace(from start: Int) -> Int {
        var offset = start
        while offset < end, isWhiteSpace(view[offset]) { offset += 1 }
        return offset
    }

    /// Checks the length of what stands between two tags, up to `offset`.
    @inline(__always)
    func checkText(to offset: Int) throws(ReadFault) {
        if offset - textStart > limits.textBytes { throw ReadFault(.xmlTextLength, at: textStart + limits.textBytes) }
    }

    /// Notes a piece that the canonical form writes otherwise.
    mutating func note(_ kind: Spot.Kind, from start: Int, element: Int32 = -1) {
        spots.append(Spot(offset: UInt32(start), end: UInt32(position), element: element, kind: kind))
    }
}
