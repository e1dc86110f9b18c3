import Compression
import Testing

@Suite struct GzipTests {
    /// Bytes that repeat enough to shrink, from a fixed seed.
    static func sample(_ count: Int) -> [UInt8] {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 60)
        }
    }

    @Test(arguments: [0, 1, 100, 65_535, 65_536, 65_537, 300_000])
    func `content comes back as it went in`(count: Int) throws {
        let content = GzipTests.sample(count)
        let data = try Gzip.deflate(content)
        #expect(Gzip.looksCompressed(data))
        #expect(try Gzip.inflate(data, limit: count) == content)
    }

    @Test(arguments: [1, 2, 7, 4_096]) func `pieces of any size give the same content`(size: Int) throws {
        let content = GzipTests.sample(100_000)
        let data = try Gzip.deflate(content)
        var inflater = try GzipInflater(limit: content.count)
        var read: [UInt8] = []
        for start in stride(from: 0, to: data.count, by: size) {
            try inflater.append(data.span.extracting(start..<min(start + size, data.count)), to: &read)
        }
        try inflater.finish()
        #expect(read == content)
    }

    @Test func `content at the limit passes and one byte more is refused`() throws {
        let content = GzipTests.sample(70_000)
        let data = try Gzip.deflate(content)
        #expect(try Gzip.inflate(data, limit: 70_000).count == 70_000)
        #expect(throws: GzipError(.tooLarge)) { try Gzip.inflate(data, limit: 69_999) }
    }

    @Test func `a bomb stops at the limit`() throws {
        let data = try Gzip.deflate([UInt8](repeating: 0x20, count: 64 << 20))
        #expect(data.count < 100_000)
        var inflater = try GzipInflater(limit: 1_000_000)
        var read: [UInt8] = []
        do {
            try inflater.append(data.span, to: &read)
            Issue.record("the bomb was not refused")
        } catch {
            #expect(error == GzipError(.tooLarge))
        }
        #expect(read.count <= 1_000_000)
    }

    @Test func `members one after another are one content and zero padding is allowed`() throws {
        let two = try Gzip.deflate([1, 2, 3]) + Gzip.deflate([4, 5])
        #expect(try Gzip.inflate(two, limit: 5) == [1, 2, 3, 4, 5])
        #expect(try Gzip.inflate(two + [0, 0, 0], limit: 5) == [1, 2, 3, 4, 5])
        #expect(throws: GzipError(.damaged)) { try Gzip.inflate(two + [7, 7, 7], limit: 5) }
    }

    @Test func `every truncation is refused`() throws {
        let data = try Gzip.deflate(GzipTests.sample(500))
        for count in 0..<data.count {
            #expect(throws: GzipError(.truncated), "\(count) bytes") {
                try Gzip.inflate(Array(data[..<count]), limit: 1_000)
            }
        }
    }

    @Test func `no changed byte gives other content`() throws {
        let content = GzipTests.sample(500)
        let data = try Gzip.deflate(content)
        for index in data.indices {
            var changed = data
            changed[index] ^= 0x10
            let read = try? Gzip.inflate(changed, limit: 1_000)
            // Header fields and the spare bits of the last deflate byte say nothing about the content.
            let isHarmless = read == nil || read == content
            #expect(isHarmless, "byte \(index)")
        }
    }

    @Test func `plain text is not gzip`() {
        #expect(!Gzip.looksCompressed(Array("<TDiep>".utf8)))
        #expect(throws: GzipError(.damaged)) { try Gzip.inflate(Array("<TDiep>".utf8), limit: 100) }
    }
}
