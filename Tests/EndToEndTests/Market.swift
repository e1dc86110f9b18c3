import Foundation
import Testing

/// Generated messages of many invoices, with the verdict of each invoice, and test ledgers for them.
final class Market {
    let folder: String
    /// One line an invoice, in the order of the files and of the invoices in them.
    let manifest: [Expected]

    /// What an invoice must come to.
    struct Expected: Decodable {
        var file: String
        var type: String?
        var status: String
        var symbol: String?
        var number: String?
        var code: String?
        var net: String?
        var place: Int?
        var codes: [String]
    }

    init(_ options: [String]) throws {
        folder = NSTemporaryDirectory() + "xacthuc-market-\(UUID().uuidString)"
        let made = try Program.run(["synth", folder, "--seed", "5", "--today", "2026-11-20"] + options)
        try #require(made.status == 0, "\(made.errors)")
        let text = try String(contentsOfFile: folder + "/manifest.ndjson", encoding: .utf8)
        manifest = try text.split(separator: "\n").map { try JSONDecoder().decode(Expected.self, from: Data($0.utf8)) }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// The message files below the folder, in order.
    var files: [String] {
        var seen: Set<String> = []
        return manifest.map(\.file).filter { seen.insert($0).inserted }.map { "\(folder)/\($0)" }
    }

    /// Makes a test ledger that knows these sellers.
    func ledger(_ name: String, policy: String? = nil) throws -> String {
        let path = "\(folder)/\(name)"
        var steps = [
            ["init", path, "--test", "--seed", "7", "--clock", "2026-11-20T12:00:00"],
            ["taxpayers", "import", path, folder + "/taxpayers.csv"],
            ["taxpayers", "certificates", path, folder + "/certificates.csv"],
            ["trust", "add", path, folder + "/anchors.pem"], ["trust", "crl", path, folder + "/crl.pem"],
        ]
        if let policy {
            try Data(policy.utf8).write(to: URL(filePath: path + ".policy"))
            steps.append(["policy", "set", path, path + ".policy"])
        }
        for step in steps {
            let result = try Program.run(step)
            try #require(result.status == 0, "\(step): \(result.errors)")
        }
        return path
    }

    /// Submits and expects no failure of the store; replies go to a folder beside the ledger.
    func submit(
        _ ledger: String,
        _ files: [String]? = nil,
        replies: String = "replies",
        _ more: String...
    ) throws
        -> Program.Result
    {
        let arguments = ["submit", ledger, "--json", "--progress", "off", "--replies", "\(ledger)-\(replies)"]
        let result = try Program.run(arguments + (files ?? [folder + "/messages"]) + more)
        try #require(result.status < 2, "\(result.errors)")
        return result
    }

    /// Every reply in a folder beside a ledger, by name.
    func replies(_ ledger: String, _ name: String = "replies") throws -> [String: Data] {
        let folder = "\(ledger)-\(name)"
        var replies: [String: Data] = [:]
        for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
            replies[file] = try Data(contentsOf: URL(filePath: "\(folder)/\(file)"))
        }
        return replies
    }
}

/// The texts of every element of that name, in document order, and without a look at anything else.
func texts(of tag: String, in bytes: Data) -> [String] {
    String(decoding: bytes, as: UTF8.self).components(separatedBy: "<\(tag)>").dropFirst().map {
        String($0.prefix(upTo: $0.range(of: "</\(tag)>")?.lowerBound ?? $0.endIndex))
    }
}
