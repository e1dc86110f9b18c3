import InvoiceEngine

/// Tells how far an audit is: at most once a second.
struct AuditMeter {
    private let format: ProgressFormat
    private let start = ContinuousClock.now
    private var lastTold = ContinuousClock.now

    init(format: ProgressFormat) {
        self.format = format
    }

    /// Takes the newest state.
    mutating func tell(_ progress: AuditProgress) {
        guard format != .off, lastTold.duration(to: .now) >= .seconds(1) else { return }
        lastTold = .now
        let seconds = Double(start.duration(to: .now) / .milliseconds(1)) / 1_000
        switch format {
        case .off: return
        case .text:
            let done = TextTable.grouped("\(progress.blocks)")
            let all = TextTable.grouped("\(progress.ofBlocks)")
            let blocks = progress.ofBlocks == 0 ? "" : "\(done) of \(all) blocks, "
            let rate = TextTable.grouped("\(Int(Double(progress.messages) / seconds))")
            let messages = TextTable.grouped("\(progress.messages)")
            Console.note("\(progress.stage): \(blocks)\(messages) messages, \(rate) a second")
        case .json: Console.note(OutcomeJSON.line(["progress": Line(progress, seconds: seconds)]))
        }
    }

    /// One line of progress for programs.
    private struct Line: Encodable {
        var stage: String
        var blocks: UInt64
        var of: UInt64
        var messages: UInt64
        var seconds: Double

        init(_ progress: AuditProgress, seconds: Double) {
            stage = progress.stage
            blocks = progress.blocks
            of = progress.ofBlocks
            messages = progress.messages
            self.seconds = seconds
        }
    }
}
