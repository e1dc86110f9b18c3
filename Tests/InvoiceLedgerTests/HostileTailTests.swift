import DurableFiles
import InvoiceCode
import InvoiceModel
import SQLite
import Testing

@testable import InvoiceLedger

/// What somebody's hand, or a bad device, leaves behind the end that a store knows: a sentence, and nothing is lost.
struct HostileTailTests {
    private static func messages(_ range: ClosedRange<UInt32>) throws -> [Submission] {
        try range.map { try good(invoiceFacts(number: $0), text: "message \($0)") }
    }

    /// A closed ledger of three invoices.
    private static func ledger(in folder: Folder) throws -> Ledger {
        let ledger = try Ledger.test(in: folder)
        try ledger.take(messages(1...3))
        ledger.close()
        return ledger
    }

    /// Appends blocks that the chain holds together, and tells the store nothing.
    private static func append(_ drafts: [BlockDraft], to ledger: Ledger) throws {
        let files = LedgerFiles(path: ledger.path)
        let opened = try Ledger.open(at: ledger.path)
        let end = try opened.read { core throws(SQLiteError) in try core.blocks.archiveEnd().position }
        opened.close()
        let writer = try ArchiveWriter(folder: files.archive, end: end)
        for draft in drafts { try writer.append(draft.content) }
        try writer.sync()
    }

    private static func refused(_ sequence: UInt64, notice: UInt64) -> (entry: MessageEntry, bytes: [UInt8]) {
        let entry = MessageEntry(
            sequence: sequence,
            status: .refused,
            receivedAt: morning,
            originalLength: 1,
            sha256: digest("\(sequence)"),
            findings: [],
            noticeNumber: notice,
            invoices: []
        )
        return (entry, [1])
    }

    private static func accepted(_ transaction: UInt64) throws -> (entry: MessageEntry, bytes: [UInt8]) {
        let invoice = AcceptedInvoice(
            transaction: transaction,
            code: nil,
            facts: try invoiceFacts(symbol: "K26TAA", number: 9),
            contentDigest: digest("content")
        )
        var entry = refused(4, notice: 260_000_000_001).entry
        entry.status = .registered
        entry.invoices = [InvoiceEntry(outcome: .accepted(invoice))]
        return (entry, [1])
    }

    private static func change(_ sequence: UInt64, _ kind: Change.Kind, _ payload: [UInt8]) -> BlockDraft {
        let entry = ChangeEntry(
            sequence: sequence,
            at: morning,
            actor: "somebody",
            kind: kind,
            payloadLength: payload.count
        )
        let coding = EntryCoding(identifierKey: .test(seed: "one"))
        return BlockDraft.changes([(entry, payload)], coding: coding, limits: ArchiveLimits())[0]
    }

    private static func drafts(_ messages: [(entry: MessageEntry, bytes: [UInt8])]) -> [BlockDraft] {
        BlockDraft.messages(messages, coding: EntryCoding(identifierKey: .test(seed: "one")), limits: ArchiveLimits())
    }

    /// Blocks that no ledger writes behind three messages and four changes.
    private static func impossible(_ name: String) throws -> [BlockDraft] {
        let key = MasterKey.test(generation: 0, seed: "one")
        let oldKey = ChangePayload.write(generation: 0, checkValue: key.checkValue)
        return switch name {
        case "a message before": drafts([refused(3, notice: 260_000_000_001)])
        case "a message left out": drafts([refused(5, notice: 260_000_000_001)])
        case "a message without end": drafts([refused(1 << 62, notice: 260_000_000_001)])
        case "messages out of order":
            drafts([refused(4, notice: 260_000_000_001), refused(4, notice: 260_000_000_002)])
        case "a transaction left out": drafts([try accepted(5)])
        case "a transaction without end": drafts([try accepted(1 << 62)])
        case "a notice without end": drafts([refused(4, notice: 269_999_999_999)])
        case "a change left out": [change(100, .anchor, [1])]
        case "a change without end": [change(1 << 62, .anchor, [1])]
        case "a key again": [change(4, .codeKey, oldKey)]
        case "settings again": [change(4, .created, ChangePayload.write(LedgerSettings(createdAt: morning)))]
        default: drafts([refused(4, notice: 260_000_000_001)]) + [change(100, .anchor, [1])]
        }
    }

    private static let names = [
        "a message before", "a message left out", "a message without end", "messages out of order",
        "a transaction left out", "a transaction without end", "a notice without end", "a change left out",
        "a change without end", "a key again", "settings again", "a good block and a bad one",
    ]

    @Test(arguments: names) func `no store is made of an archive with a block that cannot follow`(name: String) throws {
        let folder = try Folder()
        let ledger = try HostileTailTests.ledger(in: folder)
        try HostileTailTests.append(HostileTailTests.impossible(name), to: ledger)
        _ = try run("/bin/sh", ["-c", "rm '\(ledger.path)'/ledger.sqlite*"])
        let error = #expect(throws: LedgerError.self) { try Ledger.rebuild(at: ledger.path, by: operatorAction) }
        #expect(error?.code == .corrupt && error?.message.contains("block ") == true, "\(String(describing: error))")
        #expect(try DurableFiles.kind(of: "\(ledger.path)/ledger.sqlite") == nil)
    }

