import Compression
import Foundation
import InvoiceModel
import Testing

@testable import InvoiceEngine

@Suite struct InputTests {
    private func walk(_ paths: [String]) -> [InputWalk.Step] {
        Array(IteratorSequence(InputWalk(paths)))
    }

    private func names(_ paths: [String], below folder: String) -> [String] {
        walk(paths).compactMap { step in
            guard case .file(let file, _) = step else { return nil }
            return String(file.name.dropFirst(folder.utf8.count + 1))
        }
    }

    @Test func `folders are read recursively in the byte order of whole paths`() throws {
        let folder = try TemporaryFolder()
        let files = [
            "b.xml", "a/z.xml", "a.xml", "a-b.xml", "a/b/c.xml", "Z.xml", "é.xml", "c.XML.gz", "a0.xml", "d.zip",
            "d.TAR", "d.tgz", "d.tar.gz", "e.ndjson", "e.ndjson.gz",
        ]
        for name in files { try folder.write("x", to: name) }
        for name in ["e.manifest.p7s", ".hidden.xml", "notes.txt", ".git/a.xml", "notes.gz", "a.zip.sig"] {
            try folder.write("x", to: name)
        }
        let expected = files.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        #expect(names([folder.path], below: folder.path) == expected)
        #expect(names([folder.path + "/"], below: folder.path) == expected)
    }

    @Test func `what is named itself is read whatever its name, and in the order of the names`() throws {
        let folder = try TemporaryFolder()
        let second = try folder.write("x", to: "message.txt")
        let first = try folder.write("x", to: "z.xml")
        #expect(names([first, second], below: folder.path) == ["z.xml", "message.txt"])
    }

    @Test func `a missing path is told and the others are read`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("x", to: "a.xml")
        let steps = walk([folder.path + "/none", file, "-"])
        #expect(steps.count == 3)
        guard case .failure(let path, _) = steps[0], case .pipe(let input) = steps[2] else {
            Issue.record("\(steps)")
            return
        }
        #expect(path == folder.path + "/none")
        #expect(input.isStandardInput)
    }

    @Test func `a link to a folder is not followed, one to a file is`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("x", to: "a/b.xml")
        let manager = FileManager.default
        try manager.createSymbolicLink(atPath: folder.path + "/a/loop", withDestinationPath: folder.path)
        try manager.createSymbolicLink(atPath: folder.path + "/link.xml", withDestinationPath: file)
        #expect(names([folder.path], below: folder.path) == ["a/b.xml", "link.xml"])
    }

    @Test(.timeLimit(.minutes(1)))
    func `a name that is not UTF-8 and a pipe that nobody writes to do not hold up the other files`() throws {
        let folder = try TemporaryFolder()
        for name in ["a.xml", "z.xml"] { try folder.write("x", to: name) }
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", "mkfifo pipe.xml && : > \"$(printf 'b\\377.xml')\" && mkfifo other"]
        shell.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        try shell.run()
        shell.waitUntilExit()
        try #require(shell.terminationStatus == 0)
        let steps = walk([folder.path])
        #expect(names([folder.path], below: folder.path) == ["a.xml", "z.xml"])
        #expect(steps.count == 4, "\(steps)")
    }

    @Test func `a compressed message is its content, a bomb and a damaged file are faults`() throws {
        let folder = try TemporaryFolder()
        var limits = Limits()
        limits.messageBytes = 1_000
        let reader = InputReader(limits: limits)
        func read(_ bytes: [UInt8]) throws -> InputMessage {
            try reader.read(InputFile(name: folder.write(bytes, to: "m")))
        }
        let content = [UInt8](repeating: 0x20, count: 1_000)
        #expect(try read(Gzip.deflate(content)).bytes == content)
        #expect(try read(Gzip.deflate(content + [0x20])).fault == .xmlTooLarge)
        let half = try Array(Gzip.deflate(content).dropLast(5))
        #expect(try read(half).fault == .xmlSyntax)
        #expect(try read(half).bytes == half)
        #expect(try read(content).fault == nil)
    }

    @Test func `a file beyond every limit is not read whole`() throws {
        let folder = try TemporaryFolder()
        var limits = Limits()
        limits.messageBytes = 1_000
        let path = try folder.write([UInt8](repeating: 0x20, count: 5_000_000), to: "m")
        #expect(try InputReader(limits: limits).read(InputFile(name: path)).bytes.count < 100_000)
    }

    @Test func `batches are bounded in number and bytes`() throws {
        let folder = try TemporaryFolder()
        for index in 10..<35 { try folder.write([UInt8](repeating: 0x20, count: 2_000_000), to: "\(index).xml") }
        var feed = InputFeed([folder.path, folder.path + "/none"], limits: Limits())
        var counts: [Int] = []
        while let items = feed.next(count: 20) { counts.append(items.count) }
        // Whoever brings a batch to its bytes still belongs to it.
        let most = InputFeed.batchBytes / 2_000_000 + 1
        // Twenty-five files, and the path that is missing.
        let whole = 26 / most
        #expect(counts == Array(repeating: most, count: whole) + (26 % most > 0 ? [26 % most] : []))
        var small = InputFeed([folder.path], limits: Limits())
        #expect(small.next(count: most - 1)?.count == most - 1)
        var missing = InputFeed([folder.path + "/none"], limits: Limits())
        guard case .failure(let error)? = missing.next(count: 20)?.first else {
            Issue.record("a missing path is a failure")
            return
        }
        #expect(error.code == .file)
    }
}
