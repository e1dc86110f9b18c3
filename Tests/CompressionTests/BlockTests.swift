import Compression
import Testing

/// Blocks as an archive keeps them, in every codec this build has.
@Suite struct BlockTests {
    static let codecs = Codec.allCases.filter(\.isAvailable)
    static let counts = [0, 1, 2, 100, 65_535, 65_536, 131_073, 1_000_000]

    /// Bytes that look like many invoices: much repeats, not all of it.
    static func invoices(_ count: Int) -> [UInt8] {
        var text = ""
        var number = 7
        while text.utf8.count < count {
            number = (number &* 69_069 &+ 1) & 0xFFFF_FFFF
            let (line, name) = (number % 97, number % 1_009)
            text += "<HHDVu><STT>\(line)</STT><THHDVu>Hàng hóa \(name)</THHDVu><ThTien>\(number)</ThTien></HHDVu>\n"
        }
        return Array(text.utf8.prefix(count))
    }

    static func compressed(_ content: [UInt8], _ codec: Codec) throws -> [UInt8] {
        var data: [UInt8] = []
        let compressor = try BlockCompressor(codec)
        try compressor.compress(content.span, into: &data)
        return data
    }

    static func expanded(_ data: [UInt8], _ codec: Codec, _ rawCount: Int, upTo end: Int? = nil) throws -> [UInt8] {
        var content: [UInt8] = []
        let expander = BlockExpander()
        try expander.expand(data.span, codec: codec, rawCount: rawCount, upTo: end, into: &content)
        return content
    }

    @Test(arguments: codecs, counts) func `content comes back as it went in`(codec: Codec, count: Int) throws {
        for content in [GzipTests.sample(count), BlockTests.invoices(count), [UInt8](repeating: 0, count: count)] {
            let data = try BlockTests.compressed(content, codec)
            #expect(try BlockTests.expanded(data, codec, count) == content)
        }
    }

