import InvoiceModel
import SQLite

/// Which stored messages may have a SHA-256 or an id: candidates, to be held against the archive.
///
/// It is the ledger's side of the look-up index: run files of another history than the store's count as not there.
final class MessageDirectory {
    private let index: MessageIndex

    init(
        folder: String,
        isWriter: Bool,
        settings: MessageIndexSettings,
        blocks: BlockRows
    ) throws(LedgerError) {
        index = try LedgerError.index { () throws(IndexError) in
            try MessageIndex(folder: folder, isWriter: isWriter, settings: settings) { sequence throws(IndexError) in
                do throws(SQLiteError) { return try blocks.block(ofMessage: sequence)?.digest } catch {
                    throw .store(reason: error.description)
                }
            }
        }
    }

    /// The last message it knows.
    var last: UInt64 { index.last }

    /// Takes in the next message.
    func insert(_ keys: MessageKeys) {
        index.insert(sequence: keys.sequence, sha256: keys.sha256, messageID: keys.messageID)
    }

    /// Throws where no further message may be promised an answer.
    func check() throws(LedgerError) { try LedgerError.index { () throws(IndexError) in try index.check() } }

    /// Waits until its files are written; only then may the ledger's lock go.
    func wait() { index.wait() }

    /// The first message with those bytes, as `isIt` finds in the archive.
    func first(
        sha256: Digest,
        where isIt: (UInt64) throws(LedgerError) -> Bool
    ) throws(LedgerError) -> UInt64? {
        try index.first(sha256: sha256, failure: { LedgerError($0) }, where: isIt)
    }

    /// The first message with that id, as `isIt` finds in the archive.
    func first(
        messageID: String,
        where isIt: (UInt64) throws(LedgerError) -> Bool
    ) throws(LedgerError) -> UInt64? {
        try index.first(messageID: messageID, failure: { LedgerError($0) }, where: isIt)
    }
}

extension LedgerCore {
    /// Takes what was stored since the last question into the directory, from the archive's facts.
    func knowMessages() throws(LedgerError) {
        if isWritable { try messages.check() }
        let next = messages.last + 1
        let found = try LedgerError.database { () throws(SQLiteError) in try blocks.blocks(fromMessage: next) }
        for block in found {
            for keys in try archive.keys(in: block) where keys.sequence > messages.last {
                guard keys.sequence == messages.last + 1 else {
                    throw LedgerError(.corrupt, "the store is damaged: message \(messages.last + 1) is missing")
                }
                messages.insert(keys)
            }
        }
        // A reader knows only what was committed when it was opened; the one who writes knows all of it.
        guard !isWritable || messages.last == committed.message else {
            throw LedgerError(
                .corrupt,
                "the store is damaged: its blocks hold \(messages.last) of \(committed.message) messages"
            )
        }
    }

    /// The stored message with those bytes, or `nil`.
    func storedMessage(sha256: Digest) throws(LedgerError) -> StoredID? {
        let isIt = { (sequence: UInt64) throws(LedgerError) -> Bool in
            try self.provenEntry(sequence).sha256 == sha256
        }
        return try messages.first(sha256: sha256, where: isIt).map { StoredID(sequence: $0) }
    }

    /// The first readable message with that id, or `nil`.
    func storedMessage(withID id: String) throws(LedgerError) -> StoredID? {
        let isIt = { (sequence: UInt64) throws(LedgerError) -> Bool in
            let entry = try self.provenEntry(sequence)
            return entry.status != .unreadable && entry.messageID == id
        }
        return try messages.first(messageID: id, where: isIt).map { StoredID(sequence: $0) }
    }

    private func provenEntry(_ sequence: UInt64) throws(LedgerError) -> MessageEntry {
        guard let entry = try storedEntry(sequence)?.entry else {
            throw LedgerError(.databaseDamaged, "the store is damaged: message \(sequence) is missing")
        }
        return entry
    }

    /// A committed message without its bytes, with its block and the place of its bytes there; or `nil`.
    func storedEntry(
        _ sequence: UInt64
    ) throws(LedgerError) -> (entry: MessageEntry, originalOffset: Int, block: StoredBlock)? {
        let block = try LedgerError.database { () throws(SQLiteError) in try blocks.block(ofMessage: sequence) }
        guard let block else { return nil }
        let (entry, offset) = try archive.message(sequence, in: block)
        return (entry, offset, block)
    }
}
