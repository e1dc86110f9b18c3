/// What is told of a batch: outcomes in their order, and the counts of those that are only counted.
struct ToldBatch {
    private(set) var outcomes: [Outcome]
    /// What each sender gets, in the order of the messages, where they wait for it.
    var answers: [LiveAnswer] = []
    private var all = RunSummary()

    /// Outcomes that are all told.
    init(_ outcomes: [Outcome] = []) {
        self.outcomes = []
        add(outcomes)
    }

    mutating func add(_ more: [Outcome]) {
        for outcome in more { all.add(outcome) }
        outcomes += more
    }

    /// Adds what is told of lines, and the counts of them all.
    mutating func add(_ told: [Outcome], counted counts: RunSummary) {
        all.add(counts)
        outcomes += told
    }

    /// Adds to the counts of the run and tells.
    func tell(_ summary: inout RunSummary, _ tell: (RunEvent) -> Void) {
        summary.add(all)
        tell(.outcomes(outcomes))
        var rest = RunSummary()
        for outcome in outcomes { rest.add(outcome) }
        let untold = all.subtracting(rest)
        if untold.outcomes > 0 { tell(.counted(untold)) }
    }
}
