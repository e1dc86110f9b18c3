import Foundation

/// The rounds as a person or a program reads them.
struct MacroReport {
    let request: MacroRequest
    let rounds: [Round]

    func printAll() throws {
        guard Set(rounds.map(\.verdicts)).count == 1 else {
            throw MacroError(text: "the rounds disagree on verdicts or codes")
        }
        request.isJSON ? printJSON() : printTable()
    }

    private var values: [(name: String, value: String)] {
        let perSecond = median(rounds.map(\.perSecond))
        let floor = median(rounds.map(\.floor))
        let batches = rounds.flatMap(\.batchMilliseconds).sorted()
        return [
            ("messages", "\(rounds[0].invoices)"),
            ("bytes", "\(rounds[0].bytes)"),
            ("rounds", "\(rounds.count)"),
            ("workers", "\(request.workers)"),
            ("fsync", "on"),
            ("invoices_per_second", String(format: "%.0f", perSecond)),
            ("megabytes_per_second", String(format: "%.1f", perSecond * bytesPerMessage / 1e6)),
            ("floor_pairs_per_second", String(format: "%.0f", floor)),
            ("ratio_to_floor", String(format: "%.3f", median(rounds.map { $0.perSecond / $0.floor }))),
            ("batch_ms_p50", String(format: "%.2f", percentile(batches, 0.50))),
            ("batch_ms_p99", String(format: "%.2f", percentile(batches, 0.99))),
            ("batch_ms_max", String(format: "%.2f", batches.last ?? 0)),
            ("peak_memory_bytes", "\(peakMemory)"),
            ("ledger_bytes", "\(rounds[0].ledgerBytes)"),
            ("verdicts_sha256", rounds[0].verdicts),
        ]
    }

    private var bytesPerMessage: Double { Double(rounds[0].bytes) / Double(rounds[0].invoices) }

    private func printTable() {
        let width = values.map(\.name.count).max() ?? 0
        print("message 200 → 202 with code and P-256 signature; floor: RSA-2048 verify + P-256 sign, all workers")
        for (name, value) in values {
            print(name.padding(toLength: width + 2, withPad: " ", startingAt: 0) + value)
        }
    }

    private func printJSON() {
        let fields = values.map { name, value in
            Double(value) == nil ? "\"\(name)\":\"\(value)\"" : "\"\(name)\":\(value)"
        }
        let batches = rounds.flatMap(\.batchMilliseconds).map { String(format: "%.2f", $0) }
        print("{" + fields.joined(separator: ",") + ",\"batches_ms\":[\(batches.joined(separator: ","))]}")
    }

    private func median(_ numbers: [Double]) -> Double {
        percentile(numbers.sorted(), 0.5)
    }

    private func percentile(_ sorted: [Double], _ share: Double) -> Double {
        sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }

    /// The most memory this process ever held, from the system.
    private var peakMemory: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        let kilobytes = line?.split(separator: " ").compactMap { Int($0) }.first ?? 0
        return kilobytes * 1_024
    }
}
