import InvoiceModel
import SQLite

/// Which stored messages may have a SHA-256 or an id: candidates, to be held against the archive.
final class MessageDirectory {
    private var bySHA256: [Digest: UInt64] = [:]
    private var byMessageID: [String: UInt64] = [:]
    /// The last message it knows.
    private(set) var last: UInt64 = 0

    /// Takes in the next message; the first holder of an id keeps it, what could not be read claims none.
    func insert(_ entry: MessageEntry) {
        last = entry.sequence
        bySHA256[entry.sha256] = entry.sequence
        guard entry.status != .unreadable, let id = entry.messageID, byMessageID[id] == nil else { return }
        byMessageID[id] = entry.sequence
    }

    func candidates(sha256: Digest) -> [UInt64] { bySHA256[sha256].map { [$0] } ?? [] }

    func candidates(messageID: String) -> [UInt64] { byMessageID[messageID].map { [$0] } ?? [] }
}

extension LedgerCore {
    /// Takes what was stored since the last question into the directory, from the archive's facts.
    func knowMessages() throws(LedgerError) {
        let next = messages.last + 1
        let found = try LedgerError.database { () throws(SQLiteError) in try blocks.blocks(fromMessage: next) }
        for block in found {
            for entry in try archive.messages(in: block) where entry.sequence > messages.last { messages.insert(entry) }
        }
    }

    /// The stored message with those bytes, or `nil`.
    func storedMessage(sha256: Digest) throws(LedgerError) -> StoredID? {
        for sequence in messages.candidates(sha256: sha256) {
            if try provenEntry(sequence).sha256 == sha256 { return StoredID(sequence: sequence) }
        }
        return nil
    }

    /// The first readable message with that id, or `nil`.
    func storedMessage(withID id: String) throws(LedgerError) -> StoredID? {
        for sequence in messages.candidates(messageID: id).sorted() {
            let entry = try provenEntry(sequence)
            if entry.status != .unreadable, entry.messageID == id { return StoredID(sequence: sequence) }
        }
        return nil
    }

    private func provenEntry(_ sequence: UInt64) throws(LedgerError) -> MessageEntry {
        guard let entry = try storedEntry(sequence)?.entry else {
            throw LedgerError(.corrupt, "the store is damaged: message \(sequence) is missing")
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
