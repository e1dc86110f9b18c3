import Foundation
import InvoiceEngine
import InvoiceModel
import InvoiceSynth
import OpenSSL

/// The whole way of message 200 beside its floor, in turn: `Macro [--messages N] [--rounds R] [--workers W] [--json]`.
@main struct Macro {
    static func main() throws {
        let request = try MacroRequest(Array(CommandLine.arguments.dropFirst()))
        let folder = FileManager.default.temporaryDirectory.appending(path: "xacthuc-macro").path
        let sample = folder + "/sample-\(request.messages)"
        try makeSample(sample, invoices: request.messages)
        try warm(sample)
        let floor = try Floor()
        var rounds: [Round] = []
        for number in 1...request.rounds {
            let pairs = floor.pairsPerSecond(workers: request.workers, seconds: 2)
            let ledger = folder + "/ledger"
            try? FileManager.default.removeItem(atPath: ledger)
            var round = try Run(ledger: ledger, sample: sample, workers: request.workers).measure()
            round.floor = pairs
            rounds.append(round)
            note("round \(number): \(Int(round.perSecond)) invoices/s, floor \(Int(pairs)) pairs/s")
            try FileManager.default.removeItem(atPath: ledger)
        }
        try MacroReport(request: request, rounds: rounds).printAll()
    }

    /// The sample is made once; its manifest tells that it is whole.
    private static func makeSample(_ folder: String, invoices: Int) throws {
        let mark = folder + "/complete"
        guard !FileManager.default.fileExists(atPath: mark) else { return }
        note("making \(invoices) signed messages in \(folder)")
        guard let today = CalendarDate("2026-11-20") else { preconditionFailure("a real day") }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        _ = try Synth.run(SynthOptions(directory: folder, seed: 1, today: today, invoices: invoices))
        try Data().write(to: URL(filePath: mark))
    }

    /// Reads every message once, so that all rounds find them in the system's memory.
    private static func warm(_ folder: String) throws {
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder + "/messages") {
            // Folders are among them, and have nothing to read.
            _ = try? Data(contentsOf: URL(filePath: folder + "/messages/" + name))
        }
    }

    static func note(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}

/// What was asked for.
struct MacroRequest {
    var messages = 20_000
    var rounds = 5
    var workers = SubmitOptions.activeCores
    var isJSON = false

    init(_ arguments: [String]) throws {
        var rest = arguments[...]
        func number() throws -> Int {
            guard let text = rest.popFirst(), let number = Int(text), number > 0 else {
                throw MacroError(text: "a positive number is missing")
            }
            return number
        }
        while let argument = rest.popFirst() {
            switch argument {
            case "--messages": messages = try number()
            case "--rounds": rounds = try number()
            case "--workers": workers = try number()
            case "--json": isJSON = true
            default: throw MacroError(text: "unknown argument \(argument)")
            }
        }
    }
}

/// A benchmark that cannot run.
struct MacroError: Error, CustomStringConvertible {
    let text: String
    var description: String { text }
}
