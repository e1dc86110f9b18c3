import InvoiceCode
public import InvoiceModel
import SQLite

extension Ledger {
    /// A message by its id, of the open batch or stored; `nil` where there is none.
    public func storedMessage(_ id: StoredID) throws(LedgerError) -> StoredMessage? {
        try look { core throws(LedgerError) in
            if let batch = core.openBatch, let pending = batch.message(id) {
                return try core.storedMessage(pending, batch)
            }
            return try core.storedMessage(id)
        }
    }

    /// The first readable message with that id (`MTDiep`), or `nil`.
    public func storedMessage(messageID: String) throws(LedgerError) -> StoredMessage? {
        try look { core throws(LedgerError) in
            try core.knowMessages()
            guard let id = try core.storedMessage(withID: messageID) else { return nil }
            return try core.storedMessage(id)
        }
    }
}

extension Ledger {
    /// The message with those bytes, or `nil`.
    public func storedMessage(sha256: Digest) throws(LedgerError) -> StoredMessage? {
        try look { core throws(LedgerError) in
            try core.knowMessages()
            guard let id = try core.storedMessage(sha256: sha256) else { return nil }
            return try core.storedMessage(id)
        }
    }
}

extension LedgerCore {
    /// A message of the open batch in the same shape as a stored one.
    fileprivate func storedMessage(
        _ pending: PendingMessage,
        _ batch: OpenBatch
    ) throws(LedgerError) -> StoredMessage {
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
            invoices: pending.invoices,
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
    func storedMessage(_ id: StoredID) throws(LedgerError) -> StoredMessage? {
        guard let (entry, offset, block) = try storedEntry(id.sequence) else { return nil }
        var message = StoredMessage(
            entry,
            bytes: try archive.originals(offset..<offset + entry.originalLength, in: block)
        )
        guard !entry.status.isOfMany else { return message }
        if case .duplicate(let transaction) = entry.invoices.first?.outcome {
            try addInvoice(transaction, to: &message)
        }
        return message
    }

    private func addInvoice(_ transaction: UInt64, to message: inout StoredMessage) throws(LedgerError) {
        let (code, first) = try LedgerError.database { () throws(SQLiteError) in
            let row = try connection.prepare(
                "SELECT generation, tag, message FROM invoice WHERE transaction_number = ?"
            )
            row.bind(1, Int64(clamping: transaction))
            guard try row.step() else { throw .damage("message \(message.id.sequence) without its invoice") }
            let code = row.optionalInteger(0).flatMap { generation in
                codeMaker.maker.code(
                    generation: UInt8(truncatingIfNeeded: generation),
                    transaction: transaction,
                    tag: UInt64(bitPattern: row.integer(1))
                )
            }
            return (code, StoredID(sequence: UInt64(bitPattern: row.integer(2))))
        }
        message.code = code
        message.answeredBy = first
    }
}

extension StoredMessage {
    /// A message as the archive holds it; where it only repeats an invoice, the first one's code is not in it.
    init(_ entry: MessageEntry, bytes: [UInt8]) {
        let id = StoredID(sequence: entry.sequence)
        self.init(
            id: id,
            status: entry.status,
            bytes: bytes,
            sha256: entry.sha256,
            receivedAt: entry.receivedAt,
            messageID: entry.messageID,
            sender: entry.sender,
            taxpayer: entry.taxpayer,
            type: entry.type,
            findings: entry.findings,
            invoices: entry.admissions,
            transaction: entry.soleTransaction,
            code: entry.status.isOfMany ? nil : entry.invoices.first?.accepted?.code,
            noticeNumber: entry.noticeNumber,
            answeredBy: id,
            reply: entry.reply,
            replyBytes: entry.replyBytes
        )
    }
}

extension MessageEntry {
    /// What the invoices of a message of many came to; empty for other messages.
    var admissions: [InvoiceAdmission] {
        guard status.isOfMany else { return [] }
        return invoices.map { invoice in
            let outcome: InvoiceAdmission.Outcome =
                switch invoice.outcome {
                case .accepted(let accepted): .registered(transaction: accepted.transaction)
                case .duplicate(let transaction): .duplicate(transaction: transaction)
                case .refused: .refused
                }
            return InvoiceAdmission(outcome: outcome, findings: invoice.findings, code: invoice.accepted?.code)
        }
    }
}
