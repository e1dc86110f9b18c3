import ArgumentParser
import InvoiceEngine

/// `verify`: authentic or not.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Says whether a code, or an invoice with its code, is authentic, and why.",
        discussion: """
            FILE is a reply 202 or an HDon that carries a code. Exit status 1 where it is not authentic.

            Example
              xacthuc verify ledger 0083DD2A1E…
              xacthuc verify ledger invoice.xml --json
            """
    )

    @Argument(help: "The ledger.", completion: .directory) var ledger: String
    @Argument(help: "A code of 34 characters, a cash register's, or a file.", completion: .file()) var subject: String
    @Flag(help: "Print JSON.") var json = false

    func run() throws {
        let engine = try Engine.open(ledger, for: .reading)
        let authenticity = try engine.verify(subject)
        if json {
            Console.out(OutcomeJSON.line(authenticity))
        } else {
            if let banner = engine.banner { Console.note(banner) }
            for line in authenticity.lines { Console.out(line) }
        }
        if !authenticity.isAuthentic { throw ExitStatus.someNot }
    }
}
