import Compression
import DurableFiles
import InvoiceCode
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

    @Test(arguments: [1, 2, 3], [3, 256]) func `it is brought up to the archive, and nothing acknowledged is lost`(
        commits: Int,
        count: UInt32
    ) throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        try ledger.take(OldStoreTests.messages(1...3))
        let old = "\(folder.path)/old.sqlite"
        try OldStoreTests.copy(ledger, to: old)
        var sent: [Submission] = []
        for commit in 1...commits {
            let first = UInt32(commit) * 1_000
            let messages = try OldStoreTests.messages(first...first + count - 1)
            try ledger.take(messages)
            sent += messages
        }
        let records = try ledger.list(ListQuery())
        ledger.close()
        let segment = "\(ledger.path)/archive/0000000001.seg"
        let bytes = try DurableFiles.read(segment)
        try OldStoreTests.putBack(old, ledger)

        let opened = try Ledger.open(at: ledger.path)
        #expect(try DurableFiles.read(segment) == bytes)
        #expect(try opened.list(ListQuery()) == records)
        let again = try opened.take(sent)
        #expect(again.allSatisfy { if case .repeated = $0.outcome { true } else { false } })
    }

    @Test func `keys, certificates and policies set meanwhile are in force again`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let old = "\(folder.path)/old.sqlite"
        try OldStoreTests.copy(ledger, to: old)
        #expect(try ledger.rotateKeys(by: operatorAction) == 1)
        let code = try #require(try ledger.take([good(invoiceFacts(number: 1), text: "1")])[0].issued).code
        try ledger.setPolicy("{}", by: operatorAction)
        let next = AuthorityIdentity(certificateDER: [4], certificatePEM: [5], privateKeyPEM: [6])
        #expect(try ledger.rotateAuthority(next, by: operatorAction) == 2)
        ledger.close()
        try OldStoreTests.putBack(old, ledger)
        let opened = try Ledger.open(at: ledger.path)
        #expect(try opened.keyRing().current == 1 && opened.lookup(code).record?.code == code)
        #expect(try opened.policyText() == "{}" && opened.authorities().map(\.id) == [1, 2])
        #expect(try opened.rotateKeys(by: operatorAction) == 2)
    }

    @Test func `half a block behind it is cut off; behind more than one commit it is damage`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        try ledger.take(OldStoreTests.messages(1...3))
        let old = "\(folder.path)/old.sqlite"
        let segment = "\(ledger.path)/archive/0000000001.seg"
        try OldStoreTests.copy(ledger, to: old)
        for commits in 0...2 {
            if commits > 0 { try ledger.take(OldStoreTests.messages(UInt32(commits) * 10...UInt32(commits) * 10 + 2)) }
            let whole = try DurableFiles.size(of: segment)
            let copy = "\(folder.path)/copy-\(commits)"
            _ = try run("/bin/sh", ["-c", "cp -r '\(ledger.path)' '\(copy)' && rm '\(copy)'/ledger.sqlite*"])
            _ = try run("/bin/sh", ["-c", "cp '\(old)' '\(copy)/ledger.sqlite'"])
            _ = try run("/bin/sh", ["-c", "head -c 100 /dev/zero >> '\(copy)/archive/0000000001.seg'"])
            if commits < 2 {
                let opened = try Ledger.open(at: copy)
                #expect(try DurableFiles.size(of: "\(copy)/archive/0000000001.seg") == whole)
                #expect(try opened.list(ListQuery()).count == 3 + commits * 3)
            } else {
                let error = #expect(throws: LedgerError.self) { try Ledger.open(at: copy) }
                #expect(error?.code == .databaseDamaged && error?.message.contains("nothing was changed") == true)
                #expect(try DurableFiles.size(of: "\(copy)/archive/0000000001.seg") == whole + 100)
                _ = try Ledger.rebuild(at: copy, by: operatorAction, dropTail: true)
                #expect(try Ledger.open(at: copy).list(ListQuery()).count == 9)
            }
        }
    }

    @Test func `full blocks without end are more than one commit, and so are a head and messages`() throws {
        let archive = try TestArchive()
        let limits = ArchiveLimits()
        func tail(
            _ contents: [BlockContent],
            entriesAtOnce: Int,
            longest: Int = UncommittedTail.longest
        ) throws -> UncommittedTail {
            let (_, end) = try archive.write([block(1)], codec: .zlib)
            let writer = try archive.writer(end, codec: .zlib)
            for content in contents { try writer.append(content) }
            defer { _ = try? run("/bin/sh", ["-c", "rm -r '\(archive.path)'"]) }
            return try UncommittedTail(
                folder: archive.path,
                behind: end,
                limits: limits,
                entriesAtOnce: entriesAtOnce,
                longest: longest
            )
        }
        let full = (0..<4).map { block(4 + UInt64($0) * 256, count: 256) }
        #expect(try !tail(full, entriesAtOnce: 1_024).isOfSeveralCommits)
        #expect(try tail(full, entriesAtOnce: 1_023).isOfSeveralCommits)
        #expect(try tail([block(4, kind: .head), block(4)], entriesAtOnce: 1_024).isOfSeveralCommits)
        #expect(try tail([block(4), block(7)], entriesAtOnce: 1_024).isOfSeveralCommits)
        #expect(try !tail([block(4, bytes: 8 << 20), block(7)], entriesAtOnce: 1_024).isOfSeveralCommits)
        #expect(try tail([], entriesAtOnce: 1_024).entries == 0)
        #expect(try tail(full, entriesAtOnce: 1_024, longest: 1_024).mayBeTakenIn)
        #expect(try !tail(full, entriesAtOnce: 1_024, longest: 1_023).mayBeTakenIn)
    }
}
