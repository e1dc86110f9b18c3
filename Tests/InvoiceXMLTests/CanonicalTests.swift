import InvoiceModel
import InvoiceXML
import Testing

/// The canonical form of an element as text.
func canonical(
    _ element: Int32,
    _ message: ParsedMessage,
    _ context: Canonicalizer.Context = .inPlace,
    comments: Bool = false
) -> String {
    var output: [UInt8] = []
    Canonicalizer.append(element: element, of: message, context: context, comments: comments, to: &output)
    return String(decoding: output, as: UTF8.self)
}

@Suite struct CanonicalTests {
    @Test(arguments: [
        ("<a/>", "<a></a>"), ("<a >x</a\n>", "<a>x</a>"), ("<a  c='1'\tb=\"2\" />", "<a b=\"2\" c=\"1\"></a>"),
        ("<a b = 'x\"y'/>", "<a b=\"x&quot;y\"></a>"), ("<a b='&lt;&amp;>&gt;&apos;'/>", "<a b=\"&lt;&amp;>>'\"></a>"),
        ("<a b='\t\n\r\n.&#9;&#10;&#13;'/>", "<a b=\"   .&#x9;&#xA;&#xD;\"></a>"),
        ("<a>&lt;&amp;&gt;></a>", "<a>&lt;&amp;&gt;&gt;</a>"), ("<a>&quot;&apos;&#65;&#x1EA1;</a>", "<a>\"'Aạ</a>"),
        ("<a>\r\n&#13;\r</a>", "<a>\n&#xD;\n</a>"), ("<a>x<![CDATA[<&>]]>y</a>", "<a>x&lt;&amp;&gt;y</a>"),
        ("<a><!-- c -->x<?p  d ?><?q?><?r ?></a>", "<a>x<?p d ?><?q?><?r?></a>"),
        (
            "<p:a b='1' p:b='2' xmlns:p='u' xmlns='v' a='3'/>",
            "<p:a xmlns=\"v\" xmlns:p=\"u\" a=\"3\" b=\"1\" p:b=\"2\"></p:a>"
        ),
        ("<a xmlns=''><b xmlns=''/></a>", "<a><b></b></a>"),
        (
            "<a xmlns='u'><b xmlns='u'/><b xmlns=''><c xmlns=''/></b></a>",
            "<a xmlns=\"u\"><b></b><b xmlns=\"\"><c></c></b></a>"
        ),
        ("<a xmlns:xml='http://www.w3.org/XML/1998/namespace' xml:lang='vi'/>", "<a xml:lang=\"vi\"></a>"),
        (
            "<a xmlns:p='u'><b xmlns:p='v'><c xmlns:p='u'/></b><b xmlns:p='u'/></a>",
            "<a xmlns:p=\"u\"><b xmlns:p=\"v\"><c xmlns:p=\"u\"></c></b><b></b></a>"
        ),
    ])
    func `a document is written as the recommendation says`(text: String, expected: String) throws {
        let message = try #require(parsed(text))
        #expect(canonical(0, message) == expected)
    }

    static let nested =
        "<a xmlns:q='y' xmlns='x' xml:lang='vi' xml:space='default'><b xmlns:p='u' xml:lang='en' d='1'>"
        + "<c xmlns=''><!-- k --><p:e/></c></b></a>"

    @Test func `an apex inherits namespaces and xml attributes`() throws {
        let message = try #require(parsed(Self.nested))
        #expect(
            canonical(2, message)
                == "<c xmlns:p=\"u\" xmlns:q=\"y\" xml:lang=\"en\" xml:space=\"default\"><p:e></p:e></c>"
        )
        #expect(
            canonical(1, message, comments: true)
                == #"<b xmlns="x" xmlns:p="u" xmlns:q="y" d="1" xml:lang="en" xml:space="default">"#
                + #"<c xmlns=""><!-- k --><p:e></p:e></c></b>"#
        )
    }

    @Test func `a document of its own inherits nothing from outside`() throws {
        let message = try #require(parsed(Self.nested))
        #expect(canonical(2, message, .ownDocument(2)) == "<c><p:e></p:e></c>")
        #expect(canonical(2, message, .ownDocument(1)) == "<c xmlns:p=\"u\" xml:lang=\"en\"><p:e></p:e></c>")
        #expect(
            canonical(1, message, .ownDocument(1)) == "<b xmlns:p=\"u\" d=\"1\" xml:lang=\"en\"><c><p:e></p:e></c></b>"
        )
    }

    @Test func `a relative namespace name has no canonical form`() throws {
        let message = try #require(parsed("<a xmlns:p='u'><b/><c xmlns='urn:x'/></a>"))
        var output: [UInt8] = []
        #expect(!Canonicalizer.append(element: 0, of: message, context: .inPlace, to: &output))
        #expect(Canonicalizer.append(element: 1, of: message, context: .inPlace, to: &output))
        #expect(Canonicalizer.append(element: 2, of: message, context: .inPlace, to: &output))
    }

    @Test func `whether an element stands alone is told`() throws {
        let message = try #require(parsed(Self.nested))
        #expect(message.isSelfContained(0) && message.isSelfContained(1))
        #expect(!message.isSelfContained(2) && !message.isSelfContained(3))
        #expect(!message.hasContext(around: 0) && message.hasContext(around: 1))
        let plain = try #require(parsed("<a b='1'><c/></a>"))
        #expect(!plain.hasContext(around: 1) && plain.isSelfContained(1))
    }
}
