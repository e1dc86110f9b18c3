import ArgumentParser
import InvoiceEngine

/// `rebuild`: a new store from the archive.
struct RebuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Makes the store again from the archive, equal in every row.",
        discussion: """
            The former store is kept beside the new one. It is recorded: see xacthuc history.

            Example
              xacthuc rebuild ledger
              xacthuc audit ledger
            """
    )

    @Argument(help: "The ledger.", completion: .directory) var ledger: String
    @Flag(help: "Cut off an unfinished block at the end where no store says how far the ledger came.")
    var dropTail = false
    @Option(help: "Progress on standard error: text, json or off.") var progress: ProgressFormat = .text

    func run() throws {
        var meter = AuditMeter(format: progress)
        let sentences = try Engine.rebuild(ledger, dropTail: dropTail) { messages in
            meter.tell(AuditProgress(stage: "rebuild", blocks: 0, ofBlocks: 0, messages: messages))
        }
        for sentence in sentences { Console.note(sentence) }
        Console.note("Next: xacthuc audit \(ledger)")
    }
}
