import InvoiceCode
import InvoiceModel
import SQLite

/// A ledger of format 1, read for its upgrade: every message and every change, in their common order.
///
/// It reads those tables with statements of its own, so that no later change of the store's code can change what an
/// old ledger means.
final class FormatOne {
    /// Something that happened, with the bytes that belong to it.
    enum Entry {
        /// A message as it was received.
        case message(MessageEntry, bytes: [UInt8])
        /// An administrative action.
        case change(ChangeEntry, payload: [UInt8])
    }

    /// How much there is to read.
    struct Counts: Hashable {
        var messages: UInt64
        var changes: UInt64
        var transactions: UInt64
    }

    let counts: Counts

    private let messages: Statement
    private let invoices: FormatOneInvoices
    private let changes: Statement
    private var waiting: (afterMessage: UInt64, entry: ChangeEntry, payload: [UInt8])?
    private var lastMessage: UInt64 = 0
    private var isBegun = false

    /// Begins to read; the connection stays in one state of the store if it is in a transaction.
    init(_ connection: Connection, keys: KeyRing) throws(SQLiteError) {
        func count(_ sql: String) throws(SQLiteError) -> UInt64 { UInt64(try connection.integer(sql) ?? 0) }
        counts = Counts(
            messages: try count("SELECT count(*) FROM message"),
            changes: try count("SELECT count(*) FROM change"),
            transactions: try count("SELECT count(*) FROM invoice")
        )
        messages = try connection.prepare(
            """
            SELECT sequence, status, received_at, sha256, message_id, sender, taxpayer, type, findings,
                   transaction_number, notice_number, original.bytes, reply.bytes, reply_kind, replied_at, reply_id,
                   element_id, signature_id, time_id, signature, signer
            FROM message LEFT JOIN original ON original.message = sequence LEFT JOIN reply ON reply.message = sequence
            ORDER BY sequence
            """
        )
        changes = try connection.prepare(
            "SELECT sequence, after_message, at, actor, kind, payload FROM change ORDER BY after_message, sequence"
        )
        invoices = try FormatOneInvoices(connection, keys: keys)
    }

    /// What happened next; `nil` at the end.
    func next() throws(SQLiteError) -> Entry? {
        if !isBegun {
            isBegun = true
            try fetchChange()
        }
        if let change = waiting, change.afterMessage <= lastMessage {
            try fetchChange()
            return .change(change.entry, payload: change.payload)
        }
        guard lastMessage < counts.messages else {
            // A change that stands after a message there is not.
            if let stray = waiting { throw .damage("change \(stray.entry.sequence)") }
            return nil
        }
        guard try messages.step() else { throw .damage("messages after \(lastMessage)") }
        let entry = try messageEntry()
        guard entry.message.sequence == lastMessage + 1 else { throw .damage("message \(lastMessage + 1)") }
        lastMessage = entry.message.sequence
        return .message(entry.message, bytes: entry.bytes)
    }

    private func fetchChange() throws(SQLiteError) {
        waiting = nil
        guard try changes.step() else { return }
        let sequence = UInt64(changes.integer(0))
        guard let kind = Change.Kind(rawValue: changes.text(4)) else { throw .damage("change \(sequence)") }
        let payload = changes.blob(5)
        let entry = ChangeEntry(
            sequence: sequence,
            at: Timestamp(localSeconds: changes.integer(2)),
            actor: changes.text(3),
            kind: kind,
            payloadLength: payload.count
        )
        waiting = (UInt64(changes.integer(1)), entry, payload)
    }

    private func messageEntry() throws(SQLiteError) -> (message: MessageEntry, bytes: [UInt8]) {
        let row = messages
        let sequence = UInt64(row.integer(0))
        let sha256 = row.blob(3)
        guard let status = MessageStatus(rawValue: UInt8(truncatingIfNeeded: row.integer(1))), !row.isNull(11),
            sha256.count == Digest.byteCount, let findings = FindingText.read(row.text(8))
        else { throw .damage("message \(sequence)") }
        let bytes = row.blob(11)
        let notice = row.optionalInteger(10).map { UInt64($0) }
        let message = MessageEntry(
            sequence: sequence,
            status: status,
            receivedAt: Timestamp(localSeconds: row.integer(2)),
            originalLength: bytes.count,
            sha256: Digest(sha256.span),
            messageID: row.optionalText(4),
            sender: row.optionalText(5),
            taxpayer: row.optionalText(6),
            type: row.optionalText(7),
            findings: findings,
            noticeNumber: notice,
            invoices: try invoiceEntries(row, status, message: sequence),
            reply: try reply(row, notice),
            replyBytes: row.isNull(12) ? nil : row.blob(12)
        )
        return (message, bytes)
    }

    private func invoiceEntries(
        _ row: Statement,
        _ status: MessageStatus,
        message: UInt64
    ) throws(SQLiteError) -> [InvoiceEntry] {
        let transaction = row.optionalInteger(9).map { UInt64($0) }
        switch (status, transaction) {
        case (.issued, let transaction?):
            return [InvoiceEntry(outcome: .accepted(try invoices.invoice(transaction, of: message)))]
        case (.duplicate, let transaction?): return [InvoiceEntry(outcome: .duplicate(transaction: transaction))]
        case (.issued, nil), (.duplicate, nil): throw .damage("message \(message)")
        default: return []
        }
    }

    private func reply(_ row: Statement, _ notice: UInt64?) throws(SQLiteError) -> ReplyFacts? {
        guard !row.isNull(13) else { return nil }
        guard let kind = ReplyFacts.Kind(rawValue: UInt8(truncatingIfNeeded: row.integer(13))) else {
            throw .damage("a reply")
        }
        return ReplyFacts(
            kind: kind,
            replyID: row.blob(15),
            repliedAt: Timestamp(localSeconds: row.integer(14)),
            elementID: row.blob(16),
            signatureID: row.blob(17),
            timeID: row.blob(18),
            noticeNumber: notice,
            signature: row.blob(19),
            signer: UInt32(truncatingIfNeeded: row.integer(20))
        )
    }
}
