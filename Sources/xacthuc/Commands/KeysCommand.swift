import ArgumentParser
import InvoiceEngine

/// `keys`: the generations of code keys and the authority's certificates.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Lists and renews the keys of a ledger.",
        subcommands: [Rotate.self, List.self]
    )

    /// `keys rotate`.
    struct Rotate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Begins a new generation of code keys; codes given before stay valid.",
            discussion: """
                Example
                  xacthuc keys rotate ledger
                """
        )

        @Argument(help: "The ledger.", completion: .directory) var ledger: String

        func run() throws {
            Console.note("Codes begin with \(try Engine.open(ledger, for: .writing).rotateKeys()) from now on.")
        }
    }

    /// `keys list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists keys and certificates, never the keys themselves.",
            discussion: """
                Example
                  xacthuc keys list ledger --format json
                """
        )

        @Argument(help: "The ledger.", completion: .directory) var ledger: String
        @Option(help: "table, csv or json.") var format: ReportFormat = .table

        func run() throws {
            format.print(try Engine.open(ledger, for: .reading).keys())
        }
    }
}
