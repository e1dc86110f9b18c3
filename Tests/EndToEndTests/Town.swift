import Foundation
import Synchronization
import Testing

/// Generated messages, good and bad, with the verdict of each: made once, shared by all tests, never changed.
struct Town: Sendable {
    let folder: String
    /// By file name below the folder.
    let manifest: [String: Expected]

    /// What a message must come to.
    struct Expected: Sendable, Decodable {
        var file: String
        var status: String
        var codes: [String]
        var net: String?
        var tax: String?
        var total: String?
        var currency: String?
    }

    static let shared = Result { try Town() }

    private init() throws {
        folder = NSTemporaryDirectory() + "xacthuc-town-\(ProcessInfo.processInfo.processIdentifier)"
        try? FileManager.default.removeItem(atPath: folder)
        let made = try Program.run([
            "synth", folder, "--seed", "11", "--today", "2026-11-20", "--invoices", "200", "--bad", "0.5",
            "--certificates", "6", "--forms", "3,4,5,6",
        ])
        try #require(made.status == 0, "\(made.errors)")
        let text = try String(contentsOfFile: folder + "/manifest.ndjson", encoding: .utf8)
        var manifest: [String: Expected] = [:]
        for line in text.split(separator: "\n") {
            let expected = try JSONDecoder().decode(Expected.self, from: Data(line.utf8))
            manifest[expected.file] = expected
        }
        self.manifest = manifest
    }

    var messages: String { folder + "/messages" }

    /// Where a file of an outcome stands in the manifest.
    func expected(_ outcome: [String: Any]) -> Expected? {
        (outcome["file"] as? String).flatMap { manifest[String($0.dropFirst(folder.utf8.count + 1))] }
    }
}

/// A test ledger of the town, in a folder of its own that goes with the object.
final class TownLedger: Sendable {
    let town: Town
    let folder: String
    /// Where the ledger lies; a test may move it to another disk.
    let place: Mutex<String>
    var path: String { place.withLock(\.self) + "/ledger" }

    /// - Parameters:
    ///   - seed: of its keys.
    ///   - clock: the time that always is; `nil` for the system's.
    init(seed: String = "7", clock: String? = "2026-11-20T12:00:00") throws {
        town = try Town.shared.get()
        folder = NSTemporaryDirectory() + "xacthuc-ledger-\(UUID().uuidString)"
        place = Mutex(folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let steps = [
            ["init", path, "--test", "--seed", seed] + (clock.map { ["--clock", $0] } ?? []),
            ["taxpayers", "import", path, town.folder + "/taxpayers.csv"],
            ["taxpayers", "certificates", path, town.folder + "/certificates.csv"],
            ["trust", "add", path, town.folder + "/anchors.pem"], ["trust", "crl", path, town.folder + "/crl.pem"],
        ]
        for step in steps {
            let result = try Program.run(step)
            try #require(result.status == 0, "\(step): \(result.errors)")
        }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Submits and expects no failure of the store.
    func submit(_ files: [String]? = nil, replies: String? = nil, _ more: String...) throws -> Program.Result {
        var arguments = ["submit", path] + (files ?? [town.messages]) + ["--json", "--progress", "off"] + more
        if let replies { arguments += ["--replies", "\(folder)/\(replies)"] }
        let result = try Program.run(arguments)
        try #require(result.status < 2, "\(result.errors)")
        return result
    }

    func totals(_ groupings: String) throws -> String {
        let result = try Program.run(["totals", path, "--by", groupings, "--format", "json"])
        try #require(result.status == 0, "\(result.errors)")
        return result.output
    }

    /// The content of every file in a folder of replies, by name.
    func replies(_ name: String) throws -> [String: Data] {
        var replies: [String: Data] = [:]
        for file in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(name)") {
            replies[file] = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)/\(file)"))
        }
        return replies
    }
}
