import InvoiceModel
import Testing

@testable import InvoiceXML

/// What reading one line gave, as tests ask for it.
enum LineOutcome: Equatable, CustomStringConvertible {
    case xml(String)
    /// The rule and the column.
    case fault(RuleCode, Int)

    var description: String {
        switch self {
        case .xml(let text): text
        case .fault(let code, let column): "\(code.slug) at column \(column)"
        }
    }
}

/// A reader and what it read, used again and again as a worker does.
struct LineBench {
    private var reader: LineReader
    private(set) var lines = InvoiceLines()

    init(limits: Limits = Limits()) {
        reader = LineReader(limits: limits)
    }

    mutating func read(_ chunk: [UInt8]) {
        reader.read(chunk.span, into: &lines)
    }

    /// The outcome of each line of a chunk.
    mutating func outcomes(_ chunk: [UInt8]) -> [LineOutcome] {
        read(chunk)
        return lines.entries.map { entry in
            switch entry.result {
            case .fault(let fault): .fault(fault.code, fault.column)
            case .invoice(let place):
                .xml(String(decoding: lines.message.bytes[xml(place).range], as: UTF8.self))
            }
        }
    }

    mutating func outcome(_ line: String) -> LineOutcome {
        let found = outcomes(Array(line.utf8))
        return found.count == 1 ? found[0] : .xml("\(found.count) lines")
    }

    /// The XML of the invoice at a place.
    func xml(_ place: Int) -> ByteRange {
        lines.document(of: lines.message.invoices[place])
    }
}

/// Whether two messages are the same in everything the reader writes.
func expectEqual(_ left: ParsedMessage, _ right: ParsedMessage, _ comment: Comment) {
    #expect(left.bytes == right.bytes, comment)
    #expect(left.kind == right.kind, comment)
    #expect(left.elements == right.elements, comment)
    #expect(left.attributes == right.attributes && left.declarations == right.declarations, comment)
    #expect(left.prefixes == right.prefixes && left.namespaces == right.namespaces, comment)
    #expect(left.decoded == right.decoded, comment)
    #expect(left.decodedTexts == right.decodedTexts, comment)
    #expect(left.spots == right.spots, comment)
    #expect(left.invoices == right.invoices && left.invoiceCount == right.invoiceCount, comment)
    #expect(left.header == right.header && left.content == right.content, comment)
}
