import Foundation
import InvoiceModel
import SQLite
import Testing

@testable import InvoiceLedger

struct FailedCommitTests {
    /// Lets the database grow by so many pages from now on, and no further.
    private static func limitPages(of ledger: Ledger, more: Int64) throws {
        try ledger.read { core throws(SQLiteError) in
            let pages = try core.connection.integer("PRAGMA page_count") ?? 0
            _ = try core.connection.integer("PRAGMA max_page_count = \(pages + more)")
        }
    }

    private static func messages(_ numbers: ClosedRange<UInt32>) throws -> [Submission] {
        try numbers.map { number in
            let text = "message \(number) " + String(repeating: "x", count: 500)
            return try good(invoiceFacts(number: number), text: text)
        }
    }

    @Test(arguments: Int64(0)..<12)
    func `a disk full anywhere in a commit stops the ledger, and opening commits the archive`(pages: Int64) throws {
        let folder = try Folder()
        let made = try Ledger.test(in: folder)
        try made.take(FailedCommitTests.messages(1...3))
        made.close()
        _ = try run("/bin/cp", ["-r", made.path, "\(folder.path)/lucky"])
        let ledger = try Ledger.open(at: made.path)
        let batch = try FailedCommitTests.messages(4...1_003)
        let lucky = try Ledger.open(at: "\(folder.path)/lucky")
        let transactions = try lucky.take(batch).compactMap { $0.issued?.transaction }
        try FailedCommitTests.limitPages(of: ledger, more: pages)
        let error = #expect(throws: LedgerError.self) { try ledger.take(batch) }
        #expect(error?.code == .storage)

        // Nothing more, not even look-ups, from what memory may hold wrongly.
        #expect(throws: LedgerError(.failed, "")) { try ledger.take(batch) }
        #expect(throws: LedgerError(.failed, "")) { try ledger.highWaterMark }
        ledger.close()

        let opened = try Ledger.open(at: ledger.path)
        #expect(try dump(opened) == dump(lucky))
        #expect(transactions == Array(4...1_003))
        #expect(try opened.take(batch).allSatisfy { if case .repeated = $0.outcome { true } else { false } })
        #expect(try judge(opened) == "")
    }

    @Test func `a block that cannot be written takes the rows written beside it back`() throws {
        let folder = try Folder()
        let made = try Ledger.test(in: folder)
        try made.take(FailedCommitTests.messages(1...3))
        let before = try dump(made)
        made.close()
        let batch = try FailedCommitTests.messages(4...503)
        // Each block begins a segment of its own, for which there is no folder.
        let ledger = try Ledger.open(at: made.path, sizes: FileSizes(segmentBytes: 1))
        let (archive, away) = ("\(made.path)/archive", "\(folder.path)/away")
        _ = try run("/bin/mv", [archive, away])
        let error = #expect(throws: LedgerError.self) { try ledger.take(batch) }
        #expect(error?.code == .storage)
        #expect(throws: LedgerError(.failed, "")) { try ledger.take(batch) }
        ledger.close()
        #expect(try dump(ledger) == before)

        _ = try run("/bin/mv", [away, archive])
        let opened = try Ledger.open(at: ledger.path)
        #expect(try dump(opened) == before)
        #expect(try opened.take(batch).compactMap { $0.issued?.transaction } == Array(4...503))
        #expect(try judge(opened) == "")
    }

    @Test func `an administrative change that fails is not half done`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        try FailedCommitTests.limitPages(of: ledger, more: 2)
        let taxpayers = try (0..<2_000).map { index in
            Taxpayer(
                taxCode: try #require(TaxCode(String(1_000_000_000 + index))),
                name: "Công ty \(index)",
                officeCode: "10100",
                status: .active,
                methods: .coded,
                forms: [1],
                cashRegisterCode: "",
                registeredOn: CalendarDate(dayNumber: 20_000)
            )
        }
        #expect(throws: LedgerError(.storage, "")) { try ledger.importTaxpayers(taxpayers, by: operatorAction) }
        ledger.close()
        let opened = try Ledger.open(at: ledger.path)
        #expect(try opened.registry().taxpayers.count == 2_000)
        #expect(try opened.changes().last?.kind == .taxpayers)
    }

    @Test func `the judges notice a wrong sum, so their silence means something`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let rates = try [rate("8%", net: 5, tax: 1), rate("10%", net: 7, tax: 2)]
        try ledger.take([good(invoiceFacts(rates: rates), text: "message")])
        #expect(try judge(ledger) == "")
        let statements = [
            "UPDATE total_day SET net_low = net_low + 1 WHERE rate = -3",
            "UPDATE total_month SET tax_vnd_low = tax_vnd_low + 1 WHERE rate > 0",
            "UPDATE invoice_rate SET tax_millionths = 1", "DELETE FROM number",
        ]
        for statement in statements {
            let copy = folder.path + "/copy"
            _ = try run("/bin/sh", ["-c", "rm -rf '\(copy)'; cp -r '\(ledger.path)' '\(copy)'"])
            _ = try run("/usr/bin/sqlite3", ["\(copy)/ledger.sqlite", statement])
            let damaged = try Ledger.open(at: copy, access: .readOnly)
            #expect(try judge(damaged) != "", "\(statement)")
        }
    }
}
