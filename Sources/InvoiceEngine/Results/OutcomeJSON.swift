import Foundation
import InvoiceModel

/// One line of JSON for programs.
public enum OutcomeJSON {
    /// A line each, made in parallel, in the order of the outcomes.
    public static func lines(_ outcomes: [Outcome], workers: Int) -> [String] {
        WorkerPool((0..<max(1, workers)).map { _ in () }).map(count: outcomes.count) { _, place in
            line(outcomes[place])
        }
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

extension Outcome: Encodable {
    private enum Key: String, CodingKey {
        case file, index, line, kind, seller, form, symbol, number, date, status, code, findings, signatures, reply
        case omittedFindings = "omitted_findings"
        case messageID = "message_id"
    }

    /// Writes every field; what is absent is null.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(file, forKey: .file)
        try fields.encode(index, forKey: .index)
        try fields.encodeIfPresent(line, forKey: .line)
        try fields.encode(kind, forKey: .kind)
        try fields.encode(seller, forKey: .seller)
        try fields.encode(form, forKey: .form)
        try fields.encode(symbol, forKey: .symbol)
        try fields.encode(number, forKey: .number)
        try fields.encode(date, forKey: .date)
        try fields.encode(status, forKey: .status)
        try fields.encode(code, forKey: .code)
        if let fault {
            try fields.encode([fault], forKey: .findings)
        } else {
            try fields.encode(findings, forKey: .findings)
        }
        if omittedFindings > 0 { try fields.encode(omittedFindings, forKey: .omittedFindings) }
        try fields.encode(signatures, forKey: .signatures)
        try fields.encode(reply, forKey: .reply)
        try fields.encode(messageID, forKey: .messageID)
    }
}

/// The fields of a finding.
private enum FindingKey: String, CodingKey {
    case code, severity, path, column, message, expected, found
    case messageVietnamese = "message_vi"
}

extension ContainerFault: Encodable {
    /// Writes the fields of a finding; what is absent is null.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: FindingKey.self)
        try fields.encode(code.rawValue, forKey: .code)
        try fields.encode(Severity.reject.rawValue, forKey: .severity)
        try fields.encode(path, forKey: .path)
        try fields.encode(code.english, forKey: .message)
        try fields.encode(code.vietnamese, forKey: .messageVietnamese)
        try fields.encode(expected, forKey: .expected)
        try fields.encode(found, forKey: .found)
    }
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

extension SignatureLine: Encodable {
    private enum Key: String, CodingKey {
        case algorithm, integrity, chain, context
        case signer = "by"
        case signingTime = "signing_time"
    }

    /// Writes every field; what is absent is null.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(signer, forKey: .signer)
        try fields.encode(algorithm, forKey: .algorithm)
        try fields.encode(integrity, forKey: .integrity)
        try fields.encode(chain, forKey: .chain)
        try fields.encode(signingTime?.description, forKey: .signingTime)
        try fields.encode(context, forKey: .context)
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
