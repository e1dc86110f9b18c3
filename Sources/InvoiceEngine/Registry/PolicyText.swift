import Foundation
import InvoiceModel

/// `policy.json`: the weight of each rule, limits and tolerances, as people write and read them.
enum PolicyText {
    /// Everything a policy may say; what is absent keeps its default.
    private struct Document: Codable {
        var rules: [String: String]?
        var limits: [String: Int]?
        var invoiceCeiling: String?
        var signingLateness: Int64?
        var clockTolerance: Int64?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case rules, limits
            case invoiceCeiling = "invoice_ceiling"
            case signingLateness = "signing_lateness"
            case clockTolerance = "clock_tolerance"
        }
    }

    /// The limits by name, and what each counts.
    static var limitPaths: [(name: String, path: WritableKeyPath<Limits, Int>, meaning: String)] {
        [
            ("message_bytes", \.messageBytes, "bytes of one message (Decision 1450 I.IV.5: 2 MB)"),
            ("depth", \.depth, "elements inside one another"),
            ("elements", \.elements, "elements of one message"),
            ("attributes", \.attributes, "attributes of one element"),
            ("name_bytes", \.nameBytes, "bytes of one name"),
            ("text_bytes", \.textBytes, "bytes of one text or attribute value"),
            ("namespaces", \.namespaces, "different namespaces of one message"),
            ("lines", \.lines, "lines of one invoice"),
            ("invoices", \.invoices, "invoices of one message"),
            ("extra_signatures", \.extraSignatures, "signatures of buyer and others that are checked of one invoice"),
            ("findings", \.findings, "findings told for one invoice; the rest are counted"),
            (
                "message_findings", \.messageFindings,
                "findings told for all invoices of one message, shared among them; each gets at least one"
            ),
        ]
    }

    /// Reads a policy.
    ///
    /// - Throws: `.usage` for anything unknown, by its name: a mistyped rule must not pass for a strict one.
    ///
    /// - Parameter isStored: whether it was put in force before; what was allowed then is not asked again.
    static func read(_ text: [UInt8], isStored: Bool = false) throws(EngineError) -> Policy {
        let document: Document
        do {
            let names = try JSONSerialization.jsonObject(with: Data(text)) as? [String: Any] ?? [:]
            let known = Set(Document.CodingKeys.allCases.map(\.rawValue))
            if let stranger = names.keys.sorted().first(where: { !known.contains($0) }) {
                throw EngineError(
                    .usage,
                    "The policy says \"\(stranger)\"; it may say \(known.sorted().joined(separator: ", "))."
                )
            }
            document = try JSONDecoder().decode(Document.self, from: Data(text))
        } catch let error as EngineError {
            throw error
        } catch {
            throw EngineError(.usage, "The policy is not JSON of the right shape; see: xacthuc help policy set.")
        }
        var policy = Policy()
        try apply(document.rules ?? [:], isStored: isStored, to: &policy)
        for (name, value) in (document.limits ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard let limit = limitPaths.first(where: { $0.name == name }) else {
                let known = limitPaths.map(\.name).joined(separator: ", ")
                throw EngineError(.usage, "There is no limit \"\(name)\"; the limits are \(known).")
            }
            // Beyond these the reader's own numbers would no longer hold what they count.
            let highest = ["attributes", "namespaces"].contains(name) ? 1 << 15 : 1 << 30
            guard (1...highest).contains(value) else {
                throw EngineError(.usage, "The limit \(name) must be from 1 to \(highest).")
            }
            policy.limits[keyPath: limit.path] = value
        }
        if let text = document.invoiceCeiling {
            guard let ceiling = Amount(wire: text), ceiling > .zero else {
                throw EngineError(.usage, "invoice_ceiling must be a positive amount in đồng, written as text.")
            }
            policy.limits.invoiceCeiling = ceiling
        }
        policy.signingLateness = try seconds(document.signingLateness, "signing_lateness") ?? policy.signingLateness
        policy.clockTolerance = try seconds(document.clockTolerance, "clock_tolerance") ?? policy.clockTolerance
        return policy
    }

    /// Writes a policy with every rule, so that the file is also the list of what can be set.
    static func write(_ policy: Policy) throws(EngineError) -> String {
        var rules: [String: String] = [:]
        for code in RuleCode.allCases { rules[code.slug] = policy.severity(of: code).rawValue }
        var limits: [String: Int] = [:]
        for limit in limitPaths { limits[limit.name] = policy.limits[keyPath: limit.path] }
        let document = Document(
            rules: rules,
            limits: limits,
            invoiceCeiling: policy.limits.invoiceCeiling.description,
            signingLateness: policy.signingLateness,
            clockTolerance: policy.clockTolerance
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        do {
            return try String(decoding: encoder.encode(document), as: UTF8.self)
        } catch {
            throw EngineError(.usage, "The policy cannot be written as JSON: \(error)")
        }
    }

    private static func apply(
        _ rules: [String: String],
        isStored: Bool,
        to policy: inout Policy
    ) throws(EngineError) {
        var codes: [String: RuleCode] = [:]
        for code in RuleCode.allCases { codes[code.slug] = code }
        for (slug, weight) in rules.sorted(by: { $0.key < $1.key }) {
            guard let code = codes[slug] else {
                throw EngineError(.usage, "There is no rule \"\(slug)\"; xacthuc policy show lists them all.")
            }
            guard let severity = Severity(rawValue: weight) else {
                throw EngineError(.usage, "The rule \(slug) is set to \"\(weight)\"; it can be reject, warn or off.")
            }
            let bound = RuleBound.of(code)
            guard isStored || bound.allowed.contains(severity) else {
                throw EngineError(.usage, "The rule \(slug) cannot be set to \(weight): \(bound.reason ?? "").")
            }
            // A policy of before may be weaker than what is possible at all.
            let hasOneWeight = bound.allowed.lowerBound == bound.allowed.upperBound
            guard !hasOneWeight else { continue }
            if severity != code.defaultSeverity { policy.setSeverity(severity, of: code) }
        }
    }

    /// A hundred years.
    private static let longestSeconds: Int64 = 36_525 * 86_400

    private static func seconds(_ value: Int64?, _ name: String) throws(EngineError) -> Int64? {
        guard let value else { return nil }
        guard (0...longestSeconds).contains(value) else {
            throw EngineError(.usage, "\(name) is a number of seconds from 0 to \(longestSeconds).")
        }
        return value
    }
}
