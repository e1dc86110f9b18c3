import ArgumentParser
import InvoiceEngine

/// `manifest`: what must be signed for a file of lines.
struct ManifestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manifest",
        abstract: "Writes what must be signed for a file of invoices as lines of JSON.",
        discussion: """
            The text names the SHA-256 of each chunk of lines. Sign it with the taxpayer's key, or that of a provider \
            registered for it, and put the result beside the file: NAME.manifest.p7s beside NAME.ndjson.

            Example
              xacthuc manifest invoices.ndjson -o invoices.manifest
              openssl cms -sign -nodetach -binary -outform DER -in invoices.manifest \\
                -signer certificate.pem -inkey key.pem -out invoices.manifest.p7s
              xacthuc submit ledger invoices.ndjson
            """
    )

    @Argument(help: "Lines (.ndjson, .ndjson.gz), or - for standard input.", completion: .file()) var file: String
    @Option(name: .shortAndLong, help: "Where to write it; standard output without.", completion: .file())
    var output: String?

    func run() throws {
        let text = try ManifestMaker.text(of: file)
        guard let output else { return Console.out(bytes: text) }
        try ManifestMaker.write(text, to: output)
    }
}
