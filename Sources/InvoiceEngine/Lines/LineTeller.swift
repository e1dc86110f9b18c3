import InvoiceCode
import InvoiceLedger
import InvoiceModel
import InvoiceXML

/// Puts what lines came to into words. One a worker: it keeps the reader's buffers.
///
/// Lines are read again: whoever counts only never pays for words.
final class LineTeller {
    private var reader: LineReader
    private var lines = InvoiceLines()

    init(_ limits: Limits) {
        reader = LineReader(limits: limits)
    }

    /// An outcome for each line, or for those alone about which there is something to say.
    ///
    /// - Parameters:
    ///   - taken: the chunk.
    ///   - results: what its lines came to.
    ///   - index: of the first line among all outcomes.
    ///   - all: whether lines without any finding are told too.
    func outcomes(of taken: TakenLines, _ results: LineResults, index: Int, all: Bool) -> [Outcome] {
        guard all || results.admissions.contains(where: { !$0.findings.isEmpty }) else { return [] }
        let chunk = taken.chunk
        reader.read(chunk.lines, into: &lines)
        precondition(lines.entries.count == results.admissions.count, "a result for each line")
        var outcomes: [Outcome] = []
        if all { outcomes.reserveCapacity(results.admissions.count) }
        for (place, admission) in results.admissions.enumerated() where all || !admission.findings.isEmpty {
            let entry = lines.entries[place]
            let line = chunk.lines.extracting(entry.bytes.range)
            var outcome = Outcome(
                file: chunk.file.name,
                index: index + place,
                kind: .invoice,
                status: results.status(of: admission)
            )
            outcome.line = chunk.firstLine + place
            if case .invoice(let invoice) = entry.result {
                outcome.describe(lines.message.invoices[invoice], in: lines.message)
            } else {
                outcome.kind = .document
            }
            outcome.code = results.code(of: admission)
            outcome.signatures = taken.signature.map { [$0] } ?? []
            outcome.omittedFindings = taken.omitted[place] ?? 0
            outcome.findings = admission.findings.map { FindingReport($0) }
            if case .fault(let fault) = entry.result {
                for place in outcome.findings.indices { outcome.findings[place].column = fault.column }
            } else {
                let offsets = LinePlaces.offsets(of: admission.findings.map(\.finding.path), in: line)
                for (place, offset) in offsets.enumerated() { outcome.findings[place].column = offset + 1 }
            }
            outcomes.append(outcome)
        }
        return outcomes
    }
}

/// What the lines of a chunk came to, before it is put into words.
struct LineResults: Sendable {
    /// Of each line.
    var admissions: [InvoiceAdmission]
    /// Whether the same chunk came before: what was accepted then is a duplicate now.
    var isAgain = false
    /// Whether nothing was stored: what is accepted would only be acceptable.
    var isCheck = false
    /// The first codes of duplicates, by their transactions.
    var codes: [UInt64: String] = [:]

    func status(of admission: InvoiceAdmission) -> Outcome.Status {
        switch admission.outcome {
        case .registered: isCheck ? .acceptable : isAgain ? .duplicate : .issued
        case .duplicate: .duplicate
        case .refused: admission.isUnreadable ? .unreadable : .rejected
        }
    }

    func code(of admission: InvoiceAdmission) -> String? {
        if case .duplicate(let transaction) = admission.outcome { return codes[transaction] }
        return admission.code?.description
    }

    /// Counts, without words.
    func count(_ taken: TakenLines) -> RunSummary {
        var summary = RunSummary()
        var accepted = 0
        for admission in admissions {
            summary.findings += admission.findings.count
            if case .registered = admission.outcome {
                accepted += 1
            } else {
                summary.statuses[status(of: admission), default: 0] += 1
                if !admission.isUnreadable { summary.invoices += 1 }
            }
        }
        let status: Outcome.Status = isCheck ? .acceptable : isAgain ? .duplicate : .issued
        summary.statuses[status, default: 0] += accepted
        summary.invoices += accepted
        summary.findings += taken.omitted.values.reduce(0, +)
        return summary
    }
}

extension InvoiceAdmission {
    /// Whether it is a line in which no invoice could be read: then the one finding says why.
    var isUnreadable: Bool {
        guard outcome == .refused, findings.count == 1 else { return false }
        return findings[0].finding.code.isOfReading
    }
}

extension RuleCode {
    /// Whether the reader of lines gives it.
    var isOfReading: Bool { slug.hasPrefix("json.") || slug.hasPrefix("xml.") }
}
