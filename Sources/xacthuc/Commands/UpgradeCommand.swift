import ArgumentParser
import InvoiceEngine

/// `upgrade`: a ledger of an older format.
struct UpgradeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upgrade",
        abstract: "Brings a ledger of an older version to the format of this one.",
        discussion: """
            Nothing else may have the ledger open. It needs about as much free space as the ledger takes. Until the \
            last moment the ledger stays as it was: stopped or killed, the command is simply run again. The old \
            database stays beside the new one, under the name that is printed, until you remove it.

            Example
              xacthuc upgrade ledger
              xacthuc totals ledger
            """
    )

    @Argument(help: "The ledger.", completion: .directory) var ledger: String
    @Flag(help: "Tell no progress.") var quiet = false

    func run() throws {
        var lastTold = ContinuousClock.now
        let isQuiet = quiet
        let summary = try Engine.upgrade(ledger) { stage, done, total in
            guard !isQuiet, lastTold.duration(to: .now) >= .seconds(1) else { return }
            lastTold = .now
            let count = TextTable.grouped("\(done)")
            let all = total.map { " of " + TextTable.grouped("\($0)") } ?? ""
            Console.note("\(stage): \(count)\(all) messages")
        }
        Console.note(summary.description)
        Console.note("The old database stays as \(summary.formerDatabase) until you remove it.")
    }
}
