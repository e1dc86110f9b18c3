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
    var highestNumbers: HighestNumbers
    let blocks: BlockRows
    /// The only code that writes rows.
    let writer: StoreWriter
    let archive: LedgerArchive
    let messages: MessageDirectory
    let lanes = CommitLanes()
    /// Of the one who writes.
    private let logKeeper: LogKeeper?

    /// What was committed last.
    var committed: Counters
    var openBatch: OpenBatch?
    var registryCache: Registry?

    /// Whether the store may be used.
    enum State {
        case ready
        case failed
        case closed
    }

    init(
        path: String,
        connection: Connection,
        lock: LockFile?,
        keys: [MasterKey],
        archive: LedgerArchive,
        blocks: BlockRows,
        messages: MessageDirectory
    ) throws(SQLiteError) {
        self.path = path
        self.connection = connection
        self.lock = lock
        isWritable = lock != nil
        logKeeper = try lock == nil ? nil : LogKeeper(path: LedgerFiles(path: path).database)
        if lock != nil { connection.keepLog() }
        self.keys = keys
        guard let current = keys.last else { throw .damage("no code key") }
        keyRing = KeyRing(keys, current: current.generation)
        codeMaker = CodeMakerBox()
        codeMaker.use(keyRing)
        admissionStatements = try AdmissionStatements(connection)
        highestNumbers = try HighestNumbers(connection)
        self.blocks = blocks
        writer = try StoreWriter(connection, codes: codeMaker)
        self.archive = archive
        self.messages = messages
        committed = try Counters(connection)
    }

    deinit {
        close()
    }

    /// Lets go of the lock once the files of the look-up index are written; nothing may be asked any more.
    func close() {
        state = .closed
        openBatch = nil
        messages.wait()
        logKeeper?.wait()
        lock = nil
    }

    /// Begins a transaction that writes, with room in the store's log.
    func begin() throws(SQLiteError) {
        logKeeper?.makeRoom(pages: connection.logPages)
        try connection.execute("BEGIN IMMEDIATE")
    }

    /// Ends it: what was written is durable when this returns.
    func end() throws(SQLiteError) {
        try connection.execute("COMMIT")
        logKeeper?.take(pages: connection.logPages)
    }

    /// Runs many look-ups on one state of the store: the file lock is taken once instead of for each of them.
    func snapshot<Result>(_ body: () throws(LedgerError) -> Result) throws(LedgerError) -> Result {
        try LedgerError.database { () throws(SQLiteError) in try connection.execute("BEGIN") }
        do throws(LedgerError) {
            let result = try body()
            try LedgerError.database { () throws(SQLiteError) in try connection.execute("COMMIT") }
            return result
        } catch {
            if connection.isInTransaction { try? connection.execute("ROLLBACK") }
            throw error
        }
    }
}

/// The code maker of the newest keys.
final class CodeMakerBox {
    private var made: CodeMaker?

    /// The maker.
    ///
    /// - Precondition: keys were given; an open ledger always has some.
    var maker: CodeMaker {
        guard let made else { preconditionFailure("codes before the first key") }
        return made
    }

    func use(_ ring: KeyRing) {
        made = CodeMaker(ring)
    }

    /// What is inside a code, or `nil` without its key.
    func opened(_ code: AuthenticationCode) -> OpenedCode? { made?.open(code) }
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
        func last(_ table: String, _ column: String) throws(SQLiteError) -> UInt64 {
            let last = try connection.integer("SELECT coalesce(max(\(column)), 0) FROM \(table)") ?? 0
            guard (0...Counters.limit).contains(last) else { throw .damage("the last number in \(table)") }
            return UInt64(last)
        }
        message = try last("message", "sequence")
        transaction = try last("invoice", "transaction_number")
        series = Int64(try last("series", "id"))
        notices = [:]
        let rows = try connection.prepare("SELECT year, last FROM notice_counter")
        while try rows.step() {
            guard let last = UInt64(exactly: rows.integer(1)), last < Counters.noticesPerYear / 2 else {
                throw .damage("the last notice of a year")
            }
            notices[rows.integer(0)] = last
        }
    }

    /// No ledger comes so far; a larger number is damage, and counting on from it would end the process.
    private static let limit: Int64 = 1 << 48
    /// Numbers of notices in a year.
    static let noticesPerYear: UInt64 = 10_000_000_000

    /// The next notice number of a year: two digits of the year, then ten of the counter.
    mutating func nextNotice(_ date: CalendarDate) -> UInt64 {
        let year = Int64(date.parts.year % 100)
        let counter = (notices[year] ?? 0) + 1
        precondition(counter < Counters.noticesPerYear, "ten digits of notices a year")
        notices[year] = counter
        return UInt64(year) * Counters.noticesPerYear + counter
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
