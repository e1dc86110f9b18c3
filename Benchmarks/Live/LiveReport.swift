import Foundation

/// The rounds as a person or a program reads them.
struct LiveReport {
    let request: LiveRequest
    let rounds: [Round]

    func printAll() {
        if request.isJSON {
            let fields = values.map { "\"\($0.name)\":\($0.value)" }
            print("{" + fields.joined(separator: ",") + "}")
            return
        }
        let width = values.map(\.name.count).max() ?? 0
        print("message 200 → 202 through the live intake, each caller waits for its answer before the next message")
        for (name, value) in values {
            print(name.padding(toLength: width + 2, withPad: " ", startingAt: 0) + value)
        }
    }

    private var values: [(name: String, value: String)] {
        let waits = rounds.flatMap(\.milliseconds).sorted()
        let batches = rounds.flatMap(\.batches).map(Double.init).sorted()
        let mean = batches.reduce(0, +) / Double(max(1, batches.count))
        var values = [
            ("messages", "\(rounds[0].messages)"), ("callers", "\(request.callers)"), ("rounds", "\(rounds.count)"),
            ("workers", "\(request.workers)"),
            ("invoices_per_second", text(percentile(rounds.map(\.perSecond).sorted(), 0.5), 0)),
            ("answer_ms_p50", text(percentile(waits, 0.5))), ("answer_ms_p99", text(percentile(waits, 0.99))),
            ("answer_ms_max", text(waits.last ?? 0)), ("batch_mean", text(mean, 1)),
            ("batch_p50", text(percentile(batches, 0.5), 0)), ("batch_max", text(batches.last ?? 0, 0)),
        ]
        if request.bulk > 0 {
            let seconds = percentile(rounds.map(\.bulkSeconds).sorted(), 0.5)
            values.append(("bulk_invoices_per_second", text(Double(request.bulk) / seconds, 0)))
        }
        return values
    }

    private func text(_ number: Double, _ digits: Int = 2) -> String { String(format: "%.\(digits)f", number) }

    private func percentile(_ sorted: [Double], _ share: Double) -> Double {
        sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }
}
