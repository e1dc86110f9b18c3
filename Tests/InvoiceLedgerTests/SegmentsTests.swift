import DurableFiles
import InvoiceModel
import TestSupport
import Testing

@testable import InvoiceLedger

/// A ledger whose archive has many segments; at full size the second one begins after 256 MiB.
struct SegmentsTests {
    /// A ledger of at least four segments; closed.
    private static func ledger(in folder: Folder, segmentBytes: UInt64 = 8_000) throws -> Ledger {
        let ledger = try Ledger.test(in: folder)
        ledger.close()
        let opened = try Ledger.open(at: ledger.path, sizes: FileSizes(segmentBytes: segmentBytes))
        var rest = try RandomBatch.messages(seed: TestSeed.value, count: 500)[...]
        while !rest.isEmpty {
            try opened.take(Array(rest.prefix(25)))
            rest = rest.dropFirst(25)
            _ = try opened.addAnchors([[UInt8(rest.count % 251)]], by: operatorAction)
        }
        opened.close()
        #expect(try DurableFiles.list("\(ledger.path)/archive").count >= 4)
        return opened
    }

    private static func dump(_ database: String) throws -> String { try run("/usr/bin/sqlite3", [database, ".dump"]) }

    @Test func `a store made of many segments is equal in every row, and everything is found in them`() throws {
        let folder = try Folder()
        let ledger = try SegmentsTests.ledger(in: folder)
        let copy = "\(folder.path)/again.sqlite"
        let result = try Replay(files: LedgerFiles(path: ledger.path)).make(copy, upTo: nil)
        #expect(result.tornTail == nil && result.end.segment >= 4)
        #expect(try SegmentsTests.dump(copy) == SegmentsTests.dump("\(ledger.path)/ledger.sqlite"))

        let messages = try RandomBatch.messages(seed: TestSeed.value, count: 500)
        let opened = try Ledger.open(at: ledger.path)
        for message in messages {
            let found = try #require(try opened.storedMessage(sha256: message.sha256))
            #expect(found.bytes == message.bytes && found.receivedAt == message.receivedAt)
        }
        let repeated = try opened.take(Array(messages.prefix(200)))
        #expect(repeated.allSatisfy { if case .repeated = $0.outcome { true } else { false } })
        #expect(try judge(opened) == "")
        opened.close()
        _ = try Ledger.rebuild(at: ledger.path, by: operatorAction)
        #expect(try judge(Ledger.open(at: ledger.path, access: .readOnly)) == "")
    }

    @Test func `segments behind the committed end go, one that belongs to it must be there`() throws {
        let folder = try Folder()
        let ledger = try SegmentsTests.ledger(in: folder)
        let archive = "\(ledger.path)/archive"
        let names = try DurableFiles.list(archive)
        let last = try #require(names.last)
        // A power loss may leave the header of a segment, or less, that nobody committed anything into.
        let next = "\(archive)/\(SegmentFile.name(UInt64(names.count) + 1))"
        for count in [0, 30, 64, 90] {
            _ = try run("/bin/sh", ["-c", "head -c \(count) '\(archive)/\(last)' > '\(next)'"])
            try Ledger.open(at: ledger.path).close()
            #expect(try DurableFiles.list(archive) == names, "\(count) bytes")
        }
        for name in [last, names[names.count / 2]] {
            let path = "\(archive)/\(name)"
            _ = try run("/bin/mv", [path, "\(folder.path)/away"])
            let reader = try Ledger.open(at: ledger.path, access: .readOnly)
            #expect(throws: LedgerError(.corrupt, "")) {
                for sequence in UInt64(1)...500 { _ = try reader.storedMessage(StoredID(sequence: sequence)) }
            }
            let error = #expect(throws: LedgerError.self) { try Ledger.rebuild(at: ledger.path, by: operatorAction) }
            let words = name == last ? "ends before its committed end" : "missing"
            #expect(error?.code == .corrupt && error?.message.contains(words) == true, "\(name)")
            _ = try run("/bin/mv", ["\(folder.path)/away", path])
        }
        try Ledger.open(at: ledger.path).close()
    }

    @Test func `a store of a newer version is not made into an older one`() throws {
        let folder = try Folder()
        let ledger = try SegmentsTests.ledger(in: folder)
        let database = "\(ledger.path)/ledger.sqlite"
        _ = try run("/usr/bin/sqlite3", [database, "PRAGMA user_version = \(Ledger.formatVersion + 1)"])
        #expect(throws: LedgerError(.newerFormat, "")) { try Ledger.rebuild(at: ledger.path, by: operatorAction) }
        #expect(try DurableFiles.list(ledger.path).filter { $0.contains("before") } == [])
    }

    @Test(arguments: 0..<4) func `a rebuild that was stopped anywhere is run again`(place: Int) throws {
        let folder = try Folder()
        let ledger = try SegmentsTests.ledger(in: folder)
        let records = try Ledger.open(at: ledger.path, access: .readOnly).list(ListQuery())
        let database = "\(ledger.path)/ledger.sqlite"
        let half = "head -c 40960 '\(database)' > '\(database).rebuilding'"
        let states = [
            // Half a new store; the old one has its name.
            half,
            // The old store has its new name, its log not yet.
            "\(half); printf log > '\(database)-wal'; mv '\(database)' '\(database).before-rebuild-1'",
            // Both have; the new store has no name yet.
            "cp '\(database)' '\(database).rebuilding'; mv '\(database)' '\(database).before-rebuild-1'",
            // The new store has its name; that it was rebuilt is not on record.
            "cp '\(database)' '\(database).before-rebuild-1'",
        ]
        _ = try run("/bin/sh", ["-c", states[place]])
        if place == 1 || place == 2 {
            let error = #expect(throws: LedgerError.self) { try Ledger.open(at: ledger.path) }
            #expect(error?.code == .databaseDamaged)
        }
        _ = try Ledger.rebuild(at: ledger.path, by: operatorAction)
        #expect(try DurableFiles.kind(of: "\(database).rebuilding") == nil)
        let opened = try Ledger.open(at: ledger.path)
        #expect(try opened.list(ListQuery()) == records)
        #expect(try opened.changes().last?.kind == .rebuilt)
        #expect(try judge(opened) == "")
    }

    @Test func `a rebuild never takes the ledger's time away from its clock, nor back`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        ledger.close()
        for hours in [9_000, -9_000] {
            let elsewhere = Actor("operator", at: morning.advanced(bySeconds: Int64(hours) * 3_600))
            _ = try Ledger.rebuild(at: ledger.path, by: elsewhere)
            #expect(try Ledger.open(at: ledger.path, access: .readOnly).lastTime == morning)
        }
    }
}
