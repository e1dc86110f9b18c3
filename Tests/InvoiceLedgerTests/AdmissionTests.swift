import InvoiceCode
import InvoiceModel
import Testing

@testable import InvoiceLedger

struct AdmissionTests {
    @Test func `codes and transaction numbers come in order of admission`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let admissions = try ledger.take([
            good(invoiceFacts(number: 1), text: "first"), good(invoiceFacts(number: 2), text: "second"),
        ])
        for (index, admission) in admissions.enumerated() {
            guard case .issued(let transaction, let code) = admission.outcome else {
                Issue.record("\(admission)")
                return
            }
            #expect(transaction == UInt64(index + 1))
            let record = try #require(try ledger.lookup(code).record)
            #expect(record.transaction == transaction)
            #expect(record.code == code)
        }
    }

    @Test func `the same bytes get the first reply, in the batch and after it`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let message = try good(invoiceFacts(), text: "message")
        let first = try ledger.take([message, message])
        #expect(first[1].outcome == .repeated(of: StoredID(sequence: 1)))
        #expect(first[1].id == nil)
        #expect(try ledger.take([message])[0].outcome == .repeated(of: StoredID(sequence: 1)))
        let stored = try #require(try ledger.storedMessage(StoredID(sequence: 1)))
        #expect(stored.status == .issued)
        #expect(stored.bytes == message.bytes)
        #expect(stored.reply?.kind == .issued)
        #expect(try ledger.highWaterMark == 1)
    }
}
