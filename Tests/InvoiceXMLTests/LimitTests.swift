import InvoiceModel
import InvoiceXML
import Testing

@Suite struct LimitTests {
    private func limits(_ change: (inout Limits) -> Void) -> Limits {
        var limits = Limits()
        change(&limits)
        return limits
    }

    private func repeated(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: count)
    }

    @Test func `bytes of a message`() {
        let limits = Limits()
        let rest = "<a><b/></a>"
        let full = "<a>" + repeated(" ", limits.textBytes) + "<b/>"
        let text = full + repeated(" ", limits.messageBytes - full.utf8.count - 4) + "</a>"
        #expect(text.utf8.count == limits.messageBytes)
        #expect(outcome(text) == .read)
        #expect(outcome(text + " ") == .fault(.xmlTooLarge, limits.messageBytes))
        #expect(outcome(rest, limits: self.limits { $0.messageBytes = rest.utf8.count }) == .read)
        #expect(
            outcome(rest, limits: self.limits { $0.messageBytes = rest.utf8.count - 1 }) == .fault(.xmlTooLarge, 10)
        )
    }

    @Test func `a message too large still names its sender`() {
        let text = "<TDiep><TTChung><MTDiep>V1</MTDiep></TTChung>" + repeated("<a>", 20)
        let outcome = ParsedMessage.read(Array(text.utf8), limits: limits { $0.messageBytes = 60 })
        guard case .unreadable(let fault, let header) = outcome else {
            Issue.record("read")
            return
        }
        #expect(fault == ReadFault(.xmlTooLarge, at: 60))
        #expect(header.messageID == "V1")
    }

    @Test func `elements inside one another`() {
        let depth = Limits().depth
        #expect(outcome(repeated("<a>", depth) + repeated("</a>", depth)) == .read)
        #expect(outcome(repeated("<a>", depth - 1) + "<a/>" + repeated("</a>", depth - 1)) == .read)
        #expect(outcome(repeated("<a>", depth) + "<a/>" + repeated("</a>", depth)) == .fault(.xmlDepth, 3 * depth))
    }

    @Test func `elements`() {
        let count = Limits().elements
        #expect(outcome("<a>" + repeated("<b/>", count - 1) + "</a>") == .read)
        #expect(outcome("<a>" + repeated("<b/>", count) + "</a>") == .fault(.xmlElements, 3 + 4 * (count - 1)))
    }

    @Test func `attributes of an element, declarations counted`() {
        let count = Limits().attributes
        let plain = (1...count - 2).map { " a\($0)=''" }.joined()
        #expect(outcome("<a\(plain) xmlns='u' xmlns:p='v'/>") == .read)
        let past = "<a\(plain) xmlns='u' xmlns:p='v'"
        #expect(outcome(past + " b=''/>") == .fault(.xmlAttributes, past.utf8.count + 1))
    }

    @Test func `bytes of a name`() {
        let name = repeated("n", Limits().nameBytes)
        #expect(outcome("<\(name)/>") == .read)
        #expect(outcome("<\(name)n/>") == .fault(.xmlNameLength, 1 + name.utf8.count))
        #expect(outcome("<a \(name)=''/>") == .read)
        #expect(outcome("<a \(name)n=''/>") == .fault(.xmlNameLength, 3 + name.utf8.count))
        #expect(outcome("<?\(name)?><a/>") == .read)
        #expect(outcome("<?\(name)n?><a/>") == .fault(.xmlNameLength, 2 + name.utf8.count))
        #expect(outcome("<p:\(name.dropFirst(2)) xmlns:p='u'/>") == .read)
        #expect(outcome("<p:\(name.dropFirst()) xmlns:p='u'/>") == .fault(.xmlNameLength, 1 + name.utf8.count))
    }

    @Test func `bytes of a text and of a value`() {
        let count = Limits().textBytes
        let text = repeated("t", count)
        #expect(outcome("<a>\(text)</a>") == .read)
        #expect(outcome("<a>\(text)t</a>") == .fault(.xmlTextLength, 3 + count))
        #expect(outcome("<a b='\(text)'/>") == .read)
        #expect(outcome("<a b='\(text)t'/>") == .fault(.xmlTextLength, 6 + count))
        #expect(outcome("<a><!--\(text.dropLast(7))--></a>") == .read)
        #expect(outcome("<a>t<!--\(text.dropLast(7))--></a>") == .fault(.xmlTextLength, 3 + count))
        #expect(outcome("<a><![CDATA[\(text.dropLast(12))]]></a>") == .read)
        #expect(outcome("<a>t<![CDATA[\(text.dropLast(12))]]></a>") == .fault(.xmlTextLength, 3 + count))
    }

    @Test func `different namespace names, and prefixes`() {
        let count = Limits().namespaces
        func declared(_ count: Int) -> String {
            (1...count).map { "<b xmlns='u\($0)'/><b xmlns='u\($0)'/>" }.joined()
        }
        #expect(outcome("<a>\(declared(count))</a>") == .read)
        #expect(
            outcome("<a>\(declared(count))<b xmlns='u'/></a>")
                == .fault(.xmlNamespaces, 3 + declared(count).utf8.count + 10)
        )
        func prefixed(_ count: Int) -> String {
            (1...count).map { "<b xmlns:p\($0)='u'/><b xmlns:p\($0)='u'/>" }.joined()
        }
        #expect(outcome("<a>\(prefixed(count))</a>") == .read)
        #expect(
            outcome("<a>\(prefixed(count))<b xmlns:p='u'/></a>")
                == .fault(.xmlNamespaces, 3 + prefixed(count).utf8.count + 9)
        )
    }

    @Test func `lines of an invoice`() {
        let count = Limits().lines
        let head = "<HDon><DLHDon><NDHDon><DSHHDVu>"
        let tail = "</DSHHDVu></NDHDon></DLHDon></HDon>"
        #expect(outcome(head + repeated("<HHDVu/>", count) + tail) == .read)
        #expect(
            outcome(head + repeated("<HHDVu/>", count + 1) + tail) == .fault(.xmlLines, head.utf8.count + 8 * count)
        )
    }
}
