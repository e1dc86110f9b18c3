import InvoiceCode
import InvoiceModel

/// Proves that numbers come without gap or repeat, that times never go back, and that no entry says two things at once.
struct AuditOrder {
    private(set) var messages: UInt64 = 0
    private(set) var transactions: UInt64 = 0
    private(set) var changes: UInt64 = 0
    private(set) var lastTime: Timestamp?
    /// The last notice of each year (two digits).
    private var notices: [UInt64: UInt64] = [:]

    /// - Parameters:
    ///   - signer: the authority's certificate in force.
    ///   - key: draws the ids in replies.
    mutating func take(
        _ entry: MessageEntry,
        at place: AuditPlace,
        signer: UInt32?,
        key: IdentifierKey?,
        _ findings: inout AuditFindings
    ) {
        let transaction = entry.invoices.first?.transaction
        func report(_ what: String) {
            findings.add(
                AuditFinding(.archive, what, at: place, message: entry.sequence, transaction: transaction)
            )
        }
        if entry.sequence != messages &+ 1 { report("message \(entry.sequence) stands where \(messages &+ 1) belongs") }
        messages = entry.sequence
        take(entry.receivedAt, report)
        for invoice in entry.invoices {
            switch invoice.outcome {
            case .accepted(let accepted):
                if accepted.transaction != transactions &+ 1 {
                    report("transaction \(accepted.transaction) stands where \(transactions &+ 1) belongs")
                }
                transactions = accepted.transaction
                if let related = accepted.relatedTransaction, related >= accepted.transaction {
                    report("it corrects transaction \(related), which was not yet")
                }
            case .duplicate(let transaction):
                // An invoice may come twice in one message of many.
                if transaction == 0 || transaction > transactions {
                    report("a duplicate of transaction \(transaction), which never was")
                }
            case .refused:
                if !entry.status.isOfMany { report("a refused invoice in a message of one") }
            }
        }
        if let fault = entry.contradiction { report(fault) }
        takeNotice(entry, report)
        guard let reply = entry.reply else { return }
        if reply.repliedAt < entry.receivedAt { report("the reply is older than the message") }
        if let key, reply.replyID != key.identifier(sequence: entry.sequence, .reply) {
            report("the reply's id is not the one drawn for the message")
        }
        let expected = reply.kind == .technical ? 0 : signer
        if reply.signer != expected { report("the reply's signer \(reply.signer) was not the one in force") }
    }

    mutating func take(_ entry: ChangeEntry, at place: AuditPlace, _ findings: inout AuditFindings) {
        func report(_ what: String) { findings.add(AuditFinding(.archive, what, at: place)) }
        if entry.sequence != changes &+ 1 { report("change \(entry.sequence) stands where \(changes &+ 1) belongs") }
        changes = entry.sequence
        take(entry.at, report)
    }

    /// The time of a head.
    mutating func take(headAt time: Timestamp, at place: AuditPlace, _ findings: inout AuditFindings) {
        take(time) { findings.add(AuditFinding(.archive, $0, at: place)) }
    }

    private mutating func take(_ time: Timestamp, _ report: (String) -> Void) {
        if let lastTime, time < lastTime { report("the time goes back from \(lastTime) to \(time)") }
        lastTime = max(time, lastTime ?? time)
    }

    private mutating func takeNotice(_ entry: MessageEntry, _ report: (String) -> Void) {
        guard let notice = entry.noticeNumber else { return }
        let year = notice / AuditOrder.noticesPerYear
        let next = notices[year].map { $0 &+ 1 } ?? year * AuditOrder.noticesPerYear + 1
        if notice != next { report("notice \(notice) stands where \(next) belongs") }
        if year != UInt64(entry.receivedAt.date.parts.year % 100) { report("notice \(notice) of another year") }
        notices[year] = notice
    }

    private static let noticesPerYear: UInt64 = 10_000_000_000
}

extension MessageEntry {
    /// Where the parts of an entry do not go together: what an audit looks at is then not all that the store takes.
    fileprivate var contradiction: String? {
        let (issued, duplicates) = (counted { $0.accepted != nil }, counted { $0.isDuplicate })
        if status == .registered {
            guard !invoices.isEmpty, invoices.allSatisfy({ $0.accepted?.code == nil }) else {
                return "a message that is judged invoice by invoice without invoices, or with codes"
            }
        } else if status == .lines {
            guard !invoices.isEmpty, invoices.allSatisfy({ $0.isOfLine }) else {
                return "a chunk of lines without invoices, or with one that was accepted without a code"
            }
        } else {
            guard issued == (status == .issued ? 1 : 0), duplicates == (status == .duplicate ? 1 : 0),
                invoices.count == issued + duplicates, invoices.allSatisfy({ $0.isOfOne })
            else {
                return "a message that is \(status) with \(issued) invoices that got a code and \(duplicates) that had "
                    + "one"
            }
        }
        let kind: ReplyFacts.Kind?
        switch status {
        case .issued: kind = .issued
        case .refused: kind = .refused
        case .rejected, .unreadable: kind = .technical
        case .registered: kind = .results
        case .duplicate, .lines, .manifest: kind = nil
        }
        let isNotice = kind == .refused || kind == .results
        guard reply?.kind == kind else { return "a message that is \(status) with a reply that says something else" }
        guard (replyBytes != nil) == (isNotice || kind == .technical) else {
            return "the words of the reply belong to a 204 or 999, and to nothing else"
        }
        guard (noticeNumber != nil) == isNotice, reply?.noticeNumber == noticeNumber else {
            return "a notice number belongs to an answer by notice, and to nothing else"
        }
        return nil
    }
}

extension MessageEntry {
    fileprivate func counted(_ isOne: (InvoiceEntry) -> Bool) -> Int { invoices.count { isOne($0) } }
}

extension InvoiceEntry {
    fileprivate var isDuplicate: Bool { if case .duplicate = outcome { true } else { false } }

    /// Whether it has the parts of an invoice sent alone: a code of the authority, and no findings of its own.
    fileprivate var isOfOne: Bool {
        findings.isEmpty && isOfLine
    }

    /// Whether it has a code of the authority and no other, if it was accepted.
    fileprivate var isOfLine: Bool { accepted.map { $0.code != nil && $0.cashCode == nil } ?? true }
}
