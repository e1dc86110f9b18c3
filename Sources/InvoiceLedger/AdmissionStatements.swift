import InvoiceModel
import SQLite

/// The look-ups of admission, compiled once.
struct AdmissionStatements {
    private let transactionByNumber: Statement
    private let transactionByCashCode: Statement
    private let takenInvoice: Statement

    init(_ connection: Connection) throws(SQLiteError) {
        transactionByNumber = try connection.prepare(
            "SELECT transaction_number FROM number WHERE series = ? AND number = ?"
        )
        transactionByCashCode = try connection.prepare(
            "SELECT transaction_number FROM cash_code WHERE series = ? AND counter = ?"
        )
        takenInvoice = try connection.prepare(
            """
            SELECT message, content, issued_on, replaced_by, adjusted_by, cash_series, cash_counter FROM invoice
            WHERE transaction_number = ?
            """
        )
    }

    func transaction(_ number: SeriesNumber) throws(SQLiteError) -> UInt64? {
        transactionByNumber.bind(1, number.series)
        transactionByNumber.bind(2, Int64(number.number.value))
        return try first(transactionByNumber).map { UInt64(bitPattern: $0) }
    }

    func transaction(_ code: CashRegisterCode) throws(SQLiteError) -> UInt64? {
        transactionByCashCode.bind(1, Int64(code.series))
        transactionByCashCode.bind(2, Int64(code.counter))
        return try first(transactionByCashCode).map { UInt64(bitPattern: $0) }
    }

    func invoice(_ transaction: UInt64) throws(SQLiteError) -> TakenInvoice {
        takenInvoice.bind(1, Int64(bitPattern: transaction))
        guard try takenInvoice.step() else { throw .damage("a number leads to no invoice") }
        defer { takenInvoice.reset() }
        let content = takenInvoice.blob(1)
        guard content.count == Digest.byteCount, let date = CalendarDate(stored: takenInvoice.integer(2)) else {
            throw .damage("invoice \(transaction)")
        }
        return TakenInvoice(
            transaction: transaction,
            message: StoredID(sequence: UInt64(bitPattern: takenInvoice.integer(0))),
            contentDigest: Digest(content.span),
            cashCode: try takenInvoice.cashCode(5),
            date: date,
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

extension Statement {
    /// A cash register's code of two columns.
    func cashCode(_ column: Int32) throws(SQLiteError) -> CashRegisterCode? {
        guard let series = optionalInteger(column) else { return nil }
        let counter = integer(column + 1)
        guard series >= 0, counter >= 0,
            let code = CashRegisterCode(series: UInt64(series), counter: UInt64(counter))
        else { throw .damage("a cash register's code") }
        return code
    }
}

/// What admission needs to know of an invoice that was accepted already.
struct TakenInvoice {
    let transaction: UInt64
    let message: StoredID
    let contentDigest: Digest
    let cashCode: CashRegisterCode?
    let date: CalendarDate
    let isReplaced: Bool
    let isAdjusted: Bool
}
