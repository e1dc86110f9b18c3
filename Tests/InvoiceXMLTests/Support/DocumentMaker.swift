/// Makes random well-formed documents with everything the canonical form has to deal with.
struct DocumentMaker {
    var random: Seeded
    /// Whether every element gets an `Id`.
    var givesIDs = false
    private var text: [UInt8] = []
    private var elements = 0
    private var ids = 0

    static let names = ["a", "b", "HDon", "t1"]
    /// libxml2 keeps an ampersand in a namespace name as the five characters `&#38;` and digests those; the
    /// recommendation wants `&amp;`, which is ours. So the documents that xmlsec1 judges have none.
    var uris: [String] { givesIDs ? Self.plainURIs : Self.plainURIs + ["http://x/?a&amp;b"] }
    static let plainURIs = ["urn:p", "urn:q", "http://x/y", "u:"]
    static let prefixes = ["p", "q", "inv"]

    init(_ random: Seeded) { self.random = random }

    /// One document; the root is never an empty element.
    mutating func document() -> [UInt8] {
        text = []
        elements = 0
        ids = 0
        if random.oneIn(8) { put("\u{FEFF}") }
        if random.oneIn(3) { put("<?xml version=\"1.0\"\(random.pick(["", " encoding='UTF-8'"]))?>") }
        misc()
        element(Scope(), depth: 0)
        misc()
        return text
    }

    /// The namespaces in force: prefix → name, the empty prefix for the default.
    private struct Scope {
        var bound: [String: String] = [:]
    }

    private mutating func put(_ piece: String) { text += Array(piece.utf8) }

    private mutating func misc() {
        while random.oneIn(3) {
            put(
                random.pick([
                    "\n", " ", "\r\n", "<!-- c -->", "<!-- \r\n - -->", "<?p d?>", "<?xml-stylesheet href='x'?>",
                ])
            )
        }
    }

    private mutating func space() -> String { random.pick([" ", " ", " ", "  ", "\n", "\t ", "\r\n"]) }

    private mutating func element(_ outer: Scope, depth: Int) {
        elements += 1
        var scope = outer
        var attributes = declarations(&scope)
        let prefixed = scope.bound.keys.filter { !$0.isEmpty }.sorted()
        let prefix = prefixed.isEmpty || random.oneIn(2) ? "" : random.pick(prefixed) + ":"
        let name = prefix + random.pick(Self.names)
        attributes += plainAttributes(scope, prefixed)
        attributes.shuffle(using: &random)
        put("<" + name)
        for attribute in attributes { put(space() + attribute) }
        if random.oneIn(8) { put(space()) }
        if depth > 0, random.oneIn(5) {
            put("/>")
            return
        }
        put(">")
        content(scope, depth: depth)
        put("</" + name + (random.oneIn(8) ? space() : "") + ">")
    }

    private mutating func declarations(_ scope: inout Scope) -> [String] {
        var made: [String] = []
        if random.oneIn(4) {
            let uri = random.pick(["", ""] + uris)
            scope.bound[""] = uri
            made.append(declaration("xmlns", uri))
        }
        for prefix in Self.prefixes where random.oneIn(5) {
            let uri = random.pick(uris)
            scope.bound[prefix] = uri
            made.append(declaration("xmlns:" + prefix, uri))
        }
        if random.oneIn(20) { made.append(declaration("xmlns:xml", "http://www.w3.org/XML/1998/namespace")) }
        return made
    }

    private mutating func declaration(_ name: String, _ uri: String) -> String {
        let quote = random.pick(["\"", "\"", "'"])
        let spelled = random.oneIn(6) ? uri.replacing("u", with: "&#x75;") : uri
        return name + random.pick(["=", "=", "=", " = "]) + quote + spelled + quote
    }

    private mutating func plainAttributes(_ scope: Scope, _ prefixed: [String]) -> [String] {
        var made: [String] = []
        if givesIDs {
            ids += 1
            made.append("Id=\"e\(ids)\"")
        }
        for name in ["x", "y", "B", "é"] where random.oneIn(6) { made.append(attribute(name)) }
        if !prefixed.isEmpty, random.oneIn(3) {
            let prefix = random.pick(prefixed)
            made.append(attribute(prefix + ":x"))
            let other = random.pick(prefixed)
            if scope.bound[other] != scope.bound[prefix] { made.append(attribute(other + ":x")) }
        }
        for name in ["xml:lang", "xml:space", "xml:base"] where random.oneIn(8) {
            let value = name == "xml:space" ? random.pick(["default", "preserve"]) : random.pick(["vi", "en"])
            made.append("\(name)='\(value)'")
        }
        return made
    }

