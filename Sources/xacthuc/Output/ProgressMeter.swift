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
    private let size: InputSize?
    private let start = ContinuousClock.now
    private var lastTold = ContinuousClock.now
    private var progress = RunProgress()
    private var hasTold = false

    /// A meter of a run over some paths.
    init(_ paths: [String], format: ProgressFormat) {
        self.format = format
        size = format == .off ? nil : InputSize(paths)
    }

    /// Counts what a run tells: of `submit`, what is durable.
    mutating func add(_ event: RunEvent) {
        switch event {
        case .failure: return
        case .taken(let bytes):
            progress.bytes = bytes
            return
        case .outcomes(let outcomes):
            progress.done += outcomes.count
            progress.accepted += outcomes.count { $0.status.isAccepted }
        case .counted(let counts):
            progress.done += counts.outcomes
            progress.accepted += counts.statuses.reduce(0) { $0 + ($1.key.isAccepted ? $1.value : 0) }
        }
        guard format != .off, lastTold.duration(to: .now) >= .seconds(1) else { return }
        lastTold = .now
        hasTold = true
        tell()
    }

    /// Says the last figures, if the run was long enough for any.
    mutating func finish() {
        if hasTold { tell() }
    }

    private mutating func tell() {
        let elapsed = start.duration(to: .now)
        progress.seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        progress.totalBytes = size?.bytes
        switch format {
        case .off: return
        case .text: Console.note(progress.text)
        case .json: Console.note(OutcomeJSON.line(["progress": progress]))
        }
    }
}
