import InvoiceModel
import Synchronization
import Testing

@testable import InvoiceLedger

struct RelatedInvoiceTests {
    private static func correction(
        _ relation: RelatedInvoice.Relation,
        of original: UInt32,
        number: UInt32
    ) throws -> Submission {
        var facts = try invoiceFacts(number: number)
        let key = try invoiceFacts(number: original).key
        facts.related = RelatedInvoice(relation: relation, source: 1, key: key, date: facts.date)
        return good(facts, text: "number \(number)")
    }

    @Test(arguments: [true, false])
    func `rules are told what is known of the original, in the batch and after it`(inOneBatch: Bool) throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let told = Mutex<[OriginalInvoice?]>([])
        let messages = try [
            good(invoiceFacts(number: 1, date: "2026-11-17"), text: "number 1"),
            RelatedInvoiceTests.correction(.adjusts, of: 1, number: 2),
            RelatedInvoiceTests.correction(.replaces, of: 1, number: 3),
            RelatedInvoiceTests.correction(.replaces, of: 1, number: 4),
            RelatedInvoiceTests.correction(.replaces, of: 99, number: 5),
        ]
        let rules: AdmissionRules = { facts, original in
            told.withLock { $0.append(original) }
            return original?.isReplaced == true ? [Finding(.relNotAlreadyReplaced, path: "TTHDLQuan")] : []
        }
        let batches = inOneBatch ? [messages] : messages.map { [$0] }
        let admissions = try batches.flatMap { try ledger.take($0, rules: rules) }
        let date = try #require(CalendarDate("2026-11-17"))
        let expected: [OriginalInvoice?] = [
            nil,
            OriginalInvoice(date: date, isReplaced: false, isAdjusted: false),
            OriginalInvoice(date: date, isReplaced: false, isAdjusted: true),
            OriginalInvoice(date: date, isReplaced: true, isAdjusted: true),
            nil,
        ]
        #expect(told.withLock { $0 } == expected)
        #expect(admissions.map { $0.issued?.transaction } == [1, 2, 3, nil, 4])

        let original = try #require(try ledger.lookup(transaction: 1))
        #expect(original.state == .replaced)
        #expect(original.replacedBy == 3)
        #expect(original.adjustedBy == 2)
        #expect(try ledger.lookup(transaction: 3)?.relatedTransaction == 1)
        #expect(try ledger.lookup(transaction: 3)?.relation == .replaces)
        #expect(try ledger.lookup(transaction: 4)?.relatedTransaction == nil)
        #expect(try ledger.list(ListQuery(state: .replaced)).map(\.transaction) == [1])
        #expect(try ledger.list(ListQuery(state: .issued)).map(\.transaction) == [2, 3, 4])
    }
}
