import InvoiceModel
import Testing

@testable import InvoiceLedger

/// Messages of many invoices: one verdict each, one notice.
struct ManyInvoicesTests {
    private static func uncoded(_ number: UInt32, content: String? = nil) throws -> InvoiceSubmission {
        one(try invoiceFacts(symbol: "K26TAA", number: number), content: content ?? "content \(number)")
    }

    private static func cash(_ number: UInt32, code: Int? = nil, content: String? = nil) throws -> InvoiceSubmission {
        let counter = String(100_000 + (code ?? Int(number))).suffix(5)
        return one(
            try invoiceFacts(form: 2, symbol: "C26MAA", number: number, rates: [rate("8%", net: 100, tax: 0)]),
            content: content ?? "content \(number)",
            cashCode: "M2-26-ABCDE-000000\(counter)"
        )
    }

    private static let bad = InvoiceSubmission(
        verdict: .refused,
        findings: [WeighedFinding(Finding(.envDateFormat, path: "HDon/DLHDon/TTChung/NLap"), severity: .reject)]
    )

    @Test func `good invoices are registered in order, bad ones refused, one notice tells of all`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let message = try many(
            [ManyInvoicesTests.uncoded(1), ManyInvoicesTests.bad, ManyInvoicesTests.uncoded(2)],
            text: "203"
        )
        let admission = try ledger.take([message])[0]
        let invoices = try #require(admission.registered)
        #expect(invoices.map(\.outcome) == [.registered(transaction: 1), .refused, .registered(transaction: 2)])
        #expect(admission.outcome == .registered(invoices, noticeNumber: 260_000_000_001))
        #expect(invoices[1].findings == ManyInvoicesTests.bad.findings)
        let stored = try #require(try ledger.storedMessage(StoredID(sequence: 1)))
        #expect(stored.status == .registered && stored.invoices == invoices && stored.noticeNumber == 260_000_000_001)
        #expect(stored.transaction == nil && stored.code == nil && stored.reply?.kind == .results)
        let records = try ledger.list(ListQuery())
        #expect(records.map(\.transaction) == [1, 2])
        #expect(records.allSatisfy { $0.code == nil && $0.cashCode == nil && $0.state == .registered })
        #expect(try judge(ledger) == "")
    }

    @Test func `two invoices of one message are judged in order, the later sees the earlier`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let message = try many(
            [
                ManyInvoicesTests.uncoded(1), ManyInvoicesTests.uncoded(1, content: "other"),
                ManyInvoicesTests.uncoded(1), ManyInvoicesTests.uncoded(2),
            ],
            text: "203"
        )
        let invoices = try #require(try ledger.take([message])[0].registered)
        #expect(
            invoices.map(\.outcome) == [
                .registered(transaction: 1), .refused, .duplicate(transaction: 1), .registered(transaction: 2),
            ]
        )
        #expect(invoices[1].findings.map(\.finding.code) == [.idUniqueTuple])
    }

    @Test(arguments: [true, false])
    func `a cash register's code stands for one invoice`(inOneBatch: Bool) throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let messages = try [
            many([ManyInvoicesTests.cash(1), ManyInvoicesTests.cash(2, code: 1)], text: "first"),
            many([ManyInvoicesTests.cash(3, code: 1), ManyInvoicesTests.cash(4)], text: "second"),
            // The same invoice again: a duplicate with its code, refused with another.
            many([ManyInvoicesTests.cash(1), ManyInvoicesTests.cash(1, code: 9)], text: "third"),
            // The code of the one refused in between is free.
            many([ManyInvoicesTests.cash(9)], text: "fourth"),
        ]
        let batches = inOneBatch ? [messages] : messages.map { [$0] }
        let admissions = try batches.flatMap { try ledger.take($0) }
        #expect(
            admissions.compactMap(\.registered).map { $0.map(\.outcome) } == [
                [.registered(transaction: 1), .refused], [.refused, .registered(transaction: 2)],
                [.duplicate(transaction: 1), .refused], [.registered(transaction: 3)],
            ]
        )
        let refusals = admissions.compactMap(\.registered).flatMap { $0 }.filter { !$0.isAccepted }
        #expect(
            refusals.map { $0.findings.map(\.finding.code) } == [[.mttCodeUnique], [.mttCodeUnique], [.idUniqueTuple]]
        )
        #expect(refusals[2].findings[0].finding.expected == "M2-26-ABCDE-00000000001")
        #expect(refusals[2].findings[0].finding.path == "HDon/MCCQT")
        #expect(try judge(ledger) == "")
        ledger.close()
        let opened = try Ledger.open(at: ledger.path)
        let code = try #require(CashRegisterCode("M2-26-ABCDE-00000000004"))
        #expect(try opened.lookup(code)?.transaction == 2)
        #expect(try opened.lookup(code)?.cashCode == code)
        #expect(try opened.lookup(try #require(CashRegisterCode("M2-26-ABCDE-00000000005"))) == nil)
        let again = try #require(
            try opened.take([many([ManyInvoicesTests.cash(5, code: 4)], text: "fifth")])[0].registered
        )
        #expect(again.map(\.outcome) == [.refused])
    }

    @Test func `the same bytes and a used message id are answered as for any message`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let first = try many([ManyInvoicesTests.uncoded(1), ManyInvoicesTests.bad], text: "first", messageID: "V1")
        let other = try many([ManyInvoicesTests.uncoded(2)], text: "other", messageID: "V1")
        let admissions = try ledger.take([first, first, other])
        #expect(admissions[1].outcome == .repeated(of: StoredID(sequence: 1)))
        #expect(admissions[2].outcome == .refused(.technical, noticeNumber: nil))
        #expect(try ledger.list(ListQuery()).count == 1)
        let before = try dump(ledger)
        #expect(try ledger.take([first, other]).map(\.id) == [nil, nil])
        #expect(try dump(ledger) == before)
        // Its number was not taken.
        let later = try #require(try ledger.take([many([ManyInvoicesTests.uncoded(2)], text: "later")])[0].registered)
        #expect(later[0].outcome == .registered(transaction: 2))
    }

    @Test func `list, totals and look-up know kinds and states`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        var correction = try invoiceFacts(symbol: "K26TAA", number: 3)
        let original = try invoiceFacts(symbol: "K26TAA", number: 1)
        correction.related = RelatedInvoice(relation: .replaces, source: 1, key: original.key, date: original.date)
        try ledger.take([
            good(invoiceFacts(number: 1), text: "200"),
            many(
                [ManyInvoicesTests.uncoded(1), ManyInvoicesTests.uncoded(2), one(correction, content: "3")],
                text: "203"
            ),
            many([ManyInvoicesTests.cash(1)], text: "206"),
            many([one(invoiceFacts(symbol: "K26MAA", number: 1), content: "216")], text: "216"),
        ])
        func listed(_ kind: InvoiceKind?, _ state: InvoiceState?) throws -> [UInt64] {
            try ledger.list(ListQuery(kind: kind, state: state)).map(\.transaction)
        }
        #expect(try listed(nil, nil) == [1, 2, 3, 4, 5, 6])
        #expect(try InvoiceKind.allCases.map { try listed($0, nil) } == [[1], [2, 3, 4], [5], [6]])
        #expect(try listed(nil, .issued) == [1])
        #expect(try listed(nil, .registered) == [3, 4, 5, 6])
        #expect(try listed(.uncoded, .replaced) == [2])
        #expect(try listed(.coded, .registered) == [])
        #expect(try ledger.lookup(original.key)?.replacedBy == 4)
        let rows = try ledger.totals(TotalsQuery(by: [.kind]))
        #expect(rows.map(\.kind) == [.coded, .uncoded, .cashRegister, .cashRegisterUncoded])
        #expect(rows.map(\.invoices) == [1, 3, 1, 1])
        #expect(try ledger.totals(TotalsQuery(kind: .uncoded)).map(\.net) == [Amount(units: 3_000_000)])
        let seller = try #require(TaxCode("0101234567"))
        for query in [
            TotalsQuery(by: [.day], kind: .uncoded), TotalsQuery(taxpayer: seller, kind: .uncoded),
            TotalsQuery(by: [.office], taxpayer: seller, kind: .uncoded),
        ] {
            #expect(try ledger.totals(query).map(\.invoices) == [3])
        }
    }

    @Test func `a batch with a message of many that is cancelled leaves no trace`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let before = try dump(ledger)
        let batch = try ledger.beginBatch(policy: Policy(), rules: { _, _ in [] })
        _ = try batch.admit(many([ManyInvoicesTests.cash(1)], text: "206"))
        try batch.cancel()
        #expect(try dump(ledger) == before)
        let again = try #require(try ledger.take([many([ManyInvoicesTests.cash(1)], text: "206")])[0].registered)
        #expect(again[0].outcome == .registered(transaction: 1))
    }
}

extension Admission {
    /// What the invoices of a message of many came to.
    var registered: [InvoiceAdmission]? {
        if case .registered(let invoices, _) = outcome { invoices } else { nil }
    }
}
