import ArgumentParser
import InvoiceEngine
import InvoiceModel

/// `lookup`: one invoice by its code or number, or one message by its id or bytes.
struct LookupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lookup",
        abstract: "Shows what the ledger knows of one invoice, or what became of one message.",
        discussion: """
            Exit status 1 where the ledger has no such invoice or message. A message whose answer was lost is found by
            its id or its bytes; sending it again gets the same answer too.

            By its number an invoice shows refused and repeated attempts on that number too, the oldest first, each \
            with the first thing found against it. The latest 5,000 messages that were refused, repeated or of many \
            invoices are looked through.

            Example
              xacthuc lookup ledger 0083DD2A1E…
              xacthuc lookup ledger M1-26-ABCDE-00000000007
              xacthuc lookup ledger --seller 0199999991 --form 1 --symbol C26TAA --number 7 --json
              xacthuc lookup ledger --message-id V019999999100112233445566778899AABBCCDDEEFF
              xacthuc lookup ledger --sha256 message.xml --json
            """
    )

    @Argument(help: "The ledger.", completion: .directory) var ledger: String
    @Argument(help: "The code: 34 characters, or a cash register's.") var code: String?
    @Option(help: "Seller's tax code.") var seller: TaxCode?
    @Option(help: "Form, a digit.") var form: UInt8?
    @Option(help: "Symbol, such as C26TAA.") var symbol: String?
    @Option(help: "Number.") var number: UInt32?
    @OptionGroup var message: MessageOptions
    @Flag(help: "Print JSON.") var json = false

    func validate() throws {
        let isKey = seller != nil && form != nil && symbol != nil && number != nil
        let isPartial = seller != nil || form != nil || symbol != nil || number != nil
        let ways = try [code != nil, isPartial, message.isGiven()]
        guard ways.count(where: { $0 }) == 1, !isPartial || isKey else {
            throw ValidationError(
                "Give the code, or all of --seller --form --symbol --number, or --message-id, or --sha256."
            )
        }
    }

    func run() throws {
        let engine = try Engine.open(ledger, for: .reading)
        let details =
            if try message.isGiven() {
                try engine.lookup(message.query())
            } else {
                try code.map { try engine.lookup(code: $0) } ?? engine.lookup(key())
            }
        if json {
            Console.out(OutcomeJSON.line(details))
        } else {
            if let banner = engine.banner { Console.note(banner) }
            for line in details.lines { Console.out(line) }
        }
        if !details.isAccepted { throw ExitStatus.someNot }
    }

    private func key() throws -> InvoiceKey {
        guard let seller, let form = form.flatMap({ InvoiceForm($0) }),
            let symbol = symbol.flatMap({ InvoiceSymbol($0) }),
            let number = number.flatMap({ InvoiceNumber($0) })
        else {
            throw EngineError(.usage, "Form is a digit, symbol six characters such as C26TAA, number 1 to 99999999.")
        }
        return InvoiceKey(seller: seller, form: form, symbol: symbol, number: number)
    }
}
