import InvoiceModel
import SQLite
import TestSupport
import Testing

@testable import InvoiceLedger

/// Where rows of sums are kept in memory, it is only a guess, held against the row.
struct TotalsRowsTests {
    /// Well mixed, as hashes of keys are.
    private static func hash(_ number: UInt64) -> UInt64 {
        let product = (number ^ 0xD1B5_4A32_D192_ED03).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return (product.high ^ product.low) &* 0xBF58_476D_1CE4_E5B9
    }

    @Test func `every row is found by its hash, and no other one`() {
        var ids = RowIDs(isComplete: true)
        #expect(ids.id(TotalsRowsTests.hash(1)) == nil)
        for number in 1...100_000 as ClosedRange<UInt64> { ids.insert(Int64(number), TotalsRowsTests.hash(number)) }
        #expect((1...100_000).allSatisfy { ids.id(TotalsRowsTests.hash($0)) == Int64($0) })
        #expect((100_001...200_000).allSatisfy { ids.id(TotalsRowsTests.hash($0)) == nil })
        #expect(ids.isComplete)
    }

    @Test func `hashes that end the table, and all the same, do not lose a row or run on for ever`() {
        var ids = RowIDs(isComplete: true)
        for id in 1...2_000 as ClosedRange<Int64> { ids.insert(id, UInt64.max) }
        #expect(ids.id(UInt64.max) != nil)
        #expect(ids.id(UInt64.max - (1 << 28)) == nil)
        #expect(ids.id(0) == nil)
    }

    @Test func `an id that has no room makes the table one that does not know all`() {
        for (id, isComplete) in [(1 << 28 - 1, true), (1 << 28, false), (0, false)] as [(Int64, Bool)] {
            var ids = RowIDs(isComplete: true)
            ids.insert(id, 7 << 60)
            #expect(ids.isComplete == isComplete)
            #expect(ids.id(7 << 60) == (isComplete ? id : nil))
        }
    }

    private static func messages(_ numbers: ClosedRange<UInt32>) throws -> [Submission] {
        try numbers.map { number in
            let rates = try [rate("8%", net: 5, tax: 1), rate("10%", net: 7, tax: 2)]
            let facts = try invoiceFacts(number: number, rates: number.isMultiple(of: 2) ? rates : [])
            return good(facts, text: "message \(number)")
        }
    }

    @Test(arguments: ["total_day", "total_month"])
    func `rows that are no longer where they were are found by their keys`(table: String) throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        try ledger.take(TotalsRowsTests.messages(1...10))
        // As if the hashes of two keys were the same: the ids in memory lead to other rows, or to none.
        let moves = [
            "UPDATE \(table) SET id = -id; UPDATE \(table) SET id = (SELECT max(-id) FROM \(table)) + 1 + id",
            "UPDATE \(table) SET id = id + 1000",
        ]
        for (place, move) in zip(UInt32(1)..., moves) {
            try ledger.read { core throws(SQLiteError) in try core.connection.execute(move) }
            try ledger.take(TotalsRowsTests.messages(place * 10 + 1...place * 10 + 10))
            #expect(try judge(ledger) == "")
        }
    }

    @Test func `a ledger with more rows of sums than are read at once adds to them all the same`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        try ledger.take(TotalsRowsTests.messages(1...10))
        let before = try ledger.read { core throws(SQLiteError) in
            try core.connection.execute("UPDATE total_day SET id = id + 65536; UPDATE total_month SET id = id + 65536")
            return try core.connection.integer("SELECT count(*) FROM total_day")
        }
        ledger.close()
        let opened = try Ledger.open(at: ledger.path)
        try opened.take(TotalsRowsTests.messages(11...20))
        #expect(try judge(opened) == "")
        let after = try opened.read { core throws(SQLiteError) in
            try core.connection.integer("SELECT count(*) FROM total_day")
        }
        #expect(before == after)
    }
}
