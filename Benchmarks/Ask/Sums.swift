import InvoiceEngine
import InvoiceModel

/// What officers ask for: sums by anything, over any period.
struct Sums {
    private let engine: Engine
    private let samples: [Ask.Sample]
    private static let times = 200

    init(_ engine: Engine, _ samples: [Ask.Sample]) {
        self.engine = engine
        self.samples = samples
    }

    /// Asks each question often, about other sellers and days each time.
    func ask() throws {
        for groupings in ["month", "month,rate", "day", "day,rate", "form", "kind,form", "office", "province,month"] {
            try ask("sums by \(groupings)", groupings) { _, _ in }
        }
        try ask("sums of one day by office,rate", "office,rate") { request, sample in
            request.from = sample.date
            request.to = sample.date
        }
        try ask("sums of one seller by month,rate", "month,rate") { $0.taxpayer = $1.key.seller }
        try ask("sums of one seller by day", "day") { $0.taxpayer = $1.key.seller }
        try ask("sums of one month by seller", "taxpayer", times: 5) { request, sample in
            // The month of its day: that many days before, and as many behind, as have the same month.
            let month = sample.date.description.prefix(7)
            func isInMonth(_ day: Int32) -> Bool { CalendarDate(dayNumber: day).description.hasPrefix(month) }
            let day = sample.date.dayNumber
            request.from = (day - 31...day).first(where: isInMonth).map { CalendarDate(dayNumber: $0) }
            request.to = (day...day + 31).last(where: isInMonth).map { CalendarDate(dayNumber: $0) }
        }
    }

    private func ask(
        _ name: String,
        _ groupings: String,
        times: Int = Sums.times,
        _ narrow: (inout TotalsRequest, Ask.Sample) -> Void
    ) throws {
        var requests: [TotalsRequest] = []
        for place in 0..<times {
            var request = TotalsRequest()
            request.groupings = groupings.split(separator: ",").map(String.init)
            narrow(&request, samples[place % samples.count])
            requests.append(request)
        }
        var most = 0
        try Question<TotalsRequest>(name: name) { request in
            let rows = try engine.totals(request).rows.count
            most = max(most, rows)
            return rows > 0
        }.ask(requests)
        print("  at most \(most) rows")
    }
}
