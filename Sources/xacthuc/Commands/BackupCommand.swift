import ArgumentParser
import InvoiceEngine

/// `backup`: a copy of a ledger in use.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copies a ledger to a new folder, also while another process submits to it.",
        discussion: """
            The copy is the ledger at one moment, with everything acknowledged before. It gets its name last, when all \
            of it is on disk: a copy that was cut off stays behind as DESTINATION.partial-N, is no ledger, and may be \
            removed. To restore, put the folder in the ledger's place. A copy and its original must not both take \
            messages in: they would give the same numbers and codes to different invoices.

            The keys make codes and sign replies: keep a copy that holds them as safe as the ledger itself.

            Example
              xacthuc backup ledger /backup/ledger-2026-11-20
              xacthuc audit /backup/ledger-2026-11-20
            """
    )

    @Argument(help: "The ledger.", completion: .directory) var ledger: String
    @Argument(help: "The folder to make; it must not exist.", completion: .directory) var destination: String
    @Flag(help: "Leave the keys out; the copy cannot be used until they are put there.") var withoutKeys = false

    func run() throws {
        var lastTold = ContinuousClock.now
        let report = try Engine.backup(ledger, to: destination, withKeys: !withoutKeys) { done, total in
            guard lastTold.duration(to: .now) >= .seconds(1) else { return }
            lastTold = .now
            Console.note("\(Self.size(done)) of \(Self.size(total)) copied")
        }
        let messages = TextTable.grouped("\(report.messages)")
        Console.note("\(messages) messages, \(Self.size(report.bytes)), are in \(destination).")
        if report.waitingBlocks > 0 {
            Console.note(
                "\(report.waitingBlocks) blocks more stand in the archive and are not in the copy: a command commits "
                    + "them just now, or ended before it could. If none is at work: xacthuc head \(ledger), "
                    + "then back up again."
            )
        }
        if !withoutKeys {
            Console.note("Next: xacthuc audit \(destination)")
        } else {
            Console.note(
                "Next: keep \(ledger)/keys elsewhere; with it at \(destination)/keys: xacthuc audit \(destination)"
            )
        }
    }

    /// Bytes in words for people.
    private static func size(_ bytes: Int) -> String {
        bytes < 10_000_000
            ? "\(TextTable.grouped("\(bytes / 1_000)")) kB" : "\(TextTable.grouped("\(bytes / 1_000_000)")) MB"
    }
}
