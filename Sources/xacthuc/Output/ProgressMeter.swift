import ArgumentParser
import InvoiceEngine

/// How progress is told on standard error.
enum ProgressFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case off
}

/// Tells how far a run is: at most once a second, and once at the end.
struct ProgressMeter {
    private let format: ProgressFormat
    private let start = ContinuousClock.now
    private var lastTold = ContinuousClock.now
    private var done = 0
    private var accepted = 0
    private var hasTold = false

    init(format: ProgressFormat) {
        self.format = format
    }

    /// Counts outcomes that are told: of `submit`, durable ones.
    mutating func add(_ outcomes: [Outcome]) {
        done += outcomes.count
        accepted += outcomes.count { $0.status.isAccepted }
        guard lastTold.duration(to: .now) >= .seconds(1) else { return }
        lastTold = .now
        hasTold = true
        tell()
    }

    /// Says the last figures, if the run was long enough for any.
    func finish() {
        if hasTold { tell() }
    }

    private func tell() {
        let elapsed = start.duration(to: .now)
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        let rate = seconds > 0 ? Int(Double(done) / seconds) : 0
        switch format {
        case .off: return
        case .text:
            let counts = "\(TextTable.grouped("\(done)")) invoices, \(TextTable.grouped("\(accepted)")) accepted"
            Console.note("\(counts), \(TextTable.grouped("\(rate)")) a second")
        case .json:
            let line = ProgressLine(done: done, accepted: accepted, seconds: seconds, rate: rate)
            Console.note(OutcomeJSON.line(["progress": line]))
        }
    }
}

/// One line of progress for programs.
private struct ProgressLine: Encodable {
    var done: Int
    var accepted: Int
    var seconds: Double
    var rate: Int
}
