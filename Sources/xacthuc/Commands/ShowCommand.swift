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
              xacthuc show ledger --sha256 message.xml --reply > reply-again.xml
            """
    )

    @Argument(help: "The ledger.", completion: .directory) var ledger: String
    @Argument(help: "The code: 34 characters, or a cash register's.") var code: String?
    @OptionGroup var message: MessageOptions
    @Flag(help: "The reply instead of the message.") var reply = false

    func validate() throws {
        guard try (code != nil) != message.isGiven() else {
            throw ValidationError("Give the code, or --message-id, or --sha256.")
        }
    }

    func run() throws {
        let engine = try Engine.open(ledger, for: .reading)
        guard let code else {
            let wanted = try message.query()
            return Console.out(bytes: try reply ? engine.reply(to: wanted) : engine.original(wanted))
        }
        Console.out(bytes: try reply ? engine.reply(code: code) : engine.original(code: code))
    }
}
