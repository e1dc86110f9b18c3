import ArgumentParser
import InvoiceEngine
import InvoiceModel

/// `taxpayers`: the registry.
struct TaxpayersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "taxpayers",
        abstract: "Imports and shows taxpayers, their certificates, stops and delegations.",
        subcommands: [Import.self, Certificates.self, Stops.self, Delegations.self, Show.self]
    )

    /// `taxpayers import`.
    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds taxpayers, or what holds of them from a day on.",
            discussion: """
                Columns: tax_code,name,office_code,status,methods,forms,cash_register_code,registered_on, and if wanted
                valid_from. status: active, suspended, closed; methods: C, K, M joined by +; forms: digits joined by +.
                A row without valid_from says what has held since registered_on, and replaces all that was known of that
                tax code. A row with it says what holds from that day on; what held before stays, and decides about
                invoices with earlier dates. The status counts on the day of receipt.

                Example
                  xacthuc taxpayers import ledger taxpayers.csv
                """
        )

        @OptionGroup var input: ImportArguments

        func run() throws { try input.run("taxpayer") { (engine, file) in try engine.importTaxpayers(file) } }
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

        @OptionGroup var input: ImportArguments

        func run() throws { try input.run("certificate") { (engine, file) in try engine.importCertificates(file) } }
    }

    /// `taxpayers stops`.
    struct Stops: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Imports cases in which taxpayers must not issue (Circular 91/2026, article 8).",
            discussion: """
                Columns: tax_code,cause,from,to,kinds,notice. cause: a letter of article 8.1, one of a, b, c, d, dd (for
                đ), e, g, h, i, k, l; from and to: the first and the last day or second, to may be empty; kinds: C, K, M
                joined by +, empty for all; notice: the number of the notice, may be empty. A row with the tax code,
                cause and from of an earlier one replaces that: so a stop gets its end.

                Example
                  xacthuc taxpayers stops ledger stops.csv
                """
        )

        @OptionGroup var input: ImportArguments

        func run() throws { try input.run("stop") { (engine, file) in try engine.importStops(file) } }
    }

    /// `taxpayers delegations`.
    struct Delegations: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Imports who may issue invoices for whom (Circular 91/2026, article 9).",
            discussion: """
                Columns: delegator,delegate,from,to,forms,symbols. from and to: the first and the last day, to may be
                empty; forms: digits joined by +; symbols: such as C26TAA, joined by +; both may be empty for all. A row
                that differs from an earlier one in nothing but to replaces that. Before the first import delegations
                are not asked for; from then on one that is not declared is refused.

                Example
                  xacthuc taxpayers delegations ledger delegations.csv
                """
        )

        @OptionGroup var input: ImportArguments

        func run() throws { try input.run("delegation") { (engine, file) in try engine.importDelegations(file) } }
    }

    /// `taxpayers show`.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists all that is known of a taxpayer: what held when, certificates, stops, delegations.",
            discussion: """
                Exit status 1 where nobody has that tax code.

                Example
                  xacthuc taxpayers show ledger 0199999991
                """
        )

        @Argument(help: "The ledger.", completion: .directory) var ledger: String
        @Argument(help: "The tax code.") var taxCode: TaxCode
        @Option(help: "table, csv or json.") var format: ReportFormat = .table

        func run() throws {
            let engine = try Engine.open(ledger, for: .reading)
            format.print(try engine.taxpayer(taxCode), title: engine.banner)
        }
    }
}

/// What every import takes, and how it ends.
struct ImportArguments: ParsableArguments {
    @Argument(help: "The ledger.", completion: .directory) var ledger: String
    @Argument(help: "A CSV file, or - for standard input.", completion: .file()) var file: String

    /// Imports the file and tells how many there were of what it lists, named as one of them.
    func run(_ name: String, _ load: (Engine, InputFile) throws -> Int) throws {
        let count = try load(try Engine.open(ledger, for: .writing), InputFile(name: file))
        Console.note("\(count) \(name)\(count == 1 ? "" : "s") imported.")
    }
}
