import Foundation
import InvoiceModel

/// One line of JSON for programs.
public enum OutcomeJSON {
    /// Outcomes one thread writes at a time.
    private static let share = 64

    /// A line each with its end, written in parallel, in the order of the outcomes.
    public static func lines(_ outcomes: [Outcome], workers: Int) -> [UInt8] {
        let shares = (outcomes.count + share - 1) / share
        let pieces = WorkerPool((0..<max(1, workers)).map { _ in () }).map(count: shares) { _, place in
            var writer = OutcomeWriter()
            for outcome in outcomes[(place * share)...].prefix(share) { writer.add(outcome) }
            return writer.bytes
        }
        return Array(pieces.joined())
    }

    /// The line of one outcome, without its end.
    static func line(_ outcome: Outcome) -> String {
        var writer = OutcomeWriter()
        writer.add(outcome)
        return String(decoding: writer.bytes.dropLast(), as: UTF8.self)
    }

    /// Compact JSON of one value, keys in byte order: the same value gives the same line.
    ///
    /// - Precondition: the value holds no number that JSON cannot write, such as infinity.
    public static func line(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return try String(decoding: encoder.encode(value), as: UTF8.self)
        } catch {
            preconditionFailure("a result that JSON cannot write: \(error)")
        }
    }
}

/// The fields of a finding.
private enum FindingKey: String, CodingKey {
    case code, severity, path, column, message, expected, found
    case messageVietnamese = "message_vi"
}

extension FindingReport: Encodable {

    /// Writes every field; what is absent is null.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: FindingKey.self)
        try fields.encode(weighed.finding.code.slug, forKey: .code)
        try fields.encode(weighed.severity.rawValue, forKey: .severity)
        try fields.encode(weighed.finding.path, forKey: .path)
        try fields.encodeIfPresent(column, forKey: .column)
        try fields.encode(message, forKey: .message)
        try fields.encode(messageVietnamese, forKey: .messageVietnamese)
        try fields.encode(weighed.finding.expected, forKey: .expected)
        try fields.encode(weighed.finding.found, forKey: .found)
    }
}

/// What a run decided, counted.
public struct RunSummary: Sendable, Hashable {
    /// Outcomes by status.
    public var statuses: [Outcome.Status: Int] = [:]
    /// Files read or tried; a container is one.
    public var files = 0
    /// Files that could not be read at all; they have no outcome.
    public var failedFiles = 0
    /// Invoices among the outcomes.
    public var invoices = 0
    /// Findings of all outcomes, those beyond the limit counted.
    public var findings = 0
    /// Whether the run was asked to stop before its end.
    public var wasStopped = false
    /// What else there is to say at the end, in sentences: no errors.
    public var notes: [String] = []

    /// Nothing yet.
    public init() {}

    /// Whether every outcome was accepted.
    public var isAllAccepted: Bool {
        statuses.allSatisfy { $0.key.isAccepted || $0.value == 0 }
    }

    /// Outcomes of any status.
    public var outcomes: Int { statuses.values.reduce(0, +) }

    /// Adds the counts of outcomes.
    mutating func add(_ other: RunSummary) {
        statuses.merge(other.statuses) { $0 + $1 }
        invoices += other.invoices
        findings += other.findings
    }

    /// What is counted here and not there.
    func subtracting(_ other: RunSummary) -> RunSummary {
        var rest = self
        for (status, count) in other.statuses { rest.statuses[status, default: 0] -= count }
        rest.invoices -= other.invoices
        rest.findings -= other.findings
        return rest
    }

    /// Counts one outcome.
    mutating func add(_ outcome: Outcome) {
        statuses[outcome.status, default: 0] += 1
        if outcome.kind == .invoice { invoices += 1 }
        findings += outcome.findings.count + outcome.omittedFindings + (outcome.fault == nil ? 0 : 1)
    }
}

/// The last line of a run: `{"summary":{…}}`.
public struct SummaryLine: Encodable, Sendable {
    /// The counts.
    public var summary: [String: Int]

    /// The line of a run; of the statuses those that can occur in it are counted, down to zero.
    public init(_ summary: RunSummary, statuses: [Outcome.Status]) {
        var counts = ["files": summary.files, "invoices": summary.invoices, "findings": summary.findings]
        for status in statuses { counts[status.rawValue] = summary.statuses[status, default: 0] }
        self.summary = counts
    }
}
