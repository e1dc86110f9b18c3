import TestSupport
import Testing

@testable import InvoiceXML

/// Paths of many findings are found by one walk.
@Suite struct LinePlaceTests {
    /// A walk for each path, as slow as it is plain.
    private static func slow(_ path: String, in line: Span<UInt8>) -> Int {
        let steps = path.split(separator: "/").map(String.init)
        var found = 0
        var depth = 0
        var walk = LineWalk()
        walk.run(line, to: line.count) { walk, start in
            guard walk.steps.count == depth + 1, depth < steps.count else { return true }
            guard (0...depth).allSatisfy({ walk.steps[$0].isNamed(steps[$0]) }) else { return true }
            found = start
            depth += 1
            return depth < steps.count
        }
        return found
    }

    @Test func `one walk finds what a walk for each path finds`() {
        let seed = TestSeed.value
        var random = Seeded(seed)
        var bench = LineBench()
        for _ in 0..<150 {
            var maker = LineMaker(random)
            _ = random.next()
            let line = Array(maker.line().utf8)
            bench.read(line)
            let message = bench.lines.message
            var paths = (0..<Int32(message.elements.count)).map { message.path(of: $0) }
            // Those of other lines' keys, of more items, of nothing.
            paths +=
                paths.map { $0 + "/MST" } + paths.map { $0 + "[2]" } + ["", "manifest", "HDon", "HDon[1]", "HDon/x"]
            paths.shuffle(using: &random)
            let offsets = LinePlaces.offsets(of: paths, in: line.span)
            for (path, offset) in zip(paths, offsets) {
                #expect(offset == Self.slow(path, in: line.span), "seed \(seed): \(path)")
            }
        }
    }

    @Test func `an item is called by its place, the first one also without`() {
        let line = Array(#"{"a":[1,{"b":2},3],"a[2]":4,"c":{"a":5}}"#.utf8)
        func offsets(_ paths: String...) -> [Int] { LinePlaces.offsets(of: paths, in: line.span) }
        #expect(offsets() == [])
        #expect(offsets("HDon/a", "HDon/a[1]", "HDon/a[2]", "HDon/a[2]/b", "HDon/a[3]") == [1, 1, 8, 9, 16])
        #expect(offsets("HDon/a[4]", "HDon/c/a", "HDon/c/b", "HDon/d", "x") == [0, 33, 28, 0, 0])
    }
}
