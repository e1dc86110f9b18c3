import InvoiceModel
import InvoiceXML
import Testing

/// xmlsec1 as the judge of what is digested.
@Suite struct CanonicalJudgeTests {
    /// One thing xmlsec1 is asked to digest, and what we make of it.
    private struct Question {
        var reference: String
        var ours: [UInt8]
    }

    private static let plain = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"

    private func reference(_ uri: String, comments: Bool) -> String {
        """
        <Reference URI="\(uri)"><Transforms><Transform Algorithm="\(Self.plain)\(comments ? "#WithComments" : "")"/>\
        </Transforms><DigestMethod Algorithm="http://www.w3.org/2000/09/xmldsig#sha1"/><DigestValue/></Reference>
        """
    }

    private func signature(_ questions: [Question]) -> [UInt8] {
        let references = questions.map(\.reference).joined()
        let text = """
            <Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo><CanonicalizationMethod \
            Algorithm="\(Self.plain)"/><SignatureMethod Algorithm="http://www.w3.org/2000/09/xmldsig#hmac-sha1"/>\
            \(references)</SignedInfo><SignatureValue/></Signature>
            """
        return Array(text.utf8)
    }

    private func canonicalBytes(
        _ element: Int32,
        _ message: ParsedMessage,
        _ context: Canonicalizer.Context,
        _ comments: Bool
    ) -> [UInt8] {
        var output: [UInt8] = []
        Canonicalizer.append(element: element, of: message, context: context, comments: comments, to: &output)
        return output
    }

    /// Every element inside `root`, which holds the signature and so is not asked for itself.
    private func questions(
        inside root: Int32,
        of message: ParsedMessage,
        _ context: Canonicalizer.Context,
        _ random: inout Seeded
    ) -> [Question] {
        var questions: [Question] = []
        for element in root + 1..<message.elements[Int(root)].end {
            let id = message.string(of: message.attribute(named: "Id", of: element))
            let comments = random.oneIn(2)
            questions.append(
                Question(
                    reference: reference(comments ? "#xpointer(id('\(id)'))" : "#\(id)", comments: comments),
                    ours: canonicalBytes(element, message, context, comments)
                )
            )
        }
        return questions
    }

    /// The bytes of an element, or of the whole message, with a signature at its end.
    private func signed(_ element: Int32, _ message: ParsedMessage, whole: Bool, _ questions: [Question]) -> [UInt8] {
        let entry = message.elements[Int(element)]
        let end = entry.content.range.upperBound
        let start = whole ? 0 : Int(entry.whole.offset)
        let last = whole ? message.bytes.count : entry.whole.range.upperBound
        return Array(message.bytes[start..<end]) + signature(questions) + Array(message.bytes[end..<last])
    }

    @Test func `canonical subsets are what xmlsec1 digests`() throws {
        let source = Seeded()
        var random = Seeded(source.seed &+ 7)
        var maker = DocumentMaker(source)
        maker.givesIDs = true
        let judge = try Judge()
        defer { judge.remove() }
        var asked: [String: [Question]] = [:]
        var alone: [Question] = []
        for number in 0..<100 {
            // A signature without references is none.
            var document = maker.document()
            while (parsed(document)?.elements.count ?? 2) < 2 { document = maker.document() }
            let message = try #require(parsed(document), "SEED=\(source.seed): document \(number)")
            let inPlace = questions(inside: 0, of: message, .inPlace, &random)
            try judge.write(signed(0, message, whole: true, inPlace), "\(number).xml")
            asked["\(number)"] = inPlace

            for element in 0..<Int32(message.elements.count) where message.isSelfContained(element) {
                let name = "\(number)-\(element)"
                let entry = message.elements[Int(element)]
                let bytes = Array(message.bytes[entry.whole.range])
                // xmlsec1 reads other files in pieces, where libxml2 may take a CR LF for a CR and a LF.
                if !bytes.contains(0x0D) {
                    let comments = random.oneIn(2)
                    try judge.write(bytes, name)
                    let ours = canonicalBytes(element, message, .ownDocument(element), comments)
                    alone.append(Question(reference: reference(name, comments: comments), ours: ours))
                }
                if element > 0, entry.end > element + 1, random.oneIn(4) {
                    let own = questions(inside: element, of: message, .ownDocument(element), &random)
                    try judge.write(signed(element, message, whole: false, own), "\(name).xml")
                    asked[name] = own
                }
            }
        }
        try judge.write(signature(alone), "alone.xml")
        asked["alone"] = alone
        var names: [String] = DocumentMaker.names
        for uri in DocumentMaker.plainURIs {
            for name in DocumentMaker.names { names.append("\(uri):\(name)") }
        }
        try judge.write(Array(names.joined(separator: "\n").utf8), "names")
        try judge.run("canonical.py", [judge.path("")])
        var compared = 0
        for (name, questions) in asked {
            let theirs = Judge.split(try judge.read("\(name).out"))
            try #require(theirs.count == questions.count, "SEED=\(source.seed): \(name)")
            for (question, answer) in zip(questions, theirs) where question.ours != answer {
                let texts = (String(decoding: question.ours, as: UTF8.self), String(decoding: answer, as: UTF8.self))
                Issue.record("SEED=\(source.seed): \(name): \(String(reflecting: texts))")
            }
            compared += questions.count
        }
        #expect(compared > 1_000, "SEED=\(source.seed)")
    }
}
