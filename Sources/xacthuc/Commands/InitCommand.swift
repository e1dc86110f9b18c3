import ArgumentParser
import InvoiceEngine
import InvoiceModel

/// `init`: makes an empty ledger.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Makes an empty ledger with the authority's keys.",
        discussion: """
            The authority's certificate is also written to LEDGER/authority.pem.

            Example
              xacthuc init ledger --signature p256
              xacthuc init rehearsal --test --seed 1 --clock 2026-11-20T12:00:00
            """
    )

    @Argument(help: "The folder to make.", completion: .directory) var ledger: String
    @Option(help: "How the authority signs: p256, rsa2048 or rsa3072.") var signature: SignatureProfile = .p256
    @Flag(help: "A test ledger: marked for ever, its certificate says TEST.") var test = false
    @Option(help: "Test ledgers: codes and ids follow from this text.") var seed: String?
    @Option(help: "Test ledgers: the time that always is, as YYYY-MM-DDThh:mm:ss.") var clock: Timestamp?
    @Option(help: "The place that stands on notices.") var place = "Hà Nội"

    func validate() throws {
        guard test || (seed == nil && clock == nil) else {
            throw ValidationError("--seed and --clock need --test: a real ledger has real keys and the real time.")
        }
    }

    func run() throws {
        var request = LedgerRequest(signature: signature, place: place)
        request.isTest = test
        request.seed = seed
        request.clock = clock
        let engine = try Engine.create(at: ledger, request)
        Console.note("\(engine.title) made at \(ledger); the authority's certificate is in \(ledger)/authority.pem.")
        Console.note("Next: xacthuc taxpayers import \(ledger) FILE.csv, then xacthuc trust add \(ledger) FILE.pem.")
    }
}
