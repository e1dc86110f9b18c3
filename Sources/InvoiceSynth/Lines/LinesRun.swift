import DurableFiles
import Foundation
import InvoiceModel
import Synchronization

extension Synth {
    /// Writes `taxpayers.csv` and the lines: good, unsigned invoices. The same options give the same bytes, whatever
    /// the number of workers.
    ///
    /// - Parameter progress: called with what is written so far, one call at a time, from threads of its own.
    public static func run(
        _ options: LinesOptions,
        progress: @escaping @Sendable (LinesSummary) -> Void = { _ in }
    ) throws(SynthError) -> LinesSummary {
        try check(options)
        let folder = Folder(path: options.directory)
        try folder.make()
        let maker = LinesMaker(options)
        try folder.write(Array(Tables.taxpayers(maker.sellers.taxpayers).utf8), to: "taxpayers.csv")
        let run: LinesRun
        do throws(FileError) {
            let isStandard = options.output == "-"
            let file = isStandard ? try OpenFile.standardOutput() : try OpenFile(making: options.output)
            run = LinesRun(maker: maker, file: file, progress: progress)
        } catch {
            throw .file(path: error.path, reason: "\(error)")
        }
        return try run.write()
    }

    private static func check(_ options: LinesOptions) throws(SynthError) {
        switch options.extent {
        case .invoices(let count):
            guard (1...100_000_000).contains(count) else { throw .options("invoices: 1 to 100,000,000") }
            let revenue = options.revenue ?? Amount(units: LinesMaker.meanNet * Int64(count))
            guard revenue.millionths % Amount.scale == 0, (options.tax ?? .zero).millionths % Amount.scale == 0 else {
                throw .options("lines are in whole đồng")
            }
            guard revenue.millionths >= Int128(count) * 100_000 * Amount.scale else {
                throw .options("the revenue must be at least 100,000 đồng an invoice")
            }
            guard revenue.millionths <= Int128(count) * 10_000_000_000 * Amount.scale else {
                throw .options("the revenue must be at most 10,000,000,000 đồng an invoice")
            }
            if let tax = options.tax {
                guard tax >= .zero, tax.millionths * 11 <= revenue.millionths else {
                    throw .options("the tax must be from nothing to an eleventh of the revenue")
                }
            }
        case .bytes(let count):
            guard (1...1_000_000_000_000).contains(count) else { throw .options("bytes: 1 to 1,000,000,000,000") }
            guard options.revenue == nil, options.tax == nil else { throw .options("a revenue needs --invoices") }
            guard options.days == 1 else { throw .options("several days need --invoices") }
        }
        guard options.tax == nil || options.revenue != nil else { throw .options("a tax needs a revenue") }
        guard (1...100_000).contains(options.sellers) else { throw .options("sellers: 1 to 100,000") }
        guard (1...3_660).contains(options.days) else { throw .options("days: 1 to 3,660") }
        guard (1...64).contains(options.workers) else { throw .options("workers: 1 to 64") }
        guard options.today.parts.year >= 2000 else { throw .options("today: a day of this century") }
    }
}

/// Workers that make stretches of lines, and write them one after another in their order.
private final class LinesRun: Sendable {
    /// What the workers share.
    private struct State {
        /// The stretch whose turn it is to be written.
        var turn = 0
        /// Whether there is enough.
        var isDone = false
        /// Workers that go on.
        var working: Int
        var summary = LinesSummary()
        var error: SynthError?
    }

    private let maker: LinesMaker
    private let file: OpenFile
    private let progress: @Sendable (LinesSummary) -> Void
    private let state: Mutex<State>
    private let changed = NSCondition()

    init(maker: LinesMaker, file: consuming OpenFile, progress: @escaping @Sendable (LinesSummary) -> Void) {
        self.maker = maker
        self.file = file
        self.progress = progress
        state = Mutex(State(working: maker.options.workers))
    }

    func write() throws(SynthError) -> LinesSummary {
        for worker in 0..<maker.options.workers {
            Thread { self.work(from: worker) }.start()
        }
        wait { $0.working == 0 }
        let end = state.withLock { ($0.summary, $0.error) }
        if let error = end.1 { throw error }
        return end.0
    }

    /// Makes every stretch of one worker, and writes each when its turn has come.
    private func work(from worker: Int) {
        var bench = LinesMaker.Bench()
        var stretch = worker
        let stretches = (maker.count + LinesMaker.stretch - 1) / LinesMaker.stretch
        while stretch < stretches, !state.withLock({ $0.isDone }) {
            maker.write(stretch: stretch, on: &bench)
            wait { $0.turn == stretch || $0.isDone }
            let isDone = state.withLock { $0.isDone }
            if isDone { break }
            write(&bench)
            change { $0.turn += 1 }
            stretch += maker.options.workers
        }
        change { $0.working -= 1 }
    }

    /// Writes a stretch whose turn it is, or what is wanted of it.
    private func write(_ bench: inout LinesMaker.Bench) {
        var summary = state.withLock { $0.summary }
        var isDone = false
        if case .bytes(let wanted) = maker.options.extent, summary.bytes + bench.summary.bytes >= wanted {
            isDone = true
            maker.cut(&bench, to: wanted - summary.bytes)
        }
        summary.add(bench.summary)
        var failure: SynthError?
        do throws(FileError) {
            try file.write(bench.text.bytes.span)
        } catch {
            failure = .file(path: error.path, reason: "\(error)")
        }
        let (total, error, isEnd) = (summary, failure, isDone || failure != nil)
        change { state in
            if error == nil { state.summary = total }
            state.error = error
            state.isDone = isEnd
        }
        progress(total)
    }

    private func change(_ body: (inout State) -> Void) {
        changed.lock()
        state.withLock { body(&$0) }
        changed.broadcast()
        changed.unlock()
    }

    private func wait(until isTime: (State) -> Bool) {
        changed.lock()
        while !state.withLock({ isTime($0) }) { changed.wait() }
        changed.unlock()
    }
}

extension LinesSummary {
    /// Counts another stretch.
    fileprivate mutating func add(_ other: LinesSummary) {
        invoices += other.invoices
        bytes += other.bytes
        net += other.net
        tax += other.tax
    }
}

extension LinesMaker {
    /// Takes away the lines after the first one that ends at or beyond so many bytes, with what they are worth.
    fileprivate func cut(_ bench: inout Bench, to wanted: Int) {
        var end = max(0, wanted - 1)
        while bench.text.bytes[end] != 0x0A { end += 1 }
        let lines = bench.text.bytes[...end].reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
        bench.text.bytes.removeLast(bench.text.bytes.count - end - 1)
        bench.summary.bytes = bench.text.bytes.count
        bench.summary.invoices = lines
        let text = String(decoding: bench.text.bytes, as: UTF8.self)
        bench.summary.net = 0
        bench.summary.tax = 0
        for line in text.split(separator: "\n") {
            // Sales invoices have a total alone.
            let total = LinesMaker.number(in: line, "TgTTTBSo")
            bench.summary.net += LinesMaker.number(in: line, "TgTCThue") ?? total ?? 0
            bench.summary.tax += LinesMaker.number(in: line, "TgTThue") ?? 0
        }
    }

    private static func number(in line: Substring, _ key: String) -> Int64? {
        guard let place = line.range(of: "\"\(key)\":") else { return nil }
        return Int64(line[place.upperBound...].prefix { $0.isNumber })
    }
}
