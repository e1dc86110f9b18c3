import InvoiceModel
import SQLite

/// The highest number stored in each series asked about: what lies above it is free, without a question to the store.
///
/// Sellers count upwards, so nearly every number of a new invoice does.
struct HighestNumbers {
    private let highest: Statement
    private var known: [Int64: InvoiceNumber?] = [:]

    /// Series remembered; beyond that all are forgotten.
    private static let limit = 1 << 20

    init(_ connection: Connection) throws(SQLiteError) {
        highest = try connection.prepare("SELECT max(number) FROM number WHERE series = ?")
    }

    /// Whether a number may be stored: it lies not above the highest of its series.
    mutating func mayHold(_ number: SeriesNumber) throws(SQLiteError) -> Bool {
        if let last = known[number.series] { return last.map { number.number <= $0 } ?? false }
        if known.count >= HighestNumbers.limit { known.removeAll(keepingCapacity: true) }
        highest.bind(1, number.series)
        defer { highest.reset() }
        guard try highest.step() else { return true }
        let stored = highest.optionalInteger(0)
        let last = stored.flatMap { UInt32(exactly: $0) }.flatMap { InvoiceNumber($0) }
        // A number that none can be is damage; whoever asks the store for it finds that.
        guard stored == nil || last != nil else { return true }
        known[number.series] = .some(last)
        return last.map { number.number <= $0 } ?? false
    }

    /// Takes in what was committed.
    mutating func add(_ invoices: [PendingInvoice]) {
        for invoice in invoices {
            guard let last = known[invoice.number.series] else { continue }
            if last.map({ $0 < invoice.number.number }) ?? true {
                known[invoice.number.series] = .some(invoice.number.number)
            }
        }
    }
}
