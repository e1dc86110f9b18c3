import InvoiceCode
import InvoiceModel
import Testing

@testable import InvoiceLedger

/// Chunks of lines: a code for each accepted invoice, no reply, one stored message.
struct LinesTests {
    private static func line(_ number: UInt32, content: String? = nil) throws -> InvoiceSubmission {
        one(try invoiceFacts(number: number), content: content ?? "content \(number)")
    }

    private static let broken = InvoiceSubmission(
        verdict: .refused,
        findings: [WeighedFinding(Finding(.xmlSyntax, path: "column 7"), severity: .reject)]
    )

    private static func chunk(_ invoices: [InvoiceSubmission], text: String) -> Submission {
        submission(.lines(invoices), text: text)
    }

    @Test func `each good line gets a number and a code, a broken one costs only itself`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let chunk = LinesTests.chunk([try LinesTests.line(1), LinesTests.broken, try LinesTests.line(2)], text: "a")
        let lines = try #require(try ledger.take([chunk])[0].lines)
        #expect(lines.map(\.outcome) == [.registered(transaction: 1), .refused, .registered(transaction: 2)])
        #expect(lines.map { $0.code != nil } == [true, false, true])
        #expect(lines[1].findings == LinesTests.broken.findings)
        let stored = try #require(try ledger.storedMessage(StoredID(sequence: 1)))
        #expect(stored.status == .lines && stored.invoices == lines && stored.bytes == chunk.bytes)
        #expect(stored.reply == nil && stored.replyBytes == nil && stored.noticeNumber == nil)
        #expect(stored.transaction == nil && stored.code == nil)
        for line in [lines[0], lines[2]] {
            let code = try #require(line.code)
            let record = try #require(try ledger.lookup(code).record)
            #expect(record.transaction == line.transaction && record.code == code && record.state == .issued)
            #expect(record.message == StoredID(sequence: 1))
        }
        #expect(try ledger.list(ListQuery(state: .issued)).count == 2)
        #expect(try judge(ledger) == "")
    }

    @Test func `a line's code is the one that the same invoice would get in a message of its own`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder, name: "lines")
        let other = try Ledger.test(in: folder, name: "messages")
        let lines = try ledger.take([LinesTests.chunk([try LinesTests.line(1), try LinesTests.line(2)], text: "a")])
        var codes: [String] = []
        for number in UInt32(1)...2 {
            let message = submission(try LinesTests.line(number).asMessage, text: "message \(number)")
            guard case .issued(_, let code) = try other.take([message])[0].outcome else {
                Issue.record("a good invoice gets a code")
                return
            }
            codes.append(code.description)
        }
        #expect(lines[0].lines?.compactMap(\.code?.description) == codes)
    }

    @Test(arguments: [true, false])
    func `the same chunk is repeated, the same line a duplicate, another under its number refused`(
        inOneBatch: Bool
    ) throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let chunks = try [
            LinesTests.chunk([LinesTests.line(1), LinesTests.line(2)], text: "a"),
            LinesTests.chunk([LinesTests.line(1), LinesTests.line(2)], text: "a"),
            LinesTests.chunk(
                [LinesTests.line(2), LinesTests.line(1, content: "other"), LinesTests.line(3)],
                text: "b"
            ),
            submission(LinesTests.line(3).asMessage, text: "3 again as a message"),
        ]
        let batches = inOneBatch ? [chunks] : chunks.map { [$0] }
        let admissions = try batches.flatMap { try ledger.take($0) }
        #expect(admissions[1].outcome == .repeated(of: StoredID(sequence: 1)))
        let second = try #require(admissions[2].lines)
        #expect(
            second.map(\.outcome) == [.duplicate(transaction: 2), .refused, .registered(transaction: 3)]
        )
        #expect(second[1].findings.map(\.finding.code) == [.idUniqueTuple])
        #expect(second.map { $0.code != nil } == [false, false, true])
        #expect(admissions[3].outcome == .duplicate(of: StoredID(sequence: 2)))
        // What answers it is the chunk: its code stands, and there is no reply.
        let again = try #require(try ledger.storedMessage(StoredID(sequence: 3)))
        #expect(again.status == .duplicate && again.code == second[2].code && again.answeredBy.sequence == 2)
        #expect(try judge(ledger) == "")
    }

    @Test func `a manifest is kept once, by its bytes`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let manifest = submission(.manifest, text: "manifest")
        let admissions = try ledger.take([manifest, manifest])
        #expect(admissions.map(\.outcome) == [.manifest, .repeated(of: StoredID(sequence: 1))])
        let stored = try #require(try ledger.storedMessage(sha256: manifest.sha256))
        #expect(stored.status == .manifest && stored.bytes == manifest.bytes && stored.reply == nil)
        #expect(try judge(ledger) == "")
    }

    @Test func `what an entry of lines may say is bounded`() throws {
        #expect(MessageStatus(rawValue: 8) == .manifest)
        #expect(MessageStatus(rawValue: 9) == nil)
    }
}

extension InvoiceSubmission {
    /// The same invoice sent alone.
    fileprivate var asMessage: Submission.Verdict {
        guard case .acceptable(let facts, let contentDigest) = verdict else { return .unreadable }
        return .acceptable(facts, contentDigest: contentDigest)
    }
}

extension Admission {
    /// What the lines of a chunk came to.
    fileprivate var lines: [InvoiceAdmission]? {
        if case .lines(let lines) = outcome { lines } else { nil }
    }
}
