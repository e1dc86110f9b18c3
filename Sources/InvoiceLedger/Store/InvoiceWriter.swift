import InvoiceCode
import InvoiceModel
import SQLite

/// The rows of coded invoices: the invoice, its rates, its number, its links, and the sums.
struct InvoiceWriter {
    private let codes: CodeMakerBox
    private let series: SeriesTable
    private let totals: TotalsStore
    private let invoice: Statement
    private let rate: Statement
    private let number: Statement
    private let replaced: Statement
    private let adjusted: Statement

    init(_ connection: Connection, _ codes: CodeMakerBox, _ series: SeriesTable) throws(SQLiteError) {
        self.codes = codes
        self.series = series
        totals = try TotalsStore(connection)
        invoice = try connection.prepare(insert: "invoice", columns: 25)
        rate = try connection.prepare(insert: "invoice_rate", columns: 6)
        number = try connection.prepare(insert: "number", columns: 3)
        replaced = try connection.prepare(
            "UPDATE invoice SET replaced_by = ? WHERE transaction_number = ? AND replaced_by IS NULL"
        )
        adjusted = try connection.prepare("UPDATE invoice SET adjusted_by = ? WHERE transaction_number = ?")
    }

    func apply(_ entries: [MessageEntry]) throws(SQLiteError) {
        var numbers: [(number: SeriesNumber, transaction: UInt64)] = []
        var sums = TotalsDeltas()
        for entry in entries {
            for case .issued(let issued) in entry.invoices {
                let received = entry.receivedAt.date
                guard let shares = InvoiceShares(issued.facts) else {
                    throw .damage("an amount of invoice \(issued.transaction) is beyond the ceiling")
                }
                let key = issued.facts.key
                let number = SeriesNumber(series: try series.store(SeriesKey(key)), number: key.number)
                try write(issued, number: number, message: entry.sequence, receivedOn: received)
                numbers.append((number, issued.transaction))
                sums.add(issued.facts, shares, receivedOn: received)
            }
        }
        // Sorted, so that neighbours share pages.
        for (taken, transaction) in numbers.sorted(by: { $0.number < $1.number }) {
            number.bind(1, taken.series)
            number.bind(2, Int64(taken.number.value))
            number.bind(3, Int64(transaction))
            try number.run()
        }
        try totals.apply(sums)
    }

    private func write(
        _ issued: IssuedInvoice,
        number: SeriesNumber,
        message: UInt64,
        receivedOn: CalendarDate
    ) throws(SQLiteError) {
        let facts = issued.facts
        guard let opened = codes.opened(issued.code), opened.transaction == issued.transaction,
            issued.transaction <= UInt64(Int64.max), (issued.relatedTransaction ?? 0) <= UInt64(Int64.max)
        else { throw .damage("the code of invoice \(issued.transaction) was not made with this ledger's keys") }
        invoice.bind(1, Int64(issued.transaction))
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
        invoice.bind(19, issued.contentDigest.bytes)
        invoice.bind(20, Int64(issued.code.generation))
        invoice.bind(21, Int64(bitPattern: opened.tag))
        invoice.bind(22, (facts.related?.relation.rawValue).map { Int64($0) })
        invoice.bind(23, issued.relatedTransaction.map { Int64($0) })
        invoice.bindNull(24)
        invoice.bindNull(25)
        try invoice.run()
        if sole == nil { try write(rates, of: issued.transaction) }
        try link(issued)
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
    private func link(_ issued: IssuedInvoice) throws(SQLiteError) {
        guard let original = issued.relatedTransaction, let relation = issued.facts.related?.relation else { return }
        let statement =
            switch relation {
            case .replaces: replaced
            case .adjusts: adjusted
            }
        statement.bind(1, Int64(issued.transaction))
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
