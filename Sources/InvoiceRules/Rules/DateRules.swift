import InvoiceModel
import InvoiceXML

/// Dates of issue, signing and sending (Decree 254/2026, annex 7). Lateness never refuses.
enum DateRules {
    static let all: [Rule] = [
        .invoice(.dateIssueNotFuture, in: .sent, notFuture),
        .invoice(.dateSignNotBeforeIssue, signedAfterIssue),
        .invoice(.dateSignNextWd, signedInTime),
        .invoice(.dateSendForCodeNextWd, in: .sent) { sentInTime(.dateSendForCodeNextWd, .forCode, $0, &$1) },
        .invoice(.dateUncodedNextWd, in: .sent) { sentInTime(.dateUncodedNextWd, .uncoded, $0, &$1) },
        .invoice(.dateCashSameDay, in: .sent, sentOnItsDay),
    ]

    @Sendable private static func notFuture(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard let date = reading.date, date > reading.receivedAt.date else { return }
        report(.dateIssueNotFuture, expected: "≤ \(reading.receivedAt.date)", found: date, reading, &sink)
    }

    @Sendable private static func signedAfterIssue(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard let date = reading.date, let signed = signed(reading), signed < date else { return }
        report(.dateSignNotBeforeIssue, expected: "≥ \(date)", found: signed, reading, &sink)
    }

    /// The day an invoice was signed. One of a cash register is not: its package has `date.cash-same-day`.
    private static func signed(_ reading: InvoiceReading) -> CalendarDate? {
        reading.type?.isSignedOnce == true ? nil : reading.signedAt?.date
    }

    @Sendable private static func signedInTime(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard let date = reading.date, let signed = signed(reading), signed > date.advanced(by: 1) else { return }
        let last = WorkingDays.next(after: date)
        guard signed > last else { return }
        report(.dateSignNextWd, expected: "≤ \(last)", found: signed, reading, &sink)
    }

    private static func sentInTime(
        _ code: RuleCode,
        _ type: MessageType,
        _ reading: InvoiceReading,
        _ sink: inout FindingSink
    ) {
        guard reading.type ?? .forCode == type else { return }
        let received = reading.receivedAt.date
        guard let date = reading.date, received > date.advanced(by: 1) else { return }
        let last = WorkingDays.next(after: date)
        guard received > last else { return }
        report(code, expected: "≤ \(last)", found: received, reading, &sink)
    }

    /// A cash register's data go out by the end of its day.
    @Sendable private static func sentOnItsDay(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let received = reading.receivedAt.date
        guard reading.type?.isSignedOnce == true, let date = reading.date, received > date else { return }
        report(.dateCashSameDay, expected: "≤ \(date)", found: received, reading, &sink)
    }

    private static func report(
        _ code: RuleCode,
        expected: String,
        found: CalendarDate,
        _ reading: InvoiceReading,
        _ sink: inout FindingSink
    ) {
        sink.add(
            Finding(
                code,
                path: reading.headerPath(reading.invoice.header.date, .NLap),
                expected: expected,
                found: found.description
            )
        )
    }
}
