import Dispatch
import Foundation
import InvoiceEngine
import InvoiceModel
import InvoiceSynth
import Synchronization

/// Callers who wait for each answer before their next message:
/// `Live [--messages N] [--callers C] [--rounds R] [--workers W] [--bulk N] [--json]`.
///
/// With `--bulk` so many other messages go through the same intake as one run meanwhile.
@main struct Live {
    static func main() throws {
        let request = try LiveRequest(Array(CommandLine.arguments.dropFirst()))
        let folder = FileManager.default.temporaryDirectory.appending(path: "xacthuc-live").path
        let sample = folder + "/sample-\(request.messages + request.bulk)"
        try makeSample(sample, invoices: request.messages + request.bulk)
        var rounds: [Round] = []
        for number in 1...request.rounds {
            let ledger = folder + "/ledger"
            try? FileManager.default.removeItem(atPath: ledger)
            let round = try Run(ledger: ledger, sample: sample, request: request).measure()
            rounds.append(round)
            note("round \(number): \(Int(round.perSecond)) invoices/s")
            try FileManager.default.removeItem(atPath: ledger)
        }
        LiveReport(request: request, rounds: rounds).printAll()
    }

    /// The sample is made once; its mark tells that it is whole.
    private static func makeSample(_ folder: String, invoices: Int) throws {
        let mark = folder + "/complete"
        guard !FileManager.default.fileExists(atPath: mark) else { return }
        note("making \(invoices) signed messages in \(folder)")
        guard let today = CalendarDate("2026-11-20") else { preconditionFailure("a real day") }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        _ = try Synth.run(SynthOptions(directory: folder, seed: 1, today: today, invoices: invoices))
        try Data().write(to: URL(filePath: mark))
    }

    static func note(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}

/// What was asked for.
struct LiveRequest {
    var messages = 20_000
    var callers = 64
    var rounds = 3
    var workers = SubmitOptions.activeCores
    var bulk = 0
    var isJSON = false

    init(_ arguments: [String]) throws {
        var rest = arguments[...]
        func number() throws -> Int {
            guard let text = rest.popFirst(), let number = Int(text), number > 0 else {
                throw LiveError(text: "a positive number is missing")
            }
            return number
        }
        while let argument = rest.popFirst() {
            switch argument {
            case "--messages": messages = try number()
            case "--callers": callers = try number()
            case "--rounds": rounds = try number()
            case "--workers": workers = try number()
            case "--bulk": bulk = try number()
            case "--json": isJSON = true
            default: throw LiveError(text: "unknown argument \(argument)")
            }
        }
    }
}

/// A benchmark that cannot run.
struct LiveError: Error, CustomStringConvertible {
    let text: String
    var description: String { text }
}
