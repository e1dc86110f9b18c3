import InvoiceModel

/// Proves that numbers come without gap or repeat, and that times never go back.
struct AuditOrder {
    private(set) var messages: UInt64 = 0
    private(set) var transactions: UInt64 = 0
    private(set) var changes: UInt64 = 0
    private(set) var lastTime: Timestamp?
    /// The last notice of each year (two digits).
    private var notices: [UInt64: UInt64] = [:]

    mutating func take(_ entry: MessageEntry, at place: AuditPlace, _ findings: inout AuditFindings) {
        func report(_ what: String) {
            findings.add(AuditFinding(.archive, what, at: place, message: entry.sequence))
        }
        if entry.sequence != messages + 1 { report("message \(entry.sequence) stands where \(messages + 1) belongs") }
        messages = entry.sequence
        take(entry.receivedAt, report)
        for case .issued(let issued) in entry.invoices {
            if issued.transaction != transactions + 1 {
                report("transaction \(issued.transaction) stands where \(transactions + 1) belongs")
            }
            transactions = issued.transaction
        }
        for case .duplicate(let transaction) in entry.invoices where transaction == 0 || transaction > transactions {
            report("a duplicate of transaction \(transaction), which never was")
        }
        guard let notice = entry.noticeNumber else { return }
        let year = notice / AuditOrder.noticesPerYear
        let next = notices[year].map { $0 + 1 } ?? year * AuditOrder.noticesPerYear + 1
        if notice != next { report("notice \(notice) stands where \(next) belongs") }
        if year != UInt64(entry.receivedAt.date.parts.year % 100) { report("notice \(notice) of another year") }
        notices[year] = notice
    }

    mutating func take(_ entry: ChangeEntry, at place: AuditPlace, _ findings: inout AuditFindings) {
        func report(_ what: String) { findings.add(AuditFinding(.archive, what, at: place)) }
        if entry.sequence != changes + 1 { report("change \(entry.sequence) stands where \(changes + 1) belongs") }
        changes = entry.sequence
        take(entry.at, report)
    }

    private mutating func take(_ time: Timestamp, _ report: (String) -> Void) {
        if let lastTime, time < lastTime { report("the time goes back from \(lastTime) to \(time)") }
        lastTime = max(time, lastTime ?? time)
    }

    private static let noticesPerYear: UInt64 = 10_000_000_000
}
