import InvoiceModel
import InvoiceXML
import Testing

@Suite struct ReaderTests {
    @Test(arguments: [
        "<a/>", "<a></a>", "<a />", "<a ></a >", "<a\n/>", " <a/>", "\n<a/>\n", "\u{FEFF}<a/>",
        "<?xml version=\"1.0\"?><a/>", "<?xml version='1.0' encoding='utf-8' standalone='no' ?>\r\n<a/>",
        "<?xml version = \"1.0\" encoding=\"UTF-8\"?><a/>",
        "<?xml-stylesheet type=\"text/xsl\" href=\"a.xsl\"?><a/>", "<!-- c --><a/><!-- d --><?p?>", "<?p ?><a/>",
        "<a b='1' c=\"2\"/>", "<a b = '1'/>", "<a b='>'/>", "<a b=']]>'/>", "<a b='&lt;&#10;&#x41;'/>",
        "<a>x]] >y></a>", "<a>&amp;&lt;&gt;&quot;&apos;&#65;&#x1F600;</a>", "<a><![CDATA[<&]]>]]</a>",
        "<a><![CDATA[]]]]></a>", "<a><!----></a>", "<a><!-- - - --></a>", "<a><?p ??></a>", "<é/>", "<_a-1.b/>",
        "<a xmlns=''/>", "<a xmlns='u'><b xmlns=''/></a>", "<p:a xmlns:p='u'/>", "<p:a p:b='1' b='2' xmlns:p='u'/>",
        "<a xml:lang='vi' xml:space='preserve'/>", "<a xmlns:xml='http://www.w3.org/XML/1998/namespace'/>",
        "<a xmlns:p='u'><p:b xmlns:p='v'><p:c/></p:b><p:d/></a>", "<a xmlns='u' xmlns:p='u' b='' p:b=''/>",
        "<a>\u{10FFFF}\u{E000}\u{FFFD}</a>", "<a>&#0000000000000000000000065;</a>", "<a>\t\r\n</a>",
    ])
    func `what XML 1.0 allows is read`(text: String) {
        #expect(outcome(text) == .read)
    }

    @Test(arguments: [
        ("", RuleCode.xmlSyntax, 0), (" ", .xmlSyntax, 1), ("x", .xmlSyntax, 0), ("<", .xmlSyntax, 1),
        ("<a", .xmlSyntax, 2),
        ("<a>", .xmlSyntax, 3), ("<a></b>", .xmlSyntax, 3), ("<a></a", .xmlSyntax, 6), ("<a></", .xmlSyntax, 5),
        ("<a></ab>", .xmlSyntax, 3), ("< a/>", .xmlSyntax, 1), ("<1/>", .xmlSyntax, 1), ("<a/ >", .xmlSyntax, 2),
        ("<a b/>", .xmlSyntax, 4), ("<a b=1/>", .xmlSyntax, 5), ("<a b='1'c='2'/>", .xmlSyntax, 8),
        ("<a b='1' b='2'/>", .xmlSyntax, 9), ("<a b='<'/>", .xmlSyntax, 6), ("<a b='1/>", .xmlSyntax, 9),
        ("<a>]]></a>", .xmlSyntax, 3), ("<a>x]]]></a>", .xmlSyntax, 5), ("<a>&</a>", .xmlSyntax, 4),
        ("<a>&a</a>", .xmlSyntax, 3), ("<a>&#;</a>", .xmlSyntax, 3), ("<a>&#x;</a>", .xmlSyntax, 3),
        ("<a>&#X41;</a>", .xmlSyntax, 3), ("<a>&#65</a>", .xmlSyntax, 3), ("<a><!-- -- --></a>", .xmlSyntax, 8),
        ("<a><!-- ---></a>", .xmlSyntax, 8), ("<a><!- --></a>", .xmlSyntax, 3), ("<a><![CDATA[</a>", .xmlSyntax, 16),
        ("<![CDATA[]]><a/>", .xmlSyntax, 0), ("<a><?xml version='1.0'?></a>", .xmlSyntax, 3),
        ("<?XML a?><a/>", .xmlSyntax, 0),
        (" <?xml version='1.0'?><a/>", .xmlSyntax, 1), ("<?xml?><a/>", .xmlSyntax, 0),
        ("<?xml version='1.1'?><a/>", .xmlSyntax, 15), ("<?xml encoding='UTF-8'?><a/>", .xmlSyntax, 5),
        ("<?xml version='1.0'encoding='UTF-8'?><a/>", .xmlSyntax, 19),
        ("<?xml version='1.0' a='b'?><a/>", .xmlSyntax, 20),
        ("<?xml version='1.0' standalone='Yes'?><a/>", .xmlSyntax, 32), ("<? p?><a/>", .xmlSyntax, 2),
        ("<?p!?><a/>", .xmlSyntax, 3),
        ("<a/>x", .xmlTrailing, 4), ("<a/><b/>", .xmlTrailing, 4), ("<a/>&#32;", .xmlTrailing, 4),
        ("<a/></a>", .xmlTrailing, 4), ("<a/><![CDATA[]]>", .xmlTrailing, 4), ("<a/>\u{FEFF}", .xmlTrailing, 4),
        ("<!DOCTYPE a><a/>", .xmlDoctype, 0),
        ("<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", .xmlDoctype, 22),
        ("<a>&nbsp;</a>", .xmlEntity, 3), ("<a b='&e;'/>", .xmlEntity, 6), ("<a>&#0;</a>", .xmlCharacter, 3),
        ("<a>&#x1F;</a>", .xmlCharacter, 3), ("<a>&#xFFFE;</a>", .xmlCharacter, 3),
        ("<a>&#xD800;</a>", .xmlCharacter, 3),
        ("<a>&#x110000;</a>", .xmlCharacter, 3), ("<a>&#99999999999999999965;</a>", .xmlCharacter, 3),
        ("<a>\u{1}</a>", .xmlCharacter, 3), ("<a>\u{FFFE}</a>", .xmlCharacter, 3), ("<a b='\u{0}'/>", .xmlCharacter, 6),
        ("<?xml version='1.0' encoding='windows-1258'?><a/>", .xmlEncoding, 30),
        ("<?xml version='1.0' encoding='UTF-16'?><a/>", .xmlEncoding, 30),
    ])
    func `what it does not is refused, with rule and offset`(text: String, code: RuleCode, offset: Int) {
        #expect(outcome(text) == .fault(code, offset))
    }

