import InvoiceModel
import Testing

@testable import InvoiceEngine

/// Streams of lines are cut by their bytes alone.
@Suite struct LineCutterTests {
    /// Lines and bytes of each piece, as they come through a pipe some bytes at a time.
    private func pieces(
        _ text: String,
        piece: Int = 7,
        lineBytes: Int = 2_000_000,
        counts: [Int] = []
    ) throws -> [String] {
        var rest = Array(text.utf8)[...]
        let stream = ByteStream { (buffer) throws(ContainerError) in
            buffer += rest.prefix(piece)
            let isMore = !rest.isEmpty
            rest = rest.dropFirst(piece)
            return isMore
        }
        var cutter = LineCutter(stream, lineBytes: lineBytes, counts: counts)
        var pieces: [String] = []
        while let next = try cutter.next() {
            let what = next.isTooLong ? "too long" : "\(next.bytes.count)"
            pieces.append("\(next.firstLine)+\(next.count) \(what) @\(next.offset)")
        }
        return pieces
    }

    @Test(arguments: [1, 7, 4_096, 1_000_000])
    func `a chunk has at most its number of lines, however they arrive`(piece: Int) throws {
        let limit = LineLimits.lines
        for (count, expected) in [
            (limit - 1, ["1+\(limit - 1) \(2 * limit - 2) @0"]), (limit, ["1+\(limit) \(2 * limit) @0"]),
            (limit + 1, ["1+\(limit) \(2 * limit) @0", "\(limit + 1)+1 2 @\(2 * limit)"]),
        ] {
            let text = String(repeating: "x\n", count: count)
            #expect(try pieces(text, piece: piece) == expected)
        }
    }

    @Test func `a chunk has at most its number of bytes, line ends counted`() throws {
        let half = String(repeating: "x", count: LineLimits.bytes / 2 - 1) + "\n"
        #expect(try pieces(half + half, piece: 100_000) == ["1+2 \(LineLimits.bytes) @0"])
        let more = half + "x" + half
        #expect(
            try pieces(more, piece: 100_000) == [
                "1+1 \(half.utf8.count) @0", "2+1 \(half.utf8.count + 1) @\(half.utf8.count)",
            ]
        )
    }

    @Test func `the last line needs no line feed, and no bytes are no chunk`() throws {
        #expect(try pieces("") == [])
        #expect(try pieces("ab") == ["1+1 2 @0"])
        #expect(try pieces("ab\ncd") == ["1+2 5 @0"])
        #expect(try pieces("ab\n\n") == ["1+2 4 @0"])
    }

    @Test func `a line longer than any that is read is passed over, and costs only itself`() throws {
        let limit = LineLimits.bytes + 10
        func cut(_ text: String, _ piece: Int = 65_536) throws -> [String] {
            try pieces(text, piece: piece, lineBytes: limit)
        }
        let longest = String(repeating: "x", count: limit)
        let end = longest.utf8.count + 4
        #expect(try cut("a\n\(longest)x\nb\n") == ["1+1 2 @0", "2+1 too long @2", "3+1 2 @\(end)"])
        #expect(try cut("a\n\(longest)\nb\n") == ["1+1 2 @0", "2+1 \(limit + 1) @2", "3+1 2 @\(end - 1)"])
        #expect(try cut(longest) == ["1+1 \(limit) @0"])
        for piece in [65_536, 4_000_000] {
            #expect(try cut(longest + "x", piece) == ["1+1 too long @0"])
            #expect(try cut(longest + "x\n", piece) == ["1+1 too long @0"])
        }
    }

    @Test func `a line longer than a chunk stands alone`() throws {
        let long = String(repeating: "x", count: LineLimits.bytes) + "\n"
        #expect(
            try pieces("a\n" + long + "b\n", piece: 65_536) == [
                "1+1 2 @0", "2+1 \(long.utf8.count) @2", "3+1 2 @\(long.utf8.count + 2)",
            ]
        )
    }

    @Test func `a manifest says how many lines its chunks have`() throws {
        let text = String(repeating: "x\n", count: 6)
        #expect(try pieces(text, counts: [2, 3, 1]) == ["1+2 4 @0", "3+3 6 @4", "6+1 2 @10"])
        #expect(try pieces(text, counts: [2, 5]) == ["1+2 4 @0", "3+4 8 @4"])
        #expect(try pieces(text, counts: [1]) == ["1+1 2 @0", "2+5 10 @2"])
    }

    @Test func `lines begin with the brace of an object, white space apart`() {
        for (text, isLines) in [("{}", true), (" \r\n\t{", true), ("<a/>", false), ("", false), ("[{}]", false)] {
            let bytes = Array(text.utf8)
            #expect(LineCutter.beginsLines(bytes.span) == isLines)
        }
    }
}
