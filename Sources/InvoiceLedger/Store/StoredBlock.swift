import InvoiceModel
import SQLite

/// A block of the archive as the store knows it: where it lies and which entries it holds.
struct StoredBlock: Hashable {
    var location: BlockLocation
    var digest: Digest
    var kind: BlockKind
    /// The first entry's number.
    var first: UInt64
    /// Entries.
    var count: Int

    /// Where the archive goes on behind it.
    var end: ArchivePosition { ArchivePosition(behind: location, digest: digest) }
}

extension StoredBlock {
    /// A block as a walk through the archive found it.
    init(_ block: ScannedBlock) {
        location = block.location
        digest = block.digest
        kind = block.header.kind
        first = block.header.first
        count = block.header.count
    }
}

/// Reads the rows about blocks and about the archive's committed end; compiled once.
struct BlockRows {
    private static let columns = "number, kind, first, count, segment, offset, length, digest"

    private let ofMessage: Statement
    private let ofNumber: Statement
    private let following: Statement
    private let end: Statement

    init(_ connection: Connection) throws(SQLiteError) {
        let select = "SELECT \(BlockRows.columns) FROM block WHERE number = "
        ofMessage = try connection.prepare(select + "(SELECT block FROM message WHERE sequence = ?)")
        ofNumber = try connection.prepare(select + "?")
        following = try connection.prepare(
            """
            SELECT \(BlockRows.columns) FROM block
            WHERE number >= (SELECT block FROM message WHERE sequence = ?) AND kind = 1 ORDER BY number
            """
        )
        end = try connection.prepare("SELECT segment, offset, block, digest, last_time FROM archive_end")
    }

    /// The block that holds a message, or `nil` without that message.
    func block(ofMessage sequence: UInt64) throws(SQLiteError) -> StoredBlock? {
        ofMessage.bind(1, Int64(clamping: sequence))
        return try one(ofMessage)
    }

    /// The block of that number.
    func block(_ number: UInt64) throws(SQLiteError) -> StoredBlock? {
        ofNumber.bind(1, Int64(clamping: number))
        return try one(ofNumber)
    }

    /// Every block of messages from the one that holds that message.
    func blocks(fromMessage sequence: UInt64) throws(SQLiteError) -> [StoredBlock] {
        following.bind(1, Int64(clamping: sequence))
        var blocks: [StoredBlock] = []
        // A row that cannot be read leaves the others unread.
        defer { following.reset() }
        while try following.step() { blocks.append(try BlockRows.read(following)) }
        return blocks
    }

    /// The committed end, and the latest time stored.
    func archiveEnd() throws(SQLiteError) -> (position: ArchivePosition, lastTime: Timestamp) {
        guard try end.step() else { throw .damage("no end of the archive") }
        defer { end.reset() }
        let digest = end.blob(3)
        let number = UInt64(bitPattern: end.integer(2))
        guard digest.count == Digest.byteCount, let last = try block(number), last.location.block == number else {
            throw .damage("the end of the archive")
        }
        let position = ArchivePosition(
            segment: UInt64(bitPattern: end.integer(0)),
            offset: UInt64(bitPattern: end.integer(1)),
            block: number,
            length: last.location.length,
            digest: Digest(digest.span)
        )
        guard position == last.end else { throw .damage("the end of the archive is not that of its last block") }
        guard let lastTime = Timestamp(stored: end.integer(4)) else { throw .damage("the archive's last time") }
        return (position, lastTime)
    }

    private func one(_ statement: Statement) throws(SQLiteError) -> StoredBlock? {
        guard try statement.step() else { return nil }
        defer { statement.reset() }
        return try BlockRows.read(statement)
    }

    private static func read(_ row: Statement) throws(SQLiteError) -> StoredBlock {
        let digest = row.blob(7)
        guard let kind = BlockKind(rawValue: UInt8(truncatingIfNeeded: row.integer(1))),
            digest.count == Digest.byteCount, let length = UInt32(exactly: row.integer(6)),
            let count = UInt16(exactly: row.integer(3)), let number = UInt64(exactly: row.integer(0)),
            let first = UInt64(exactly: row.integer(2)), let segment = UInt64(exactly: row.integer(4)),
            let offset = UInt64(exactly: row.integer(5))
        else { throw .damage("block \(row.integer(0))") }
        return StoredBlock(
            location: BlockLocation(
                block: number,
                segment: segment,
                offset: offset,
                length: length
            ),
            digest: Digest(digest.span),
            kind: kind,
            first: first,
            count: Int(count)
        )
    }
}
