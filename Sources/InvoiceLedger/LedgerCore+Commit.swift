import InvoiceCode
import InvoiceModel
import SQLite

/// The durable point of the ledger: everything of a batch in one transaction.
extension LedgerCore {
    /// Writes the open batch.
    ///
    /// When this returns, the batch survives any crash. When it throws, the batch is stored as a whole or not at all,
    /// and a failed sync cannot say which: the ledger stops (`failed`), and only opening again goes on from what is on
    /// disk.
    func commit(_ batch: OpenBatch) throws(SQLiteError) {
        for message in batch.messages {
            let isAnswered = message.status == .duplicate || message.reply != nil
            precondition(isAnswered, "a message without a reply is never stored")
        }
        guard !batch.messages.isEmpty else {
            openBatch = nil
            return
        }
        let writer = try preparedWriter()
        try transaction { () throws(SQLiteError) in
            try writer.write(batch)
            try writer.totals.apply(batch.totals)
        }
        committed = batch.counters
        for (key, id) in batch.newSeries { series[key] = id }
        openBatch = nil
    }
}

extension LedgerCore {
    private func preparedWriter() throws(SQLiteError) -> BatchWriter {
        if let batchWriter { return batchWriter }
        let writer = try BatchWriter(connection)
        batchWriter = writer
        return writer
    }
}

/// The statements of a commit, compiled once.
struct BatchWriter {
    let totals: TotalsStore
    private let message: Statement
    private let original: Statement
    private let reply: Statement
    private let sha256: Statement
    private let messageID: Statement
    private let notice: Statement
    private let series: Statement
    private let invoice: Statement
    private let rate: Statement
    private let number: Statement
    private let replaced: Statement
    private let adjusted: Statement

    init(_ connection: Connection) throws(SQLiteError) {
        func insert(_ table: String, _ columns: Int) throws(SQLiteError) -> Statement {
            let places = Array(repeating: "?", count: columns).joined(separator: ", ")
            return try connection.prepare("INSERT INTO \(table) VALUES (\(places))")
        }
        totals = try TotalsStore(connection)
        message = try insert("message", 19)
        original = try insert("original", 2)
        reply = try insert("reply", 2)
        sha256 = try insert("message_by_sha256", 2)
        // The first holder of an id keeps it, also where policy lets another message in.
        messageID = try connection.prepare("INSERT OR IGNORE INTO message_by_id VALUES (?, ?)")
        notice = try connection.prepare("INSERT OR REPLACE INTO notice_counter VALUES (?, ?)")
        series = try insert("series", 4)
        invoice = try insert("invoice", 25)
        rate = try insert("invoice_rate", 6)
        number = try insert("number", 3)
        replaced = try connection.prepare(
            "UPDATE invoice SET replaced_by = ? WHERE transaction_number = ? AND replaced_by IS NULL"
        )
        adjusted = try connection.prepare("UPDATE invoice SET adjusted_by = ? WHERE transaction_number = ?")
    }

    func write(_ batch: OpenBatch) throws(SQLiteError) {
        for message in batch.messages { try write(message) }
        try writeIndexes(batch.messages)
        for (year, last) in batch.counters.notices.sorted(by: { $0.key < $1.key }) {
            notice.bind(1, year)
            notice.bind(2, Int64(last))
            try notice.run()
        }
        for (key, id) in batch.newSeries {
            series.bind(1, id)
            series.bind(2, Int64(bitPattern: key.seller.packed))
            series.bind(3, Int64(key.form.digit))
            series.bind(4, key.symbol.description)
            try series.run()
        }
        for invoice in batch.invoices { try write(invoice) }
        for invoice in batch.invoices.sorted(by: { $0.number < $1.number }) {
            number.bind(1, invoice.number.series)
            number.bind(2, Int64(invoice.number.number.value))
            number.bind(3, Int64(invoice.transaction))
            try number.run()
        }
        try link(batch.replacedBy, replaced)
        try link(batch.adjustedBy, adjusted)
    }

    private func link(_ links: [UInt64: UInt64], _ statement: Statement) throws(SQLiteError) {
        for (original, by) in links.sorted(by: { $0.key < $1.key }) {
            statement.bind(1, Int64(by))
            statement.bind(2, Int64(original))
            try statement.run()
        }
    }

