import Foundation
import Testing

/// A run that somebody stops in the middle.
@Suite struct InterruptTests {
    @Test(arguments: [SIGINT, SIGTERM])
    func `a run that is stopped says where, and the same command goes on from there`(number: Int32) throws {
        let ledger = try TownLedger()
        let (process, output, errors) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = [
            "submit", ledger.path, ledger.town.messages, "--json", "--progress", "off", "--batch", "2",
        ]
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        // Whoever does not read holds the program up: more comes than a pipe takes, so it cannot be at its end.
        let first = output.fileHandleForReading.availableData
        kill(process.processIdentifier, number)
        let rest = try output.fileHandleForReading.readToEnd() ?? Data()
        let said = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        let lines = String(decoding: first + rest, as: UTF8.self).split(separator: "\n")
        let outcomes = lines.filter { !$0.contains(#"{"summary":"#) }
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 1, "\(said)")
        #expect(outcomes.count > 0 && outcomes.count < ledger.town.manifest.count, "\(outcomes.count)")
        #expect(
            said.contains("Stopped after \(outcomes.count) outcomes, the last of \(ledger.town.messages)/"),
            "\(said)"
        )
        #expect(said.contains("Run the same again to go on."))
        let listed = try Program.run(["list", ledger.path, "--format", "csv"]).output.split(separator: "\n").count - 1
        #expect(listed == outcomes.count { $0.contains(#""status":"issued""#) })

        let again = try ledger.submit()
        let whole = try TownLedger()
        let codes = try whole.submit().outcomes.map { $0["code"] as? String }
        #expect(again.outcomes.map { $0["code"] as? String } == codes)
        #expect(try ledger.totals("day,office,form,rate") == whole.totals("day,office,form,rate"))
    }
}
