import InvoiceModel
import InvoiceRules

/// What a rule is, page by page: for `xacthuc explain`.
enum RulePage {
    /// The page of one rule under a policy of that weight.
    ///
    /// - Throws: `.usage` for a code there is not, with those most like it.
    static func text(of slug: String, _ policy: Policy?) throws(EngineError) -> String {
        if let fault = ContainerFault.Code(rawValue: slug) { return text(of: fault) }
        guard let code = RuleCode.allCases.first(where: { $0.slug == slug }) else {
            let nearest = RulePage.nearest(to: slug).joined(separator: ", ")
            throw EngineError(
                .usage,
                "There is no rule \"\(slug)\". The nearest are: \(nearest). All of them: xacthuc explain"
            )
        }
        let entry = RuleBook.entry(for: code)
        var lines = [
            code.slug, "",
            row("Demands", entry.condition), row("Weight", weight(of: code, policy)),
            row("Answer", answer(to: code)), row("Source", entry.source), "",
            row("Wrong", entry.english), row("", entry.vietnamese), row("Mend", entry.remedyEnglish),
            row("Sửa", entry.remedyVietnamese),
        ]
        if let reason = RuleBound.of(code).reason { lines.append(row("Fixed", reason)) }
        lines += ["", example(of: code)]
        return lines.joined(separator: "\n")
    }

    /// The page of a fault of containers: no rule of the law, and no policy weighs it.
    private static func text(of fault: ContainerFault.Code) -> String {
        [
            fault.rawValue, "",
            row("Weight", "what it concerns is not read; nothing of it reaches the ledger"),
            row("Source", "own safety; limits and formats: Documentation/CONTAINERS.md"), "",
            row("Wrong", fault.english), row("", fault.vietnamese), row("Mend", fault.remedy),
            row("Sửa", fault.remedyVietnamese),
        ].joined(separator: "\n")
    }

    /// Every rule in its group, in order of precedence, and behind them what archives are not read for.
    static func list(_ policy: Policy) -> String {
        var lines: [String] = []
        let width = codes.map(\.count).max() ?? 0
        for group in RuleGroup.all {
            lines += (lines.isEmpty ? [] : [""]) + ["\(group.prefix)  \(group.title)"]
            for code in RuleCode.allCases where RuleGroup.of(code) == group {
                let weight = policy.severity(of: code).rawValue
                let condition = RuleBook.entry(for: code).condition
                lines.append("  \(padded(code.slug, width))  \(padded(weight, 6))  \(condition)")
            }
        }
        lines += ["", "container  Archives and streams of messages"]
        for fault in ContainerFault.Code.allCases {
            lines.append("  \(padded(fault.rawValue, width))  unread  \(fault.english)")
        }
        lines += ["", "More of one rule: xacthuc explain CODE"]
        return lines.joined(separator: "\n")
    }

    /// All that can be explained.
    private static var codes: [String] {
        RuleCode.allCases.map(\.slug) + ContainerFault.Code.allCases.map(\.rawValue)
    }

    /// At most five codes that take the fewest changes of a letter.
    static func nearest(to text: String) -> [String] {
        let wanted = Array(text.lowercased().utf8.prefix(64))
        let ranked = codes.map { slug -> (slug: String, distance: Int) in
            let whole = distance(wanted, Array(slug.utf8))
            // The part after the group is what people remember.
            let tail = distance(wanted, Array(slug.utf8.drop { $0 != UInt8(ascii: ".") }.dropFirst()))
            return (slug, min(whole, tail))
        }
        let best = ranked.map(\.distance).min() ?? 0
        return ranked.filter { $0.distance <= best + 2 }.sorted { $0.distance < $1.distance }.prefix(5).map(\.slug)
    }

    /// Letters to change, put in or take out.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (place, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = place + 1
            for index in right.indices {
                let change = diagonal + (right[index] == letter ? 0 : 1)
                diagonal = row[index + 1]
                row[index + 1] = min(change, row[index] + 1, row[index + 1] + 1)
            }
        }
        return row[right.count]
    }

    private static func weight(of code: RuleCode, _ policy: Policy?) -> String {
        guard let policy else { return "\(code.defaultSeverity.rawValue) by default" }
        let severity = policy.severity(of: code)
        return severity == code.defaultSeverity
            ? "\(severity.rawValue) in this ledger, as by default"
            : "\(severity.rawValue) in this ledger, \(code.defaultSeverity.rawValue) by default"
    }

    private static func answer(to code: RuleCode) -> String {
        let wire = RuleBook.entry(for: code).wireCode
        return switch code.answer {
        case .technical: "a refusal is told in a message 999, MLoi \(wire)"
        case .notice: "a refusal is told in a message 204 (01/TB-KTDL), MLoi \(wire)"
        }
    }

    private static func example(of code: RuleCode) -> String {
        let example = RuleBook.example(for: code)
        guard example.missing.isEmpty else { return row("Example", "none: \(example.missing)") }
        let form = code.slug.hasPrefix("json.") ? "ndjson" : "xml"
        var lines = [row("Example", "Data/rejects/\(code.slug)/: accepted.\(form), refused.\(form)")]
        lines += example.accepted.map { row("", "accepted  \($0)") }
        lines += example.refused.map { row("", "refused   \($0)") }
        return lines.joined(separator: "\n")
    }

    private static func row(_ head: String, _ text: String) -> String {
        "\(padded(head, 9))\(text)"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}

extension Engine {
    /// The page of a rule: what it demands, why, how it weighs, how to mend it, an example.
    ///
    /// - Parameter engine: whose policy weighs; `nil` for the defaults.
    public static func explain(_ slug: String, in engine: Engine?) throws(EngineError) -> String {
        try RulePage.text(of: slug, engine?.policy())
    }

    /// Every rule in its group with its weight.
    public static func explainAll(in engine: Engine?) throws(EngineError) -> String {
        RulePage.list(try engine?.policy() ?? Policy())
    }
}