    @Test(arguments: codecs) func `one compressor and one expander serve many blocks and append`(codec: Codec) throws {
        let compressor = try BlockCompressor(codec)
        let expander = BlockExpander()
        for count in [10_000, 0, 300_000, 5, 70_000] {
            let content = BlockTests.invoices(count)
            var data: [UInt8] = [9]
            try compressor.compress(content.span, into: &data)
            #expect(data.first == 9)
            #expect(try Array(data[1...]) == BlockTests.compressed(content, codec))
            var read: [UInt8] = [7]
            // A damaged block in between leaves no trace.
            #expect(throws: CodecError(.damaged)) {
                try expander.expand(
                    data.span.extracting(1..<max(1, data.count - 1)),
                    codec: codec,
                    rawCount: count + 1,
                    into: &read
                )
            }
            try expander.expand(data.span.extracting(1..<data.count), codec: codec, rawCount: count, into: &read)
            #expect(read == [7] + content)
        }
    }

    @Test(arguments: codecs) func `the beginning alone is expanded, to the byte`(codec: Codec) throws {
        let content = BlockTests.invoices(700_000)
        let data = try BlockTests.compressed(content, codec)
        for end in [0, 1, 2, 65_536, 131_072, 131_073, 400_001, 699_999, 700_000, 700_001, Int.max] {
            let read = try BlockTests.expanded(data, codec, content.count, upTo: end)
            #expect(read.elementsEqual(content.prefix(end)), "up to \(end)")
        }
    }

    @Test(arguments: codecs.filter { $0 != .stored })
    func `the beginning does not need the bytes behind it`(codec: Codec) throws {
        let content = BlockTests.invoices(700_000)
        let half = try BlockTests.compressed(content, codec)
        let cut = Array(half.prefix(half.count / 2))
        #expect(try BlockTests.expanded(cut, codec, content.count, upTo: 1_000).elementsEqual(content.prefix(1_000)))
        #expect(throws: CodecError(.damaged)) { try BlockTests.expanded(cut, codec, content.count, upTo: 600_000) }
    }

    @Test(arguments: codecs) func `a wrong length is refused`(codec: Codec) throws {
        for count in [0, 1, 500, 200_000] {
            let data = try BlockTests.compressed(BlockTests.invoices(count), codec)
            for wrong in [count - 1, count + 1, 2 * count + 2, 1 << 40, Int.max] where wrong >= 0 {
                #expect(throws: CodecError(.damaged), "\(wrong) instead of \(count)") {
                    try BlockTests.expanded(data, codec, wrong)
                }
            }
        }
    }

    @Test(arguments: codecs) func `anything behind the block is refused`(codec: Codec) throws {
        for count in [0, 1, 500, 200_000] {
            let content = BlockTests.invoices(count)
            let data = try BlockTests.compressed(content, codec)
            for garbage in [[0], [0x28, 0xB5, 0x2F, 0xFD], data] where !garbage.isEmpty {
                #expect(throws: CodecError(.damaged)) { try BlockTests.expanded(data + garbage, codec, count) }
            }
        }
    }

    @Test(arguments: codecs) func `every truncation is refused`(codec: Codec) throws {
        let content = BlockTests.invoices(700)
        let data = try BlockTests.compressed(content, codec)
        for count in 0..<data.count {
            #expect(throws: CodecError(.damaged), "\(count) bytes") {
                try BlockTests.expanded(Array(data[..<count]), codec, content.count)
            }
            let beginning = try? BlockTests.expanded(Array(data[..<count]), codec, content.count, upTo: 350)
            #expect(beginning == nil || beginning == Array(content[..<350]), "\(count) bytes")
        }
    }

    @Test(arguments: codecs) func `no flipped bit gives content of another length`(codec: Codec) throws {
        let content = BlockTests.invoices(700)
        let data = try BlockTests.compressed(content, codec)
        for bit in 0..<data.count * 8 {
            var changed = data
            changed[bit / 8] ^= 1 << (bit % 8)
            for end in [nil, 350, 699] {
                do throws(CodecError) {
                    var read: [UInt8] = []
                    let expander = BlockExpander()
                    try expander.expand(changed.span, codec: codec, rawCount: 700, upTo: end, into: &read)
                    #expect(read.count == end ?? 700, "bit \(bit)")
                    // What is compressed has a check sum of its own; what is stored relies on that around the block.
                    #expect(codec == .stored || end != nil || read == content, "bit \(bit)")
                } catch {
                    #expect(error == CodecError(.damaged), "bit \(bit)")
                }
            }
        }
    }

    @Test func `a bomb gives no more than was asked for`() throws {
        for codec in BlockTests.codecs where codec != .stored {
            let data = try BlockTests.compressed([UInt8](repeating: 0x20, count: 64 << 20), codec)
            #expect(data.count < 300_000)
            #expect(try BlockTests.expanded(data, codec, 64 << 20, upTo: 1_000).count == 1_000)
            #expect(throws: CodecError(.damaged)) { try BlockTests.expanded(data, codec, 1_000) }
        }
    }

    @Test func `a codec the build has not is said to be unavailable`() throws {
        #expect(Codec.preferred.isAvailable)
        for codec in Codec.allCases where !codec.isAvailable {
            do throws(CodecError) {
                _ = try BlockCompressor(codec)
                Issue.record("\(codec) is there after all")
            } catch {
                #expect(error == CodecError(.unavailable))
            }
            #expect(throws: CodecError(.unavailable)) { try BlockTests.expanded([1, 2, 3, 4, 5], codec, 10) }
        }
    }

    @Test func `the check sum is the one of ISO 3309, in pieces or at once`() {
        let (digits, nothing): ([UInt8], [UInt8]) = (Array("123456789".utf8), [])
        let (known, none) = (Checksum.crc32(digits.span), Checksum.crc32(nothing.span))
        #expect(known == 0xCBF4_3926 && none == 0)
        let content = BlockTests.invoices(10_000)
        let whole = Checksum.crc32(content.span)
        for cut in [0, 1, 4_097, 10_000] {
            let first = Checksum.crc32(content.span.extracting(0..<cut))
            let both = Checksum.crc32(content.span.extracting(cut..<content.count), after: first)
            #expect(both == whole)
        }
    }
}
