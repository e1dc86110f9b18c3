import InvoiceModel
import Testing

@testable import InvoiceXML

/// What lines are taken and refused, rule by rule.
@Suite struct LineReaderTests {
    private static let good: [(line: String, xml: String)] = [
        ("{}", "<HDon></HDon>"),
        (" \t{ \"a\" : \"b\" }\r", "<HDon><a>b</a></HDon>"),
        (
            #"{"DLHDon":{"NDHDon":{"NBan":{"MST":"1","Ten":"A"}}}}"#,
            "<HDon><DLHDon><NDHDon><NBan><Ten>A</Ten><MST>1</MST></NBan></NDHDon></DLHDon></HDon>"
        ),
        (
            #"{"x":1.50,"y":-0,"z":123456789012345678901.123456}"#,
            "<HDon><x>1.50</x><y>-0</y><z>123456789012345678901.123456</z></HDon>"
        ),
        (
            #"{"a":"<&>\r\n\t\"\\\/é\u00e9\ud83d\ude00"}"#,
            "<HDon><a>&lt;&amp;&gt;&#xD;\n\t\"\\/éé😀</a></HDon>"
        ),
        (
            #"{"DLHDon":{"NDHDon":{"DSHHDVu":{"HHDVu":[{"STT":1},{"STT":2}]}}}}"#,
            "<HDon><DLHDon><NDHDon><DSHHDVu><HHDVu><STT>1</STT></HHDVu><HHDVu><STT>2</STT></HHDVu></DSHHDVu></NDHDon>"
                + "</DLHDon></HDon>"
        ),
        (
            #"{"DLHDon":{"NDHDon":{"DSHHDVu":{"HHDVu":{"STT":1}}}}}"#,
            "<HDon><DLHDon><NDHDon><DSHHDVu><HHDVu><STT>1</STT></HHDVu></DSHHDVu></NDHDon></DLHDon></HDon>"
        ),
        (
            #"{"DLHDon":{"NDHDon":{"DSHHDVu":{"HHDVu":[]}}}}"#,
            "<HDon><DLHDon><NDHDon><DSHHDVu></DSHHDVu></NDHDon></DLHDon></HDon>"
        ),
        (
            #"{"MCCQT":"","DLHDon":"","Fkey":{},"DLQRCode":1}"#,
            "<HDon><DLHDon></DLHDon><MCCQT></MCCQT><DLQRCode>1</DLQRCode><Fkey></Fkey></HDon>"
        ),
        (#"{"\u0044LHDon":"x"}"#, "<HDon><DLHDon>x</DLHDon></HDon>"),
        (
            #"{"DLHDon":{"TTKhac":[{"TTin":[{"DLieu":"1","TTruong":"a"}]},{"TTin":{"TTruong":"b"}}],"TTChung":{}}}"#,
            "<HDon><DLHDon><TTChung></TTChung><TTKhac><TTin><TTruong>a</TTruong><DLieu>1</DLieu></TTin></TTKhac>"
                + "<TTKhac><TTin><TTruong>b</TTruong></TTin></TTKhac></DLHDon></HDon>"
        ),
    ]

    private static let bad: [(line: String, code: RuleCode, column: Int)] = [
        (" ", .jsonEmptyLine, 1), (" \t\r", .jsonEmptyLine, 1), ("[]", .jsonSyntax, 1), ("\"a\"", .jsonSyntax, 1),
        ("\u{FEFF}{}", .jsonSyntax, 1), ("{", .jsonSyntax, 2), ("{\"a\"", .jsonSyntax, 5), ("{\"a\":", .jsonSyntax, 6),
        ("{\"a\":1", .jsonSyntax, 7), ("{\"a\":1,", .jsonSyntax, 8), ("{\"a\":1,}", .jsonSyntax, 8),
        ("{,}", .jsonSyntax, 2), ("{\"a\" 1}", .jsonSyntax, 6), ("{\"a\":1 2}", .jsonSyntax, 8),
        ("{'a':1}", .jsonSyntax, 2), ("{a:1}", .jsonSyntax, 2), ("{\"a\":\"\u{1}\"}", .jsonSyntax, 7),
        ("{\"a\":\"\t\"}", .jsonSyntax, 7), ("{\"a\":\"\\x\"}", .jsonSyntax, 7),
        ("{\"a\":\"\\u12g4\"}", .jsonSyntax, 11),
        ("{\"a\":01}", .jsonSyntax, 7), ("{\"a\":-}", .jsonSyntax, 7), ("{\"a\":1.}", .jsonSyntax, 8),
        ("{\"a\":.5}", .jsonSyntax, 6), ("{\"a\":+1}", .jsonSyntax, 6), ("{\"a\":NaN}", .jsonSyntax, 6),
        ("{\"a\":1e}", .jsonSyntax, 8), ("{\"a\":\"b", .jsonSyntax, 8), ("{\"a\":\"b\\", .jsonSyntax, 9),
        ("{\"a\":/**/1}", .jsonSyntax, 6), ("{} {}", .jsonTrailing, 4),
        ("{}x", .jsonTrailing, 3), ("{\"a\":1}}", .jsonTrailing, 8), ("{\"a\":1,\"a\":1}", .jsonDuplicateKey, 8),
        ("{\"DLHDon\":1,\"DLHDon\":1}", .jsonDuplicateKey, 13), ("{\"a\":1,\"\\u0061\":1}", .jsonDuplicateKey, 8),
        ("{\"b\":1,\"a\":1,\"c\":1,\"a\":1,\"b\":1}", .jsonDuplicateKey, 20), ("{\"a:b\":1}", .jsonKey, 4),
        ("{\"\":1}", .jsonKey, 2), ("{\"1\":1}", .jsonKey, 3), ("{\"a b\":1}", .jsonKey, 4),
        ("{\"@Id\":1}", .jsonKey, 3),
        ("{\"a\":true}", .jsonValue, 6), ("{\"a\":false}", .jsonValue, 6), ("{\"a\":null}", .jsonValue, 6),
        ("{\"a\":[1]}", .jsonValue, 6), ("{\"DLHDon\":[{}]}", .jsonValue, 11), ("{\"a\":tru}", .jsonSyntax, 6),
        ("{\"DLHDon\":{\"TTKhac\":[[]]}}", .jsonValue, 22), ("{\"DLHDon\":{\"TTKhac\":[1,]}}", .jsonSyntax, 24),
        ("{\"DLHDon\":{\"TTKhac\":[1}}", .jsonSyntax, 23), ("{\"DLHDon\":{\"TTKhac\":[null]}}", .jsonValue, 22),
        ("{\"a\":1e5}", .jsonNumber, 6), ("{\"a\":1.5E-3}", .jsonNumber, 6), ("{\"a\":\"\\ud800\"}", .jsonSurrogate, 7),
        ("{\"a\":\"\\udc00\"}", .jsonSurrogate, 7), ("{\"a\":\"\\ud800\\u0041\"}", .jsonSurrogate, 7),
        ("{\"a\":\"\\u0000\"}", .xmlCharacter, 7), ("{\"a\":\"\\b\"}", .xmlCharacter, 7),
        ("{\"a\":\"\\ufffe\"}", .xmlCharacter, 7), ("{\"a\":\"\u{FFFE}\"}", .xmlCharacter, 7),
        ("{\"DSCKS\":{}}", .jsonSignature, 2),
        ("{\"DLHDon\u{0}\":\"a value long enough for words\"}", .jsonSyntax, 9),
        ("{\"a\":1,\"DSCKS\":[]}", .jsonSignature, 8),
    ]

    @Test(arguments: good) func `a good line is canonical XML`(line: String, xml: String) {
        var bench = LineBench()
        #expect(bench.outcome(line) == .xml(xml))
    }

    @Test(arguments: bad) func `a line at fault is told with its rule and column`(
        line: String,
        code: RuleCode,
        column: Int
    ) {
        var bench = LineBench()
        #expect(bench.outcome(line) == .fault(code, column), "\(line)")
        #expect(bench.lines.message.bytes.isEmpty && bench.lines.message.elements.isEmpty)
    }

    @Test(
        arguments: [
            ([0xFF], 8), ([0xC0, 0x80], 8), ([0xED, 0xA0, 0x80], 8), ([0xF4, 0x90, 0x80, 0x80], 8), ([0xE1, 0x80], 8),
            ([0xC3], 8),
        ] as [([UInt8], Int)]
    )
    func `bytes that are no UTF-8 are refused in values and in keys`(bytes: [UInt8], column: Int) {
        var bench = LineBench()
        let value = Array("{\"a\":\"b".utf8) + bytes + Array("\"}".utf8)
        #expect(bench.outcomes(value) == [.fault(.xmlNotUtf8, column)])
        let key = Array("{\"a".utf8) + bytes + Array("\":1}".utf8)
        #expect(bench.outcomes(key) == [.fault(.xmlNotUtf8, 4)])
    }

    @Test func `lines end with a line feed, the last one perhaps without`() {
        var bench = LineBench()
        let one: LineOutcome = .xml("<HDon></HDon>")
        #expect(bench.outcomes([]) == [])
        #expect(bench.outcomes(Array("{}\n{}".utf8)) == [one, one])
        #expect(bench.outcomes(Array("{}\r\n{}\r\n".utf8)) == [one, one])
        #expect(bench.outcomes(Array("{}\n\n{}\n".utf8)) == [one, .fault(.jsonEmptyLine, 1), one])
        #expect(bench.outcomes(Array("\n".utf8)) == [.fault(.jsonEmptyLine, 1)])
    }

    @Test func `a finding says path, what is expected and what stands there`() {
        let line = #"{"DLHDon":{"NDHDon":{"DSHHDVu":{"HHDVu":[{"STT":1},{"STT":2,"ThTien":1e6}]}}}}"#
        var bench = LineBench()
        bench.read(Array(line.utf8))
        guard case .fault(let fault)? = bench.lines.entries.first?.result else {
            Issue.record("the line was taken")
            return
        }
        let finding = fault.finding(in: Array(line.utf8).span)
        #expect(finding.code == .jsonNumber && finding.path == "HDon/DLHDon/NDHDon/DSHHDVu/HHDVu[2]/ThTien")
        #expect(finding.found == "1e6" && fault.column == 70)
        let cut = String(line.prefix(49))
        bench.read(Array(cut.utf8))
        guard case .fault(let end)? = bench.lines.entries.first?.result else { return }
        #expect(end.finding(in: Array(cut.utf8).span).expected == ", or the end of the object or array")
        #expect(end.finding(in: Array(cut.utf8).span).found == nil)
    }

    @Test func `the content of an invoice is its DLHDon`() {
        var bench = LineBench()
        bench.read(Array("{\"MCCQT\":1,\"DLHDon\":{\"TTChung\":{}}}\n{}".utf8))
        let invoices = bench.lines.message.invoices
        let content = bench.lines.content(of: invoices[0]).map { bench.lines.message.bytes[$0.range] }
        #expect(content.map(Array.init) == Array("<DLHDon><TTChung></TTChung></DLHDon>".utf8))
        #expect(bench.lines.content(of: invoices[1]) == nil)
    }
}