    @Test(arguments: [
        ("<p:a/>", 1), ("<a p:b=''/>", 3), ("<a xmlns:p=''/>", 12), ("<a xmlns:xmlns='u'/>", 9),
        ("<a xmlns:xml='u'/>", 14), ("<a xmlns:p='http://www.w3.org/XML/1998/namespace'/>", 12),
        ("<a xmlns='http://www.w3.org/XML/1998/namespace'/>", 10), ("<a xmlns:p='http://www.w3.org/2000/xmlns/'/>", 12),
        ("<a xmlns='http://www.w3.org/2000/xmlns/'/>", 10), ("<xmlns:a/>", 1), ("<a:b:c xmlns:a='u'/>", 4),
        ("<:a/>", 1), ("<a:/>", 3), ("<a xmlns:='u'/>", 9), ("<a b:=''/>", 5), ("<?a:b?><a/>", 2),
        ("<a xmlns:p='u' xmlns:q='u' p:b='' q:b=''/>", 34), ("<a xmlns:p='u'><b/></a><c/>", -1),
        ("<a><b xmlns:p='u'/><p:c/></a>", 20), ("<a xmlns='a b'/>", 10), ("<a xmlns='1:b'/>", 10),
        ("<a xmlns='%'/>", 10),
    ])
    func `prefixes that are unbound or misused are refused`(text: String, offset: Int) {
        #expect(outcome(text) == (offset < 0 ? .fault(.xmlTrailing, 23) : .fault(.xmlNamespace, offset)))
    }

    @Test(
        arguments: [
            ([0xC0, 0x80], 0), ([0xC1, 0xBF], 0), ([0xE0, 0x9F, 0xBF], 0), ([0xED, 0xA0, 0x80], 0),
            ([0xF0, 0x8F, 0xBF, 0xBF], 0),
            ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF5, 0x80, 0x80, 0x80], 0), ([0xFF], 0), ([0x80], 0), ([0xC3], 0),
            ([0xE1, 0xBB], 0),
            ([0x41, 0xC3, 0xA9, 0xF0, 0x9F, 0x98], 3),
        ] as [([UInt8], Int)]
    )
    func `bytes that are not UTF-8 are refused`(bytes: [UInt8], offset: Int) {
        let text = Array("<a>1234567".utf8) + bytes + Array("</a>".utf8)
        #expect(outcome(text) == .fault(.xmlNotUtf8, 10 + offset))
    }

    @Test func `other encodings are known by their first bytes`() {
        let text: [UInt8] = Array("<a/>".utf8)
        var little: [UInt8] = []
        for byte in text { little += [byte, 0] }
        let big: [UInt8] = [0] + little.dropLast()
        #expect(outcome([0xFF, 0xFE] + little) == .fault(.xmlEncoding, 0))
        #expect(outcome([0xFE, 0xFF] + big) == .fault(.xmlEncoding, 0))
        #expect(outcome(little) == .fault(.xmlEncoding, 0))
        #expect(outcome(big) == .fault(.xmlEncoding, 0))
    }

    @Test func `the first fault is told, whatever its kind`() {
        #expect(outcome(Array("<a></b>".utf8) + [0xFF]) == .fault(.xmlSyntax, 3))
        #expect(outcome(Array("<a><b".utf8) + [0xFF]) == .fault(.xmlNotUtf8, 5))
        #expect(outcome(Array("<a/>".utf8) + [0xFF]) == .fault(.xmlNotUtf8, 4))
        #expect(outcome(Array("<a>&am".utf8) + [0x01]) == .fault(.xmlCharacter, 6))
    }
}
