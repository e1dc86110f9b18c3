import DurableFiles
import Foundation
import SQLite
import Testing

@testable import InvoiceLedger

/// The files of a copy, from a folder with just what a copy looks at.
@Suite struct BackupCopyTests {
    private let root = NSTemporaryDirectory() + "xacthuc-copy-\(UUID().uuidString)"
    private var source: LedgerFiles { LedgerFiles(path: root + "/ledger") }
    private var copy: String { root + "/copy" }

    /// Runs a test in a folder with three segments of which the store knows those up to an end.
    private func inFolder(segment: Int64, offset: Int64, _ body: () throws -> Void) throws {
        for folder in [root, root + "/ledger", root + "/ledger/archive", root + "/ledger/keys", root + "/ledger/heads"]
        {
            try DurableFiles.makeDirectory(folder, mode: 0o750)
        }
        defer { try? FileManager.default.removeItem(atPath: root) }
        func write(_ count: Int, _ name: String) throws {
            try DurableFiles.write(
                [UInt8](repeating: 0x5A, count: count).span,
                to: "\(source.path)/\(name)",
                mode: 0o640
            )
        }
        for number in 1...3 { try write(1_000 * number, "archive/000000000\(number).seg") }
        for name in ["authority.pem", "keys/code-00.key", "heads/2026-11-20.head", "heads/2026-11-21.head.7.tmp"] {
            try write(10, name)
        }
        let connection = try Connection(path: source.database, access: .create)
        try connection.execute(
            """
            PRAGMA journal_mode = WAL;
            CREATE TABLE message (sequence INTEGER PRIMARY KEY);
            CREATE TABLE invoice (transaction_number INTEGER PRIMARY KEY);
            CREATE TABLE series (id INTEGER PRIMARY KEY);
            CREATE TABLE notice_counter (year INTEGER PRIMARY KEY, last INTEGER);
            CREATE TABLE archive_end (id INTEGER PRIMARY KEY, segment INTEGER, offset INTEGER);
            INSERT INTO message VALUES (7);
            INSERT INTO archive_end VALUES (1, \(segment), \(offset));
            """
        )
        try DurableFiles.makeDirectory(copy, mode: 0o750)
        try body()
    }

    private func run(withKeys: Bool = true) throws -> BackupSummary {
        var told = (done: 0, total: 0)
        let summary = try BackupCopy(source: source, folder: copy, withKeys: withKeys).run { done, total in
            #expect(done >= told.done && done <= total)
            #expect(told.total == 0 || told.total == total)
            told = (done, total)
        }
        #expect(told.done == told.total)
        #expect(summary.bytes == told.total)
        return summary
    }

    private func sizes() throws -> [String: Int] {
        var sizes: [String: Int] = [:]
        for name in try DurableFiles.list(copy) { sizes[name] = try DurableFiles.size(of: "\(copy)/\(name)") }
        sizes["ledger.sqlite"] = sizes["ledger.sqlite"].map { min($0, 1) }
        return sizes
    }

    @Test(arguments: [(1, 0), (1, 1_000), (2, 1), (2, 1_999), (3, 3_000)] as [(Int64, Int64)])
    func `the archive is copied up to the committed end and no further`(segment: Int64, offset: Int64) throws {
        try inFolder(segment: segment, offset: offset) { () throws in
            #expect(try run().messages == 7)
            var expected = [
                "authority.pem": 10, "keys/code-00.key": 10, "heads/2026-11-20.head": 10, "ledger.sqlite": 1,
            ]
            for number in 1...segment {
                expected["archive/000000000\(number).seg"] = number < segment ? 1_000 * Int(number) : Int(offset)
            }
            #expect(try sizes() == expected)
            #expect(try DurableFiles.mode(of: copy + "/keys") == 0o700)
            #expect(try DurableFiles.mode(of: copy + "/keys/code-00.key") == 0o600)
            #expect(try DurableFiles.mode(of: copy + "/archive/0000000001.seg") == 0o640)
        }
    }

    @Test func `no archive yet and no keys wanted leave neither`() throws {
        try inFolder(segment: 0, offset: 0) { () throws in
            _ = try run(withKeys: false)
            #expect(try sizes() == ["authority.pem": 10, "heads/2026-11-20.head": 10, "ledger.sqlite": 1])
        }
    }

    @Test(arguments: [(3, 3_001, LedgerError.Code.corrupt), (4, 64, .corrupt)] as [(Int64, Int64, LedgerError.Code)])
    func `an archive shorter than its committed end is no ledger to copy`(
        segment: Int64,
        offset: Int64,
        code: LedgerError.Code
    ) throws {
        try inFolder(segment: segment, offset: offset) { () throws in
            let error = #expect(throws: LedgerError.self) { _ = try run() }
            #expect(error?.code == code)
            #expect(try DurableFiles.kind(of: copy + "/ledger.sqlite") == nil)
        }
    }
}
