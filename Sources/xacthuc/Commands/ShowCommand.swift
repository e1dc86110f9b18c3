import ArgumentParser
import InvoiceEngine

/// `show`: the bytes themselves.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Prints the message as it was received, or the reply as it was sent.",
        discussion: """
            Example
              xacthuc show ledger 0083DD2A1E… > message.xml
              xacthuc show ledger 0083DD2A1E… --reply | xmllint --format -
            """
    )

    @Argument(help: "The ledger.", completion: .directory) var ledger: String
    @Argument(help: "The code of 34 characters.") var code: String
    @Flag(help: "The reply instead of the message.") var reply = false

    func run() throws {
        let engine = try Engine.open(ledger, for: .reading)
        Console.out(bytes: try reply ? engine.reply(code: code) : engine.original(code: code))
    }
}
