import DurableFiles
import Foundation
import Testing

/// A folder of its own for one test, removed with the object.
private final class Folder {
    let path = NSTemporaryDirectory() + "xacthuc-files-\(UUID().uuidString)"

    init() throws {
        try DurableFiles.makeDirectory(path, mode: 0o700)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ text: String, to name: String) throws {
        try DurableFiles.write(Array(text.utf8).span, to: "\(path)/\(name)", mode: 0o644)
    }

    func text(_ name: String) throws -> String {
        String(decoding: try DurableFiles.read("\(path)/\(name)"), as: UTF8.self)
    }
}

struct DurableFilesTests {
    @Test(arguments: [UInt32(0o600), 0o644, 0o666, 0o777])
    func `permissions are exactly those asked for`(mode: UInt32) throws {
        let folder = try Folder()
        try DurableFiles.write([1, 2].span, to: "\(folder.path)/file", mode: mode)
        #expect(try DurableFiles.mode(of: "\(folder.path)/file") == mode)
        try DurableFiles.makeDirectory("\(folder.path)/folder", mode: mode)
        #expect(try DurableFiles.mode(of: "\(folder.path)/folder") == mode)
    }

    @Test func `a write replaces the whole file and leaves nothing beside it`() throws {
        let folder = try Folder()
        try folder.write("a long first content", to: "file")
        try folder.write("short", to: "file")
        #expect(try folder.text("file") == "short")
        #expect(try DurableFiles.list(folder.path) == ["file"])
    }

    @Test func `a write that fails leaves the old file and nothing beside it`() throws {
        let folder = try Folder()
        try DurableFiles.makeDirectory("\(folder.path)/file", mode: 0o700)
        try folder.write("inside", to: "file/inner")
        #expect(throws: FileError.self) { try folder.write("new", to: "file") }
        #expect(try DurableFiles.list(folder.path) == ["file/inner"])
        let error = #expect(throws: FileError.self) { try folder.write("new", to: "missing/file") }
        #expect(error?.isMissing == true)
    }

    @Test func `reading stops at its limit`() throws {
        let folder = try Folder()
        try folder.write(String(repeating: "x", count: 10_000), to: "file")
        #expect(try DurableFiles.read("\(folder.path)/file", limit: 10_000).count == 10_000)
        #expect(try DurableFiles.size(of: "\(folder.path)/file") == 10_000)
        let error = #expect(throws: FileError.self) {
            try DurableFiles.read("\(folder.path)/file", limit: 9_999)
        }
        #expect(error?.errorNumber == 27)
        // A file without a size of its own.
        #expect(try DurableFiles.read("/proc/self/status", limit: 100_000).count > 100)
    }

    @Test func `a listing has the order of LC_ALL=C sort and follows no folder twice`() throws {
        let folder = try Folder()
        for name in ["b", "a-b", "a.b", "đ", "Z", "0"] { try folder.write("", to: name) }
        for name in ["a", "a/deep", "Ă"] { try DurableFiles.makeDirectory("\(folder.path)/\(name)", mode: 0o700) }
        for name in ["a/x", "a/deep/y", "Ă/1", "a/."] where name != "a/." { try folder.write("", to: name) }
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/a/loop",
            withDestinationPath: folder.path
        )
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/link",
            withDestinationPath: "\(folder.path)/b"
        )
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "find . -type f -o -name link | cut -c3- | LC_ALL=C sort"]
        process.currentDirectoryURL = URL(filePath: folder.path)
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let judged = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let listed = try DurableFiles.list(folder.path)
        #expect(listed.count == 10)
        #expect(listed == judged.split(separator: "\n").map(String.init))
    }

    @Test func `the second taker of a lock is told who holds it`() throws {
        let folder = try Folder()
        let path = "\(folder.path)/LOCK"
        var first: LockFile? = try LockFile(path: path, holder: "the first, process 1")
        let error = #expect(throws: FileError.self) { try LockFile(path: path, holder: "the second") }
        #expect(error?.holder == "the first, process 1")
        #expect("\(try #require(error))" == "\(path) is held by the first, process 1")
        withExtendedLifetime(first) {}
        first = nil
        _ = try LockFile(path: path, holder: "the second")
        #expect(try folder.text("LOCK") == "the second\n")
    }

    @Test func `a lock let go is free although a child process has a copy of the file`() throws {
        let folder = try Folder()
        let path = "\(folder.path)/LOCK"
        var first: LockFile? = try LockFile(path: path, holder: "the first")
        // What a child has between fork and exec: another descriptor of the same open file.
        let names = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        let name = names.first { name in
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(name)")) == path
        }
        let copy = dup(try #require(name.flatMap { Int32($0) }))
        #expect(copy >= 0)
        defer { close(copy) }
        withExtendedLifetime(first) {}
        first = nil
        _ = try LockFile(path: path, holder: "the second")
    }

    @Test func `what stands at a path is told apart`() throws {
        let folder = try Folder()
        try folder.write("", to: "file")
        #expect(try DurableFiles.kind(of: folder.path) == .directory)
        #expect(try DurableFiles.kind(of: "\(folder.path)/file") == .file)
        #expect(try DurableFiles.kind(of: "\(folder.path)/nothing") == nil)
        #expect(try DurableFiles.kind(of: "\(folder.path)/file/below") == nil)
        try DurableFiles.rename("\(folder.path)/file", to: "\(folder.path)/renamed")
        try DurableFiles.remove("\(folder.path)/renamed")
        #expect(try DurableFiles.list(folder.path).isEmpty)
    }

    @Test(arguments: [("/a/b", "/a"), ("/a", "/"), ("a", "."), ("a/b/", "a"), ("/", "/")])
    func `the parent of a path`(path: String, parent: String) {
        #expect(DurableFiles.parent(of: path) == parent)
    }
}

struct AppendFileTests {
    @Test func `bytes are appended, read anywhere and cut off`() throws {
        let folder = try Folder()
        let path = "\(folder.path)/file"
        let file = try AppendFile(creating: path, mode: 0o640)
        #expect(try DurableFiles.mode(of: path) == 0o640)
        try file.append(Array("0123456789".utf8).span, at: 0)
        try file.append(Array("abc".utf8).span, at: 10)
        try file.syncData()
        try file.sync()
        #expect(try file.size() == 13)
        var bytes: [UInt8] = [1]
        try file.read(atMost: 4, at: 8, appendingTo: &bytes)
        #expect(bytes == [1] + Array("89ab".utf8))
        try file.read(atMost: 100, at: 12, appendingTo: &bytes)
        #expect(bytes.count == 6)
        try file.read(atMost: 100, at: 50, appendingTo: &bytes)
        #expect(bytes.count == 6)
        try file.truncate(to: 3)
        #expect(try folder.text("file") == "012")
    }

    @Test func `a file that is there is not made again, and one for reading takes nothing`() throws {
        let folder = try Folder()
        let path = "\(folder.path)/file"
        try folder.write("x", to: "file")
        #expect(throws: FileError.self) { try AppendFile(creating: path, mode: 0o600) }
        let file = try AppendFile(opening: path, for: .read)
        #expect(throws: FileError.self) { try file.append([1].span, at: 1) }
        #expect(try AppendFile(opening: path, for: .append).size() == 1)
        let missing = #expect(throws: FileError.self) {
            try AppendFile(opening: "\(folder.path)/other", for: .append)
        }
        #expect(missing?.isMissing == true)
    }
}