    private func write(_ pending: PendingMessage) throws(SQLiteError) {
        let submission = pending.submission
        let sequence = Int64(pending.id.sequence)
        message.bind(1, sequence)
        message.bind(2, Int64(pending.status.rawValue))
        message.bind(3, submission.receivedAt.localSeconds)
        message.bind(4, submission.sha256.bytes)
        message.bind(5, submission.messageID)
        message.bind(6, submission.sender)
        message.bind(7, submission.taxpayer)
        message.bind(8, submission.type)
        message.bind(9, FindingText.write(pending.findings))
        message.bind(10, pending.transaction.map { Int64($0) })
        message.bind(11, pending.notice.map { Int64($0) })
        bind(pending.reply)
        try message.run()
        original.bind(1, sequence)
        original.bind(2, submission.bytes.span)
        try original.run()
        guard let bytes = pending.replyBytes else { return }
        reply.bind(1, sequence)
        reply.bind(2, bytes.span)
        try reply.run()
    }

    private func bind(_ reply: ReplyFacts?) {
        message.bind(12, (reply?.kind.rawValue).map { Int64($0) })
        message.bind(13, reply?.repliedAt.localSeconds)
        message.bind(14, reply?.replyID)
        message.bind(15, reply?.elementID)
        message.bind(16, reply?.signatureID)
        message.bind(17, reply?.timeID)
        message.bind(18, reply?.signature)
        message.bind(19, (reply?.signer).map { Int64($0) })
    }

    /// Random keys go in sorted, so that neighbours share pages.
    private func writeIndexes(_ messages: [PendingMessage]) throws(SQLiteError) {
        for message in messages.sorted(by: { $0.submission.sha256 < $1.submission.sha256 }) {
            sha256.bind(1, message.submission.sha256.bytes)
            sha256.bind(2, Int64(message.id.sequence))
            try sha256.run()
        }
        // In order of admission where ids are equal: the first one is the holder.
        let named = messages.filter { $0.status != .unreadable && $0.submission.messageID != nil }
        let keyed = named.map { ($0.submission.messageID ?? "", $0.id) }
        for (id, message) in keyed.sorted(by: { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1 < $1.1 }) {
            messageID.bind(1, id)
            messageID.bind(2, Int64(message.sequence))
            try messageID.run()
        }
    }

    private func write(_ pending: PendingInvoice) throws(SQLiteError) {
        let facts = pending.facts
        invoice.bind(1, Int64(pending.transaction))
        invoice.bind(2, Int64(pending.message.sequence))
        invoice.bind(3, pending.number.series)
        invoice.bind(4, Int64(pending.number.number.value))
        invoice.bind(5, Int64(facts.date.dayNumber))
        invoice.bind(6, Int64(pending.receivedOn.dayNumber))
        invoice.bind(7, facts.officeCode)
        invoice.bind(8, facts.buyer.map { Int64(bitPattern: $0.packed) })
        invoice.bind(9, facts.currency.description)
        // A rate that converts nothing is not kept; what a sender wrote there would not even have to fit.
        if facts.currency != .vnd, let exchange = facts.exchangeRate, exchange > .zero {
            invoice.bind(10, exchange)
        } else {
            invoice.bindNull(10)
            invoice.bindNull(11)
        }
        invoice.bind(12, facts.net)
        invoice.bind(14, facts.tax)
        invoice.bind(16, facts.total)
        let rates = InvoiceShares.merged(facts.rates)
        invoice.bind(18, soleRate(facts, rates))
        invoice.bind(19, pending.contentDigest.bytes)
        invoice.bind(20, Int64(pending.code.generation))
        invoice.bind(21, Int64(bitPattern: pending.tag))
        invoice.bind(22, (facts.related?.relation.rawValue).map { Int64($0) })
        invoice.bind(23, pending.related.map { Int64($0) })
        invoice.bindNull(24)
        invoice.bindNull(25)
        try invoice.run()
        guard soleRate(facts, rates) == nil else { return }
        for row in rates {
            rate.bind(1, Int64(pending.transaction))
            rate.bind(2, Int64(RateCode(row.rate).stored))
            rate.bind(3, row.net)
            rate.bind(5, row.tax)
            try rate.run()
        }
    }

    /// The one rate whose amounts are the invoice's own, which most invoices have and which needs no further row.
    private func soleRate(_ facts: InvoiceFacts, _ rates: [InvoiceFacts.RateAmounts]) -> Int64? {
        if rates.isEmpty { return Int64(RateCode.none.stored) }
        guard rates.count == 1, rates[0].net == facts.net, rates[0].tax == facts.tax else { return nil }
        return Int64(RateCode(rates[0].rate).stored)
    }
}
