import InvoiceCode
import InvoiceModel
import SQLite

/// The rows of accepted invoices: the invoice, its rates, its number, its cash register's code, its links.
struct InvoiceWriter {
    private let codes: CodeMakerBox
    private let series: SeriesTable
    private let invoice: Statement
    private let rate: Statement
    private let number: Statement
    private let cashCode: Statement
    private let replaced: Statement
    private let adjusted: Statement

    init(_ connection: Connection, _ codes: CodeMakerBox, _ series: SeriesTable) throws(SQLiteError) {
        self.codes = codes
        self.series = series
        invoice = try connection.prepare(insert: "invoice", columns: 27)
        rate = try connection.prepare(insert: "invoice_rate", columns: 6)
        number = try connection.prepare(insert: "number", columns: 3)
        cashCode = try connection.prepare(insert: "cash_code", columns: 3)
        replaced = try connection.prepare(
            "UPDATE invoice SET replaced_by = ? WHERE transaction_number = ? AND replaced_by IS NULL"
        )
        adjusted = try connection.prepare("UPDATE invoice SET adjusted_by = ? WHERE transaction_number = ?")
    }

    func apply(_ entries: [MessageEntry]) throws(SQLiteError) {
        var numbers: [(number: SeriesNumber, transaction: UInt64)] = []
        var cashCodes: [(code: CashRegisterCode, transaction: UInt64)] = []
        for entry in entries {
            for accepted in entry.invoices.lazy.compactMap(\.accepted) {
                let received = entry.receivedAt.date
                let key = accepted.facts.key
                let number = SeriesNumber(series: try series.store(SeriesKey(key)), number: key.number)
                try write(accepted, number: number, message: entry.sequence, receivedOn: received)
                numbers.append((number, accepted.transaction))
                if let code = accepted.cashCode { cashCodes.append((code, accepted.transaction)) }
            }
        }
        // Sorted, so that neighbours share pages.
        for (taken, transaction) in numbers.sorted(by: { $0.number < $1.number }) {
            number.bind(1, taken.series)
            number.bind(2, Int64(taken.number.value))
            number.bind(3, Int64(transaction))
            try number.run()
        }
        for (taken, transaction) in cashCodes.sorted(by: { $0.code < $1.code }) {
            cashCode.bind(1, Int64(taken.series))
            cashCode.bind(2, Int64(taken.counter))
            cashCode.bind(3, Int64(transaction))
            try cashCode.run()
        }
    }

    private func write(
        _ accepted: AcceptedInvoice,
        number: SeriesNumber,
        message: UInt64,
        receivedOn: CalendarDate
    ) throws(SQLiteError) {
        let facts = accepted.facts
        guard accepted.transaction <= UInt64(Int64.max), (accepted.relatedTransaction ?? 0) <= UInt64(Int64.max) else {
            throw .damage("transaction \(accepted.transaction)")
        }
        invoice.bind(1, Int64(accepted.transaction))
        invoice.bind(2, Int64(message))
        invoice.bind(3, number.series)
        invoice.bind(4, Int64(number.number.value))
        invoice.bind(5, Int64(facts.date.dayNumber))
        invoice.bind(6, Int64(receivedOn.dayNumber))
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
        let sole = soleRate(facts, rates)
        invoice.bind(18, sole)
        invoice.bind(19, accepted.contentDigest)
        try bindCodes(accepted)
        invoice.bind(24, (facts.related?.relation.rawValue).map { Int64($0) })
        invoice.bind(25, accepted.relatedTransaction.map { Int64($0) })
        invoice.bindNull(26)
        invoice.bindNull(27)
        try invoice.run()
        if sole == nil { try write(rates, of: accepted.transaction) }
        try link(accepted)
    }

    /// The authority's code, proved to be one of its own, and the cash register's.
    private func bindCodes(_ accepted: AcceptedInvoice) throws(SQLiteError) {
        if let code = accepted.code {
            guard let opened = codes.opened(code), opened.transaction == accepted.transaction else {
                throw .damage("the code of invoice \(accepted.transaction) was not made with this ledger's keys")
            }
            invoice.bind(20, Int64(code.generation))
            invoice.bind(21, Int64(bitPattern: opened.tag))
        } else {
            invoice.bindNull(20)
            invoice.bindNull(21)
        }
        invoice.bind(22, accepted.cashCode.map { Int64($0.series) })
        invoice.bind(23, accepted.cashCode.map { Int64($0.counter) })
    }

    private func write(_ rates: [InvoiceFacts.RateAmounts], of transaction: UInt64) throws(SQLiteError) {
        for row in rates {
            rate.bind(1, Int64(transaction))
            rate.bind(2, Int64(RateCode(row.rate).stored))
            rate.bind(3, row.net)
            rate.bind(5, row.tax)
            try rate.run()
        }
    }

    /// Tells the original of its correction: the first that replaces it, the last that adjusts it.
    private func link(_ accepted: AcceptedInvoice) throws(SQLiteError) {
        guard let original = accepted.relatedTransaction, let relation = accepted.facts.related?.relation else {
            return
        }
        let statement =
            switch relation {
            case .replaces: replaced
            case .adjusts: adjusted
            }
        statement.bind(1, Int64(accepted.transaction))
        statement.bind(2, Int64(original))
        try statement.run()
    }

    /// The one rate whose amounts are the invoice's own, which most invoices have and which needs no further row.
    private func soleRate(_ facts: InvoiceFacts, _ rates: [InvoiceFacts.RateAmounts]) -> Int64? {
        if rates.isEmpty { return Int64(RateCode.none.stored) }
        guard rates.count == 1, rates[0].net == facts.net, rates[0].tax == facts.tax else { return nil }
        return Int64(RateCode(rates[0].rate).stored)
    }
}