    @Test(arguments: names)
    func `a block that cannot follow is damage, and the store stays what it was`(name: String) throws {
        let folder = try Folder()
        let ledger = try HostileTailTests.ledger(in: folder)
        try HostileTailTests.append(HostileTailTests.impossible(name), to: ledger)
        let before = try run("/usr/bin/sqlite3", ["\(ledger.path)/ledger.sqlite", ".dump"])
        let segment = "\(ledger.path)/archive/0000000001.seg"
        let bytes = try DurableFiles.read(segment)
        let error = #expect(throws: LedgerError.self) { try Ledger.open(at: ledger.path) }
        #expect(error?.code == .corrupt, "\(String(describing: error))")
        #expect(try run("/usr/bin/sqlite3", ["\(ledger.path)/ledger.sqlite", ".dump"]) == before)
        #expect(try DurableFiles.read(segment) == bytes)
        let reading = try Ledger.open(at: ledger.path, access: .readOnly)
        #expect(try reading.list(ListQuery()).count == 3)
    }

    /// A copy of the ledger with the store of before, and one byte of its archive changed.
    private static func damaged(
        _ ledger: Ledger,
        _ old: String,
        at offset: UInt64,
        segment: UInt64 = 1
    ) throws -> String {
        let copy = "\(ledger.path)-\(segment)-\(offset)"
        _ = try run("/bin/sh", ["-c", "cp -r '\(ledger.path)' '\(copy)' && rm '\(copy)'/ledger.sqlite*"])
        _ = try run("/bin/sh", ["-c", "cp '\(old)' '\(copy)/ledger.sqlite'"])
        let path = SegmentFile.path("\(copy)/archive", segment)
        var bytes = try DurableFiles.read(path)
        bytes[Int(offset)] ^= 0x10
        try DurableFiles.write(bytes.span, to: path, mode: 0o644, isDurable: false)
        return copy
    }

    private static func blocks(_ ledger: Ledger) throws -> [BlockLocation] {
        let scan = try ArchiveScan(folder: "\(ledger.path)/archive")
        var places: [BlockLocation] = []
        while let block = try scan.next() { places.append(block.location) }
        return places
    }

    /// Commits behind a copy of the store; gives where each of their blocks lies.
    private static func grow(
        _ ledger: Ledger,
        _ commits: [ClosedRange<UInt32>],
        segmentBytes: UInt64 = FileSizes().segmentBytes
    ) throws -> (old: String, places: [BlockLocation]) {
        let old = "\(ledger.path).old"
        let known = try blocks(ledger).count
        _ = try run("/usr/bin/sqlite3", ["\(ledger.path)/ledger.sqlite", ".backup '\(old)'"])
        let opened = try Ledger.open(at: ledger.path, sizes: FileSizes(segmentBytes: segmentBytes))
        for commit in commits { try opened.take(messages(commit)) }
        opened.close()
        return (old, Array(try blocks(ledger).dropFirst(known)))
    }

    @Test(arguments: [0, 1], [UInt64(8), 40, 120]) func `whole blocks behind a damaged one are never cut off`(
        place: Int,
        byte: UInt64
    ) throws {
        let folder = try Folder()
        let ledger = try HostileTailTests.ledger(in: folder)
        let (old, places) = try HostileTailTests.grow(ledger, [10...12, 20...22, 30...32, 40...42])
        let copy = try HostileTailTests.damaged(ledger, old, at: places[place].offset + byte)
        let segment = "\(copy)/archive/0000000001.seg"
        let bytes = try DurableFiles.read(segment)
        for _ in 0..<2 {
            let error = #expect(throws: LedgerError.self) { try Ledger.open(at: copy) }
            #expect(error?.code == .corrupt && error?.message.contains("block \(places[place].block)") == true)
            #expect(try DurableFiles.read(segment) == bytes)
        }
        #expect(throws: LedgerError.self) { try Ledger.rebuild(at: copy, by: operatorAction, dropTail: true) }
        #expect(try DurableFiles.read(segment) == bytes)
        #expect(try Ledger.open(at: copy, access: .readOnly).list(ListQuery()).count == 3)
    }

    @Test func `what one commit left half written is cut off, even where its later blocks are whole`() throws {
        let folder = try Folder()
        let ledger = try HostileTailTests.ledger(in: folder)
        let (old, places) = try HostileTailTests.grow(ledger, [1_000...1_599])
        #expect(places.count == 3)
        for (place, whole) in [(0, 3), (1, 259), (2, 515)] {
            for byte in [UInt64(8), 120] {
                let copy = try HostileTailTests.damaged(ledger, old, at: places[place].offset + byte)
                #expect(try Ledger.open(at: copy).list(ListQuery()).count == whole)
            }
        }
    }

    @Test func `a segment before the last was on the device, whatever one commit wrote`() throws {
        let folder = try Folder()
        let ledger = try HostileTailTests.ledger(in: folder)
        let (old, places) = try HostileTailTests.grow(ledger, [1_000...2_999], segmentBytes: 60_000)
        let last = try #require(places.last)
        #expect(last.segment > 2)
        for place in places where place.segment > 1 {
            let copy = try HostileTailTests.damaged(ledger, old, at: place.offset + 120, segment: place.segment)
            let opened = try? Ledger.open(at: copy)
            #expect((opened == nil) == (place.segment < last.segment), "\(place)")
            let segments = try DurableFiles.list("\(copy)/archive").count
            #expect(opened != nil || segments == Int(last.segment))
        }
    }
}
