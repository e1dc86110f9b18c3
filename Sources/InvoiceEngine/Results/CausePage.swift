import InvoiceModel

/// Causes as lines for people: what is wrong, in English and Vietnamese, how to mend it, where to look.
public struct CausePage: Sendable {
    private let causes: Causes

    /// Causes told one by one under a head; of the others, how many there are.
    public static let causeLimit = 20
    /// Causes with all their examples; the ones below have the first alone.
    public static let fullCauses = 3

    /// A page.
    public init(_ causes: Causes) {
        self.causes = causes
    }

    /// The lines; none where nothing was found.
    public var lines: [String] {
        var lines = section("Refused because", causes.refusals) + section("Warnings", causes.warnings)
        if causes.rest > 0 {
            lines += ["", "\(CausePage.grouped(causes.rest)) more findings of other causes; --json lists each."]
        }
        if causes.omittedFindings > 0 {
            let count = CausePage.grouped(causes.omittedFindings)
            lines += ["", "\(count) findings beyond the limit for one invoice were counted and not kept."]
        }
        if !lines.isEmpty { lines += ["", "More of a rule: xacthuc explain CODE"] }
        return lines
    }

    private func section(_ head: String, _ all: [Causes.Cause]) -> [String] {
        guard let first = all.first else { return [] }
        var lines = ["", head]
        let width = CausePage.grouped(first.count).count
        for (index, cause) in all.prefix(CausePage.causeLimit).enumerated() {
            lines += describe(cause, width: width, examples: index < CausePage.fullCauses ? cause.examples.count : 1)
        }
        let others = all.dropFirst(CausePage.causeLimit)
        if !others.isEmpty {
            let count = others.reduce(0) { $0 + $1.count }
            lines.append("  … and \(others.count) more causes, \(CausePage.grouped(count)) times; --json lists each.")
        }
        return lines
    }

    private func describe(_ cause: Causes.Cause, width: Int, examples: Int) -> [String] {
        let finding = cause.report.weighed.finding
        let number = CausePage.grouped(cause.count)
        let margin = String(repeating: " ", count: width + 4)
        let place = cause.place.isEmpty ? "" : "  \(cause.place)"
        var lines = [
            "  \(String(repeating: " ", count: width - number.count))\(number)  \(finding.code.slug)\(place)",
            "\(margin)\(cause.report.message)", "\(margin)\(cause.report.messageVietnamese)",
        ]
        if !cause.report.remedy.isEmpty { lines.append("\(margin)Mend: \(cause.report.remedy)") }
        if !cause.report.remedyVietnamese.isEmpty { lines.append("\(margin)Sửa: \(cause.report.remedyVietnamese)") }
        for (index, example) in cause.examples.prefix(examples).enumerated() {
            lines.append("\(margin)\(index == 0 ? "First: " : "       ")\(CausePage.text(example))")
        }
        return lines
    }

    /// The file, the invoice, where in it, what was found and what was expected.
    private static func text(_ example: Causes.Example) -> String {
        let finding = example.finding
        var text = example.file
        if let invoice = example.invoice { text += ": \(invoice)" }
        if !finding.path.isEmpty { text += ": \(finding.path)" }
        if let found = finding.found { text += ", found \"\(found)\"" }
        if let expected = finding.expected { text += ", expected \(expected)" }
        // What senders wrote may hold line breaks and controls, and a terminal would obey them.
        return String(text.map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 32 } ? " " : $0 })
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
