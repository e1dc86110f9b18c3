import ArgumentParser
import InvoiceEngine

/// `check`: what `submit` would say, without a trace.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks messages or invoices and writes nothing.",
        discussion: """
            Takes a message of any type, a bare HDon, and what the authority itself has signed. Each message is \
            judged alone; containers are read as submit reads them. Without --ledger there is no registry and no \
            trust: certificates are not followed.

            Example
              xacthuc check invoice.xml
              xacthuc check messages --ledger ledger --json
              xacthuc check --explain cur.code
            """
    )

    @Argument(help: "Messages, invoices, containers, folders, or -.", completion: .file()) var files: [String] = []
    @Option(help: "Whose registry, trust and policy count.", completion: .directory) var ledger: String?
    @Option(help: "Print the page of this rule and check nothing.") var explain: String?
    @Option(help: "Signed manifest of lines (.ndjson) that have none beside them.", completion: .file())
    var manifest: String?
    @Flag(help: "One JSON object a line per invoice, and a summary.") var json = false
    @Option(help: "How many files are checked at once; all cores by default.") var workers: Int?
    @Option(help: "Progress on standard error: text, json or off.") var progress: ProgressFormat = .text

    func validate() throws {
        guard !files.isEmpty || explain != nil else { throw ValidationError("Missing expected argument '<files> ...'") }
        guard (workers ?? 1) > 0 else { throw ValidationError("--workers must be at least 1.") }
    }

    func run() throws {
        if let explain { return try ExplainCommand.explain(explain, ledger: ledger) }
        let checker = try ledger.map { try Engine.open($0, for: .reading).checker() } ?? Checker.alone()
        let workers = workers ?? SubmitOptions.activeCores
        let printer = OutcomePrinter(isJSON: json, workers: workers)
        var meter = ProgressMeter(files, format: progress)
        let summary = checker.check(
            files,
            workers: workers,
            manifest: manifest,
            stop: StopSignal.interrupt()
        ) { event in
            meter.add(event)
            switch event {
            case .taken, .counted: break
            case .outcomes(let outcomes): printer.print(outcomes)
            case .failure(let failure): Console.complain(failure.description)
            }
        }
        meter.finish()
        printer.finish(summary, statuses: [.acceptable, .rejected, .unreadable])
        for note in summary.notes { Console.note(note) }
        if summary.wasStopped { Console.note("Stopped after \(summary.outcomes) outcomes.") }
        try ExitStatus(summary).throwUnlessZero()
    }
}
