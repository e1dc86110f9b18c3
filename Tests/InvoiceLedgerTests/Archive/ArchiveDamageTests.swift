import Compression
import DurableFiles
import InvoiceModel
import Testing

@testable import InvoiceLedger

struct ArchiveDamageTests {
    /// Three segments, five blocks.
    private static func small(_ codec: Codec) throws -> (archive: TestArchive, places: [BlockLocation], ArchivePosition)
    {
        let archive = try TestArchive(limits: ArchiveLimits(segmentBytes: 480))
        let contents = (1...5).map { block(UInt64($0), bytes: 40) }
        let (places, end) = try archive.write(contents, codec: codec)
        #expect(end.segment >= 2)
        return (archive, places, end)
    }

    /// The place a byte belongs to.
    private static func place(
        of byte: Int,
        in segment: UInt64,
        _ places: [BlockLocation]
    ) -> (block: UInt64, offset: UInt64) {
        let holder = places.first {
            $0.segment == segment && $0.offset <= byte && byte < $0.offset + UInt64($0.length)
        }
        return (holder?.block ?? 0, holder?.offset ?? 0)
    }

    /// The damage a scan ends with; a torn tail counts where it is allowed.
    private static func damage(_ archive: TestArchive, upTo end: ArchivePosition?) throws -> ArchiveDamage? {
        do {
            let scan = try archive.scan(upTo: end)
            while let block = try scan.next() { _ = try block.content() }
            return scan.tornTail
        } catch ArchiveError.damage(let damage) {
            return damage
        }
    }

    @Test(arguments: Codec.available, [true, false])
    func `each flipped byte is noticed and named by its place`(codec: Codec, isEndKnown: Bool) throws {
        let (archive, places, end) = try ArchiveDamageTests.small(codec)
        for segment in 1...end.segment {
            let whole = try archive.bytes(segment)
            for index in whole.indices {
                var broken = whole
                broken[index] ^= UInt8(1 << (index % 8))
                try archive.replace(segment, by: broken)
                let found = try ArchiveDamageTests.damage(archive, upTo: isEndKnown ? end : nil)
                let place = ArchiveDamageTests.place(of: index, in: segment, places)
                #expect(found?.segment == segment, "segment \(segment), byte \(index)")
                #expect(found?.block == place.block, "segment \(segment), byte \(index)")
                #expect(found?.offset == place.offset, "segment \(segment), byte \(index)")
            }
            try archive.replace(segment, by: whole)
        }
        #expect(try ArchiveDamageTests.damage(archive, upTo: end) == nil)
    }

    @Test func `a reader notices each flipped byte of the block it reads`() throws {
        let (archive, places, _) = try ArchiveDamageTests.small(.zlib)
        let place = places[1]
        let whole = try archive.bytes(place.segment)
        for index in Int(place.offset)..<(Int(place.offset) + Int(place.length)) {
            var broken = whole
            broken[index] ^= 64
            try archive.replace(place.segment, by: broken)
            let error = #expect(throws: ArchiveError.self) { try archive.reader().facts(at: place) }
            guard case .damage(let damage) = error else {
                Issue.record("byte \(index): \(String(describing: error))")
                continue
            }
            #expect(damage.block == place.block && damage.offset == place.offset)
        }
    }

    @Test(arguments: Codec.available)
    func `each truncation is a torn tail, or damage where the end is known`(codec: Codec) throws {
        let (archive, places, end) = try ArchiveDamageTests.small(codec)
        for segment in (1...end.segment).reversed() {
            let whole = try archive.bytes(segment)
            for size in 0..<whole.count {
                try archive.replace(segment, by: Array(whole.prefix(size)))
                // Everything whole before the cut is found; a cut between two blocks cannot be seen without an end.
                let scan = try archive.scan()
                var blocks: UInt64 = 0
                while try scan.next() != nil { blocks += 1 }
                let isWhole: (BlockLocation) -> Bool = {
                    $0.segment < segment || ($0.segment == segment && $0.offset + UInt64($0.length) <= size)
                }
                #expect(blocks == places.count(where: isWhole))
                let isBetween = size == 64 || places.contains { $0.segment == segment && $0.offset == size }
                #expect((scan.tornTail == nil) == isBetween, "segment \(segment), \(size) bytes")

                let damage = try ArchiveDamageTests.damage(archive, upTo: end)
                #expect(damage?.segment == segment, "segment \(segment), \(size) bytes")
                #expect(damage?.block == (size < 64 ? 0 : blocks + 1), "segment \(segment), \(size) bytes")
                #expect(throws: ArchiveError.self) { try archive.writer(end) }
            }
            try DurableFiles.remove(archive.segment(segment))
            #expect(throws: ArchiveError.self) { try archive.contents(upTo: end) }
        }
    }

