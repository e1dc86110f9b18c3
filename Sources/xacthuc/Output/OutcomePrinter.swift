import InvoiceEngine

/// Prints what became of each message: a line of JSON each, or tables of causes at the end.
final class OutcomePrinter {
    private let isJSON: Bool
    private let workers: Int
    private var causes = Causes()

    init(isJSON: Bool, workers: Int) {
        self.isJSON = isJSON
        self.workers = workers
    }

    /// Takes outcomes in their order.
    func print(_ outcomes: [Outcome]) {
        guard !isJSON else {
            Console.out(bytes: OutcomeJSON.lines(outcomes, workers: workers))
            return
        }
        for outcome in outcomes { causes.add(outcome) }
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
        for line in CausePage(causes).lines { Console.out(line) }
    }
}
