import ArgumentParser
import Foundation
import InvoiceEngine

/// The root of all commands.
struct XacThuc: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "xacthuc",
        abstract: "Checks signed invoices, gives each a code that exists once, and keeps exact totals.",
        discussion: """
            Example: a test ledger that receives generated messages
              xacthuc synth demo --seed 1 --today 2026-11-20 --invoices 100
              xacthuc init ledger --test --clock 2026-11-20T12:00:00
              xacthuc taxpayers import ledger demo/taxpayers.csv
              xacthuc trust add ledger demo/anchors.pem
              xacthuc submit ledger demo/messages --replies replies
              xacthuc totals ledger --by rate

            Exit status: 0 all accepted, 1 some not, 2 wrong use, 3 a store or a file failed.
            """,
        subcommands: [
            InitCommand.self, TaxpayersCommand.self, TrustCommand.self, KeysCommand.self, PolicyCommand.self,
            CheckCommand.self, ExplainCommand.self, ManifestCommand.self, SubmitCommand.self, TotalsCommand.self,
            ListCommand.self, LookupCommand.self, ShowCommand.self, VerifyCommand.self, HistoryCommand.self,
            AuditCommand.self, HeadCommand.self, RebuildCommand.self, UpgradeCommand.self, BackupCommand.self,
            SynthCommand.self,
        ]
    )
}

/// The entry: runs a command and turns what it throws into a sentence and an exit status.
@main enum Main {
    static func main() {
        do {
            var command = try XacThuc.parseAsRoot()
            try command.run()
        } catch let error as EngineError {
            Console.complain(error.description)
            exit(ExitStatus(error).rawValue)
        } catch let status as ExitStatus {
            exit(status.rawValue)
        } catch {
            finish(error)
        }
    }

    /// Help, version and wrong use, as the argument parser words them.
    private static func finish(_ error: any Error) -> Never {
        let message = XacThuc.fullMessage(for: error)
        guard XacThuc.exitCode(for: error).isSuccess else {
            Console.note(message)
            exit(ExitStatus.usage.rawValue)
        }
        if !message.isEmpty { Console.out(message) }
        exit(ExitStatus.allAccepted.rawValue)
    }
}

/// What the process says to the shell.
enum ExitStatus: Int32, Error {
    case allAccepted = 0
    case someNot = 1
    case usage = 2
    case failure = 3

    init(_ error: EngineError) {
        switch error.code {
        case .usage: self = .usage
        case .file, .store: self = .failure
        case .notFound: self = .someNot
        }
    }
}
