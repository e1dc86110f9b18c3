import DurableFiles
import Foundation
import Testing

@Suite struct FileCopyTests {
    private let path = NSTemporaryDirectory() + "xacthuc-copy-\(UUID().uuidString)"

    /// Runs a test in a folder of its own that holds `file` with some megabytes.
    private func inFolder(_ body: (_ content: [UInt8]) throws -> Void) throws {
        try DurableFiles.makeDirectory(path, mode: 0o700)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let content = (0..<2_500_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 11) }
        try DurableFiles.write(content.span, to: "\(path)/file", mode: 0o640)
        try body(content)
    }

    @Test func `a file, or its beginning, is copied with its permissions or others`() throws {
        try inFolder { content throws in
            var told = 0
            try DurableFiles.copy("\(path)/file", to: "\(path)/whole") { told += $0 }
            #expect(told == content.count)
            #expect(try DurableFiles.read("\(path)/whole") == content)
            #expect(try DurableFiles.mode(of: "\(path)/whole") == 0o640)
            for count in [0, 1, 1 << 20, 1_048_577, content.count] {
                try DurableFiles.copy("\(path)/file", to: "\(path)/\(count)", count: count, mode: 0o600)
                #expect(try DurableFiles.read("\(path)/\(count)") == Array(content[..<count]))
                #expect(try DurableFiles.mode(of: "\(path)/\(count)") == 0o600)
            }
        }
    }

    @Test func `a file too short, a missing one and a taken name are errors`() throws {
        try inFolder { content throws in
            let short = #expect(throws: FileError.self) {
                try DurableFiles.copy("\(path)/file", to: "\(path)/short", count: content.count + 1)
            }
            #expect(short?.errorNumber == ENODATA)
            let missing = #expect(throws: FileError.self) { try DurableFiles.copy("\(path)/no", to: "\(path)/copy") }
            #expect(missing?.isMissing == true)
            let taken = #expect(throws: FileError.self) { try DurableFiles.copy("\(path)/file", to: "\(path)/file") }
            #expect(taken?.errorNumber == EEXIST)
            #expect(try DurableFiles.read("\(path)/file") == content)
        }
    }

    @Test func `a folder never takes the place of something`() throws {
        try inFolder { _ throws in
            for name in ["new", "empty", "full"] { try DurableFiles.makeDirectory("\(path)/\(name)", mode: 0o700) }
            try DurableFiles.write([1].span, to: "\(path)/full/file", mode: 0o600)
            for name in ["empty", "full", "file"] {
                let taken = #expect(throws: FileError.self) {
                    try DurableFiles.renameNew("\(path)/new", to: "\(path)/\(name)")
                }
                #expect(taken?.errorNumber == EEXIST, "\(name)")
            }
            try DurableFiles.renameNew("\(path)/full", to: "\(path)/other")
            #expect(try DurableFiles.read("\(path)/other/file") == [1])
            try DurableFiles.removeDirectory("\(path)/empty")
            #expect(try DurableFiles.kind(of: "\(path)/empty") == nil)
            #expect(throws: FileError.self) { try DurableFiles.removeDirectory("\(path)/other") }
        }
    }
}
