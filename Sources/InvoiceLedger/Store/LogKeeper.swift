import Dispatch
import SQLite

/// Takes the pages of the store's write-ahead log into the database file, on a thread of its own while the next batch
/// is under way: copying and syncing them holds up no commit.
///
/// What is in the log is as durable as in the file, so a failure here is none of the ledger's: it is tried again after
/// the next commit.
// Unchecked: its connection is used on its queue alone.
final class LogKeeper: @unchecked Sendable {
    private let connection: Connection
    private let queue = DispatchQueue(label: "xacthuc.log", qos: .userInitiated)
    private let group = DispatchGroup()

    private let some: Int
    private let most: Int

    /// - Parameters:
    ///   - path: the database file, whose log it is.
    ///   - some: pages in the log from which on it is worth while.
    ///   - most: pages, 128 MB by default, past which the next transaction waits until all of them are taken, so that
    ///     the log begins anew.
    init(path: String, some: Int = 1_000, most: Int = 16_384) throws(SQLiteError) {
        connection = try Connection(path: path, access: .readWrite)
        // A connection that has read nothing knows of no log.
        _ = try connection.integer("PRAGMA user_version")
        self.some = some
        self.most = most
    }

    /// After a commit that left so many pages in the log.
    func take(pages: Int) {
        guard pages >= some, group.wait(timeout: .now()) == .success else { return }
        queue.async(group: group) { try? self.connection.checkpoint() }
    }

    /// Before a transaction begins.
    func makeRoom(pages: Int) {
        guard pages >= most else { return }
        // Behind what is under way, and with what that one did not see.
        queue.sync { try? connection.checkpoint() }
    }

    /// Waits until nothing is under way.
    func wait() { group.wait() }
}
