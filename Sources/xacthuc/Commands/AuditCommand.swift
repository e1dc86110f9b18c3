import ArgumentParser
import InvoiceEngine

/// `audit`: proves a ledger.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Proves that archive, store, codes, verdicts and signed heads agree.",
        discussion: """
            Walks the whole archive, judges every message again as things stood then, makes a second store from it and \
            compares every row. Others may submit meanwhile. Exit status: 0 everything holds, 3 something does not.

            Example
              xacthuc audit ledger
              xacthuc audit ledger --head 2026-11-20.head --signatures
            """
    )

    @Argument(help: "The ledger.", completion: .directory) var ledger: String
    @Option(help: "A signed head exported before; may be given again.", completion: .file()) var head: [String] = []
    @Flag(help: "Also sellers' signatures, and the authority's in every reply written again.") var signatures = false
    @Option(help: "Where the second store is made; beside the ledger by default.", completion: .directory)
    var temporary: String?
    @Flag(help: "One JSON object a line per finding, and a summary.") var json = false
    @Option(help: "Progress on standard error: text, json or off.") var progress: ProgressFormat = .text
    @Option(help: "How many messages are checked at once; all cores by default.") var workers: Int?

    func validate() throws {
        guard (workers ?? 1) > 0 else { throw ValidationError("--workers must be at least 1.") }
    }

    func run() throws {
        var options = AuditOptions()
        options.heads = head
        options.signatures = signatures
        options.temporary = temporary
        if let workers { options.workers = workers }
        var meter = AuditMeter(format: progress)
        let report = try Engine.audit(ledger, options) { meter.tell($0) }
        if json { printJSON(report) } else { printTable(report) }
        if !report.isClean { throw ExitStatus.failure }
    }

    private func printJSON(_ report: AuditReport) {
        for finding in report.findings { Console.out(OutcomeJSON.line(finding)) }
        Console.out(OutcomeJSON.line(["summary": report.counts]))
    }

    private func printTable(_ report: AuditReport) {
        var table = TextTable([("proof", .left), ("result", .left), ("findings", .right), ("of", .left)])
        for line in report.lines {
            let count = TextTable.grouped("\(line.findings)")
            let result = line.findings > 0 ? "DAMAGED" : line.isWhole ? "holds" : "not proved"
            table.append([line.proof, result, count, line.what])
        }
        for line in table.lines { Console.out(line) }
        for line in report.lines where line.findings > 0 {
            let found = report.findings.filter { $0.proof == line.proof }
            Console.out("")
            Console.out("\(line.proof): \(line.next)")
            for finding in found { Console.out("  \(finding.text)") }
            if line.findings > found.count { Console.out("  … and \(line.findings - found.count) more") }
        }
    }
}
