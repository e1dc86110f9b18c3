import Compression
import DurableFiles
import InvoiceModel
import TestSupport
import Testing

@testable import InvoiceLedger

struct ArchiveLimitTests {
    @Test func `a segment is filled up to its limit and not one byte past it`() throws {
        let two = 64 + 2 * (96 + 10 + 100)
        for (limit, segment) in [(two, UInt64(1)), (two - 1, 2)] {
            let archive = try TestArchive(limits: ArchiveLimits(segmentBytes: UInt64(limit)))
            var content = block(1, bytes: 100)
            content.facts = [UInt8](repeating: 1, count: 10)
            #expect(try archive.write([content, content], codec: .stored).end.segment == segment)
        }
    }

    @Test func `a block larger than a segment stands alone in one`() throws {
        let archive = try TestArchive(limits: ArchiveLimits(segmentBytes: 300))
        let contents = [block(1, bytes: 50), block(2, bytes: 5_000), block(3, bytes: 50)]
        let (places, end) = try archive.write(contents, codec: .stored)
        #expect(places.map(\.segment) == [1, 2, 3])
        #expect(try archive.contents(upTo: end) == contents)
    }

    @Test func `a block takes another entry up to its limits and not past them`() {
        let limits = ArchiveLimits()
        #expect(limits.admits(1 << 30, after: 0, originals: 0))
        #expect(limits.admits(10, after: 255, originals: 0))
        #expect(!limits.admits(10, after: 256, originals: 0))
        #expect(limits.admits(8 << 20, after: 1, originals: 0))
        #expect(limits.admits(1, after: 1, originals: (8 << 20) - 1))
        #expect(!limits.admits(1, after: 1, originals: 8 << 20))
    }

    @Test(arguments: Codec.available)
    func `a single message larger than a block's limit is kept whole`(codec: Codec) throws {
        let archive = try TestArchive()
        let contents = [block(1, count: 1, bytes: (8 << 20) + 1), block(2, count: 256, bytes: 8 << 20)]
        let (places, end) = try archive.write(contents, codec: codec)
        #expect(try archive.contents(upTo: end) == contents)
        let reader = archive.reader()
        #expect(try reader.originals(at: places[0]) == contents[0].originals)
        #expect(try reader.originals(at: places[1], upTo: 5_000).prefix(5_000) == contents[1].originals.prefix(5_000))
    }

    @Test func `a section up to the limit is kept, one past it refused before anything is written`() throws {
        let archive = try TestArchive(limits: ArchiveLimits(sectionBytes: 2_000))
        let writer = try archive.writer(codec: .stored)
        try writer.append(block(1, count: 1, bytes: 2_000))
        let error = #expect(throws: ArchiveError.self) { try writer.append(block(2, count: 1, bytes: 2_001)) }
        #expect(error == .tooLarge(bytes: 2_001))
        // Nothing happened to the archive: the writer goes on.
        try writer.append(block(3, count: 1, bytes: 10))
        try writer.sync()
        #expect(writer.end.block == 2)
        #expect(try archive.contents(upTo: writer.end).count == 2)
    }

    @Test func `a header that claims more than the limits is damage, whatever its check sums`() throws {
        let archive = try TestArchive()
        let (places, end) = try archive.write([block(1)], codec: .stored)
        let strict = [
            ArchiveLimits(blockEntries: 2), ArchiveLimits(blockOriginals: 399), ArchiveLimits(sectionBytes: 399),
        ]
        for limits in strict {
            var other = archive
            other.limits = limits
            #expect(throws: ArchiveError.self) { try other.contents(upTo: end) }
            #expect(throws: ArchiveError.self) { try other.reader().facts(at: places[0]) }
        }
        var equal = archive
        equal.limits = ArchiveLimits(blockEntries: 3, blockOriginals: 400, sectionBytes: 400)
        #expect(try equal.contents(upTo: end).count == 1)
    }

    @Test func `the cache of blocks stays within its bytes and changes no answer`() throws {
        let archive = try TestArchive()
        let contents = (1...30).map { block(UInt64($0), bytes: 1_000 * ($0 % 7) + 10) }
        let (places, _) = try archive.write(contents, codec: .preferred)
        var random = SeededRandom(seed: 11)
        for limit in [0, 5_000, 20_000, 1 << 20] {
            let reader = archive.reader(cacheBytes: limit)
            for _ in 0..<400 {
                let index = Int.random(in: 0..<30, using: &random)
                let upTo = Int.random(in: 0...8_000, using: &random)
                let wanted = contents[index].originals.prefix(upTo)
                #expect(try reader.originals(at: places[index], upTo: upTo).prefix(upTo) == wanted)
                if upTo % 3 == 0 { #expect(try reader.facts(at: places[index]) == contents[index].facts) }
                #expect(reader.cachedBytes <= limit)
            }
        }
    }

    @Test func `a reader opens more segments than it keeps open`() throws {
        let archive = try TestArchive(limits: ArchiveLimits(segmentBytes: 100))
        let contents = (1...40).map { block(UInt64($0), bytes: 10) }
        let (places, _) = try archive.write(contents, codec: .stored)
        let reader = archive.reader(cacheBytes: 0)
        for (place, content) in Array(zip(places, contents)) + Array(zip(places, contents)) {
            #expect(try reader.originals(at: place) == content.originals)
        }
    }
}
