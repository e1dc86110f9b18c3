/// Whether a code or a document is authentic, and the steps that say so.
public struct Authenticity: Sendable, Hashable, Encodable {
    /// One step of the proof.
    public struct Step: Sendable, Hashable, Encodable {
        /// What was checked: `code`, `ledger`, `tag`, `authority_signature`, `seller_signature`, `content`.
        public var step: String
        /// Whether it holds; `nil` where it could not be checked and need not be.
        public var holds: Bool?
        /// A sentence.
        public var message: String
    }

    /// The code in question, where there is one.
    public private(set) var code: String?
    /// What was checked, in order.
    public private(set) var steps: [Step] = []

    /// Nothing was checked yet.
    init(code: String?) {
        self.code = code
    }

    /// Whether something was checked and nothing failed.
    public var isAuthentic: Bool {
        !steps.isEmpty && !steps.contains { $0.holds == false }
    }

    /// Adds a step; returns whether it holds.
    @discardableResult mutating func add(_ step: String, _ holds: Bool?, _ message: String) -> Bool {
        steps.append(Step(step: step, holds: holds, message: message))
        return holds != false
    }

    /// The verdict and one line a step.
    public var lines: [String] {
        let verdict = isAuthentic ? "AUTHENTIC" : "NOT AUTHENTIC"
        return ["\(verdict)\(code.map { "  \($0.onOneLine)" } ?? "")"]
            + steps.map { step in
                let mark = step.holds.map { $0 ? "yes" : "NO " } ?? "-  "
                return "  \(mark)  \(step.message.onOneLine)"
            }
    }

    private enum Key: String, CodingKey {
        case code, authentic, steps
    }

    /// `{"authentic":…,"code":…,"steps":[…]}`.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(code, forKey: .code)
        try fields.encode(isAuthentic, forKey: .authentic)
        try fields.encode(steps, forKey: .steps)
    }
}
