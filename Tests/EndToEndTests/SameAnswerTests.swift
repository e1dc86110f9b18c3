import Foundation
import TestSupport
import Testing

/// Whoever works, and however much at once: the same input comes to the same.
@Suite struct SameAnswerTests {
    /// What a run leaves that anybody could ask for.
    private struct Trace {
        var output: String
        var totals: [String]
        var list: String
        /// Their names alone: there is randomness in a signature of the authority.
        var replies: [String]

        init(_ ledger: TownLedger, _ paths: [String], workers: Int, batch: Int) throws {
            let result = try ledger.submit(paths, replies: "r", "--workers", "\(workers)", "--batch", "\(batch)")
            output = result.output
            totals = try ["taxpayer,day,rate", "month,office,form,currency"].map { try ledger.totals($0) }
            list = try Program.run(["list", ledger.path, "--format", "csv"]).output
            try #require(!output.isEmpty && !list.isEmpty)
            replies = try ledger.replies("r").keys.sorted()
        }

        /// Which parts are not the same.
        func difference(from other: Trace) -> [String] {
            let parts = [
                ("output", output == other.output), ("totals", totals == other.totals), ("list", list == other.list),
                ("replies", replies == other.replies),
            ]
            return parts.filter { !$0.1 }.map(\.0)
        }
    }

    /// Some of the town's messages in any order, some twice, some packed, some of these torn.
    private static func input(_ random: inout SeededRandom, in folder: String) throws -> [String] {
        let town = try Town.shared.get()
        let count = Int.random(in: 20...90, using: &random)
        var files = Array(town.manifest.keys.sorted().shuffled(using: &random).prefix(count))
        files += files.shuffled(using: &random).prefix(8)
        let packed = Array(files.shuffled(using: &random).prefix(Int.random(in: 1...30, using: &random)))
        var paths = files.map { "\(town.folder)/\($0)" }
        for (name, tool) in [("m.tar.gz", ["tar", "czhf"]), ("m.zip", ["zip", "-q"])] where Bool.random(using: &random)
        {
            let archive = "\(folder)/\(name)"
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.currentDirectoryURL = URL(fileURLWithPath: town.folder)
            process.arguments = tool + [archive] + packed
            try process.run()
            process.waitUntilExit()
            try #require(process.terminationStatus == 0)
            if Bool.random(using: &random) {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: archive))
                try bytes.prefix(Int.random(in: 1...bytes.count, using: &random))
                    .write(to: URL(fileURLWithPath: archive))
            }
            paths.insert(archive, at: Int.random(in: 0...paths.count, using: &random))
        }
        return paths
    }

    @Test(arguments: 0..<(ProcessInfo.processInfo.environment["XACTHUC_FULL"] == nil ? 2 : 40))
    func `any number of workers and any size of batches come to the same`(round: Int) throws {
        var random = SeededRandom(seed: TestSeed.value &+ UInt64(round))
        let ledger = try TownLedger()
        let paths = try Self.input(&random, in: ledger.folder)
        let first = try Trace(ledger, paths, workers: 1, batch: 1)
        for _ in 0..<2 {
            let workers = Int.random(in: 1...9, using: &random)
            let batch = [2, 3, 7, 16, 64, 256, 4_096].randomElement(using: &random) ?? 1
            let differs = try Trace(TownLedger(), paths, workers: workers, batch: batch).difference(from: first)
            #expect(differs.isEmpty, "SEED=\(TestSeed.value), \(workers) workers, batches of \(batch)")
        }
    }
}
