import InvoiceModel

/// Where rules put what they find: the first ones are kept, the rest counted.
struct FindingSink {
    /// What was found, in order.
    private(set) var findings: [Finding] = []
    /// How many more there were.
    private(set) var omitted = 0
    private let limit: Int

    /// A sink that keeps that many.
    init(limit: Int) {
        self.limit = limit
    }

    /// Adds a finding; its strings are made only if it is kept.
    mutating func add(_ finding: @autoclosure () -> Finding) {
        if findings.count < limit { findings.append(finding()) } else { omitted += 1 }
    }
}
