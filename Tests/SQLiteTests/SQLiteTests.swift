import Foundation
import SQLite
import Testing

/// A database file of its own, removed with the object.
private final class Database {
    let path = NSTemporaryDirectory() + "xacthuc-sqlite-\(UUID().uuidString)"

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func open(_ access: Connection.Access = .create) throws -> Connection {
        try Connection(path: path, access: access)
    }
}

struct SQLiteTests {
    @Test(arguments: [Int64.min, -1, 0, 1, Int64.max])
    func `integers come back`(value: Int64) throws {
        let statement = try Database().open().prepare("SELECT ?, ?")
        statement.bind(1, value)
        statement.bindNull(2)
        #expect(try statement.step())
        #expect(statement.integer(0) == value)
        #expect(statement.optionalInteger(0) == value)
        #expect(statement.optionalInteger(1) == nil)
    }

    @Test(arguments: ["", "đồng", "a\0b", "'; DROP TABLE x"])
    func `texts come back, zero bytes included`(text: String) throws {
        let statement = try Database().open().prepare("SELECT ?, ?")
        statement.bind(1, text)
        statement.bind(2, String?.none)
        #expect(try statement.step())
        #expect(statement.text(0) == text)
        #expect(statement.optionalText(1) == nil)
    }

    @Test func `no bytes are not null`() throws {
        let statement = try Database().open().prepare("SELECT ?, ?, ?")
        statement.bind(1, [UInt8]())
        statement.bind(2, [UInt8]?.none)
        statement.bind(3, [0, 255])
        #expect(try statement.step())
        #expect(!statement.isNull(0))
        #expect(statement.blob(0).isEmpty)
        #expect(statement.isNull(1))
        #expect(statement.blob(2) == [0, 255])
    }

    @Test func `a violated constraint is told apart and leaves the statement usable`() throws {
        let database = Database()
        let connection = try database.open()
        defer { withExtendedLifetime(database) {} }
        try connection.execute("CREATE TABLE number (value INTEGER PRIMARY KEY) STRICT, WITHOUT ROWID")
        let insert = try connection.prepare("INSERT INTO number VALUES (?)")
        insert.bind(1, 1)
        try insert.run()
        let error = #expect(throws: SQLiteError.self) { try insert.run() }
        #expect(error?.isConstraint == true)
        insert.bind(1, 2)
        try insert.run()
        #expect(try connection.integer("SELECT count(*) FROM number") == 2)
    }

    @Test func `a full disk is told apart`() throws {
        let database = Database()
        let connection = try database.open()
        defer { withExtendedLifetime(database) {} }
        try connection.execute("CREATE TABLE bytes (value BLOB); PRAGMA max_page_count = 8")
        let insert = try connection.prepare("INSERT INTO bytes VALUES (?)")
        insert.bind(1, [UInt8](repeating: 1, count: 100_000))
        let error = #expect(throws: SQLiteError.self) { try insert.run() }
        #expect(error?.isFull == true)
    }

    @Test func `what is not a database is told apart`() throws {
        let database = Database()
        try Data("this is a letter, not a database, and long enough to be sure of it".utf8).write(
            to: URL(filePath: database.path)
        )
        let error = #expect(throws: SQLiteError.self) {
            _ = try database.open(.readOnly).integer("SELECT count(*) FROM sqlite_master")
        }
        #expect(error?.isCorrupt == true)
    }

    @Test func `a missing file is made only when asked for`() throws {
        let database = Database()
        #expect(throws: SQLiteError.self) { try database.open(.readWrite) }
        #expect(throws: SQLiteError.self) { try database.open(.readOnly) }
        try database.open(.create).execute("CREATE TABLE made (value INTEGER)")
        #expect(throws: SQLiteError.self) { try database.open(.readOnly).execute("DELETE FROM made") }
    }

    @Test func `the sqlite3 program reads what was written`() throws {
        let database = Database()
        let connection = try database.open()
        try connection.execute("CREATE TABLE pair (name TEXT, value INTEGER) STRICT")
        let insert = try connection.prepare("INSERT INTO pair VALUES (?, ?)")
        for (name, value) in [("một", Int64.max), ("hai", -7)] {
            insert.bind(1, name)
            insert.bind(2, value)
            try insert.run()
        }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/sqlite3")
        process.arguments = [database.path, "SELECT name, value FROM pair ORDER BY value DESC"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(String(decoding: output, as: UTF8.self) == "một|9223372036854775807\nhai|-7\n")
    }
}
