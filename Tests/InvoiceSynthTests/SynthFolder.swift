import Foundation
import InvoiceModel
import InvoiceSynth
import Testing

/// A folder in the temporary directory that goes away with the test.
final class SynthFolder: Sendable {
    let path: String

    init() {
        path = NSTemporaryDirectory() + "xacthuc-synth-\(UUID().uuidString)"
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Keys made once for all tests of this process: making them is the slow part.
    private static let sharedKeys: SynthFolder? = {
        let folder = SynthFolder()
        let made = try? Synth.run(SynthOptions(directory: folder.path, seed: 1, today: today, invoices: 0))
        return made == nil ? nil : folder
    }()

    /// The day the tests' messages are meant for: a Wednesday.
    static let today = CalendarDate(dayNumber: 20_773)

    /// Runs the generator here with the shared keys.
    func run(_ change: (inout SynthOptions) -> Void) throws -> SynthSummary {
        let shared = try #require(SynthFolder.sharedKeys)
        if !FileManager.default.fileExists(atPath: path) {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: shared.path + "/pki", toPath: path + "/pki")
        }
        var options = SynthOptions(directory: path, seed: 7, today: SynthFolder.today, invoices: 200)
        change(&options)
        return try Synth.run(options)
    }

    func text(_ name: String) throws -> String {
        try String(contentsOfFile: path + "/" + name, encoding: .utf8)
    }

    func bytes(_ name: String) throws -> [UInt8] {
        Array(try #require(FileManager.default.contents(atPath: path + "/" + name)))
    }

    /// Every file but keys, with its bytes.
    func contents() throws -> [String: [UInt8]] {
        var contents: [String: [UInt8]] = [:]
        for case let name as String in try #require(FileManager.default.enumerator(atPath: path))
        where !name.hasSuffix(".key.pem") {
            // Folders have none.
            guard let data = FileManager.default.contents(atPath: path + "/" + name) else { continue }
            contents[name] = Array(data)
        }
        return contents
    }

    /// The lines of the manifest.
    func manifest() throws -> [[String: Any]] {
        try text("manifest.ndjson").split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }
}
