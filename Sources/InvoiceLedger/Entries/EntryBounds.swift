import InvoiceModel

/// What no ledger can hold, however well check sums and chain agree: values that later arithmetic could not bear.
///
/// Whoever writes an archive by hand can put any number into it; reading it must still end in a sentence.
private enum EntryBounds {
    /// Moments of the years 2000 to 2199.
    static let times: Range<Int64> = 946_684_800..<7_258_118_400
    /// Days of the years 1 to 9999.
    static let days: ClosedRange<Int32> = -719_162...2_932_896
    static let amounts = -(Int128(1) << 100)...Int128(1) << 100
    static let identifierBytes = 16

    static func holds(_ number: UInt64) -> Bool { number > 0 && number <= UInt64(Int64.max) }
    static func holds(_ amount: Amount) -> Bool { amounts.contains(amount.millionths) }
    static func holds(_ id: [UInt8]) -> Bool { id.isEmpty || id.count == identifierBytes }
}

extension Timestamp {
    /// Whether a ledger can hold that moment.
    var isPossible: Bool { EntryBounds.times.contains(localSeconds) }
}

extension MessageEntry {
    /// Bytes of a chunk of lines with its mark: whoever reads lines makes room for a multiple of them, and no ledger
    /// took in a chunk of more than 4 MiB.
    static let linesBytes = 1 << 24

    /// Whether a ledger can hold a message of that status with so many bytes.
    var hasPossibleLength: Bool { status != .lines || originalLength <= MessageEntry.linesBytes }

    /// Whether a ledger can hold those numbers, times and amounts.
    var isPossible: Bool {
        EntryBounds.holds(sequence) && hasPossibleLength && receivedAt.isPossible
            && (noticeNumber.map { EntryBounds.holds($0) } ?? true)
            && (reply?.isPossible ?? true) && invoices.allSatisfy(\.isPossible)
    }
}

extension ChangeEntry {
    /// Whether a ledger can hold that number, time and name.
    var isPossible: Bool { EntryBounds.holds(sequence) && at.isPossible && Ledger.isPlain(actor) }
}

extension InvoiceEntry {
    fileprivate var isPossible: Bool {
        guard transaction.map({ EntryBounds.holds($0) }) ?? true else { return false }
        guard let invoice = accepted else { return true }
        let facts = invoice.facts
        let amounts = [facts.net, facts.tax, facts.total] + facts.rates.flatMap { [$0.net, $0.tax] }
        return amounts.allSatisfy { EntryBounds.holds($0) }
            && (facts.exchangeRate.map { EntryBounds.holds($0) } ?? true)
            && EntryBounds.days.contains(facts.date.dayNumber)
            && (facts.related?.date.map { EntryBounds.days.contains($0.dayNumber) } ?? true)
            && (invoice.relatedTransaction.map { EntryBounds.holds($0) } ?? true)
            && facts.officeCode.utf8.count <= 8
    }
}

extension ReplyFacts {
    fileprivate var isPossible: Bool {
        repliedAt.isPossible && [replyID, elementID, signatureID, timeID].allSatisfy { EntryBounds.holds($0) }
            && (noticeNumber.map { EntryBounds.holds($0) } ?? true)
    }
}
