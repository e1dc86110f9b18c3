import ArgumentParser
import InvoiceEngine
import InvoiceModel
import InvoiceSynth

/// What `synth` can be told about lines of NDJSON.
struct LineOptions: ParsableArguments {
    @Option(help: "Where lines of NDJSON go: a file, or - for standard output.", completion: .file()) var ndjson:
        String?
    @Option(help: "Bytes of lines at least, the last one whole: 500M, 20G.") var ndjsonBytes: String?
    @Option(help: "Sellers, who buy from one another; 20,000 by default.") var sellers: Int?
    @Option(help: "Days the lines are dated from, the last one --today; 1 by default, 181 of the pilot.") var days: Int?
    @Option(help: "The pilot by so many: 100 makes a hundredth of it.") var scale: Int?
    @Option(help: "Threads that write lines; all cores by default.") var synthWorkers: Int?

    /// Whether one of them was given.
    var areUsed: Bool {
        ndjson != nil || ndjsonBytes != nil || synthWorkers != nil
            || [sellers, days, scale].compactMap(\.self).count > 0
    }

    func validate() throws {
        guard (1...80_000).contains(scale ?? 1) else { throw ValidationError("--scale is from 1 to 80,000.") }
        guard (synthWorkers ?? 1) > 0 else { throw ValidationError("--synth-workers must be at least 1.") }
    }

    /// The lines that are asked for; `pilot` is the scale of the pilot.
    func options(
        _ directory: String,
        _ output: String,
        _ seed: UInt64,
        _ today: CalendarDate,
        _ invoices: Int?,
        _ pilot: Int?,
        _ revenue: Amount?,
        _ tax: Amount?
    ) throws -> LinesOptions {
        var options: LinesOptions
        if let pilot {
            options = .pilot(directory: directory, output: output, seed: seed, today: today, scale: pilot)
        } else {
            options = LinesOptions(
                directory: directory,
                output: output,
                seed: seed,
                today: today,
                extent: .invoices(invoices ?? 0)
            )
        }
        if let ndjsonBytes { options.extent = .bytes(try LineOptions.bytes(ndjsonBytes)) }
        if let sellers { options.sellers = sellers }
        if let days { options.days = days }
        if let revenue { options.revenue = revenue }
        if let tax { options.tax = tax }
        options.workers = synthWorkers ?? SubmitOptions.activeCores
        return options
    }

    /// A number of bytes, perhaps with K, M or G for powers of 1,000.
    private static func bytes(_ text: String) throws -> Int {
        let powers: [Character: Int] = ["K": 1_000, "M": 1_000_000, "G": 1_000_000_000]
        let power = text.last.flatMap { powers[$0] }
        guard let count = Int(power == nil ? text : String(text.dropLast())), count > 0, count < 1_000_000_000_000
        else {
            throw EngineError(.usage, "--ndjson-bytes takes a number, perhaps with K, M or G: 500M; not \"\(text)\".")
        }
        return count * (power ?? 1)
    }
}
