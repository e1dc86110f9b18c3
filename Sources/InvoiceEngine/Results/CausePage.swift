import InvoiceModel

/// Causes as lines for people: what is wrong, in English and Vietnamese, how to mend it, where to look.
public struct CausePage: Sendable {
    private let causes: Causes

    /// Causes told one by one under a head; of the others, how many there are.
    public static let causeLimit = 20
    /// Warnings told one by one where something was refused.
    public static let shortLimit = 5
    /// Causes with all their examples; the ones below have the first alone.
    public static let fullCauses = 3

    /// A page.
    public init(_ causes: Causes) {
        self.causes = causes
    }

    /// The lines; none where nothing was found.
    ///
    /// What refuses is told in full. Where something refused, what only warns is told in short: it can wait.
    public var lines: [String] {
        let (refusals, warnings) = (causes.refusals, causes.warnings)
        var lines = section("Refused because", refusals, isShort: false)
        // One fault in every refused invoice is worth knowing before anything else.
        if refusals.count == 1, refusals[0].count == causes.refused, causes.refused > 1 {
            lines.insert("  All \(CausePage.grouped(causes.refused)) refused have this one cause:", at: 2)
        }
        lines += section("Warnings", warnings, isShort: !refusals.isEmpty)
        let hasRules = !lines.isEmpty
        lines += containers
        if causes.rest > 0 {
            lines += ["", "\(CausePage.grouped(causes.rest)) more findings of other causes; --json lists each."]
        }
        if causes.omittedFindings > 0 {
            let count = CausePage.grouped(causes.omittedFindings)
            lines += ["", "\(count) findings beyond the limit for one invoice were counted and not kept."]
        }
        if hasRules { lines += ["", "More of a rule: xacthuc explain CODE"] }
        return lines
    }

    /// What of containers was not taken.
    private var containers: [String] {
        let counts = causes.containers.inOrder
        guard let most = counts.map(\.count).max() else { return [] }
        let width = CausePage.grouped(most).count
        let margin = String(repeating: " ", count: width + 4)
        var lines = ["", "Not taken from containers"]
        for fault in counts {
            let number = CausePage.grouped(fault.count)
            lines += [
                "  \(String(repeating: " ", count: width - number.count))\(number)  \(fault.code.rawValue)",
                "\(margin)\(fault.code.english)", "\(margin)\(fault.code.vietnamese)",
                "\(margin)Mend: \(fault.code.remedy)", "\(margin)Sửa: \(fault.code.remedyVietnamese)",
            ]
            for (index, example) in fault.examples.enumerated() {
                lines.append("\(margin)\(index == 0 ? "First: " : "       ")\(example)")
            }
        }
        return lines
    }

    private func section(_ head: String, _ all: [Causes.Cause], isShort: Bool) -> [String] {
        guard let first = all.first else { return [] }
        var lines = ["", head]
        let width = CausePage.grouped(first.count).count
        let limit = isShort ? CausePage.shortLimit : CausePage.causeLimit
        for (index, cause) in all.prefix(limit).enumerated() {
            let examples = isShort || index >= CausePage.fullCauses ? 1 : cause.examples.count
            lines += describe(cause, width: width, examples: examples, isShort: isShort)
        }
        let others = all.dropFirst(limit)
        if !others.isEmpty {
            let count = others.reduce(0) { $0 + $1.count }
            lines.append("  … and \(others.count) more causes, \(CausePage.grouped(count)) times; --json lists each.")
        }
        return lines
    }

    private func describe(_ cause: Causes.Cause, width: Int, examples: Int, isShort: Bool) -> [String] {
        let finding = cause.report.weighed.finding
        let number = CausePage.grouped(cause.count)
        let margin = String(repeating: " ", count: width + 4)
        let place = cause.place.isEmpty ? "" : "  \(cause.place)"
        var lines = [
            "  \(String(repeating: " ", count: width - number.count))\(number)  \(finding.code.slug)\(place)",
            "\(margin)\(cause.report.message)", "\(margin)\(cause.report.messageVietnamese)",
        ]
        if !isShort {
            if !cause.report.remedy.isEmpty { lines.append("\(margin)Mend: \(cause.report.remedy)") }
            if !cause.report.remedyVietnamese.isEmpty { lines.append("\(margin)Sửa: \(cause.report.remedyVietnamese)") }
        }
        let isOneValue = cause.isOneValue && cause.count > 1
        let values = CausePage.values(of: finding)
        if isOneValue, !values.isEmpty { lines.append("\(margin)In each: \(values)".onOneLine) }
        for (index, example) in cause.examples.prefix(examples).enumerated() {
            let text = CausePage.text(example, of: cause, withValues: !isOneValue)
            lines.append("\(margin)\(index == 0 ? "First: " : "       ")\(text)")
        }
        return lines
    }

    /// The file, the invoice, where in it unless the cause says it, what was found and what was expected.
    private static func text(_ example: Causes.Example, of cause: Causes.Cause, withValues: Bool) -> String {
        var text = example.file
        if let invoice = example.invoice { text += ": \(invoice)" }
        let path = example.finding.path
        if !path.isEmpty, path != cause.place { text += ": \(path)" }
        let values = withValues ? values(of: example.finding) : ""
        if !values.isEmpty { text += ": \(values)" }
        return text.onOneLine
    }

    private static func values(of finding: Finding) -> String {
        [finding.found.map { "found \"\($0)\"" }, finding.expected.map { "expected \($0)" }].compactMap(\.self)
            .joined(separator: ", ")
    }

    private static func grouped(_ number: Int) -> String {
        var text = ""
        let digits = String(number)
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }
}
