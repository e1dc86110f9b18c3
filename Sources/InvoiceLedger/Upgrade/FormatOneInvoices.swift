import InvoiceCode
import InvoiceModel
import SQLite

/// The coded invoices of a ledger of format 1.
struct FormatOneInvoices {
    private let maker: CodeMaker
    private let row: Statement
    private let rates: Statement
    private let key: Statement

    init(_ connection: Connection, keys: KeyRing) throws(SQLiteError) {
        maker = CodeMaker(keys)
        row = try connection.prepare(
            """
            SELECT message, seller, form, symbol, number, issued_on, office, buyer, currency, exchange_units,
                   exchange_millionths, net_units, net_millionths, tax_units, tax_millionths, total_units,
                   total_millionths, rate, content, generation, tag, relation, related
            FROM invoice JOIN series ON series.id = invoice.series WHERE transaction_number = ?
            """
        )
        rates = try connection.prepare(
            """
            SELECT rate, net_units, net_millionths, tax_units, tax_millionths FROM invoice_rate
            WHERE transaction_number = ? ORDER BY rate
            """
        )
        key = try connection.prepare(
            """
            SELECT seller, form, symbol, number FROM invoice JOIN series ON series.id = invoice.series
            WHERE transaction_number = ?
            """
        )
    }

    /// The invoice with that transaction number, which came in that message.
    func invoice(_ transaction: UInt64, of message: UInt64) throws(SQLiteError) -> AcceptedInvoice {
        row.bind(1, Int64(transaction))
        defer { row.reset() }
        guard try row.step(), row.integer(0) == Int64(message) else { throw .damage("invoice \(transaction)") }
        let content = row.blob(18)
        guard content.count == Digest.byteCount,
            let code = maker.code(
                generation: UInt8(truncatingIfNeeded: row.integer(19)),
                transaction: transaction,
                tag: UInt64(bitPattern: row.integer(20))
            )
        else { throw .damage("invoice \(transaction)") }
        let related = row.optionalInteger(22).map { UInt64($0) }
        return AcceptedInvoice(
            transaction: transaction,
            code: code,
            facts: try facts(transaction, related: related),
            contentDigest: Digest(content.span),
            relatedTransaction: related
        )
    }

    private func facts(_ transaction: UInt64, related: UInt64?) throws(SQLiteError) -> InvoiceFacts {
        guard let key = invoiceKey(row, from: 1), let currency = Currency(row.text(8)) else {
            throw .damage("invoice \(transaction)")
        }
        let (net, tax) = (row.amount(11), row.amount(13))
        return InvoiceFacts(
            key: key,
            date: CalendarDate(dayNumber: Int32(truncatingIfNeeded: row.integer(5))),
            currency: currency,
            exchangeRate: row.isNull(9) ? nil : row.amount(9),
            buyer: row.optionalInteger(7).flatMap { TaxCode(packed: UInt64(bitPattern: $0)) },
            net: net,
            tax: tax,
            total: row.amount(15),
            rates: try rateAmounts(transaction, net: net, tax: tax),
            related: try relatedInvoice(related),
            officeCode: row.text(6)
        )
    }

    private func rateAmounts(
        _ transaction: UInt64,
        net: Amount,
        tax: Amount
    ) throws(SQLiteError) -> [InvoiceFacts.RateAmounts] {
        guard row.isNull(17) else {
            let code = RateCode(stored: Int32(truncatingIfNeeded: row.integer(17)))
            if code == .none { return [] }
            guard let rate = code.rate else { throw .damage("the tax rate of invoice \(transaction)") }
            return [InvoiceFacts.RateAmounts(rate: rate, net: net, tax: tax)]
        }
        rates.bind(1, Int64(transaction))
        var amounts: [InvoiceFacts.RateAmounts] = []
        while try rates.step() {
            guard let rate = RateCode(stored: Int32(truncatingIfNeeded: rates.integer(0))).rate else {
                throw .damage("a tax rate of invoice \(transaction)")
            }
            amounts.append(InvoiceFacts.RateAmounts(rate: rate, net: rates.amount(1), tax: rates.amount(3)))
        }
        return amounts
    }

    /// What format 1 kept of the corrected invoice: the relation, and its transaction where the ledger had it.
    private func relatedInvoice(_ transaction: UInt64?) throws(SQLiteError) -> RelatedInvoice? {
        guard let relation = RelatedInvoice.Relation(rawValue: UInt8(truncatingIfNeeded: row.integer(21))) else {
            return nil
        }
        guard let transaction else { return RelatedInvoice(relation: relation, source: 0, key: nil, date: nil) }
        key.bind(1, Int64(transaction))
        defer { key.reset() }
        guard try key.step(), let related = invoiceKey(key, from: 0) else {
            throw .damage("invoice \(transaction), which another one corrects")
        }
        return RelatedInvoice(relation: relation, source: 1, key: related, date: nil)
    }

    private func invoiceKey(_ row: Statement, from column: Int32) -> InvoiceKey? {
        guard let seller = TaxCode(packed: UInt64(bitPattern: row.integer(column))),
            let form = InvoiceForm(UInt8(truncatingIfNeeded: row.integer(column + 1))),
            let symbol = InvoiceSymbol(row.text(column + 2)),
            let number = InvoiceNumber(UInt32(truncatingIfNeeded: row.integer(column + 3)))
        else { return nil }
        return InvoiceKey(seller: seller, form: form, symbol: symbol, number: number)
    }
}
