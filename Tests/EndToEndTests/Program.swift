import Foundation
import Testing

/// The built program, run as a user runs it.
enum Program {
    /// What one run said.
    struct Result {
        var status: Int32
        var output: String
        var errors: String

        /// Every line of output as JSON.
        var objects: [[String: Any]] {
            output.split(separator: "\n").compactMap { line in
                (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any]
            }
        }

        /// The lines before the summary.
        var outcomes: [[String: Any]] { objects.filter { $0["summary"] == nil } }
        /// The last line's counts.
        var summary: [String: Int] { objects.last?["summary"] as? [String: Int] ?? [:] }
    }

    /// The program lies beside the tests' own bundle.
    static var path: String {
        URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent("xacthuc").path
    }

    /// Runs the program to its end.
    ///
    /// - Parameters:
    ///   - under: a program that runs it, with its own arguments before.
    ///   - environment: added to what this process has.
    static func run(
        _ arguments: [String],
        input: [UInt8] = [],
        under: [String] = [],
        environment: [String: String] = [:]
    ) throws -> Result {
        let folder = NSTemporaryDirectory() + "xacthuc-run-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        // Files, not pipes: a pipe that nobody empties would stop the program.
        for (name, bytes) in [("in", input), ("out", []), ("err", [])] {
            try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
        }
        let process = Process()
        let command = under + [path] + arguments
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: folder + "/in"))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: folder + "/out"))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: folder + "/err"))
        try process.run()
        process.waitUntilExit()
        func text(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")), as: UTF8.self)
        }
        return Result(status: process.terminationStatus, output: try text("out"), errors: try text("err"))
    }
}
