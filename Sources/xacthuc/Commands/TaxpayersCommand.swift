import ArgumentParser
import InvoiceEngine

/// `taxpayers`: the registry.
struct TaxpayersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "taxpayers",
        abstract: "Imports taxpayers and their certificates.",
        subcommands: [Import.self, Certificates.self]
    )

    /// `taxpayers import`.
    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds taxpayers, or replaces those with the same tax code.",
            discussion: """
                Columns: tax_code,name,office_code,status,methods,forms,cash_register_code,registered_on.
                status: active, suspended, closed; methods: C, K, M joined by +; forms: digits joined by +.

                Example
                  xacthuc taxpayers import ledger taxpayers.csv
                """
        )

        @Argument(help: "The ledger.", completion: .directory) var ledger: String
        @Argument(help: "A CSV file, or - for standard input.", completion: .file()) var file: String

        func run() throws {
            let count = try Engine.open(ledger, for: .writing).importTaxpayers(InputFile(name: file))
            Console.note("\(count) taxpayers imported.")
        }
    }

    /// `taxpayers certificates`.
    struct Certificates: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Imports the certificates taxpayers registered for signing.",
            discussion: """
                Columns: tax_code,issuer,serial,valid_from,valid_to. Each taxpayer in the file gets exactly the
                certificates the file lists; the others keep theirs.

                Example
                  xacthuc taxpayers certificates ledger certificates.csv
                """
        )

        @Argument(help: "The ledger.", completion: .directory) var ledger: String
        @Argument(help: "A CSV file, or - for standard input.", completion: .file()) var file: String

        func run() throws {
            let count = try Engine.open(ledger, for: .writing).importCertificates(InputFile(name: file))
            Console.note("\(count) certificates imported.")
        }
    }
}
