import Compression
import DurableFiles
import InvoiceModel
import Testing

@testable import InvoiceLedger

/// A store that is older than its archive: a copy put back, or a database without its log.
struct OldStoreTests {
    private static func copy(_ ledger: Ledger, to name: String) throws {
        _ = try run("/usr/bin/sqlite3", ["\(ledger.path)/ledger.sqlite", ".backup '\(name)'"])
    }

    private static func putBack(_ name: String, _ ledger: Ledger) throws {
        let database = "\(ledger.path)/ledger.sqlite"
        _ = try run("/bin/sh", ["-c", "rm -f '\(database)'*; cp '\(name)' '\(database)'"])
    }

    private static func messages(_ range: ClosedRange<UInt32>) throws -> [Submission] {
        try range.map { try good(invoiceFacts(number: $0), text: "message \($0)") }
    }

    @Test(arguments: [2, 3]) func `it is refused, and nothing that was acknowledged is cut off`(commits: Int) throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        try ledger.take(OldStoreTests.messages(1...3))
        let old = "\(folder.path)/old.sqlite"
        try OldStoreTests.copy(ledger, to: old)
        for commit in 1...commits {
            let first = UInt32(commit) * 10
            try ledger.take(OldStoreTests.messages(first...first + 2))
        }
        let records = try ledger.list(ListQuery())
        ledger.close()
        let segment = "\(ledger.path)/archive/0000000001.seg"
        let bytes = try DurableFiles.read(segment)
        try OldStoreTests.putBack(old, ledger)

        let error = #expect(throws: LedgerError.self) { try Ledger.open(at: ledger.path) }
        #expect(error?.code == .databaseDamaged && error?.message.contains("older than the archive") == true)
        #expect(try DurableFiles.read(segment) == bytes)
        _ = try Ledger.rebuild(at: ledger.path, by: operatorAction)
        #expect(try Ledger.open(at: ledger.path).list(ListQuery()) == records)
    }

    @Test(arguments: [1, 256, 700]) func `what one commit left, however large, is cut off`(count: UInt32) throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        try ledger.take(OldStoreTests.messages(1...3))
        let old = "\(folder.path)/old.sqlite"
        try OldStoreTests.copy(ledger, to: old)
        let size = try DurableFiles.size(of: "\(ledger.path)/archive/0000000001.seg")
        try ledger.take(OldStoreTests.messages(10...9 + count))
        ledger.close()
        try OldStoreTests.putBack(old, ledger)
        let opened = try Ledger.open(at: ledger.path)
        #expect(try DurableFiles.size(of: "\(ledger.path)/archive/0000000001.seg") == size)
        #expect(try opened.take(OldStoreTests.messages(10...12)).compactMap { $0.issued?.transaction } == [4, 5, 6])
    }

    @Test func `full blocks without end are more than one commit, and so are a head and messages`() throws {
        let archive = try TestArchive()
        let limits = ArchiveLimits()
        func tail(_ contents: [BlockContent], entriesAtOnce: Int) throws -> UncommittedTail {
            let (_, end) = try archive.write([block(1)], codec: .zlib)
            let writer = try archive.writer(end, codec: .zlib)
            for content in contents { try writer.append(content) }
            defer { _ = try? run("/bin/sh", ["-c", "rm -r '\(archive.path)'"]) }
            return try UncommittedTail(
                folder: archive.path,
                behind: end,
                limits: limits,
                entriesAtOnce: entriesAtOnce
            )
        }
        let full = (0..<4).map { block(4 + UInt64($0) * 256, count: 256) }
        #expect(try !tail(full, entriesAtOnce: 1_024).isOfSeveralCommits)
        #expect(try tail(full, entriesAtOnce: 1_023).isOfSeveralCommits)
        #expect(try tail([block(4, kind: .head), block(4)], entriesAtOnce: 1_024).isOfSeveralCommits)
        #expect(try tail([block(4), block(7)], entriesAtOnce: 1_024).isOfSeveralCommits)
        #expect(try !tail([block(4, bytes: 8 << 20), block(7)], entriesAtOnce: 1_024).isOfSeveralCommits)
        #expect(try tail([], entriesAtOnce: 1_024).blocks == 0)
    }
}
