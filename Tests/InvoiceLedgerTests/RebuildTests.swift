import DurableFiles
import InvoiceCode
import InvoiceModel
import SQLite
import TestSupport
import Testing

@testable import InvoiceLedger

struct RebuildTests {
    /// A ledger with messages of every kind, changes of most kinds, and several keys.
    private static func ledger(in folder: Folder, seed: UInt64) throws -> Ledger {
        let ledger = try Ledger.test(in: folder)
        var random = SeededRandom(seed: seed)
        var rest = try RandomBatch.messages(seed: seed, count: 400)[...]
        var step: UInt8 = 0
        while !rest.isEmpty {
            let batch = rest.prefix(Int.random(in: 1...90, using: &random))
            rest = rest.dropFirst(batch.count)
            try ledger.take(Array(batch))
            step += 1
            switch step % 5 {
            case 0: _ = try ledger.rotateKeys(by: operatorAction)
            case 1: _ = try ledger.addAnchors([[1], [step], [step, 2]], by: operatorAction)
            case 2: try ledger.setPolicy("{\"step\":\(step)}", by: operatorAction)
            case 3: _ = try ledger.rotateAuthority(authority, by: operatorAction)
            default:
                let code = try #require(TaxCode("0101234567"))
                try ledger.importCertificates([code: []], by: operatorAction)
            }
        }
        return ledger
    }

    private static func dump(_ database: String) throws -> String { try run("/usr/bin/sqlite3", [database, ".dump"]) }

    @Test func `a store made from the archive alone is equal in every row`() throws {
        let seed = TestSeed.value
        let folder = try Folder()
        let ledger = try RebuildTests.ledger(in: folder, seed: seed)
        ledger.close()
        let copy = "\(folder.path)/again.sqlite"
        let result = try Replay(files: LedgerFiles(path: ledger.path)).make(copy, upTo: nil)
        #expect(result.tornTail == nil)
        let before = try RebuildTests.dump("\(ledger.path)/ledger.sqlite")
        #expect(before.count > 10_000)
        #expect(try RebuildTests.dump(copy) == before, "SEED=\(seed)")
    }

    @Test(arguments: [true, false])
    func `a rebuilt ledger answers as before, and says that it was rebuilt`(withDatabase: Bool) throws {
        let folder = try Folder()
        let ledger = try RebuildTests.ledger(in: folder, seed: 3)
        let changes = try ledger.changes()
        let records = try ledger.list(ListQuery())
        ledger.close()
        let database = "\(ledger.path)/ledger.sqlite"
        if !withDatabase {
            try DurableFiles.remove(database)
            let error = #expect(throws: LedgerError.self) { try Ledger.open(at: ledger.path) }
            #expect(error?.code == .databaseDamaged)
        }
        let report = try Ledger.rebuild(at: ledger.path, by: operatorAction)
        #expect((report.formerDatabase != nil) == withDatabase)
        let opened = try Ledger.open(at: ledger.path)
        #expect(try opened.list(ListQuery()) == records)
        #expect(try opened.changes().dropLast() == changes[...])
        #expect(try opened.changes().last?.kind == .rebuilt)
        #expect(try judge(opened) == "")
        #expect(try Ledger.open(at: ledger.path, access: .readOnly).lastTime >= morning)
    }

    @Test func `bytes behind the last whole block are dropped only when that is said, or known to be right`() throws {
        let folder = try Folder()
        let ledger = try RebuildTests.ledger(in: folder, seed: 4)
        let database = "\(ledger.path)/ledger.sqlite"
        ledger.close()
        let segment = "\(ledger.path)/archive/0000000001.seg"
        _ = try run("/bin/sh", ["-c", "printf 'XBLK half a block' >> '\(segment)'"])
        // The old store knows where the archive ends.
        _ = try Ledger.rebuild(at: ledger.path, by: operatorAction)
        _ = try run("/bin/sh", ["-c", "printf 'XBLK half a block' >> '\(segment)'; rm '\(database)'"])
        let error = #expect(throws: LedgerError.self) { try Ledger.rebuild(at: ledger.path, by: operatorAction) }
        #expect(error?.code == .tornTail && error?.message.contains("segment 1") == true)
        let report = try Ledger.rebuild(at: ledger.path, by: operatorAction, dropTail: true)
        #expect(report.droppedTail != nil)
        _ = try Ledger.open(at: ledger.path)
    }

    @Test func `an archive shorter than its committed end is damage, a longer one is cut`() throws {
        let folder = try Folder()
        let ledger = try RebuildTests.ledger(in: folder, seed: 5)
        let before = try RebuildTests.dump("\(ledger.path)/ledger.sqlite")
        ledger.close()
        let segment = "\(ledger.path)/archive/0000000001.seg"
        let size = try DurableFiles.size(of: segment)
        _ = try run("/bin/sh", ["-c", "printf 'never committed' >> '\(segment)'"])
        try Ledger.open(at: ledger.path).close()
        #expect(try DurableFiles.size(of: segment) == size)
        #expect(try RebuildTests.dump("\(ledger.path)/ledger.sqlite") == before)
        _ = try run("/usr/bin/truncate", ["-s", "\(size - 1)", segment])
        let error = #expect(throws: LedgerError.self) { try Ledger.open(at: ledger.path) }
        #expect(error?.code == .corrupt && error?.message.contains("segment 1") == true)
        #expect(throws: LedgerError(.corrupt, "")) { try Ledger.rebuild(at: ledger.path, by: operatorAction) }
    }
}
