import ArgumentParser
import InvoiceEngine

/// `trust`: whose certificates count.
struct TrustCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust",
        abstract: "Adds trusted certificates and revocation lists.",
        subcommands: [Add.self, Revocation.self]
    )

    /// `trust add`.
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Trusts certificate authorities, or single certificates as they are.",
            discussion: """
                Example
                  xacthuc trust add ledger anchors.pem
                """
        )

        @Argument(help: "The ledger.", completion: .directory) var ledger: String
        @Argument(help: "PEM or DER files; a PEM file may hold several certificates.", completion: .file())
        var files: [String]

        func run() throws {
            let count = try Engine.open(ledger, for: .writing).addAnchors(files.map { InputFile(name: $0) })
            Console.note("\(count) certificates are trusted from now on.")
        }
    }

    /// `trust crl`.
    struct Revocation: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "crl",
            abstract: "Adds certificate revocation lists.",
            discussion: """
                Example
                  xacthuc trust crl ledger crl.pem
                """
        )

        @Argument(help: "The ledger.", completion: .directory) var ledger: String
        @Argument(help: "PEM or DER files.", completion: .file()) var files: [String]

        func run() throws {
            let count = try Engine.open(ledger, for: .writing).addRevocationLists(files.map { InputFile(name: $0) })
            Console.note("\(count) revocation lists added.")
        }
    }
}
