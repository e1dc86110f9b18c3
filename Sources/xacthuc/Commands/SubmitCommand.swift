import ArgumentParser
import InvoiceEngine
import InvoiceModel

/// `submit`: messages in, codes and replies out.
struct SubmitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "Checks messages, gives codes, and writes the replies.",
        discussion: """
            FILE is a message (.xml, .xml.gz), a container of messages (.zip, .tar, .tar.gz, or TDiep after TDiep in \
            one file), invoices as lines of JSON (.ndjson, .ndjson.gz), a folder of all these, or - for standard \
            input. Lines need a signed manifest, NAME.manifest.p7s beside NAME.ndjson, but in a test ledger.

            What was submitted before gets its first answer again; so an interrupted run is simply repeated.

            Example
              xacthuc submit ledger messages --replies replies
              xacthuc submit ledger messages --json --progress off > outcomes.ndjson
            """
    )

    @Argument(help: "The ledger.", completion: .directory) var ledger: String
    @Argument(help: "Messages, containers, folders, or -.", completion: .file()) var files: [String]
    @Option(help: "Where reply files are written; made if missing.", completion: .directory) var replies: String?
    @Option(help: "Signed manifest of lines (.ndjson) that have none beside them.", completion: .file())
    var manifest: String?
    @Flag(help: "One JSON object a line per invoice, and a summary.") var json = false
    @Option(help: "How many messages are checked at once; all cores by default.") var workers: Int?
    @Option(help: "Messages that become durable together.") var batch = SubmitOptions.defaultBatch
    @Option(help: "Progress on standard error: text, json or off.") var progress: ProgressFormat = .text
    @Flag(help: ArgumentHelp("For tests: a few messages fill a file of the ledger.", visibility: .hidden))
    var smallFiles = false

    func validate() throws {
        guard (workers ?? 1) > 0 else { throw ValidationError("--workers must be at least 1.") }
        guard (1...SubmitOptions.maximumBatch).contains(batch) else {
            throw ValidationError("--batch must be from 1 to \(SubmitOptions.maximumBatch).")
        }
    }

    func run() throws {
        let engine = try Engine.open(ledger, for: .writing, hasSmallFiles: smallFiles)
        var options = SubmitOptions()
        options.replies = replies
        options.batch = batch
        options.manifest = manifest
        // Tables of causes need no outcome about which there is nothing to say.
        options.tellsAll = json
        if let workers { options.workers = workers }
        let printer = OutcomePrinter(isJSON: json, workers: options.workers)
        var meter = ProgressMeter(files, format: progress)
        var last: String?
        if engine.isTest, !json { Console.note("\(engine.title): what it answers has no legal force.") }
        let summary = try engine.submit(files, options, stop: StopSignal.interrupt()) { event in
            meter.add(event)
            switch event {
            case .taken, .counted: break
            case .outcomes(let outcomes):
                printer.print(outcomes)
                last = outcomes.last?.file ?? last
            case .failure(let failure): Console.complain(failure.description)
            }
        }
        meter.finish()
        printer.finish(summary, statuses: [.issued, .registered, .duplicate, .rejected, .unreadable])
        for note in summary.notes { Console.note(note) }
        if summary.wasStopped {
            let place = last.map { ", the last of \($0)" } ?? ""
            Console.note(
                "Stopped after \(summary.outcomes) outcomes\(place), all of them durable. Run the same again to go on."
            )
        }
        try ExitStatus(summary).throwUnlessZero()
    }
}

extension ExitStatus {
    /// What a run means to the shell.
    init(_ summary: RunSummary) {
        if summary.failedFiles > 0 {
            self = .failure
        } else {
            self = summary.isAllAccepted && !summary.wasStopped ? .allAccepted : .someNot
        }
    }

    /// Ends the command with this status; zero is the normal end.
    func throwUnlessZero() throws {
        if self != .allAccepted { throw self }
    }
}
