import Compression
import Foundation
import Testing

/// Blocks held against Python's own libraries, in both directions.
@Suite struct JudgedBlockTests {
    @Test func `zlib and zstandard of Python read our blocks, and we theirs`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "xacthuc-blocks-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let contents = [
            "empty": [], "one": [0x3C], "random": GzipTests.sample(70_000), "text": BlockTests.invoices(300_000),
            "zeros": [UInt8](repeating: 0, count: 3 << 20), "large": BlockTests.invoices(9 << 20),
        ]
        let codecs = BlockTests.codecs.filter { $0 != .stored }
        for (name, content) in contents {
            try Data(content).write(to: folder.appending(path: "\(name).raw"))
            let crc = Checksum.crc32(content.span)
            try Data("\(crc)".utf8).write(to: folder.appending(path: "\(name).crc"))
            for codec in codecs {
                let data = try BlockTests.compressed(content, codec)
                try Data(data).write(to: folder.appending(path: "\(name).\(codec)"))
            }
        }
        try JudgedBlockTests.judge(folder)
        for (name, content) in contents {
            for codec in codecs {
                let data = [UInt8](try Data(contentsOf: folder.appending(path: "\(name).\(codec).judge")))
                #expect(try BlockTests.expanded(data, codec, content.count) == content, "\(name), \(codec)")
                let half = content.count / 2
                let beginning = try BlockTests.expanded(data, codec, content.count, upTo: half)
                #expect(beginning.elementsEqual(content[..<half]), "\(name), \(codec)")
            }
        }
    }

    /// Runs the judge; one that is missing or finds a fault is a failed test.
    static func judge(_ folder: URL) throws {
        let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Judges/blocks.py")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = [script.path, folder.path]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "blocks.py found a fault")
    }
}
