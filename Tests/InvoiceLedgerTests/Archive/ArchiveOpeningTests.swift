import Compression
import DurableFiles
import InvoiceModel
import Testing

@testable import InvoiceLedger

struct ArchiveOpeningTests {
    @Test func `opening cuts off everything beyond the committed end`() throws {
        for committed in 0...8 {
            let archive = try TestArchive(limits: ArchiveLimits(segmentBytes: 1_000))
            let writer = try archive.writer()
            var ends = [ArchivePosition.start]
            for number in 1...8 {
                try writer.append(block(UInt64(number)))
                ends.append(writer.end)
            }
            try writer.sync()
            #expect(writer.end.segment >= 3)

            let opened = try archive.writer(ends[committed])
            #expect(opened.end == ends[committed])
            #expect(try archive.contents() == (0..<committed).map { block(UInt64($0) + 1) })
            #expect(try DurableFiles.list(archive.path).count == Int(ends[committed].segment))
            try opened.append(block(100))
            try opened.sync()
            #expect(try archive.contents(upTo: opened.end).last == block(100))
        }
    }

    @Test func `a torn tail behind the committed end goes as well, and nothing is changed where the end is not there`()
        throws
    {
        let archive = try TestArchive()
        let (_, end) = try archive.write([block(1)], codec: .zlib)
        let whole = try archive.bytes(1)
        try archive.replace(1, by: whole + [UInt8](repeating: 0, count: 70))
        _ = try archive.writer(end)
        #expect(try archive.bytes(1) == whole)

        var other = end
        other.digest = Digest([UInt8](repeating: 1, count: 32).span)
        let longer = whole + [1, 2, 3]
        try archive.replace(1, by: longer)
        #expect(throws: ArchiveError.self) { try archive.writer(other) }
        #expect(try archive.bytes(1) == longer)
    }

    @Test(arguments: ArchiveStep.allCases, [false, true])
    func `after any failed step the writer refuses, and the disk holds all that was committed`(
        step: ArchiveStep,
        isDone: Bool
    ) throws {
        let limits = ArchiveLimits(segmentBytes: 1_000)
        // Whichever time the step comes, it fails once: until there are no more.
        var isReached = true
        var turn = 0
        while isReached {
            turn += 1
            let archive = try TestArchive(limits: limits)
            // Something to cut off, so that opening has steps too.
            let before = try archive.writer(codec: .zlib)
            try before.append(block(1))
            let first = before.end
            for number in 2...6 { try before.append(block(UInt64(number), bytes: 200 * number - 390)) }
            try before.sync()

            var left = turn
            let probe: ArchiveProbe = { (now, done) throws(FileError) in
                guard now == step, done == isDone else { return }
                left -= 1
                if left == 0 { throw FileError("test", path: "somewhere", errorNumber: 5) }
            }
            var committed = first
            var contents = [block(1)]
            do {
                let writer = try archive.writer(first, codec: .zlib, probe: probe)
                do {
                    for number in 11...16 {
                        try writer.append(block(UInt64(number)))
                        try writer.sync()
                        committed = writer.end
                        contents.append(block(UInt64(number)))
                    }
                } catch ArchiveError.file {
                    #expect(throws: ArchiveError.failed) { try writer.append(block(99)) }
                    #expect(throws: ArchiveError.failed) { try writer.sync() }
                }
            } catch ArchiveError.file {
                // Opening failed; the next one finds the same end.
            }
            isReached = left <= 0
            let opened = try archive.writer(committed, codec: .zlib)
            #expect(try archive.contents() == contents, "\(step), time \(turn)")
            try opened.append(block(77))
            try opened.sync()
            #expect(try archive.contents(upTo: opened.end) == contents + [block(77)])
        }
        #expect(turn > 1, "\(step) never came")
    }

    @Test func `a name already taken stops the writer`() throws {
        let archive = try TestArchive()
        let writer = try archive.writer()
        try DurableFiles.write([1].span, to: archive.segment(1), mode: 0o644)
        #expect(throws: ArchiveError.self) { try writer.append(block(1)) }
        #expect(throws: ArchiveError.failed) { try writer.append(block(1)) }
    }

    @Test func `files that are no segments are left alone`() throws {
        let archive = try TestArchive()
        let (_, end) = try archive.write([block(1)], codec: .zlib)
        for name in ["notes.txt", "1.seg", "0000000002.seg.bak", "0000000000.seg", "000000002.seg"] {
            try DurableFiles.write([1].span, to: "\(archive.path)/\(name)", mode: 0o644)
        }
        _ = try archive.writer(end)
        #expect(try DurableFiles.list(archive.path).count == 6)
        #expect(try archive.contents(upTo: end) == [block(1)])
    }
}
