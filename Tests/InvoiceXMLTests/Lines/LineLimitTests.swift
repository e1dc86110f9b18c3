import InvoiceModel
import Testing

@testable import InvoiceXML

/// Every limit at its bound and one past it.
@Suite struct LineLimitTests {
    private static func outcome(_ line: String, _ change: (inout Limits) -> Void) -> LineOutcome {
        var limits = Limits()
        change(&limits)
        var bench = LineBench(limits: limits)
        return bench.outcome(line)
    }

    @Test func `a line and its XML have at most so many bytes`() {
        let line = #"{"a":"bc"}"#
        #expect(Self.outcome(line) { $0.messageBytes = 22 } == .xml("<HDon><a>bc</a></HDon>"))
        #expect(Self.outcome(line) { $0.messageBytes = 21 } == .fault(.xmlTooLarge, 11))
        #expect(Self.outcome(line) { $0.messageBytes = 9 } == .fault(.xmlTooLarge, 10))
    }

    @Test func `elements are nested at most so deep`() {
        let line = #"{"a":{"b":{"c":1}}}"#
        #expect(Self.outcome(line) { $0.depth = 4 } == .xml("<HDon><a><b><c>1</c></b></a></HDon>"))
        #expect(Self.outcome(line) { $0.depth = 3 } == .fault(.xmlDepth, 16))
        #expect(Self.outcome(line) { $0.depth = 2 } == .fault(.xmlDepth, 11))
        let deep = String(repeating: "{\"a\":", count: 100_000)
        #expect(Self.outcome(deep) { _ in } == .fault(.xmlDepth, 321))
    }

    @Test func `a line has at most so many elements`() {
        let line = #"{"a":1,"b":2}"#
        #expect(Self.outcome(line) { $0.elements = 3 } == .xml("<HDon><a>1</a><b>2</b></HDon>"))
        #expect(Self.outcome(line) { $0.elements = 2 } == .fault(.xmlElements, 12))
        #expect(Self.outcome(line) { $0.elements = 0 } == .fault(.xmlElements, 1))
    }

    @Test func `a name has at most so many bytes`() {
        let line = #"{"abc":1}"#
        #expect(Self.outcome(line) { $0.nameBytes = 3 } == .xml("<HDon><abc>1</abc></HDon>"))
        #expect(Self.outcome(line) { $0.nameBytes = 2 } == .fault(.xmlNameLength, 2))
    }

    @Test func `a text has at most so many bytes of XML`() {
        let line = #"{"a":"b&"}"#
        #expect(Self.outcome(line) { $0.textBytes = 6 } == .xml("<HDon><a>b&amp;</a></HDon>"))
        #expect(Self.outcome(line) { $0.textBytes = 5 } == .fault(.xmlTextLength, 6))
    }

    @Test func `an invoice has at most so many lines`() {
        let line = #"{"DLHDon":{"NDHDon":{"DSHHDVu":{"HHDVu":[{},1]}}}}"#
        let xml = "<HDon><DLHDon><NDHDon><DSHHDVu><HHDVu></HHDVu><HHDVu>1</HHDVu></DSHHDVu></NDHDon></DLHDon></HDon>"
        #expect(Self.outcome(line) { $0.lines = 2 } == .xml(xml))
        #expect(Self.outcome(line) { $0.lines = 1 } == .fault(.xmlLines, 45))
    }

    @Test func `XML much longer than its line stays within the limit`() {
        let items = String(repeating: "1,", count: 150_000) + "1"
        let line = #"{"DLHDon":{"NDHDon":{"TToan":{"THTTLTSuat":{"LTSuat":[\#(items)]}}}}}"#
        #expect(Self.outcome(line) { _ in } == .fault(.xmlTooLarge, line.utf8.count + 1))
    }
}
