import ArgumentParser
import Foundation
import InvoiceEngine

/// `head`: signs how far a ledger has come.
struct HeadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "head",
        abstract: "Signs how far the ledger has come; keep the head where the ledger is not.",
        discussion: """
            The head is put into the archive and exported to LEDGER/heads. A ledger whose history was written anew \
            fails against a head that was kept elsewhere: xacthuc audit LEDGER --head FILE.

            Example
              xacthuc head ledger --output 2026-11-20.head
            """
    )

    @Argument(help: "The ledger.", completion: .directory) var ledger: String
    @Option(help: "A file for the head; standard output by default.", completion: .file()) var output: String?

    func run() throws {
        let text = try Engine.open(ledger, for: .writing).signHead()
        guard let output else { return Console.out(bytes: Array(text.utf8)) }
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
        } catch {
            Console.complain("The head cannot be written to \(output); it also lies in \(ledger)/heads.")
            throw ExitStatus.failure
        }
    }
}
