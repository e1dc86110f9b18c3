/// A failure of the store: nothing a sender did, but something the operator must look at.
public struct LedgerError: Error, Hashable, CustomStringConvertible {
    /// What kind of failure; programs compare this.
    public enum Code: String, Sendable {
        /// The folder holds no ledger, or something else stands there.
        case notALedger
        /// Something stands already where a ledger was to be made.
        case alreadyExists
        /// The ledger was written by a newer version of this program.
        case newerFormat
        /// The ledger was written by an older version of this program and must be upgraded first.
        case olderFormat
        /// Another process has the ledger open for writing; the message says who.
        case locked
        /// A file or the database could not be read or written.
        case storage
        /// What is stored contradicts itself, and nothing here can make it again.
        case corrupt
        /// The database is damaged or missing; the archive makes it again.
        case databaseDamaged
        /// The archive ends in a piece of a block, and no database says whether that was committed.
        case tornTail
        /// A key is missing, cannot be read, or is another one.
        case wrongKey
        /// A write failed before; only opening again goes on from what is on disk.
        case failed
        /// The ledger was opened for reading, or closed.
        case notWritable
        /// What an administrator handed in is not usable.
        case invalid
    }

    /// What kind of failure.
    public let code: Code
    /// A sentence for the operator; holds no secret and no taxpayer's data.
    public let message: String

    /// A failure.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The sentence for the operator.
    public var description: String { message }

    /// Two failures are equal when their kinds are.
    public static func == (left: LedgerError, right: LedgerError) -> Bool { left.code == right.code }

    /// Hashes what `==` compares.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
