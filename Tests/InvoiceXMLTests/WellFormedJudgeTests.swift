import InvoiceModel
import InvoiceXML
import Testing

/// libxml2 as the judge of what is well-formed.
@Suite struct WellFormedJudgeTests {
    /// What we refuse although libxml2 reads it: limits, other encodings, document types, versions other than 1.0,
    /// and a NUL after the root, where libxml2 stops reading.
    private func isOurs(_ code: RuleCode, _ offset: Int, _ bytes: [UInt8]) -> Bool {
        switch code {
        case .xmlDoctype, .xmlEncoding, .xmlDepth, .xmlElements, .xmlAttributes, .xmlNameLength, .xmlTextLength,
            .xmlNamespaces, .xmlLines, .xmlTooLarge:
            true
        case .xmlCharacter:
            bytes[offset] == 0
        case .xmlSyntax:
            // A version such as 1.1, which libxml2 only warns of; `xmlns:xml` twice, which it does not count.
            String(decoding: bytes.prefix(60), as: UTF8.self).contains("version") && !hasVersionOne(bytes)
                || String(decoding: bytes[offset...].prefix(9), as: UTF8.self) == "xmlns:xml"
        default:
            false
        }
    }

    private func hasVersionOne(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(60), as: UTF8.self)
        return head.contains("version=\"1.0\"") || head.contains("version='1.0'")
    }

    @Test func `whatever libxml2 calls ill-formed is refused, and nothing else`() throws {
        let source = Seeded()
        var maker = DocumentMaker(source)
        var mutator = Mutator(random: Seeded(source.seed &+ 1))
        var documents: [[UInt8]] = []
        var donor = maker.document()
        for _ in 0..<600 {
            let document = maker.document()
            documents.append(document)
            for _ in 0..<12 { documents.append(mutator.mutant(of: document, donor: donor)) }
            donor = document
        }
        try compare(documents, source.seed)
    }

    @Test func `names and namespace names are those libxml2 takes`() throws {
        var source = Seeded()
        var documents: [[UInt8]] = []
        let pieces = [
            "a", "u", "http", "urn", ":", ":", "//", "/", "?", "#", "@", "[", "]", "%41", "%", "80", "99999999999", ".",
            "-",
            "_", "~", "!", "$", "'", "(", "*", "+", ",", ";", "=", "|", "^", "{", "ạ", " ", "A1", "&amp;", "&#9;",
        ]
        for _ in 0..<3_000 {
            var uri = ""
            while !source.oneIn(5) { uri += source.pick(pieces) }
            documents.append(Array("<a xmlns:p=\"\(uri)\"/>".utf8))
        }
        // Every character up to U+FFFF where classes change, at the start of a name and inside one.
        let edges: [UInt32] = [
            0x2D, 0x2E, 0x30, 0x3A, 0x41, 0x5F, 0xAA, 0xB7, 0xC0, 0xD7, 0xF7, 0xF8, 0x2FF, 0x300, 0x36F, 0x370, 0x37D,
            0x37E,
            0x37F, 0x1FFF, 0x2000, 0x200B, 0x200C, 0x200D, 0x200E, 0x203E, 0x203F, 0x2040, 0x2041, 0x206F, 0x2070,
            0x218F,
            0x2190, 0x2BFF, 0x2C00, 0x2FEF, 0x2FF0, 0x3000, 0x3001, 0xD7FF, 0xE000, 0xF8FF, 0xF900, 0xFDCF, 0xFDD0,
            0xFDEF,
            0xFDF0, 0xFFFD, 0x1_0000, 0xE_FFFF, 0xF_0000, 0x10_FFFF,
        ]
        for edge in edges {
            guard let scalar = Unicode.Scalar(edge) else { continue }
            for name in ["\(scalar)", "a\(scalar)", "a\(scalar)b"] {
                documents.append(Array("<a \(name)='1'/>".utf8))
                documents.append(Array("<\(name)/>".utf8))
                documents.append(Array("<?\(name)?><a/>".utf8))
            }
        }
        try compare(documents, source.seed)
    }

    /// Compares our outcome of every document with libxml2's.
    private func compare(_ documents: [[UInt8]], _ seed: UInt64) throws {
        let judge = try Judge()
        defer { judge.remove() }
        try judge.write(Judge.joined(documents), "documents")
        try judge.run("wellformed.py", [judge.path("documents"), judge.path("verdicts")])
        let verdicts = String(decoding: try judge.read("verdicts"), as: UTF8.self).split(separator: "\n")
        try #require(verdicts.count == documents.count)
        var wellFormed = 0
        for (document, verdict) in zip(documents, verdicts) {
            let isWellFormed = verdict == "ok"
            if isWellFormed { wellFormed += 1 }
            switch outcome(document) {
            case .read where !isWellFormed:
                Issue.record("SEED=\(seed): read, but \(verdict): \(String(reflecting: shown(document)))")
            case .fault(let code, let offset) where isWellFormed && !isOurs(code, offset, document):
                Issue.record("SEED=\(seed): \(code.slug) at \(offset): \(String(reflecting: shown(document)))")
            default:
                break
            }
        }
        // A judge that says the same of everything would prove nothing.
        #expect(wellFormed > 100 && wellFormed < documents.count - 100, "SEED=\(seed)")
    }

    private func shown(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
