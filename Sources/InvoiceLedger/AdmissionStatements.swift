import InvoiceModel
import SQLite

/// The look-ups of admission, compiled once.
struct AdmissionStatements {
    private let messageBySHA256: Statement
    private let messageByID: Statement
    private let seriesByKey: Statement
    private let transactionByNumber: Statement
    private let takenInvoice: Statement

    init(_ connection: Connection) throws(SQLiteError) {
        messageBySHA256 = try connection.prepare("SELECT message FROM message_by_sha256 WHERE sha256 = ?")
        messageByID = try connection.prepare("SELECT message FROM message_by_id WHERE message_id = ?")
        seriesByKey = try connection.prepare("SELECT id FROM series WHERE seller = ? AND form = ? AND symbol = ?")
        transactionByNumber = try connection.prepare(
            "SELECT transaction_number FROM number WHERE series = ? AND number = ?"
        )
        takenInvoice = try connection.prepare(
            """
            SELECT message, content, issued_on, replaced_by, adjusted_by FROM invoice WHERE transaction_number = ?
            """
        )
    }

    func message(sha256: Digest) throws(SQLiteError) -> StoredID? {
        messageBySHA256.bind(1, sha256.bytes)
        return try first(messageBySHA256).map { StoredID(sequence: UInt64($0)) }
    }

    func message(id: String) throws(SQLiteError) -> StoredID? {
        messageByID.bind(1, id)
        return try first(messageByID).map { StoredID(sequence: UInt64($0)) }
    }

    func series(_ key: SeriesKey) throws(SQLiteError) -> Int64? {
        seriesByKey.bind(1, Int64(bitPattern: key.seller.packed))
        seriesByKey.bind(2, Int64(key.form.digit))
        seriesByKey.bind(3, key.symbol.description)
        return try first(seriesByKey)
    }

    func transaction(_ number: SeriesNumber) throws(SQLiteError) -> UInt64? {
        transactionByNumber.bind(1, number.series)
        transactionByNumber.bind(2, Int64(number.number.value))
        return try first(transactionByNumber).map { UInt64($0) }
    }

    func invoice(_ transaction: UInt64) throws(SQLiteError) -> TakenInvoice {
        takenInvoice.bind(1, Int64(transaction))
        guard try takenInvoice.step() else { throw .damage("a number leads to no invoice") }
        defer { takenInvoice.reset() }
        let content = takenInvoice.blob(1)
        guard content.count == Digest.byteCount else { throw .damage("a content digest without 32 bytes") }
        return TakenInvoice(
            transaction: transaction,
            message: StoredID(sequence: UInt64(takenInvoice.integer(0))),
            contentDigest: Digest(content.span),
            date: CalendarDate(dayNumber: Int32(takenInvoice.integer(2))),
            isReplaced: !takenInvoice.isNull(3),
            isAdjusted: !takenInvoice.isNull(4)
        )
    }

    private func first(_ statement: Statement) throws(SQLiteError) -> Int64? {
        guard try statement.step() else { return nil }
        let value = statement.integer(0)
        statement.reset()
        return value
    }
}

/// What admission needs to know of an invoice that has its code already.
struct TakenInvoice {
    let transaction: UInt64
    let message: StoredID
    let contentDigest: Digest
    let date: CalendarDate
    let isReplaced: Bool
    let isAdjusted: Bool
}
