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
                A certificate that is on a list of its issuer is revoked from the date written there: a message that \
                arrives then or later is refused, whatever signing time it claims. A list counts where a trusted \
                certificate of the issuer's name signed it. Past its next update it counts on, and further messages \
                warn until a later one is added.

                Example
                  xacthuc trust crl ledger crl.pem
                """
        )

        @Argument(help: "The ledger.", completion: .directory) var ledger: String
        @Argument(help: "PEM or DER files.", completion: .file()) var files: [String]

        func run() throws {
            let lists = try Engine.open(ledger, for: .writing).addRevocationLists(files.map { InputFile(name: $0) })
            Console.note("\(lists.added) revocation lists added.")
            for remark in lists.remarks { Console.note(remark) }
        }
    }
}
