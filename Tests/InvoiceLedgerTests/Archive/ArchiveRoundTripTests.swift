import Compression
import DurableFiles
import InvoiceModel
import Testing

@testable import InvoiceLedger

struct ArchiveRoundTripTests {
    @Test(arguments: Codec.available)
    func `what was appended is read again, over several segments`(codec: Codec) throws {
        let archive = try TestArchive(limits: ArchiveLimits(segmentBytes: 1_500))
        let contents = (1...40).map { block(UInt64($0) * 3, bytes: $0 * 17 % 900) }
        let (places, end) = try archive.write(contents, codec: codec)
        #expect(end.segment > 2)
        #expect(end.block == 40)
        #expect(try archive.contents() == contents)
        #expect(try archive.contents(upTo: end) == contents)

        let reader = archive.reader()
        for (place, content) in zip(places, contents).reversed() {
            #expect(try reader.facts(at: place) == content.facts)
            #expect(try reader.originals(at: place) == content.originals)
            #expect(try reader.header(at: place).first == content.first)
        }
        for number in 1...end.segment {
            #expect(try DurableFiles.size(of: archive.segment(number)) <= 1_500)
        }
    }

    @Test func `blocks of every codec follow one another, each codec in segments of its own`() throws {
        let archive = try TestArchive()
        var end = ArchivePosition.start
        var contents: [BlockContent] = []
        for number in 1...9 {
            let writer = try archive.writer(end, codec: Codec.available[number % Codec.available.count])
            contents.append(block(UInt64(number)))
            contents.append(block(UInt64(number), kind: .changes))
            for content in contents.suffix(2) { try writer.append(content) }
            try writer.sync()
            end = writer.end
        }
        #expect(end.segment == 9)
        #expect(try archive.contents(upTo: end) == contents)
    }

    @Test func `a block encoded elsewhere gets number, chain and place from the writer`() throws {
        let archive = try TestArchive()
        let writer = try archive.writer(codec: .zlib)
        let encoded = try [1, 2, 3].map { try BlockEncoder(.zlib).encode(block($0)) }
        for block in encoded { try writer.append(block) }
        try writer.sync()
        #expect(try archive.contents(upTo: writer.end) == [block(1), block(2), block(3)])
        let again = try TestArchive()
        #expect(try again.write([block(1), block(2), block(3)], codec: .zlib).end == writer.end)
    }

    @Test func `appending goes on behind the committed end after opening again`() throws {
        let archive = try TestArchive()
        var end = ArchivePosition.start
        for number in 1...5 {
            let writer = try archive.writer(end)
            try writer.append(block(UInt64(number)))
            try writer.sync()
            end = writer.end
        }
        #expect(end.segment == 1)
        #expect(try archive.contents(upTo: end) == (1...5).map { block($0) })
    }

    @Test func `a scan goes on from the middle and stops at a committed end before the last block`() throws {
        let archive = try TestArchive(limits: ArchiveLimits(segmentBytes: 1_200))
        let writer = try archive.writer()
        var ends: [ArchivePosition] = []
        for number in 1...12 {
            try writer.append(block(UInt64(number)))
            ends.append(writer.end)
        }
        try writer.sync()
        for (first, start) in ends.enumerated() {
            for (last, end) in ends.enumerated() where last >= first {
                let scan = try archive.scan(from: start, upTo: end)
                var found: [UInt64] = []
                while let block = try scan.next() { found.append(block.header.number) }
                #expect(found == Array((UInt64(first) + 1)...(UInt64(last) + 1)).dropFirst().map { $0 })
                #expect(scan.position == end)
            }
        }
    }

    @Test func `an archive that does not exist has no blocks, unless some are committed`() throws {
        let archive = try TestArchive()
        #expect(try archive.contents() == [])
        let end = try TestArchive().write([block(1)], codec: .zlib).end
        #expect(throws: ArchiveError.self) { try archive.contents(upTo: end) }
        #expect(throws: ArchiveError.self) { try archive.writer(end) }
    }
}
