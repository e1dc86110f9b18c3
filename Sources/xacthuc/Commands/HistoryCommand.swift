import ArgumentParser
import InvoiceEngine

/// `history`: the audit trail.
struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Lists every administrative action: when, who, what.",
        discussion: """
            WHO is the operating system's user of the process that did it; behind sudo also what SUDO_USER said. The \
            actions stand in the ledger's chained archive: xacthuc audit proves that none was changed or left out.

            Example
              xacthuc history ledger
              xacthuc history ledger --format json
            """
    )

    @Argument(help: "The ledger.", completion: .directory) var ledger: String
    @Option(help: "table, csv or json.") var format: ReportFormat = .table

    func run() throws {
        let engine = try Engine.open(ledger, for: .reading)
        format.print(try engine.history(), title: engine.banner)
    }
}
