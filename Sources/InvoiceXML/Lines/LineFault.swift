public import InvoiceModel

/// Why a line could not be read, and where; it costs only this line.
public struct LineFault: Error, Sendable, Hashable {
    /// One of the `json.` rules, or one of the `xml.` rules that speak about characters and limits.
    public var code: RuleCode
    /// Offset in the line of the byte at which the fault shows.
    public var offset: Int
    /// What should stand there.
    public var wanted: LineWanted

    /// A fault.
    public init(_ code: RuleCode, at offset: Int, _ wanted: LineWanted = .nothingElse) {
        self.code = code
        self.offset = offset
        self.wanted = wanted
    }

    /// The column on its line: bytes, from 1.
    public var column: Int { offset + 1 }
}

/// What should stand where a line is at fault.
public enum LineWanted: UInt8, Sendable, Hashable {
    /// The rule's own words say it.
    case nothingElse
    /// The object of an invoice.
    case object
    /// A key, or the end of the object.
    case key
    /// A colon after a key.
    case colon
    /// A comma or the end of what is open.
    case comma
    /// A string, a number or an object.
    case value
    /// A string, a number, an object, or an array of them.
    case valueOrArray
    /// An item of an array.
    case item
    /// A closing quote.
    case quote
    /// One of the escapes of JSON.
    case escape
    /// Four hexadecimal digits.
    case hexadecimal
    /// A digit.
    case digit
    /// The second half of a surrogate pair.
    case lowSurrogate
    /// The end of the line.
    case end

    /// In words, as `Finding.expected`; `nil` where the rule's own words say it.
    public var words: String? {
        switch self {
        case .nothingElse: nil
        case .object: "{"
        case .key: "\" or }"
        case .colon: ":"
        case .comma: ", or the end of the object or array"
        case .value: "a string, a number or an object"
        case .valueOrArray: "a string, a number, an object or an array"
        case .item: "a string, a number or an object in the array"
        case .quote: "\""
        case .escape: "\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX"
        case .hexadecimal: "four hexadecimal digits"
        case .digit: "a digit"
        case .lowSurrogate: "\\uD800–\\uDBFF followed by \\uDC00–\\uDFFF"
        case .end: "the end of the line"
        }
    }
}

extension LineFault {
    /// The finding: path in the invoice, what is expected and what stands there.
    ///
    /// Reads the line again up to the fault: for findings.
    ///
    /// - Parameter line: the bytes of the line, as read.
    public func finding(in line: Span<UInt8>) -> Finding {
        Finding(
            code,
            path: LinePlaces.path(at: offset, in: line),
            expected: wanted.words,
            found: LinePlaces.excerpt(at: offset, in: line)
        )
    }
}
