import DurableFiles
import Foundation
import InvoiceCode
import InvoiceModel
import SQLite
import Testing

@testable import InvoiceLedger

struct OpeningTests {
    @Test func `a ledger opened again knows everything it knew`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let messages = try (1...5).map { try good(invoiceFacts(number: UInt32($0)), text: "message \($0)") }
        let admissions = try ledger.take(messages)
        let before = try dump(ledger)
        ledger.close()
        let opened = try Ledger.open(at: ledger.path)
        #expect(try dump(opened) == before)
        #expect(opened.settings == ledger.settings)
        #expect(try opened.highWaterMark == 5)
        #expect(try opened.take(messages).map(\.outcome) == (1...5).map { .repeated(of: StoredID(sequence: $0)) })
        #expect(try opened.lookup(try #require(admissions[4].issued).code).record?.transaction == 5)
        #expect(try opened.take([good(invoiceFacts(number: 6), text: "message 6")])[0].issued?.transaction == 6)
        #expect(opened.replyID(StoredID(sequence: 1), .reply) == ledger.replyID(StoredID(sequence: 1), .reply))
    }

    @Test func `settings are for ever and the same seed gives the same codes`() throws {
        let folder = try Folder()
        let first = try Ledger.test(in: folder, name: "first")
        let second = try Ledger.test(in: folder, name: "second")
        let other = try Ledger.test(in: folder, name: "other", seed: "two")
        let random = try Ledger.test(in: folder, name: "random", seed: nil)
        let codes = try [first, second, other, random].map {
            try $0.take([good(invoiceFacts(), text: "message")])[0].issued?.code
        }
        #expect(codes[0] == codes[1])
        #expect(Set(codes).count == 3)
        #expect(first.settings.isTest && first.settings.seed == "one" && first.settings.fixedClock == morning)
        #expect(first.settings.placeName == "Hà Nội" && first.settings.profile == .p256)
    }

    @Test func `secrets are readable by the owner alone`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        _ = try ledger.rotateKeys(by: operatorAction)
        #expect(try DurableFiles.mode(of: "\(ledger.path)/keys") == 0o700)
        let secrets = try DurableFiles.list("\(ledger.path)/keys")
        #expect(secrets == ["authority-1.pem", "code-00.key", "code-01.key", "id.key"])
        for name in secrets { #expect(try DurableFiles.mode(of: "\(ledger.path)/keys/\(name)") == 0o600) }
        #expect(try DurableFiles.read("\(ledger.path)/authority.pem") == authority.certificatePEM)
        // None of them is in the database, the log of changes included.
        let database = try dump(ledger)
        for name in secrets where name.hasSuffix(".key") {
            let key = String(decoding: try DurableFiles.read("\(ledger.path)/keys/\(name)"), as: UTF8.self)
            #expect(!database.lowercased().contains(key.dropLast().lowercased()))
        }
        #expect(!database.contains(Hex.uppercase(authority.privateKeyPEM)))
    }

    @Test func `the second opener is told who writes, a reader is let in`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let error = #expect(throws: LedgerError.self) { try Ledger.open(at: ledger.path) }
        #expect(error?.code == .locked)
        #expect(error?.message.contains("operator, process \(getpid())") == true)
        let reader = try Ledger.open(at: ledger.path, access: .readOnly)
        let issued = try #require(try ledger.take([good(invoiceFacts(), text: "message")])[0].issued)
        #expect(try reader.lookup(issued.code).record?.transaction == 1)
        #expect(try reader.totals(TotalsQuery()).map(\.invoices) == [1])
        let refused = #expect(throws: LedgerError.self) { try reader.take([]) }
        #expect(refused?.code == .notWritable)
        ledger.close()
        _ = try Ledger.open(at: ledger.path)
    }

    @Test func `a newer format is refused, and what is no ledger too`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        ledger.close()
        let database = "\(ledger.path)/ledger.sqlite"
        _ = try run("/usr/bin/sqlite3", [database, "PRAGMA user_version = \(Ledger.formatVersion + 1)"])
        for access in [Ledger.Access.readOnly, .readWrite] {
            #expect(throws: LedgerError(.newerFormat, "")) { try Ledger.open(at: ledger.path, access: access) }
        }
        _ = try run(
            "/usr/bin/sqlite3",
            [database, "PRAGMA user_version = \(Ledger.formatVersion); PRAGMA application_id = 7"]
        )
        #expect(throws: LedgerError(.notALedger, "")) { try Ledger.open(at: ledger.path) }
        #expect(throws: LedgerError(.notALedger, "")) { try Ledger.open(at: folder.path) }
        #expect(throws: LedgerError(.notALedger, "")) { try Ledger.open(at: "\(folder.path)/nowhere") }
    }

    @Test func `a ledger is made only where nothing stands`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        ledger.close()
        #expect(throws: LedgerError(.alreadyExists, "")) { try Ledger.test(in: folder) }
        _ = try Ledger.open(at: ledger.path)
    }

    @Test func `a key file that holds another key is found out`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        ledger.close()
        let file = "\(ledger.path)/keys/code-00.key"
        try DurableFiles.write(Array(String(repeating: "ab", count: 32).utf8).span, to: file, mode: 0o600)
        #expect(throws: LedgerError(.wrongKey, "")) { try Ledger.open(at: ledger.path) }
        try DurableFiles.remove(file)
        #expect(throws: LedgerError(.wrongKey, "")) { try Ledger.open(at: ledger.path) }
    }

    @Test func `a closed ledger answers nothing`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        ledger.close()
        #expect(throws: LedgerError(.notWritable, "")) { try ledger.registry() }
    }
}
