import DurableFiles
import SQLite
import TestSupport
import Testing

@testable import InvoiceLedger

struct LogKeeperTests {
    /// A database with a log, one table, and a connection that leaves the log to somebody else.
    private static func database(in folder: Folder) throws -> (path: String, connection: Connection) {
        let path = "\(folder.path)/some.sqlite"
        let connection = try Connection(path: path, access: .create)
        _ = try connection.prepare("PRAGMA journal_mode = WAL").step()
        connection.keepLog()
        try connection.execute("CREATE TABLE data (bytes BLOB)")
        return (path, connection)
    }

    private static func write(_ pages: Int, _ connection: Connection) throws {
        try connection.execute("BEGIN IMMEDIATE; INSERT INTO data VALUES (randomblob(\(pages * 4_000))); COMMIT")
    }

    @Test func `the log grows with each commit, and begins anew once all of it is taken`() throws {
        let folder = try Folder()
        let (path, connection) = try LogKeeperTests.database(in: folder)
        let keeper = try LogKeeper(path: path, some: 100, most: 3_000)
        try LogKeeperTests.write(50, connection)
        let first = connection.logPages
        #expect((50...60).contains(first))
        // Too few to be worth while.
        keeper.take(pages: first)
        keeper.wait()
        // Far past what SQLite would let gather by itself.
        try LogKeeperTests.write(2_600, connection)
        #expect(connection.logPages > first + 2_500)
        keeper.take(pages: connection.logPages)
        keeper.wait()
        try LogKeeperTests.write(50, connection)
        #expect(connection.logPages < 100)
        #expect(try connection.integer("SELECT sum(length(bytes)) FROM data") == 2_700 * 4_000)
    }

    @Test func `before too much gathers, a transaction waits until it is taken, unless somebody reads it`() throws {
        let folder = try Folder()
        let (path, connection) = try LogKeeperTests.database(in: folder)
        let keeper = try LogKeeper(path: path, some: 10_000, most: 200)
        try LogKeeperTests.write(150, connection)
        let before = connection.logPages
        keeper.makeRoom(pages: before)
        try LogKeeperTests.write(80, connection)
        let full = connection.logPages
        #expect(full > before && full >= 200)
        let reader = try Connection(path: path, access: .readOnly)
        try reader.execute("BEGIN")
        #expect(try reader.integer("SELECT count(*) FROM data") == 2)
        keeper.makeRoom(pages: full)
        try LogKeeperTests.write(50, connection)
        #expect(connection.logPages > full)
        try reader.execute("COMMIT")
        keeper.makeRoom(pages: connection.logPages)
        try LogKeeperTests.write(1, connection)
        #expect(connection.logPages < 50)
    }

    @Test func `what is in the log alone is in the ledger when it is opened again`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let numbers: ClosedRange<UInt32> = 1...2_000
        let batch = try numbers.map { try good(invoiceFacts(number: $0), text: "message \($0)") }
        try ledger.take(batch)
        // As a process that is killed leaves it: the file and its log.
        _ = try run("/bin/cp", ["-r", ledger.path, "\(folder.path)/killed"])
        #expect(try DurableFiles.size(of: "\(folder.path)/killed/ledger.sqlite-wal") > 0)
        let before = try dump(ledger)
        ledger.close()
        let opened = try Ledger.open(at: "\(folder.path)/killed")
        #expect(try dump(opened) == before)
    }
}
