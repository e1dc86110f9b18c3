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
            let issued = try #require(admission.issued)
            #expect(issued.transaction == UInt64(index + 1))
            let record = try #require(try ledger.lookup(issued.code).record)
            #expect(record.transaction == issued.transaction)
            #expect(record.code == issued.code)
        }
        #expect(try ledger.highWaterMark == 2)
    }

    @Test func `the same bytes get the first reply, in the batch and after it`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let message = try good(invoiceFacts(), text: "message")
        let first = try ledger.take([message, message])
        #expect(first[1] == Admission(id: nil, outcome: .repeated(of: StoredID(sequence: 1)), findings: []))
        #expect(try ledger.take([message])[0].outcome == .repeated(of: StoredID(sequence: 1)))
        let stored = try #require(try ledger.storedMessage(StoredID(sequence: 1)))
        #expect(stored.status == .issued)
        #expect(stored.bytes == message.bytes)
        #expect(stored.code == first[0].issued?.code)
        #expect(stored.reply?.signature == [7, 8, 9])
        #expect(try ledger.highWaterMark == 1)
    }

    @Test(arguments: [true, false])
    func `the same content in other bytes gets the first code`(inOneBatch: Bool) throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let first = try good(invoiceFacts(), text: "message", content: "content")
        let again = try good(invoiceFacts(), text: "signed again", content: "content")
        let admissions = try inOneBatch ? ledger.take([first, again]) : ledger.take([first]) + ledger.take([again])
        #expect(admissions[1].outcome == .duplicate(of: StoredID(sequence: 1)))
        let stored = try #require(try ledger.storedMessage(StoredID(sequence: 2)))
        #expect(stored.status == .duplicate)
        #expect(stored.code == admissions[0].issued?.code)
        #expect(stored.answeredBy == StoredID(sequence: 1))
        #expect(stored.reply == nil)
        #expect(stored.bytes == again.bytes)
        #expect(try ledger.take([again])[0].outcome == .repeated(of: StoredID(sequence: 2)))
        #expect(try ledger.totals(TotalsQuery()).map(\.invoices) == [1])
    }

    @Test(arguments: [true, false])
    func `a number is taken once, and the refusal names both contents and the first date`(inOneBatch: Bool) throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let first = try good(invoiceFacts(date: "2026-11-17"), text: "message", content: "content")
        let other = try good(invoiceFacts(date: "2026-11-18"), text: "other", content: "other content")
        let admissions = try inOneBatch ? ledger.take([first, other]) : ledger.take([first]) + ledger.take([other])
        #expect(admissions[1].outcome == .refused(.notice, noticeNumber: 260_000_000_001))
        let finding = try #require(admissions[1].findings.first?.finding)
        #expect(finding.code == .idUniqueTuple)
        #expect(finding.expected == "SHA-256 \(digest("content")), 2026-11-17")
        #expect(finding.found == "SHA-256 \(digest("other content"))")
        let stored = try #require(try ledger.storedMessage(StoredID(sequence: 2)))
        #expect(stored.status == .refused)
        #expect(stored.findings == admissions[1].findings)
        #expect(stored.replyBytes == Array("reply 2".utf8))
    }

    @Test func `no policy lets a number have two codes`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        var policy = Policy()
        for code in RuleCode.allCases { policy.setSeverity(.off, of: code) }
        let admissions = try ledger.take(
            [
                good(invoiceFacts(), text: "message", content: "content"),
                good(invoiceFacts(), text: "other", content: "other content"),
            ],
            policy: policy
        )
        #expect(admissions[1].issued == nil)
    }

    @Test(arguments: [true, false])
    func `a message id in other bytes is refused by 999`(inOneBatch: Bool) throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let first = try good(invoiceFacts(number: 1), text: "message", messageID: "V1")
        let other = try good(invoiceFacts(number: 2), text: "other", messageID: "V1")
        let admissions = try inOneBatch ? ledger.take([first, other]) : ledger.take([first]) + ledger.take([other])
        #expect(admissions[1].outcome == .refused(.technical, noticeNumber: nil))
        #expect(admissions[1].findings.map(\.finding.code) == [.envMsgidUnique])
        #expect(try ledger.storedMessage(messageID: "V1")?.id == StoredID(sequence: 1))
        // The number of the refused one stays free.
        #expect(try ledger.take([good(invoiceFacts(number: 2), text: "third")])[0].issued?.transaction == 2)
    }

    @Test func `policy may let a used message id pass, and its first holder keeps it`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        var policy = Policy()
        policy.setSeverity(.warn, of: .envMsgidUnique)
        let messages = try (1...2).map { number in
            try good(invoiceFacts(number: UInt32(number)), text: "message \(number)", messageID: "V1")
        }
        let admissions = try ledger.take(messages, policy: policy)
        #expect(admissions[1].issued?.transaction == 2)
        #expect(admissions[1].findings.map(\.severity) == [.warn])
        #expect(try ledger.storedMessage(messageID: "V1")?.id == StoredID(sequence: 1))
    }

    @Test func `what cannot be read claims no id, and is answered as before when it comes again`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let broken = submission(.unreadable, text: "<TDiep", messageID: "V1")
        let whole = try good(invoiceFacts(), text: "<TDiep/>", messageID: "V1")
        let admissions = try ledger.take([broken, broken, whole])
        #expect(admissions[0].outcome == .unreadable)
        #expect(admissions[1].outcome == .repeated(of: StoredID(sequence: 1)))
        #expect(admissions[2].issued?.transaction == 1)
        let stored = try #require(try ledger.storedMessage(StoredID(sequence: 1)))
        #expect(stored.status == .unreadable)
        #expect(stored.reply?.kind == .technical)
        #expect(stored.messageID == "V1")
    }

    @Test func `numbers of refused invoices stay free and notices are counted by the year of receipt`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let newYear = try #require(Timestamp("2027-01-01T00:00:00"))
        let times = [morning, newYear.advanced(bySeconds: -1), newYear, newYear, morning]
        var notices: [UInt64?] = []
        for (index, time) in times.enumerated() {
            let message = submission(.refused(.notice), text: "refused \(index)", receivedAt: time)
            if case .refused(_, let notice) = try ledger.take([message])[0].outcome { notices.append(notice) }
        }
        let expected: [UInt64?] = [
            260_000_000_001, 260_000_000_002, 270_000_000_001, 270_000_000_002, 260_000_000_003,
        ]
        #expect(notices == expected)
        #expect(try ledger.take([good(invoiceFacts(), text: "good")])[0].issued?.transaction == 1)
    }

    @Test func `a cancelled batch leaves no trace`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let batch = try ledger.beginBatch(policy: Policy(), rules: { _, _ in [] })
        _ = try batch.admit(good(invoiceFacts(), text: "message"))
        _ = try batch.admit(submission(.refused(.notice), text: "refused"))
        try batch.cancel()
        let admissions = try ledger.take([
            submission(.refused(.notice), text: "refused"), good(invoiceFacts(), text: "message"),
        ])
        #expect(admissions[0].id == StoredID(sequence: 1))
        #expect(admissions[0].outcome == .refused(.notice, noticeNumber: 260_000_000_001))
        #expect(admissions[1].issued?.transaction == 1)
    }

    @Test func `findings stand in the order of the rule table`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let warned = WeighedFinding(Finding(.sumCeiling, path: "a"), severity: .warn)
        var message = try good(invoiceFacts(), text: "message")
        message.findings = [warned]
        let admission = try ledger.take([message], rules: { _, _ in [Finding(.envPbanKnown, path: "b")] })[0]
        #expect(admission.findings.map(\.finding.code) == [.envPbanKnown, .sumCeiling])
        #expect(admission.issued != nil)
    }

    @Test func `amounts beyond the ledger's own ceiling are refused whatever the policy says`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        var policy = Policy()
        policy.setSeverity(.off, of: .sumCeiling)
        let ceiling = Int64(1_000_000_000_000_000_000)
        var atIt = try invoiceFacts(number: 1, rates: [rate("0%", net: ceiling, tax: 0)])
        var beyond = try invoiceFacts(number: 2, rates: [rate("0%", net: ceiling, tax: 0)])
        beyond.total.millionths += 1
        var inDong = try invoiceFacts(number: 3, currency: "USD", rates: [rate("0%", net: ceiling / 25_000, tax: 0)])
        inDong.exchangeRate = Amount(units: 25_001)
        let admissions = try ledger.take(
            [good(atIt, text: "1"), good(beyond, text: "2"), good(inDong, text: "3")],
            policy: policy
        )
        #expect(admissions.map { $0.issued != nil } == [true, false, false])
        #expect(admissions[1].findings.map(\.finding.code) == [.sumCeiling])
        // Twenty of the largest pass 64 bits in one row of sums.
        for number in UInt32(10)..<30 {
            atIt.key.number = try #require(InvoiceNumber(number))
            try ledger.take([good(atIt, text: "again \(number)")], policy: policy)
        }
        #expect(try ledger.totals(TotalsQuery()).map(\.net.description) == ["21000000000000000000"])
        #expect(try judge(ledger) == "")
    }
}

extension Admission {
    /// Transaction and code of an issued invoice.
    var issued: (transaction: UInt64, code: AuthenticationCode)? {
        if case .issued(let transaction, let code) = outcome { (transaction, code) } else { nil }
    }
}
