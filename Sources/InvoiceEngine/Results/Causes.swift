public import InvoiceModel

/// Why a run's invoices were refused or warned of: findings grouped by rule and kind of place, in bounded memory.
///
/// An invoice counts once in each group, however often it has the fault.
public struct Causes: Sendable {
    /// One fault many invoices may share.
    public struct Cause: Sendable {
        /// The first finding, with its sentences.
        public let report: FindingReport
        /// Where, without the numbers of lines and bytes: `HDon/DLHDon/NDHDon/DSHHDVu/HHDVu/TSuat`.
        public let place: String
        /// Invoices, or other documents, that have it.
        public internal(set) var count = 0
        /// The first of them, at most `Causes.exampleLimit`.
        public internal(set) var examples: [Example] = []
        /// Whether the same was found, and expected, in each of them.
        public internal(set) var isOneValue = true

        /// Whether it refuses; otherwise it warns.
        public var isRefusal: Bool { report.weighed.severity == .reject }
    }

    /// One invoice with the fault.
    public struct Example: Sendable, Hashable {
        /// The file it came from.
        public let file: String
        /// Form, symbol and number as sent, such as `1C26TAA 17`; `nil` where they could not be read.
        public let invoice: String?
        /// What was found there.
        public let finding: Finding
    }

    /// Examples kept of one cause.
    public static let exampleLimit = 5
    /// Causes kept apart; findings of further ones are counted as `rest`.
    public static let causeLimit = 500
    /// Characters of an invoice's name in an example: senders may write anything there.
    private static let nameCharacters = 40

    private struct Key: Hashable {
        let code: RuleCode
        let place: String
    }

    private var byKey: [Key: Int] = [:]
    private var causes: [Cause] = []
    /// Invoices counted for causes beyond the limit: once for each such cause of an invoice.
    public private(set) var rest = 0
    /// Invoices and other documents that were refused.
    public private(set) var refused = 0
    /// Findings that were counted and not kept where an invoice had too many.
    public private(set) var omittedFindings = 0
    /// What of containers was not taken.
    private(set) var containers = ContainerFaults()

    /// Nothing yet.
    public init() {}

    /// Counts the findings of one invoice.
    public mutating func add(_ outcome: Outcome) {
        omittedFindings += outcome.omittedFindings
        // What is not taken from a container is no message that was refused.
        if let fault = outcome.fault { return containers.add(fault, in: outcome.file) }
        if !outcome.status.isAccepted { refused += 1 }
        var seen: Set<Key> = []
        for report in outcome.findings {
            let finding = report.weighed.finding
            let key = Key(code: finding.code, place: Causes.place(of: finding.path))
            guard seen.insert(key).inserted else { continue }
            var index = byKey[key]
            if index == nil, causes.count < Causes.causeLimit {
                index = causes.count
                byKey[key] = causes.count
                causes.append(Cause(report: report, place: key.place))
            }
            guard let index else {
                rest += 1
                continue
            }
            causes[index].count += 1
            let first = causes[index].report.weighed.finding
            if first.found != finding.found || first.expected != finding.expected { causes[index].isOneValue = false }
            guard causes[index].examples.count < Causes.exampleLimit else { continue }
            causes[index].examples.append(
                Example(file: outcome.file, invoice: Causes.name(of: outcome), finding: finding)
            )
        }
    }

    /// What refused, the cause of most refusals first; where as many, in the order of the rules.
    public var refusals: [Cause] { sorted { $0.isRefusal } }

    /// What only warned, likewise.
    public var warnings: [Cause] { sorted { !$0.isRefusal } }

    private func sorted(_ belongs: (Cause) -> Bool) -> [Cause] {
        causes.filter(belongs).sorted { left, right in
            if left.count != right.count { return left.count > right.count }
            let codes = (left.report.weighed.finding.code.rawValue, right.report.weighed.finding.code.rawValue)
            return codes.0 == codes.1 ? left.place < right.place : codes.0 < codes.1
        }
    }

    /// A path without what differs from invoice to invoice: `HHDVu[3]` is `HHDVu`, `byte 30` is `byte`.
    static func place(of path: String) -> String {
        if path.hasPrefix("byte ") { return "byte" }
        guard path.utf8.contains(UInt8(ascii: "[")) else { return path }
        var isOutside = true
        return path.filter { character in
            if character == "[" { isOutside = false }
            defer { if character == "]" { isOutside = true } }
            return isOutside
        }
    }

    private static func name(of outcome: Outcome) -> String? {
        guard let form = outcome.form, let symbol = outcome.symbol, let number = outcome.number else { return nil }
        let name = "\(form)\(symbol) \(number)"
        return name.count <= nameCharacters ? name : name.prefix(nameCharacters) + "…"
    }
}