    @Test func `a segment cut short or missing with another behind it is damage, end known or not`() throws {
        let (archive, _, end) = try ArchiveDamageTests.small(.zlib)
        let whole = try archive.bytes(1)
        for size in 0..<whole.count {
            try archive.replace(1, by: Array(whole.prefix(size)))
            for end in [nil, end] {
                #expect(throws: ArchiveError.self) { try archive.contents(upTo: end) }
            }
        }
        try DurableFiles.remove(archive.segment(1))
        let error = #expect(throws: ArchiveError.self) { try archive.contents() }
        #expect(error == .damage(1, block: 0, at: 0, "the file is missing"))
    }

    @Test func `zeros where bytes never arrived are a torn tail, unless a whole block follows`() throws {
        let archive = try TestArchive()
        let (places, end) = try archive.write((1...4).map { block($0, bytes: 300) }, codec: .stored)
        let whole = try archive.bytes(1)
        func zeroed(_ from: Int, _ to: Int) -> [UInt8] {
            whole.enumerated().map { from <= $0.offset && $0.offset < to ? 0 : $0.element }
        }
        let last = Int(places[3].offset)
        try archive.replace(1, by: zeroed(last, whole.count))
        #expect(try archive.contents().count == 3)
        #expect(throws: ArchiveError.self) { try archive.contents(upTo: end) }
        try archive.replace(1, by: zeroed(last + 200, whole.count))
        #expect(try archive.contents().count == 3)
        try archive.replace(1, by: zeroed(Int(places[2].offset), last))
        #expect(throws: ArchiveError.self) { try archive.contents() }
        try archive.replace(1, by: zeroed(0, 64))
        #expect(throws: ArchiveError.self) { try archive.contents() }
    }

    @Test func `history written anew with good check sums is not the history the store knows`() throws {
        let (archive, _, end) = try ArchiveDamageTests.small(.zlib)
        let forged = try TestArchive(limits: archive.limits)
        let contents = (1...5).map { block($0 == 2 ? 9 : UInt64($0), bytes: 40) }
        let forgedEnd = try forged.write(contents, codec: .zlib).end
        #expect(try forged.contents(upTo: forgedEnd) == contents)
        #expect(throws: ArchiveError.self) { try forged.contents(upTo: end) }
        #expect(throws: ArchiveError.self) { try forged.writer(end) }
        for segment in 1...end.segment {
            // One of the other's segments among ours.
            let whole = try archive.bytes(segment)
            try archive.replace(segment, by: forged.bytes(segment))
            if try forged.bytes(segment) != whole {
                #expect(throws: ArchiveError.self) { try archive.contents(upTo: end) }
            }
            try archive.replace(segment, by: whole)
        }
    }

    @Test func `a newer version and an unknown compression are called so`() throws {
        for (offset, value) in [(8, UInt8(2)), (10, 9)] {
            let (archive, places, end) = try ArchiveDamageTests.small(.zlib)
            var bytes = try archive.bytes(1)
            bytes[offset] = value
            LittleEndian.write(Checksum.crc32(bytes.span.extracting(0..<60)), to: &bytes, at: 60)
            try archive.replace(1, by: bytes)
            for read in [{ _ = try archive.contents(upTo: end) }, { _ = try archive.reader().facts(at: places[0]) }] {
                let error = #expect(throws: ArchiveError.self) { try read() }
                guard case .newer = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
            }
        }
    }

    @Test func `a segment of Zstandard is named where this build has none, and new blocks go elsewhere`() throws {
        let archive = try TestArchive()
        let (places, end) = try archive.write([block(1)], codec: .stored)
        var bytes = try archive.bytes(1)
        bytes[10] = Codec.zstd.rawValue
        LittleEndian.write(Checksum.crc32(bytes.span.extracting(0..<60)), to: &bytes, at: 60)
        try archive.replace(1, by: bytes)
        let error = #expect(throws: ArchiveError.self) { try archive.reader().facts(at: places[0]) }
        if Codec.zstd.isAvailable {
            guard case .damage = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        } else {
            #expect(error == .withoutCodec(.zstd, segment: 1))
        }
        let writer = try archive.writer(end, codec: .zlib)
        #expect(try writer.append(block(2)).segment == 2)
        try writer.sync()
        #expect(try archive.bytes(2)[10] == Codec.zlib.rawValue)
    }
}
