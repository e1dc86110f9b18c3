import Foundation
import InvoiceModel
import Testing

@testable import InvoiceEngine

@Suite struct ClockTests {
    private static let noon = Timestamp("2026-11-20T12:00:00") ?? Timestamp(localSeconds: 0)

    private func clock(last: Timestamp?, says seconds: Int64) -> LedgerClock {
        LedgerClock(fixed: nil, last: last, system: { ClockTests.noon.advanced(bySeconds: seconds) })
    }

    @Test func `a clock a little behind stands still, one far behind is refused`() throws {
        let noon = ClockTests.noon
        #expect(try clock(last: noon, says: 7).checked() == noon.advanced(bySeconds: 7))
        #expect(try clock(last: noon, says: -LedgerClock.tolerance).checked() == noon)
        #expect(clock(last: noon, says: -LedgerClock.tolerance - 1).now() == noon)
        let error = #expect(throws: EngineError.self) {
            try clock(last: noon, says: -LedgerClock.tolerance - 1).checked()
        }
        #expect(error?.code == .store)
        #expect(error?.description.contains("says 2026-11-20T11:54:59") == true)
        #expect(error?.description.contains("is of 2026-11-20T12:00:00") == true)
        #expect(clock(last: nil, says: -99_999).now() == noon.advanced(bySeconds: -99_999))
    }

    @Test func `a ledger written in the future takes nothing in, and says what to do`() throws {
        let ledger = try TownLedger(clock: nil)
        _ = try ledger.submit()
        try ledger.setLastTime(later: 3_600)
        for arguments in [["submit", ledger.path, ledger.town.messages, "--json"], ["keys", "rotate", ledger.path]] {
            let result = try Program.run(arguments)
            #expect(result.status == 3 && result.objects.isEmpty)
            #expect(result.errors.contains("Set the clock right"), "\(result.errors)")
        }
        #expect(try Program.run(["totals", ledger.path]).status == 0)
        try ledger.setLastTime(later: 120)
        #expect(try ledger.submit().summary["issued"] == 0)
        #expect(try Program.run(["keys", "rotate", ledger.path]).status == 0)
    }
}
