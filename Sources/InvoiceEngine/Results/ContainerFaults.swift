/// What of a run's containers was not taken: faults counted by code, in bounded memory.
struct ContainerFaults: Sendable {
    /// One kind of fault.
    struct Count: Sendable {
        var code: ContainerFault.Code
        var count: Int
        /// The first of them, at most `Causes.exampleLimit`, as lines.
        var examples: [String]
    }

    private var counts: [ContainerFault.Code: Count] = [:]

    /// Counts one.
    mutating func add(_ fault: ContainerFault, in file: String) {
        var count = counts[fault.code] ?? Count(code: fault.code, count: 0, examples: [])
        count.count += 1
        if count.examples.count < Causes.exampleLimit {
            var text = file
            if !fault.path.isEmpty { text += ": \(fault.path)" }
            if let found = fault.found { text += ", found \"\(found)\"" }
            if let expected = fault.expected { text += ", expected \(expected)" }
            count.examples.append(text)
        }
        counts[fault.code] = count
    }

    /// In the order of the codes.
    var inOrder: [Count] { ContainerFault.Code.allCases.compactMap { counts[$0] } }
}
