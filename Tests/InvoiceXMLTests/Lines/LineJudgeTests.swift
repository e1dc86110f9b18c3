import Foundation
import InvoiceModel
import TestSupport
import Testing

@testable import InvoiceXML

/// Lines held against Python's json, against libxml2, and against our own reader of XML.
@Suite struct LineJudgeTests {
    private static let fields = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Data/fields.tsv").path

    /// The XML that Python makes of each line; nothing where it refuses it.
    private static func judged(_ lines: [[UInt8]]) throws -> [[UInt8]] {
        let judge = try Judge()
        defer { judge.remove() }
        try judge.write(Judge.joined(lines), "lines")
        try judge.run("lines.py", [fields, judge.path("lines"), judge.path("xml")])
        return Judge.split(try judge.read("xml"))
    }

    private static func made(_ count: Int, mutated: Bool) -> [[UInt8]] {
        var maker = LineMaker(Seeded())
        var random = Seeded(TestSeed.value &+ 1)
        return (0..<count).map { _ in
            let line = Array(maker.line().utf8)
            // A line feed would end the line.
            return mutated ? random.mutated(line).map { $0 == 0x0A ? 0x20 : $0 } : line
        }
    }

    private static func check(_ lines: [[UInt8]]) throws {
        let wanted = try judged(lines)
        #expect(wanted.count == lines.count)
        var bench = LineBench()
        for (line, xml) in zip(lines, wanted) {
            let comment: Comment = "seed \(TestSeed.value): \(String(decoding: line, as: UTF8.self))"
            bench.read(line)
            #expect(bench.lines.entries.count == 1, comment)
            guard case .invoice? = bench.lines.entries.first?.result else {
                #expect(xml.isEmpty, comment)
                #expect(bench.lines.message.elements.isEmpty && bench.lines.message.bytes.isEmpty, comment)
                continue
            }
            #expect(bench.lines.message.bytes == xml, comment)
            guard case .message(let message) = ParsedMessage.read(bench.lines.message.bytes, limits: Limits()) else {
                Issue.record("the XML cannot be read: \(comment)")
                continue
            }
            expectEqual(bench.lines.message, message, comment)
        }
    }

    @Test func `lines give the XML that Python gives, and the tape that reading it gives`() throws {
        try Self.check(Self.made(600, mutated: false))
    }

    @Test func `of mutated lines just those are refused that Python refuses`() throws {
        try Self.check(Self.made(3_000, mutated: true))
    }

    @Test func `a broken line costs only itself`() {
        var random = Seeded(TestSeed.value &+ 2)
        let lines = Self.made(200, mutated: false).map { random.oneIn(3) ? random.mutated($0) : $0 }
            .map { $0.map { $0 == 0x0A ? 0x20 : $0 } }
        var bench = LineBench()
        let alone = lines.flatMap { bench.outcomes($0) }
        let chunk = Array(lines.joined(separator: [0x0A]))
        #expect(bench.outcomes(chunk) == alone)
        #expect(bench.outcomes(chunk + [0x0A]) == alone)
        var places: [Int] = []
        for (entry, line) in zip(bench.lines.entries, lines) {
            #expect(Array(chunk[entry.bytes.range]) == line)
            if case .invoice(let place) = entry.result { places.append(place) }
        }
        #expect(places == Array(0..<places.count) && places.count == bench.lines.message.invoices.count)
        #expect(places.count > 100 && places.count < 200)
    }

    @Test func `a place is found again by its path`() {
        var maker = LineMaker(Seeded(TestSeed.value &+ 3))
        var bench = LineBench()
        for _ in 0..<100 {
            let line = Array(maker.line().utf8)
            bench.read(line)
            let message = bench.lines.message
            for element in 0..<Int32(message.elements.count) {
                let path = message.path(of: element)
                let offset = LinePlaces.offset(of: path, in: line.span)
                let back = LinePlaces.path(at: offset, in: line.span)
                #expect(back.replacing("[1]", with: "") == path.replacing("[1]", with: ""))
            }
        }
    }
}
