import Foundation
import InvoiceModel
import Testing

@testable import InvoiceEngine

/// Containers in a folder of their own, made by programs that are not ours, and what is read of them.
struct ContainerFixture {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for name in ["a.xml", "sub/b.xml"] { try folder.write(ContainerFixture.message(name), to: "in/\(name)") }
    }

    /// A small well-formed message that says its name.
    static func message(_ name: String) -> String {
        "<?xml version=\"1.0\"?>\n<TDiep><TTChung><MTDiep>\(name)</MTDiep></TTChung></TDiep>\n"
    }

    /// Runs a shell in the folder.
    func shell(_ script: String) throws {
        try run("/bin/sh", ["-e", "-c", script])
    }

    /// Runs Python in the folder; `m(name)` is the message of that name.
    func python(_ script: String) throws {
        let head = """
            import io, os, struct, sys, tarfile, zipfile, gzip, zlib
            def m(n):
                text = '<?xml version="1.0"?>\\n<TDiep><TTChung><MTDiep>%s</MTDiep></TTChung></TDiep>\\n'
                return (text % n).encode()

            """
        try run("/usr/bin/python3", ["-c", head + script])
    }

    private func run(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let said = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(String(decoding: said, as: UTF8.self))")
    }

    func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name)))
    }

    /// What comes out of a container: `name` of each message that holds what its name says, `name: code` of faults.
    func read(
        _ name: String,
        _ limits: ContainerLimits = ContainerLimits(),
        messageBytes: Int = 100_000
    ) -> [String] {
        let path = folder.path + "/" + name
        return ContainerFixture.steps(
            Container(InputFile(name: path), limits: limits, messageBytes: messageBytes),
            path
        )
    }

    /// The same of bytes that come through a pipe.
    static func read(piped bytes: [UInt8], _ limits: ContainerLimits = ContainerLimits(), piece: Int = 1) -> [String] {
        var rest = bytes[...]
        let pipe = ByteStream { (buffer) throws(ContainerError) in
            buffer += rest.prefix(piece)
            let isMore = !rest.isEmpty
            rest = rest.dropFirst(piece)
            return isMore
        }
        return steps(Container(.standardInput, pipe: pipe, limits: limits, messageBytes: 100_000), "-")
    }

    private static func steps(_ container: Container, _ path: String) -> [String] {
        var lines: [String] = []
        while let step = container.next() {
            switch step {
            case .failure(let error): lines.append("failure: \(error)")
            case .manifest(let file, _): lines.append("manifest \(file.name.dropFirst(path.utf8.count + 1))")
            case .chunk(let chunk):
                let name = chunk.file.name.dropFirst(path.utf8.count + 1)
                lines.append("\(name) \(chunk.name), \(chunk.bytes.count) bytes")
            case .refused(let outcome):
                let name = outcome.file == path ? "" : outcome.file.dropFirst(path.utf8.count + 1)
                lines.append("\(name): \(outcome.fault?.code.rawValue ?? "-")")
            case .message(let file, let bytes, _):
                let name = String(file.name.dropFirst(path.utf8.count + 1))
                let isItself = bytes == Array(message(name).utf8) || container.isConcatenated
                lines.append(isItself ? name : "\(name) of \(bytes.count) bytes")
            }
        }
        return lines
    }
}
