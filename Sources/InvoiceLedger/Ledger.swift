import DurableFiles
public import InvoiceCode
public import InvoiceModel
import SQLite
import Synchronization

/// Rules that need the ledger: findings about an invoice, given what is known of the one it corrects.
public typealias AdmissionRules = @Sendable (InvoiceFacts, OriginalInvoice?) -> [Finding]

/// One ledger: a folder that holds registry, numbers, invoices, verdicts and totals.
///
/// Many threads may call; each call has the store for itself. One process may write, others may read meanwhile.
public final class Ledger: Sendable {
    /// The folder.
    public let path: String
    /// What was decided when it was made, for ever.
    public let settings: LedgerSettings
    /// Draws the ids in replies.
    public let identifierKey: IdentifierKey

    private let core: Mutex<LedgerCore>

    /// Messages that become durable together, at most: more behind the committed end is no crash's work.
    public static let largestBatch = LedgerArchive.entriesAtOnce

    /// How a ledger is opened.
    public enum Access: Sendable {
        /// Others may write meanwhile.
        case readOnly
        /// Nobody else may write.
        case readWrite
    }

    init(path: String, settings: LedgerSettings, identifierKey: IdentifierKey, core: sending LedgerCore) {
        self.path = path
        self.settings = settings
        self.identifierKey = identifierKey
        self.core = Mutex(core)
    }

    /// The 16 bytes of one id in the reply to a message.
    public func replyID(_ id: StoredID, _ purpose: IdentifierKey.Purpose) -> [UInt8] {
        identifierKey.identifier(sequence: id.sequence, purpose)
    }

    /// The number of the last code given.
    public var highWaterMark: UInt64 {
        get throws(LedgerError) { try read { core throws(SQLiteError) in core.committed.transaction } }
    }

    /// Lets go of the lock; further calls throw `notWritable`.
    public func close() {
        core.withLock { core in core.close() }
    }

    /// Runs a look-up that has the store for itself.
    func read<Result: Sendable>(
        _ body: (LedgerCore) throws(SQLiteError) -> Result
    ) throws(LedgerError) -> Result {
        try core.withLock { (core) throws(LedgerError) -> Result in
            try core.checkUsable()
            do throws(SQLiteError) { return try body(core) } catch { throw LedgerError(error) }
        }
    }

    /// Runs a look-up that needs the archive too, and has both for itself.
    func look<Result: Sendable>(
        _ body: (LedgerCore) throws(LedgerError) -> Result
    ) throws(LedgerError) -> Result {
        try core.withLock { (core) throws(LedgerError) -> Result in
            try core.checkUsable()
            return try body(core)
        }
    }

    /// Runs a change that has the store for itself.
    func write<Result: Sendable>(
        _ body: (LedgerCore) throws(LedgerError) -> Result
    ) throws(LedgerError) -> Result {
        try core.withLock { (core) throws(LedgerError) -> Result in
            try core.checkUsable()
            guard core.isWritable else { throw LedgerError(.notWritable, "the ledger was opened for reading") }
            return try body(core)
        }
    }
}

extension LedgerCore {
    func checkUsable() throws(LedgerError) {
        switch state {
        case .ready: return
        case .failed: throw LedgerError(.failed, "a write failed before; open the ledger again")
        case .closed: throw LedgerError(.notWritable, "the ledger is closed")
        }
    }
}
