import Foundation
import SQLite
import Testing

/// Two database files of their own, removed with the object.
private final class Pair {
    let folder = NSTemporaryDirectory() + "xacthuc-backup-\(UUID().uuidString)"
    var source: String { folder + "/source" }
    var target: String { folder + "/target" }

    init(pages: Int) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let connection = try Connection(path: source, access: .create)
        try connection.execute("PRAGMA page_size = 4096; PRAGMA journal_mode = WAL; CREATE TABLE bytes (value BLOB)")
        for _ in 0..<pages { try connection.execute("INSERT INTO bytes VALUES (randomblob(4000))") }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }
}

@Suite struct BackupTests {
    @Test func `a copy is of one moment while others write, and no writer waits`() throws {
        let pair = try Pair(pages: 200)
        let reader = try Connection(path: pair.source, access: .readOnly)
        let writer = try Connection(path: pair.source, access: .readWrite)
        writer.setBusyTimeout(milliseconds: 0)
        var steps: [Int] = []
        do {
            let target = try Connection(path: pair.target, access: .create)
            var refused: (any Error)?
            try reader.backup(to: target, pagesAtOnce: 7) { done, total in
                steps.append(done)
                #expect(done <= total)
                do {
                    try writer.execute("DELETE FROM bytes WHERE rowid IN (SELECT rowid FROM bytes LIMIT 3)")
                    try writer.execute("INSERT INTO bytes VALUES (zeroblob(9000))")
                } catch {
                    refused = error
                }
            }
            #expect(refused == nil)
        }
        #expect(steps.count > 20)
        #expect(steps == steps.sorted())
        let copy = try Connection(path: pair.target, access: .readWrite)
        #expect(try copy.integer("SELECT count(*) FROM bytes WHERE length(value) = 4000") == 200)
        #expect(try copy.integer("SELECT count(*) FROM bytes") == 200)
        #expect(try copy.integer("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'") == 0)
        #expect(try writer.integer("SELECT count(*) FROM bytes WHERE length(value) = 9000") == Int64(steps.count))
        #expect(!reader.isInTransaction)
    }

    @Test func `inside a transaction the copy is of what that transaction reads`() throws {
        let pair = try Pair(pages: 5)
        let reader = try Connection(path: pair.source, access: .readOnly)
        try reader.execute("BEGIN")
        #expect(try reader.integer("SELECT count(*) FROM bytes") == 5)
        try Connection(path: pair.source, access: .readWrite).execute("DELETE FROM bytes")
        try reader.backup(to: try Connection(path: pair.target, access: .create))
        #expect(reader.isInTransaction)
        try reader.execute("COMMIT")
        #expect(try reader.integer("SELECT count(*) FROM bytes") == 0)
        #expect(try Connection(path: pair.target, access: .readWrite).integer("SELECT count(*) FROM bytes") == 5)
    }

    @Test func `a destination that cannot take it is an error`() throws {
        let pair = try Pair(pages: 50)
        let reader = try Connection(path: pair.source, access: .readOnly)
        let small = try Connection(path: pair.target, access: .create)
        try small.execute("PRAGMA page_size = 4096; PRAGMA max_page_count = 10")
        let full = #expect(throws: SQLiteError.self) { try reader.backup(to: small) }
        #expect(full?.isFull == true)
        #expect(!reader.isInTransaction)
        _ = try Connection(path: pair.target + "2", access: .create).integer("PRAGMA user_version")
        #expect(throws: SQLiteError.self) { try reader.backup(to: reader) }
        #expect(!reader.isInTransaction)
    }

    @Test func `a damaged source is an error`() throws {
        let pair = try Pair(pages: 50)
        try Connection(path: pair.source, access: .readWrite).execute("PRAGMA journal_mode = DELETE")
        let file = try #require(FileHandle(forUpdatingAtPath: pair.source))
        try file.write(contentsOf: Data(repeating: 7, count: 100))
        try file.close()
        #expect(throws: SQLiteError.self) {
            let reader = try Connection(path: pair.source, access: .readOnly)
            try reader.backup(to: try Connection(path: pair.target, access: .create))
        }
    }
}
