import InvoiceModel
import Testing

@testable import InvoiceLedger

/// Which messages are looked through for attempts.
struct AttemptTests {
    @Test func `refused, repeated and many are shown, newest first, as many as the limit says`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        var stranger = submission(.refused(.notice), text: "stranger")
        stranger.taxpayer = "0101234568"
        try ledger.take([
            good(invoiceFacts(), text: "issued"), submission(.refused(.notice), text: "refused"),
            good(invoiceFacts(), text: "again", content: "issued"), submission(.refused(.technical), text: "technical"),
            stranger, many([one(invoiceFacts(number: 9), content: "nine")], text: "many"),
            good(invoiceFacts(number: 2), text: "issued too"),
        ])
        let seller = try #require(TaxCode("0101234567"))
        func shown(_ limit: Int, most: Int = .max) throws -> (texts: [String], isComplete: Bool) {
            var texts: [String] = []
            let isComplete = try ledger.attempts(by: seller, among: limit) {
                texts.append(String(decoding: $0.bytes, as: UTF8.self))
                return texts.count < most
            }
            return (texts, isComplete)
        }
        #expect(try shown(5) == (["many", "technical", "again", "refused"], true))
        #expect(try shown(4) == (["many", "technical", "again"], false))
        #expect(try shown(0) == ([], false))
        #expect(try shown(5, most: 2) == (["many", "technical"], false))
        let plan = try run(
            "/usr/bin/sqlite3",
            ["\(ledger.path)/ledger.sqlite", "EXPLAIN QUERY PLAN \(Ledger.attemptQuery) LIMIT 5"]
        )
        #expect(plan.contains("USING COVERING INDEX message_attempt"), "\(plan)")
        #expect(!plan.contains("TEMP B-TREE"))
        // Messages that just got their code are no rows of it.
        let rows = try run("/usr/bin/sqlite3", ["\(ledger.path)/ledger.sqlite", "SELECT count(*) FROM message"])
        #expect(rows.hasPrefix("7"))
    }
}
