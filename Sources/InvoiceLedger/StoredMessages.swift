import InvoiceCode
import InvoiceModel
import SQLite

extension Ledger {
    /// A message by its id, of the open batch or stored; `nil` where there is none.
    public func storedMessage(_ id: StoredID) throws(LedgerError) -> StoredMessage? {
        try read { core throws(SQLiteError) in
            if let batch = core.openBatch, let pending = batch.message(id) {
                return try core.storedMessage(pending, batch)
            }
            return try core.storedMessage(id)
        }
    }

    /// The first readable message with that id (`MTDiep`), or `nil`.
    public func storedMessage(messageID: String) throws(LedgerError) -> StoredMessage? {
        try read { core throws(SQLiteError) in
            guard let id = try core.admissionStatements.message(id: messageID) else { return nil }
            return try core.storedMessage(id)
        }
    }
}

extension LedgerCore {
    /// A message of the open batch in the same shape as a stored one.
    fileprivate func storedMessage(
        _ pending: PendingMessage,
        _ batch: OpenBatch
    ) throws(SQLiteError) -> StoredMessage {
        let submission = pending.submission
        var message = StoredMessage(
            id: pending.id,
            status: pending.status,
            bytes: submission.bytes,
            sha256: submission.sha256,
            receivedAt: submission.receivedAt,
            messageID: submission.messageID,
            sender: submission.sender,
            taxpayer: submission.taxpayer,
            type: submission.type,
            findings: pending.findings,
            transaction: pending.transaction,
            noticeNumber: pending.notice,
            answeredBy: pending.id,
            reply: pending.reply,
            replyBytes: pending.replyBytes
        )
        guard let transaction = pending.transaction else { return message }
        if let invoice = batch.invoice(transaction) {
            message.code = invoice.code
            message.answeredBy = invoice.message
        } else {
            try addInvoice(transaction, to: &message)
        }
        return message
    }

    /// A committed message, or `nil`.
    func storedMessage(_ id: StoredID) throws(SQLiteError) -> StoredMessage? {
        let row = try connection.prepare(
            """
            SELECT status, received_at, sha256, message_id, sender, taxpayer, type, findings, transaction_number,
                   notice_number, original.bytes, reply.bytes, reply_kind, replied_at, reply_id, element_id,
                   signature_id, time_id, signature, signer
            FROM message JOIN original ON original.message = sequence LEFT JOIN reply ON reply.message = sequence
            WHERE sequence = ?
            """
        )
        row.bind(1, Int64(id.sequence))
        guard try row.step() else { return nil }
        let sha256 = row.blob(2)
        guard let status = MessageStatus(rawValue: UInt8(truncatingIfNeeded: row.integer(0))),
            sha256.count == Digest.byteCount, let findings = FindingText.read(row.text(7))
        else { throw .damage("message \(id.sequence)") }
        var message = StoredMessage(
            id: id,
            status: status,
            bytes: row.blob(10),
            sha256: Digest(sha256.span),
            receivedAt: Timestamp(localSeconds: row.integer(1)),
            messageID: row.optionalText(3),
            sender: row.optionalText(4),
            taxpayer: row.optionalText(5),
            type: row.optionalText(6),
            findings: findings,
            transaction: row.optionalInteger(8).map { UInt64($0) },
            noticeNumber: row.optionalInteger(9).map { UInt64($0) },
            answeredBy: id,
            reply: try reply(row, notice: row.optionalInteger(9)),
            replyBytes: row.isNull(11) ? nil : row.blob(11)
        )
        if let transaction = message.transaction { try addInvoice(transaction, to: &message) }
        return message
    }

    private func reply(_ row: Statement, notice: Int64?) throws(SQLiteError) -> ReplyFacts? {
        guard !row.isNull(12) else { return nil }
        guard let kind = ReplyFacts.Kind(rawValue: UInt8(truncatingIfNeeded: row.integer(12))) else {
            throw .damage("a reply")
        }
        return ReplyFacts(
            kind: kind,
            replyID: row.blob(14),
            repliedAt: Timestamp(localSeconds: row.integer(13)),
            elementID: row.blob(15),
            signatureID: row.blob(16),
            timeID: row.blob(17),
            noticeNumber: notice.map { UInt64($0) },
            signature: row.blob(18),
            signer: UInt32(truncatingIfNeeded: row.integer(19))
        )
    }

    private func addInvoice(_ transaction: UInt64, to message: inout StoredMessage) throws(SQLiteError) {
        let row = try connection.prepare("SELECT generation, tag, message FROM invoice WHERE transaction_number = ?")
        row.bind(1, Int64(transaction))
        guard try row.step() else { throw .damage("message \(message.id.sequence) without its invoice") }
        message.code = codeMaker.maker.code(
            generation: UInt8(truncatingIfNeeded: row.integer(0)),
            transaction: transaction,
            tag: UInt64(bitPattern: row.integer(1))
        )
        message.answeredBy = StoredID(sequence: UInt64(row.integer(2)))
    }
}
