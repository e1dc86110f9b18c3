import InvoiceEngine
import InvoiceModel

/// Prints what became of each message: a line of JSON each, or tables of causes at the end.
final class OutcomePrinter {
    private let isJSON: Bool
    private let workers: Int
    private var causes: [RuleCode: Cause] = [:]

    /// Findings of one rule over the whole run.
    private struct Cause {
        var report: FindingReport
        var file: String
        var isRefusal: Bool
        var count = 0
    }

    init(isJSON: Bool, workers: Int) {
        self.isJSON = isJSON
        self.workers = workers
    }

    /// Takes outcomes in their order.
    func print(_ outcomes: [Outcome]) {
        guard !isJSON else {
            let lines = OutcomeJSON.lines(outcomes, workers: workers)
            if !lines.isEmpty { Console.out(lines.joined(separator: "\n")) }
            return
        }
        for outcome in outcomes { count(outcome) }
    }

    /// Prints the counts and causes of the whole run.
    func finish(_ summary: RunSummary, statuses: [Outcome.Status]) {
        guard !isJSON else {
            Console.out(OutcomeJSON.line(SummaryLine(summary, statuses: statuses)))
            return
        }
        var table = TextTable([("status", .left), ("count", .right)])
        for status in statuses {
            table.append([status.rawValue, TextTable.grouped("\(summary.statuses[status, default: 0])")])
        }
        if summary.failedFiles > 0 { table.append(["not read", TextTable.grouped("\(summary.failedFiles)")]) }
        for line in table.lines { Console.out(line) }
        tell("Refused because", causes.values.filter(\.isRefusal))
        tell("Warnings", causes.values.filter { !$0.isRefusal })
    }

    /// Counts each rule once an outcome; the first outcome with it is the example.
    private func count(_ outcome: Outcome) {
        var seen: Set<RuleCode> = []
        for report in outcome.findings {
            let code = report.weighed.finding.code
            guard seen.insert(code).inserted else { continue }
            let isRefusal = report.weighed.severity == .reject
            var cause = causes[code] ?? Cause(report: report, file: outcome.file, isRefusal: isRefusal)
            cause.count += 1
            causes[code] = cause
        }
    }

    private func tell(_ head: String, _ causes: [Cause]) {
        guard !causes.isEmpty else { return }
        Console.out("")
        Console.out(head)
        let sorted = causes.sorted { left, right in
            left.count == right.count
                ? left.report.weighed.finding.code.rawValue < right.report.weighed.finding.code.rawValue
                : left.count > right.count
        }
        let width = "\(sorted.first?.count ?? 0)".count
        for cause in sorted {
            let finding = cause.report.weighed.finding
            let number = "\(cause.count)"
            let margin = String(repeating: " ", count: width + 4)
            Console.out("  \(String(repeating: " ", count: width - number.count))\(number)  \(finding.code.slug)")
            Console.out("\(margin)\(cause.report.message)")
            Console.out("\(margin)\(cause.report.messageVietnamese)")
            Console.out("\(margin)First: \(cause.file): \(OutcomePrinter.place(finding))")
            if !cause.report.remedy.isEmpty { Console.out("\(margin)Mend: \(cause.report.remedy)") }
            if !cause.report.remedyVietnamese.isEmpty { Console.out("\(margin)Sửa: \(cause.report.remedyVietnamese)") }
        }
    }

    /// Where, what was found and what was expected.
    private static func place(_ finding: Finding) -> String {
        var text = finding.path
        if let found = finding.found { text += ", found \"\(found)\"" }
        if let expected = finding.expected { text += ", expected \(expected)" }
        return text
    }
}
