import ArgumentParser
import InvoiceEngine
import InvoiceModel
import InvoiceSynth

/// `synth`: test data with the verdict each message must get.
struct SynthCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "synth",
        abstract: "Makes certificates, taxpayers and signed messages, good and bad, for tests and rehearsals.",
        discussion: """
            Writes pki/ taxpayers.csv certificates.csv anchors.pem crl.pem messages/ manifest.ndjson. \
            N counts the good invoices; bad ones are added. Keys are made once; afterwards the same seed gives the \
            same bytes.

            Example
              xacthuc synth demo --seed 1 --today 2026-11-20 --invoices 1000 --bad 0.05
              xacthuc synth shops --seed 1 --today 2026-11-20 --cash 493 --per-message 500 --bad 0.0142
              xacthuc synth pilot --seed 1 --today 2026-11-20 --pilot
              xacthuc synth trade --seed 1 --today 2026-11-20 --invoices 1000 --buyer-signed 0.3
              xacthuc synth forms --seed 1 --today 2026-11-20 --invoices 1000 --bad 0.1 --forms 3,4,5,6

            With --ndjson FILE, or - for standard output: taxpayers.csv, and good, unsigned invoices, one a line.
              xacthuc synth bulk --seed 1 --today 2026-11-20 --ndjson bulk/lines.ndjson --invoices 1000000
              xacthuc synth bulk --seed 1 --today 2026-11-20 --ndjson - --ndjson-bytes 20G | gzip > lines.gz
              xacthuc synth nation --seed 1 --today 2026-11-20 --pilot --scale 100 --ndjson nation/lines.ndjson
            """
    )

    @Argument(help: "The folder to write.", completion: .directory) var directory: String
    @Option(help: "Everything but the keys follows from this number.") var seed: UInt64 = 1
    @Option(help: "The day on which the messages will be submitted, as YYYY-MM-DD.") var today: CalendarDate
    @Option(help: "Good invoices.") var invoices: Int?
    @Option(help: "Bad ones as a share of the good: 0.05 adds one for twenty.") var bad: Double?
    @Option(help: "Sellers with a certificate of their own.") var certificates: Int?
    @Option(help: "Net before tax of all good invoices in đồng, hit exactly.") var revenue: Amount?
    @Option(help: "Their tax in đồng, hit exactly.") var tax: Amount?
    @Option(help: "Good invoices without code, in messages 203.") var uncoded: Int?
    @Option(help: "Good invoices from cash registers with their codes, in messages 206.") var cash: Int?
    @Option(help: "Good invoices from cash registers without code, in messages 216.") var cashUncoded: Int?
    @Option(help: "Invoices of one message 203, 206 or 216.") var perMessage: Int?
    @Option(help: "Share of good invoices, in messages 200 and 203, that the buyer signs too: 0.1 is one in ten.")
    var buyerSigned: Double?
    @Option(help: "Other forms, from 3 to 6 with commas between: three in ten invoices are of them.") var forms: String?
    @Flag(
        help: """
            The national pilot at one thousandth: 8,000 invoices, 100 billion đồng; with --ndjson the whole: 8,000,000 \
            invoices, 100,000 billion đồng.
            """
    )
    var pilot = false
    @OptionGroup(title: "Options for lines") var lines: LineOptions

    func validate() throws {
        if lines.ndjson != nil {
            let others = [uncoded, cash, cashUncoded, perMessage, certificates].compactMap(\.self).count
            guard others == 0, bad == nil, buyerSigned == nil, forms == nil else {
                throw ValidationError(
                    "Lines are good and unsigned, of forms 1 and 2: only their own options go with them."
                )
            }
            guard pilot || invoices != nil || lines.ndjsonBytes != nil else {
                throw ValidationError("Say how many lines with --invoices N or --ndjson-bytes N, or --pilot.")
            }
            return
        }
        guard !lines.areUsed else { throw ValidationError("--ndjson FILE says where the lines go.") }
        let counts = [invoices, uncoded, cash, cashUncoded].compactMap(\.self)
        guard pilot || !counts.isEmpty else {
            throw ValidationError("Say how many with --invoices N, --uncoded N or --cash N, or --pilot.")
        }
    }

    func run() throws {
        if let ndjson = lines.ndjson { return try write(lines: ndjson) }
        let options = try options()
        do {
            let summary = try Synth.run(options) { progress in
                guard progress.done % 1_000 == 0 else { return }
                Console.note("\(progress.stage.rawValue): \(progress.done) of \(progress.total)")
            }
            Console.note(
                "\(summary.files) files in \(directory)/messages: \(summary.good) good, "
                    + "\(summary.duplicates) duplicates, \(summary.rejected) to be refused, "
                    + "\(summary.unreadable) unreadable; net \(TextTable.grouped(summary.net.description)), "
                    + "tax \(TextTable.grouped(summary.tax.description)) đồng."
            )
            guard summary.batches > 0 else { return }
            Console.note(
                "\(summary.batches) of them hold many invoices: \(summary.registered) to be registered, "
                    + "\(summary.registeredAgain) again, \(summary.notRegistered) to be refused; "
                    + "net \(TextTable.grouped(summary.registeredNet.description)), "
                    + "tax \(TextTable.grouped(summary.registeredTax.description)) đồng."
            )
        } catch {
            throw SynthCommand.failure(error)
        }
    }

    private static func failure(_ error: SynthError) -> EngineError {
        switch error {
        case .options(let sentence): EngineError(.usage, sentence)
        case .file(let path, let reason): EngineError(.file, "\(path): \(reason)")
        case .keys(let sentence): EngineError(.file, "The test certificates could not be made: \(sentence)")
        }
    }

    private func write(lines output: String) throws {
        let options = try lines.options(
            directory,
            output,
            seed,
            today,
            invoices,
            pilot ? lines.scale ?? 1 : nil,
            revenue,
            tax
        )
        let start = ContinuousClock.now
        do {
            let summary = try Synth.run(options)
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            func grouped(_ number: some BinaryInteger) -> String { TextTable.grouped(String(number)) }
            Console.note(
                "\(grouped(summary.invoices)) invoices, \(grouped(summary.bytes)) bytes in "
                    + "\(output == "-" ? "standard output" : output); net \(grouped(summary.net)), "
                    + "tax \(grouped(summary.tax)) đồng; "
                    + "\(grouped(Int(Double(summary.invoices) / seconds))) invoices/s."
            )
        } catch {
            throw SynthCommand.failure(error)
        }
    }

    /// The pilot's figures, or none, changed by what was said.
    private func options() throws -> SynthOptions {
        var options = SynthOptions.pilot(directory: directory, seed: seed, today: today)
        if !pilot {
            options = SynthOptions(directory: directory, seed: seed, today: today, invoices: invoices ?? 0)
        }
        if let invoices { options.invoices = invoices }
        if let bad { options.badShare = bad }
        if let certificates { options.certificates = certificates }
        if let revenue { options.revenue = revenue }
        if let tax { options.tax = tax }
        if let uncoded { options.uncoded = uncoded }
        if let cash { options.cash = cash }
        if let cashUncoded { options.cashUncoded = cashUncoded }
        if let perMessage { options.perMessage = perMessage }
        if let buyerSigned { options.buyerSigned = buyerSigned }
        if let forms { options.forms = Set(try forms.split(separator: ",").map(form)) }
        return options
    }

    private func form(_ text: Substring) throws -> UInt8 {
        guard let form = UInt8(text), (3...6).contains(form) else {
            throw EngineError(.usage, "--forms takes digits from 3 to 6, such as 3,5; not \"\(text)\".")
        }
        return form
    }
}
