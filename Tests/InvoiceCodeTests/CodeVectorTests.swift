import Foundation
import InvoiceCode
import InvoiceModel
import TestSupport
import Testing

struct CodeVectorTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// One published vector: every fact as written in the document.
    struct Vector: Sendable, CustomTestStringConvertible {
        var values: [String: String] = [:]

        static let inputs = [
            "master", "generation", "transaction", "seller", "form", "symbol", "number", "date", "currency", "total",
            "digest",
        ]

        /// The line the outside judge reads.
        var line: String { Vector.inputs.map { values[$0] ?? "" }.joined(separator: " ") }
        var testDescription: String { values["code"] ?? "" }

        func make() throws -> AuthenticationCode {
            func value(_ name: String) throws -> String { try #require(values[name]) }
            let generation = try #require(UInt8(try value("generation"), radix: 16))
            let master = MasterKey(generation: generation, bytes: try #require(Hex.bytes(try value("master"))))
            let digest = try #require(Hex.bytes(try value("digest")))
            let facts = CodeFacts(
                key: InvoiceKey(
                    seller: try #require(TaxCode(try value("seller"))),
                    form: try #require(UInt8(try value("form")).flatMap { InvoiceForm($0) }),
                    symbol: try #require(InvoiceSymbol(try value("symbol"))),
                    number: try #require(UInt32(try value("number")).flatMap { InvoiceNumber($0) })
                ),
                date: try #require(CalendarDate(try value("date"))),
                currency: try #require(Currency(try value("currency"))),
                total: try #require(Amount(wire: try value("total"))),
                contentDigest: Digest(digest.span)
            )
            let maker = CodeMaker(KeyRing([master], current: generation))
            let transaction = try #require(UInt64(try value("transaction")))
            let code = maker.issue(transaction: transaction, facts: facts).code
            #expect(maker.verify(code, facts: facts))
            #expect(maker.open(code)?.transaction == transaction)
            return code
        }
    }

    static func published() throws -> [Vector] {
        let text = try String(contentsOf: root.appending(path: "Documentation/CODE.md"), encoding: .utf8)
        var vectors: [Vector] = []
        for line in text.split(separator: "\n") where line.hasPrefix("   ") {
            let words = line.split(separator: " ")
            if words.first == "master" { vectors.append(Vector()) }
            if words.count == 2, !vectors.isEmpty {
                vectors[vectors.count - 1].values[String(words[0])] = String(words[1])
            }
        }
        return vectors
    }

    static func judged(_ vectors: [Vector]) throws -> [String] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = [root.appending(path: "Tests/Oracle/code_oracle.py").path]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(vectors.map { $0.line + "\n" }.joined().utf8))
        try input.fileHandleForWriting.close()
        let answer = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return answer.split(separator: "\n").map { String($0) }
    }

    @Test func `published vectors are what we make`() throws {
        let vectors = try CodeVectorTests.published()
        #expect(vectors.count == 4)
        for vector in vectors { #expect(try vector.make().description == vector.values["code"]) }
    }

    @Test func `published vectors are what openssl and Python make of the document`() throws {
        let vectors = try CodeVectorTests.published()
        #expect(try CodeVectorTests.judged(vectors) == vectors.map { $0.values["code"] })
    }

    @Test func `codes of random invoices are what openssl and Python make`() throws {
        let seed = TestSeed.value
        var random = SeededRandom(seed: seed)
        var vectors: [Vector] = []
        for _ in 0..<40 {
            var vector = Vector()
            let master = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
            let digest = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
            let amount = Amount(millionths: Int128(Int64.random(in: .min ... .max, using: &random)))
            vector.values = [
                "master": Hex.lowercase(master),
                "generation": Hex.uppercase([UInt8.random(in: 0...255, using: &random)]),
                "transaction": String(UInt64.random(in: 1...UInt64(Int64.max), using: &random)),
                "digest": Hex.lowercase(digest),
                "seller": ["0101234567", "0101234567-123", "001099012345"][Int.random(in: 0..<3, using: &random)],
                "form": String(Int.random(in: 1...9, using: &random)),
                "symbol": "C\(Int.random(in: 10...99, using: &random))TQX",
                "number": String(Int.random(in: 1...99_999_999, using: &random)),
                "date": CalendarDate(dayNumber: Int32.random(in: 18_000...30_000, using: &random)).description,
                "currency": ["VND", "USD"][Int.random(in: 0..<2, using: &random)], "total": amount.description,
            ]
            vectors.append(vector)
        }
        let judged = try CodeVectorTests.judged(vectors)
        #expect(judged.count == vectors.count)
        for (vector, code) in zip(vectors, judged) {
            #expect(try vector.make().description == code, "SEED=\(seed): \(vector.line)")
        }
    }
}
