import Testing

@testable import InvoiceLedger

/// What is told while a store of an older format is made again.
struct UpgradeProgressTests {
    private static func ledger(in folder: Folder, format: Int) throws -> String {
        let ledger = try Ledger.test(in: folder)
        for first in [UInt32(1), 4, 7] {
            try ledger.take((first...first + 2).map { try good(invoiceFacts(number: $0), text: "message \($0)") })
        }
        ledger.close()
        _ = try run("/usr/bin/sqlite3", ["\(ledger.path)/ledger.sqlite", "PRAGMA user_version = \(format)"])
        return ledger.path
    }

    @Test func `all messages of the ledger are the whole, from the first block on`() throws {
        let folder = try Folder()
        let path = try UpgradeProgressTests.ledger(in: folder, format: 4)
        var told: [UpgradeProgress] = []
        let report = try Ledger.upgrade(at: path, by: operatorAction, progress: { told.append($0) })
        #expect(report.formerFormat == 4 && report.messages == 9)
        #expect(told.allSatisfy { $0.stage == .store && $0.total == 9 })
        #expect(told.contains { $0.done < 9 } && told.last?.done == 9)
    }

    @Test func `a store that cannot tell how many there are is made again all the same`() throws {
        let folder = try Folder()
        let path = try UpgradeProgressTests.ledger(in: folder, format: 4)
        _ = try run("/usr/bin/sqlite3", ["\(path)/ledger.sqlite", "DROP TABLE message"])
        var told: [UpgradeProgress] = []
        let report = try Ledger.upgrade(at: path, by: operatorAction, progress: { told.append($0) })
        #expect(report.messages == 9)
        #expect(told.allSatisfy { $0.total == nil } && told.last?.done == 9)
    }
}