    private mutating func attribute(_ name: String) -> String {
        let quote = random.pick(["\"", "'"])
        let pieces = [
            "1", "abc", " ", "  ", "\t", "\n", "\r\n", "\r", "&amp;", "&lt;", "&gt;", ">", "&quot;", "&apos;", "&#9;",
            "&#xA;", "&#13;", "&#x20;", "ạ", "😀", quote == "'" ? "\"" : "'", "]]>", "&#65;",
        ]
        var value = ""
        while !random.oneIn(3) { value += random.pick(pieces) }
        return name + random.pick(["=", "=", "=", "\n= "]) + quote + value + quote
    }

    private mutating func content(_ scope: Scope, depth: Int) {
        while !random.oneIn(4) {
            switch random.below(10) {
            case 0...3:
                if depth < 8, elements < 60 { element(scope, depth: depth + 1) }
            case 4...6:
                put(
                    random.pick([
                        "text", "giá trị", "\n  ", "\r\n", "\r", ">", "]]", "] ]>", "&amp;", "&lt;&gt;", "&quot;'\"",
                        "&#13;&#10;", "&#x1EA1;", "😀", "\t", "&#38;", "&#60;", "a&#xD;\r\nb",
                        "longer text without quirks",
                    ])
                )
                // Two closing brackets before a bare > would be the end of a CDATA section.
                put("-")
            case 7:
                put("<![CDATA[" + random.pick(["", "<&>", "\r\n", "]]", "x]]]", "&amp;", "ạ"]) + "]]>")
            case 8:
                put(random.pick(["<!---->", "<!-- c -->", "<!--\r\n&<>-->", "<!--ạ-->"]))
            default:
                put(
                    random.pick([
                        "<?p?>", "<?p d?>", "<?p   d  ?>", "<?p ?>", "<?p\r\nx\r\ny?>", "<?p a?b?>", "<?Pé x>y?>",
                    ])
                )
            }
        }
    }
}

/// Changes bytes so that most documents are no longer well-formed, and some still are.
struct Mutator {
    var random: Seeded

    private static let pieces: [String] = [
        "<", ">", "&", "\"", "'", "/", "=", " ", "]]>", "--", "<!--", "-->", "<![CDATA[", "<?xml?>", "<?x?>", "&#0;",
        "&#x41;",
        "&lt;", "&e;", "xmlns=''", " xmlns:p='u'", " xmlns:p=''", " xmlns='u'", "p:", ":", "<a/>", "<a>", "</a>",
        "<p:b/>",
        " x='1'", " p:x='1'", "\u{0}", "\u{1}", "\u{85}", "\u{FFFE}", "\u{FEFF}", "é", "·", "1", "-", ".", "\r",
        "<!DOCTYPE a>",
        "<?xml version='1.0'?>", "]]", "]>", "?>", "/>", "xml", "xmlns", "%", "#",
        " xmlns:xml='http://www.w3.org/XML/1998/namespace'",
    ]

    mutating func mutant(of original: [UInt8], donor: [UInt8]) -> [UInt8] {
        var bytes = original
        for _ in 0...random.below(2) {
            let position = random.below(bytes.count + 1)
            switch random.below(7) {
            case 0:
                bytes.insert(contentsOf: Array(random.pick(Self.pieces).utf8), at: position)
            case 1:
                if position < bytes.count { bytes[position] = UInt8(truncatingIfNeeded: random.next()) }
            case 2:
                if position < bytes.count { bytes[position] = random.pick(Array("<>&'\"=/ !?-[]:;#xaA0\n\t".utf8)) }
            case 3:
                bytes.removeSubrange(position..<min(bytes.count, position + 1 + random.below(3)))
            case 4:
                bytes.removeSubrange(position...)
            case 5:
                let start = random.below(donor.count)
                let run = donor[start..<min(donor.count, start + 1 + random.below(20))]
                bytes.insert(contentsOf: run, at: position)
            default:
                let end = min(bytes.count, position + 1 + random.below(12))
                bytes.insert(contentsOf: Array(bytes[position..<end]), at: position)
            }
        }
        return bytes
    }
}
