import Foundation
import Testing

/// SQLite's log is part of the database, but looks like rubbish to whoever tidies a folder.
@Suite struct LostLogTests {
    @Test func `An old copy of the database put back loses nothing that was acknowledged`() throws {
        let ledger = try TownLedger()
        let database = ledger.path + "/ledger.sqlite"
        let old = ledger.folder + "/old.sqlite"
        try FileManager.default.copyItem(atPath: database, toPath: old)
        let first = try ledger.submit(replies: "first")
        let totals = try ledger.totals("month")
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: database + suffix) }
        try FileManager.default.copyItem(atPath: old, toPath: database)

        // Whoever only looks is told that something waits.
        let look = try Program.run(["audit", ledger.path, "--json", "--progress", "off"])
        #expect(look.status == 0 && (look.summary["waiting_blocks"] ?? 0) > 0, "\(look.output)\(look.errors)")
        #expect(try ledger.totals("month") != totals)
        let backup = try Program.run(["backup", ledger.path, ledger.folder + "/copy"])
        #expect(backup.status == 0 && backup.errors.contains("are not in the copy"), "\(backup.errors)")

        let again = try ledger.submit(replies: "again")
        #expect(try ledger.totals("month") == totals)
        #expect(again.outcomes.count == first.outcomes.count && again.summary["issued"] == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: ledger.folder + "/first")
        #expect(names.count > 100)
        for name in names {
            let bytes = ["first", "again"].map {
                FileManager.default.contents(atPath: "\(ledger.folder)/\($0)/\(name)")
            }
            #expect(bytes[0] == bytes[1], "\(name)")
        }
        let audit = try Program.run(["audit", ledger.path, "--signatures", "--json", "--progress", "off"])
        #expect(audit.status == 0 && audit.summary["waiting_blocks"] == 0, "\(audit.output)\(audit.errors)")
    }
}
