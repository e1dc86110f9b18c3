import InvoiceModel
import Testing

@testable import InvoiceXML

@Suite struct DocumentScanTests {
    /// The ends of all documents, the bytes given in growing windows.
    private func ends(_ text: String, step: Int) -> [Int] {
        let bytes = Array(text.utf8)
        var ends: [Int] = []
        var start = 0
        var scan = DocumentScan()
        var held = min(step, bytes.count)
        while start < bytes.count {
            switch scan.scan(bytes.span.extracting(start..<held), isWhole: held == bytes.count) {
            case .needsMore: held = min(held + step, bytes.count)
            case .fault(let offset): return ends + [-(start + offset)]
            case .end(let end):
                start += end
                ends.append(start)
                scan = DocumentScan()
                held = max(held, min(start + step, bytes.count))
            }
        }
        return ends
    }

    private static let documents = [
        "<a/>", "<?xml version='1.0'?>\n<a>text</a>\n\n", "\u{FEFF}<a><b/></a>", "<a b='>' c=\"/>\"><!-- </a> --></a>",
        "<a><![CDATA[</a>]]]]><b></b></a><!-- behind --><?pi <a> ?>", "<!-- before --><a>\u{111}</a\n>  ",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><TDiep><x y=''>é</x></TDiep>",
    ]

    @Test(arguments: [1, 2, 3, 7, 10_000]) func `each document ends where it ends`(step: Int) {
        for first in DocumentScanTests.documents {
            for second in DocumentScanTests.documents where !second.hasPrefix("<!--") {
                let all = first + second + first
                let sizes = [first, second, first].map(\.utf8.count)
                let expected = [sizes[0], sizes[0] + sizes[1], sizes[0] + sizes[1] + sizes[2]]
                // What stands before a root without a declaration belongs to the document before.
                if first.hasPrefix("<!--") {
                    #expect(ends(all, step: step).count == 3)
                } else {
                    #expect(ends(all, step: step) == expected, "\(all)")
                }
            }
        }
    }

    @Test func `a piece is a document where the reader says so, and no shorter or longer one is`() {
        let text = DocumentScanTests.documents[1] + DocumentScanTests.documents[4] + DocumentScanTests.documents[6]
        let bytes = Array(text.utf8)
        let first = ends(text, step: 5)[0]
        for end in 1...bytes.count {
            guard case .message = ParsedMessage.read(Array(bytes[..<end]), limits: Limits()) else { continue }
            #expect(end <= first)
        }
        guard case .message = ParsedMessage.read(Array(bytes[..<first]), limits: Limits()) else {
            Issue.record("the first piece is a document")
            return
        }
    }

    @Test(arguments: [
        ("<TDiep><TTChung>", true), ("\u{FEFF}<?xml version='1.0'?> <!-- x --> <TDiep a='>'> <TTChung/>", true),
        ("<TDiep/>", false), ("<TDiep></TDiep>", false), ("<TDiepx><TTChung>", false), ("<HDon><TTChung>", false),
        ("<TDiep", false), ("<TDiep>", false), ("", false), ("<!-- ", false), ("text<TDiep><TTChung>", false),
        ("<!DOCTYPE a><TDiep><TTChung>", false), ("<", false), ("<TDiep /><TTChung>", false),
    ])
    func `another message is a TDiep with its header`(_ text: String, _ isMessage: Bool) {
        #expect(DocumentScan.beginsMessage(Array(text.utf8).span) == isMessage, "\(text)")
    }

    @Test(arguments: [
        "text", "<a", "<a>", "<a b='", "</a>", "<!DOCTYPE a><a/>", "<![CDATA[x]]><a/>", "<a><!-- ", "<a><!x></a>", " ",
        "<",
    ])
    func `what is no document is a fault, at any step`(_ text: String) {
        for step in [1, 2, 100] {
            let found = ends(text, step: step)
            #expect(found.count == 1 && (found.first ?? 1) <= 0, "\(text) \(found)")
        }
    }
}
