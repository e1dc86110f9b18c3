import ArgumentParser
import InvoiceEngine

/// `explain`: the page of a rule.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Says what a rule demands, on what ground, how to mend what breaks it, with an example.",
        discussion: """
            CODE is what check and submit print, such as cur.code. Without it all rules are listed in their groups. \
            The same pages, with links to the examples: Documentation/RULES.md.

            Example
              xacthuc explain cur.code
              xacthuc explain --ledger ledger
            """
    )

    @Argument(help: "The rule.") var code: String?
    @Option(help: "Whose policy weighs; the defaults without it.", completion: .directory) var ledger: String?

    func run() throws {
        try ExplainCommand.explain(code, ledger: ledger)
    }

    /// Prints the page of a rule, or the list of all.
    static func explain(_ code: String?, ledger: String?) throws {
        let engine = try ledger.map { try Engine.open($0, for: .reading) }
        if let code {
            Console.out(try Engine.explain(code, in: engine))
        } else {
            Console.out(try Engine.explainAll(in: engine))
        }
    }
}
