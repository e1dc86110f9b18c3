import InvoiceCode
import InvoiceModel
import SQLite

/// Reads invoices out of the store.
struct InvoiceRows {
    private let core: LedgerCore
    private let rates: Statement

    init(_ core: LedgerCore) throws(SQLiteError) {
        self.core = core
        rates = try core.connection.prepare(
            """
            SELECT rate, net_units, net_millionths, tax_units, tax_millionths FROM invoice_rate
            WHERE transaction_number = ? ORDER BY rate
            """
        )
    }

    /// The columns `record` reads; to be followed by conditions and `ORDER BY`.
    static let select = """
        SELECT transaction_number, message, seller, form, symbol, number, issued_on, received_on, office, buyer,
               currency, exchange_units, exchange_millionths, net_units, net_millionths, tax_units, tax_millionths,
               total_units, total_millionths, rate, content, generation, tag, relation, related, replaced_by,
               adjusted_by, cash_series, cash_counter
        FROM invoice JOIN series ON series.id = invoice.series

        """

    func one(_ transaction: UInt64) throws(SQLiteError) -> InvoiceRecord? {
        let row = try core.connection.prepare(InvoiceRows.select + "WHERE transaction_number = ?")
        row.bind(1, Int64(bitPattern: transaction))
        return try row.step() ? try record(row) : nil
    }

    /// The invoice in the current row.
    func record(_ row: Statement) throws(SQLiteError) -> InvoiceRecord {
        let transaction = UInt64(bitPattern: row.integer(0))
        let content = row.blob(20)
        guard content.count == Digest.byteCount, let receivedOn = CalendarDate(stored: row.integer(7)) else {
            throw .damage("invoice \(transaction)")
        }
        return InvoiceRecord(
            transaction: transaction,
            message: StoredID(sequence: UInt64(bitPattern: row.integer(1))),
            facts: try facts(row),
            receivedOn: receivedOn,
            contentDigest: Digest(content.span),
            code: try code(row, of: transaction),
            cashCode: try row.cashCode(27),
            relation: RelatedInvoice.Relation(rawValue: UInt8(truncatingIfNeeded: row.integer(23))),
            relatedTransaction: row.optionalInteger(24).map { UInt64(bitPattern: $0) },
            replacedBy: row.optionalInteger(25).map { UInt64(bitPattern: $0) },
            adjustedBy: row.optionalInteger(26).map { UInt64(bitPattern: $0) }
        )
    }

    /// The authority's code of the current row.
    private func code(_ row: Statement, of transaction: UInt64) throws(SQLiteError) -> AuthenticationCode? {
        guard let generation = row.optionalInteger(21) else { return nil }
        let code = core.codeMaker.maker.code(
            generation: UInt8(truncatingIfNeeded: generation),
            transaction: transaction,
            tag: UInt64(bitPattern: row.integer(22))
        )
        guard let code else { throw .damage("invoice \(transaction)") }
        return code
    }

    /// The facts in the current row.
    func facts(_ row: Statement) throws(SQLiteError) -> InvoiceFacts {
        guard let seller = TaxCode(packed: UInt64(bitPattern: row.integer(2))),
            let form = InvoiceForm(UInt8(truncatingIfNeeded: row.integer(3))),
            let symbol = InvoiceSymbol(row.text(4)),
            let number = InvoiceNumber(UInt32(truncatingIfNeeded: row.integer(5))),
            let currency = Currency(row.text(10)), let date = CalendarDate(stored: row.integer(6))
        else { throw .damage("invoice \(row.integer(0))") }
        let (net, tax) = (row.amount(13), row.amount(15))
        return InvoiceFacts(
            key: InvoiceKey(seller: seller, form: form, symbol: symbol, number: number),
            date: date,
            currency: currency,
            exchangeRate: row.isNull(11) ? nil : row.amount(11),
            buyer: row.optionalInteger(9).flatMap { TaxCode(packed: UInt64(bitPattern: $0)) },
            net: net,
            tax: tax,
            total: row.amount(17),
            rates: try rateAmounts(row, net: net, tax: tax),
            related: nil,
            officeCode: row.text(8)
        )
    }

    private func rateAmounts(
        _ row: Statement,
        net: Amount,
        tax: Amount
    ) throws(SQLiteError) -> [InvoiceFacts.RateAmounts] {
        guard row.isNull(19) else {
            let code = RateCode(stored: Int32(truncatingIfNeeded: row.integer(19)))
            if code == .none { return [] }
            guard let rate = code.rate else { throw .damage("a tax rate") }
            return [InvoiceFacts.RateAmounts(rate: rate, net: net, tax: tax)]
        }
        rates.bind(1, row.integer(0))
        var amounts: [InvoiceFacts.RateAmounts] = []
        while try rates.step() {
            guard let rate = RateCode(stored: Int32(truncatingIfNeeded: rates.integer(0))).rate else {
                throw .damage("a tax rate")
            }
            amounts.append(InvoiceFacts.RateAmounts(rate: rate, net: rates.amount(1), tax: rates.amount(3)))
        }
        return amounts
    }
}
