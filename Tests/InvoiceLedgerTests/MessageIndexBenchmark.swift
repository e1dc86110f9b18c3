import Foundation
import InvoiceModel
import TestSupport
import Testing

@testable import InvoiceLedger

/// What the index costs. Small where every test runs; for figures:
///
/// `INDEX_MESSAGES=8000000 swift test -c release -Xswiftc -enable-testing --filter MessageIndexBenchmark`
@Suite struct MessageIndexBenchmark {
    @Test func `benchmark: insert, write and merge; look up; open`() throws {
        let environment = ProcessInfo.processInfo.environment
        let count = environment["INDEX_MESSAGES"].flatMap { UInt64($0) } ?? 20_000
        let settings = count > 1_000_000 ? MessageIndexSettings() : MessageIndexSettings(memoryMessages: 1_000)
        let folder = try IndexFolder()
        var lines: [String] = []
        func measure<Result>(_ what: String, per number: UInt64, _ body: () throws -> Result) rethrows -> Result {
            let clock = ContinuousClock()
            let start = clock.now
            let result = try body()
            let seconds = (clock.now - start) / .seconds(1)
            lines.append("\(what): \(seconds) s, \(seconds * 1e6 / Double(number)) us each")
            return result
        }

        try measure("insert, write and merge \(count) messages", per: count) {
            let index = try folder.open(settings: settings)
            for sequence in 1...count { insert(sequence, into: index) }
            index.wait()
            try index.check()
        }
        let files = try folder.names()
        let bytes = try files.reduce(0) { try $0 + FileManager.default.contents(of: "\(folder.path)/\($1)") }
        lines.append("\(files.count) runs, \(Double(bytes) / Double(count)) bytes a message; \(memory())")
        for name in files where environment["INDEX_COLD"] != nil { try evict("\(folder.path)/\(name)") }
        var opened = try measure("open, first time", per: 1) { try folder.open(settings: settings) }
        opened = try measure("open, warm", per: 1) { try folder.open(settings: settings) }
        let index = opened
        for sequence in (index.covered + 1)..<(count + 1) { insert(sequence, into: index) }

        var random = SeededRandom(seed: TestSeed.value)
        let present = (0..<20_000).map { _ in UInt64.random(in: 1...count, using: &random) }
        var found = 0
        try measure("look up present keys (SHA-256)", per: 20_000) {
            for sequence in present {
                found += try index.candidates(sha256: digest(sequence)).contains(sequence) ? 1 : 0
            }
        }
        #expect(found == 20_000)
        try measure("look up present ids", per: 20_000) {
            for sequence in present {
                found -= try index.candidates(messageID: "V01\(sequence)").contains(sequence) ? 1 : 0
            }
        }
        #expect(found == 0)
        var wrong = 0
        try measure("look up absent keys (SHA-256)", per: 200_000) {
            for number in count + 1...count + 200_000 { wrong += try index.candidates(sha256: digest(number)).count }
        }
        #expect(wrong <= 1, "eight bytes of different digests are hardly ever the same")
        lines.append(memory())
        if environment["INDEX_MESSAGES"] != nil { print(lines.joined(separator: "\n")) }
    }

    private func insert(_ sequence: UInt64, into index: MessageIndex) {
        index.insert(sequence: sequence, sha256: digest(sequence), messageID: "V01\(sequence)")
    }

    private func digest(_ number: UInt64) -> Digest {
        var random = SeededRandom(seed: number &* 0x9E37_79B9_7F4A_7C15)
        return IndexModel.digest(random.next(), number)
    }

    /// The process's memory now and at most.
    private func memory() -> String {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        return status.split(separator: "\n").filter { $0.hasPrefix("VmHWM") || $0.hasPrefix("VmRSS") }
            .joined(separator: ", ")
    }

    /// Takes a file out of the system's cache.
    private func evict(_ path: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/dd")
        process.arguments = ["if=\(path)", "iflag=nocache", "count=0", "status=none"]
        try process.run()
        process.waitUntilExit()
    }
}

extension FileManager {
    fileprivate func contents(of path: String) throws -> Int {
        try attributesOfItem(atPath: path)[.size] as? Int ?? 0
    }
}
