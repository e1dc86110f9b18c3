import InvoiceModel

/// Writes the messages in the order they are meant to be sent, and the manifest beside them.
struct SynthRun {
    private let maker: MessageMaker
    private let folder: Folder
    private var faults: FaultMaker
    private var manifest: [UInt8] = []
    private var summary = SynthSummary()
    /// Position of each good message among the files.
    private var goodFiles: [Int] = []

    init(maker: MessageMaker, folder: Folder) {
        self.maker = maker
        self.folder = folder
        faults = FaultMaker(maker: maker)
    }

    /// Messages in one folder.
    static let folderSize = 1_000

    mutating func write(progress: (SynthProgress) -> Void) throws(SynthError) -> SynthSummary {
        let schedule = SynthRun.schedule(options: maker.options)
        var batches = BatchMaker(maker: maker)
        let total = maker.plans.count + schedule.count + batches.count
        var next = schedule.startIndex
        for index in 0...maker.plans.count {
            while next < schedule.endIndex, schedule[next].after <= index {
                try writeBad(schedule[next].fault, sent: index)
                next += 1
            }
            if index < maker.plans.count { try writeGood(index) }
            if index % 500 == 0 { progress(SynthProgress(stage: .messages, done: summary.files, total: total)) }
        }
        var batchFiles: [String] = []
        while let message = try batches.next() {
            try writeBatch(message, &batchFiles)
            if batchFiles.count % 100 == 0 {
                progress(SynthProgress(stage: .messages, done: summary.files, total: total))
            }
        }
        try folder.write(manifest, to: "manifest.ndjson")
        progress(SynthProgress(stage: .messages, done: total, total: total))
        return summary
    }

    /// After how many good messages each bad one goes out; each way of being bad takes its turn.
    private static func schedule(options: SynthOptions) -> [(after: Int, fault: Fault)] {
        var random = Random(seed: options.seed, stream: Stream.faults, index: 1)
        let count = Int((Double(options.invoices) * options.badShare).rounded())
        var faults: [Fault] = []
        while faults.count < count { faults += Fault.all(with: options.forms).shuffled(using: &random) }
        let positions = (0..<count).map { _ in
            options.invoices / 10 + random.below(max(1, options.invoices - options.invoices / 10 + 1))
        }
        return zip(positions.sorted(), faults).map { ($0, $1) }
    }

    private mutating func writeGood(_ index: Int) throws(SynthError) {
        let parts = maker.good(index)
        goodFiles.append(summary.files)
        let file = try store(try parts.bytes())
        faults.noteGood(index)
        summary.good += 1
        let plan = parts.plan
        let worth = plan.worth
        summary.net = summary.net.adding(Amount(millionths: plan.inDong(worth.net))) ?? summary.net
        summary.tax = summary.tax.adding(Amount(millionths: plan.inDong(worth.tax))) ?? summary.tax
        manifest += Array(ManifestLine(file: file, status: .issued, codes: parts.warnings, parts: parts).text.utf8)
    }

    private mutating func writeBad(_ fault: Fault, sent: Int) throws(SynthError) {
        let message = try faults.message(fault, sent: sent)
        let file = try store(message.bytes)
        switch message.status {
        case .issued: summary.good += 1
        case .duplicate: summary.duplicates += 1
        case .rejected: summary.rejected += 1
        case .unreadable: summary.unreadable += 1
        }
        let line = ManifestLine(
            file: file,
            status: message.status,
            codes: message.codes,
            parts: message.parts,
            fault: message.fault,
            first: faults.repeatedIndex.map { SynthRun.name(goodFiles[$0]) }
        )
        manifest += Array(line.text.utf8)
    }

    private mutating func writeBatch(_ message: BatchMessage, _ files: inout [String]) throws(SynthError) {
        let file = try store(message.bytes)
        files.append(file)
        summary.batches += 1
        for line in message.lines {
            manifest += Array(line.text(file: file, first: message.original.map { files[$0] }).utf8)
            switch line.status {
            case .registered:
                summary.registered += 1
                guard let plan = line.invoice?.parts.plan else { continue }
                let worth = plan.worth
                let net = Amount(millionths: worth.net)
                summary.registeredNet = summary.registeredNet.adding(net) ?? summary.registeredNet
                let tax = Amount(millionths: worth.tax)
                summary.registeredTax = summary.registeredTax.adding(tax) ?? summary.registeredTax
            case .duplicate: summary.registeredAgain += 1
            case .rejected: summary.notRegistered += 1
            }
        }
    }

    private mutating func store(_ bytes: [UInt8]) throws(SynthError) -> String {
        let name = SynthRun.name(summary.files)
        if summary.files % SynthRun.folderSize == 0 { try folder.make(String(name.dropLast(13))) }
        try folder.write(bytes, to: name)
        summary.files += 1
        return name
    }

    /// `messages/0000/00000001.xml`: byte order is the order of sending.
    private static func name(_ position: Int) -> String {
        "messages/\(padded(position / folderSize, to: 4))/\(padded(position + 1, to: 8)).xml"
    }

    private static func padded(_ value: Int, to width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
