import DurableFiles
import InvoiceCode
import InvoiceModel
import SQLite

/// The open store: connection, keys, and the few numbers kept in memory.
///
/// Not `Sendable`; `Ledger` lets in one caller at a time. Everything here throws `SQLiteError`, damage found by us
/// included; `Ledger` turns that into `LedgerError`.
final class LedgerCore {
    let path: String
    let connection: Connection
    let isWritable: Bool
    private var lock: LockFile?
    var state = State.ready

    var keys: [MasterKey]
    var keyRing: KeyRing
    let codeMaker: CodeMakerBox
    let admissionStatements: AdmissionStatements
    var batchWriter: BatchWriter?

    /// What was committed last.
    var committed: Counters
    var openBatch: OpenBatch?
    /// Series seen lately.
    var series: [SeriesKey: Int64] = [:]
    var registryCache: Registry?

    /// Whether the store may be used.
    enum State {
        case ready
        case failed
        case closed
    }

    /// Entries of the series cache; past it the cache begins anew.
    static let seriesCacheLimit = 262_144

    init(path: String, connection: Connection, lock: LockFile?, keys: [MasterKey]) throws(SQLiteError) {
        self.path = path
        self.connection = connection
        self.lock = lock
        isWritable = lock != nil
        self.keys = keys
        guard let current = keys.last else { throw .damage("no code key") }
        keyRing = KeyRing(keys, current: current.generation)
        codeMaker = CodeMakerBox(keyRing)
        admissionStatements = try AdmissionStatements(connection)
        committed = try Counters(connection)
    }

    /// Lets go of the lock; nothing may be asked any more.
    func close() {
        state = .closed
        openBatch = nil
        lock = nil
    }

    /// Runs many look-ups on one state of the store: the file lock is taken once instead of for each of them.
    func snapshot<Result>(_ body: () throws(SQLiteError) -> Result) throws(SQLiteError) -> Result {
        try connection.execute("BEGIN")
        do throws(SQLiteError) {
            let result = try body()
            try connection.execute("COMMIT")
            return result
        } catch {
            if connection.isInTransaction { try? connection.execute("ROLLBACK") }
            throw error
        }
    }

    /// Runs `body` in one transaction: all of it is durable when this returns, or none of it is.
    ///
    /// A failure is fail-stop: what memory holds may no longer be what the disk holds.
    func transaction<Result>(_ body: () throws(SQLiteError) -> Result) throws(SQLiteError) -> Result {
        precondition(isWritable && state == .ready, "a write on a ledger that is not open for writing")
        do throws(SQLiteError) {
            try connection.execute("BEGIN IMMEDIATE")
            let result = try body()
            try connection.execute("COMMIT")
            return result
        } catch {
            state = .failed
            openBatch = nil
            // A failing rollback changes nothing: the connection is not used again, and opening recovers.
            if connection.isInTransaction { try? connection.execute("ROLLBACK") }
            throw error
        }
    }
}

/// The code maker of the newest keys.
final class CodeMakerBox {
    private(set) var maker: CodeMaker

    init(_ ring: KeyRing) {
        maker = CodeMaker(ring)
    }

    func use(_ ring: KeyRing) {
        maker = CodeMaker(ring)
    }
}

/// The numbers given so far.
struct Counters {
    /// The last message's sequence number.
    var message: UInt64
    /// The last transaction number: the high-water mark.
    var transaction: UInt64
    /// The last series' id.
    var series: Int64
    /// The last notice number of each year (two digits).
    var notices: [Int64: UInt64]

    /// Reads what is committed.
    init(_ connection: Connection) throws(SQLiteError) {
        func last(_ sql: String) throws(SQLiteError) -> Int64 { try connection.integer(sql) ?? 0 }
        message = UInt64(try last("SELECT coalesce(max(sequence), 0) FROM message"))
        transaction = UInt64(try last("SELECT coalesce(max(transaction_number), 0) FROM invoice"))
        series = try last("SELECT coalesce(max(id), 0) FROM series")
        notices = [:]
        let rows = try connection.prepare("SELECT year, last FROM notice_counter")
        while try rows.step() { notices[rows.integer(0)] = UInt64(rows.integer(1)) }
    }

    /// The next notice number of a year: two digits of the year, then ten of the counter.
    mutating func nextNotice(_ date: CalendarDate) -> UInt64 {
        let year = Int64(date.parts.year % 100)
        let counter = (notices[year] ?? 0) + 1
        precondition(counter < 10_000_000_000, "ten digits of notices a year")
        notices[year] = counter
        return UInt64(year) * 10_000_000_000 + counter
    }
}

/// Seller, form and symbol: what numbers are counted in.
struct SeriesKey: Hashable {
    let seller: TaxCode
    let form: InvoiceForm
    let symbol: InvoiceSymbol

    init(_ key: InvoiceKey) {
        seller = key.seller
        form = key.form
        symbol = key.symbol
    }
}

extension SQLiteError {
    /// Something stored that we could not have written.
    static func damage(_ what: String) -> SQLiteError {
        SQLiteError(extendedCode: 11, message: "the store is damaged: \(what)")
    }
}
