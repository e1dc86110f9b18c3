import InvoiceModel

/// Findings as stored: one line each, `slug severity path expected found`, apart by tabs.
///
/// Slugs are stable where numbers of cases are not. Absent texts are `-`, present ones begin with `=`.
enum FindingText {
    static func write(_ findings: [WeighedFinding]) -> String {
        findings.map { weighed in
            let finding = weighed.finding
            return [
                finding.code.slug, weighed.severity.rawValue, escaped(finding.path),
                finding.expected.map { "=" + escaped($0) } ?? "-", finding.found.map { "=" + escaped($0) } ?? "-",
            ].joined(separator: "\t")
        }.joined(separator: "\n")
    }

    /// The findings of a stored text, or `nil` where we could not have written it.
    static func read(_ text: String) -> [WeighedFinding]? {
        guard !text.isEmpty else { return [] }
        var findings: [WeighedFinding] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count == 5, let code = codes[String(columns[0])],
                let severity = Severity(rawValue: String(columns[1]))
            else { return nil }
            var finding = Finding(code, path: unescaped(columns[2]))
            // Past the initialiser, so that a text at its limit is not shortened again.
            finding.expected = optional(columns[3])
            finding.found = optional(columns[4])
            findings.append(WeighedFinding(finding, severity: severity))
        }
        return findings
    }

    private static let codes = Dictionary(uniqueKeysWithValues: RuleCode.allCases.map { ($0.slug, $0) })

    private static func optional(_ column: Substring) -> String? {
        // By scalars: a combining mark after the sign would make another character of it.
        let scalars = column.unicodeScalars
        return scalars.first == "=" ? unescaped(Substring(scalars.dropFirst())) : nil
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") }) else { return text }
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\t": escaped += "\\t"
            case "\n": escaped += "\\n"
            case "\r": escaped += "\\r"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static func unescaped(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: "\\")) else { return String(text) }
        var plain = ""
        var isEscape = false
        for scalar in text.unicodeScalars {
            if !isEscape, scalar == "\\" {
                isEscape = true
                continue
            }
            switch (isEscape, scalar) {
            case (true, "t"): plain += "\t"
            case (true, "n"): plain += "\n"
            case (true, "r"): plain += "\r"
            default: plain.unicodeScalars.append(scalar)
            }
            isEscape = false
        }
        return plain
    }
}
