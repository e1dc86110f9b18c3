import Compression
import Testing

@Suite struct InflaterTests {
    /// Deflated data without gzip's header of ten bytes and its trailer of eight.
    private func bare(_ content: [UInt8]) throws -> [UInt8] {
        try Array(Gzip.deflate(content)[10...].dropLast(8))
    }

    private func read(
        _ inflater: inout Inflater,
        _ data: [UInt8],
        piece: Int,
        room: Int
    ) throws -> (content: [UInt8], left: Int, isDamaged: Bool) {
        var content: [UInt8] = []
        var start = 0
        while true {
            let end = min(start + piece, data.count)
            let step = try inflater.step(data.span.extracting(start..<end), room: room, appendingTo: &content)
            #expect(step.made <= room && step.taken <= piece)
            start += step.taken
            if step.isEnd || step.isDamaged { return (content, data.count - start, step.isDamaged) }
            if step.taken == 0, step.made == 0, start == data.count { return (content, -1, false) }
        }
    }

    @Test(arguments: [(1, 1), (7, 100), (100_000, 100_000)])
    func `bare data comes back through pieces of any size, one stretch after another`(piece: Int, room: Int) throws {
        let content = GzipTests.sample(70_000)
        var inflater = try Inflater(.none)
        for _ in 0..<2 {
            let found = try read(&inflater, bare(content) + [1, 2, 3], piece: piece, room: room)
            #expect(found.content == content)
            // What follows the end is left to whoever asked.
            #expect(found.left >= 1)
            try inflater.restart()
        }
    }

    @Test func `damage is told behind what stands before it, and an early end is no end`() throws {
        let content = GzipTests.sample(70_000)
        let data = try bare(content)
        var inflater = try Inflater(.none)
        #expect(try read(&inflater, Array(data.dropLast(9)), piece: 1_000, room: 1_000).left == -1)
        var before: [Int] = []
        for piece in [1, 64, 100_000] {
            var damaged = data
            for place in data.count / 2..<data.count / 2 + 200 { damaged[place] = 0xFF }
            var inflater = try Inflater(.none)
            let found = try read(&inflater, damaged, piece: piece, room: 65_536)
            before.append(found.content.count)
        }
        #expect(Set(before).count == 1, "the same bytes come out however they are given: \(before)")
    }
}
