import Compression
import InvoiceCode
import InvoiceModel
import SQLite
import Testing

@testable import InvoiceLedger

/// Numbers that no ledger of ours holds, as a flipped bit or somebody's hand leaves them: an error, never a trap.
struct HostileStoreTests {
    /// Cannot be had by arithmetic on what we write, and is there all the same.
    private static let statements = [
        "UPDATE block SET offset = -1", "UPDATE block SET offset = 9223372036854775807",
        "UPDATE block SET offset = 9223372036854775807; UPDATE archive_end SET offset = 9223372036854775807",
        "UPDATE block SET length = 4294967295", "UPDATE block SET length = -1", "UPDATE block SET length = 95",
        "UPDATE block SET count = 65535", "UPDATE block SET count = 0", "UPDATE block SET first = -3",
        "UPDATE block SET first = 9223372036854775807", "UPDATE block SET first = 2 WHERE kind = 1",
        "UPDATE block SET segment = -1", "UPDATE block SET segment = 0", "UPDATE block SET kind = 9 WHERE number > 3",
        "UPDATE block SET kind = 1", "UPDATE block SET digest = x'00'", "DELETE FROM block WHERE number = 4",
        "DELETE FROM block", "DELETE FROM archive_end", "UPDATE archive_end SET last_time = -9223372036854775808",
        "UPDATE archive_end SET last_time = 9223372036854775807", "UPDATE archive_end SET block = -1",
        "UPDATE archive_end SET offset = -1", "UPDATE archive_end SET segment = -1",
        "UPDATE archive_end SET digest = x'01'", "DELETE FROM message WHERE sequence = 3",
        "DELETE FROM message WHERE sequence > 2", "DELETE FROM message", "UPDATE message SET block = -1",
        "UPDATE message SET block = 2", "UPDATE message SET sequence = -sequence",
        "UPDATE message SET sequence = 9223372036854775807 WHERE sequence = 9",
        "UPDATE invoice SET cash_series = -1, cash_counter = -1", "UPDATE invoice SET cash_series = 7",
        "UPDATE invoice SET generation = NULL", "UPDATE total_day SET kind = 9", "UPDATE total_month SET kind = -1",
        "UPDATE notice_counter SET last = -1", "UPDATE notice_counter SET last = 9999999999",
        "UPDATE notice_counter SET last = 9223372036854775807", "UPDATE invoice SET issued_on = -2147483648",
        "UPDATE invoice SET issued_on = 9223372036854775807", "UPDATE invoice SET received_on = -9000000000",
        "UPDATE invoice SET transaction_number = -transaction_number", "UPDATE invoice SET message = -1",
        "UPDATE invoice SET replaced_by = -1, adjusted_by = -9223372036854775808, related = -1",
        "UPDATE invoice SET transaction_number = 9223372036854775807 WHERE transaction_number = 1",
        "UPDATE invoice SET total_units = 9223372036854775807", "UPDATE invoice SET content = x'00'",
        "UPDATE invoice SET rate = 2147483647", "UPDATE number SET transaction_number = -5",
        "UPDATE number SET transaction_number = 9223372036854775807", "UPDATE series SET id = -id",
        "UPDATE series SET id = 9223372036854775807 WHERE id = 1", "UPDATE series SET form = 77",
        "UPDATE total_day SET invoices = 9223372036854775807", "UPDATE total_day SET invoices = -1",
        "UPDATE total_day SET net_high = 9223372036854775807, net_low = 9223372036854775807",
        "UPDATE total_day SET day = 9223372036854775807", "UPDATE total_month SET month = -2147483648",
        "UPDATE total_month SET total_vnd_high = -9223372036854775808",
        "UPDATE total_day SET without_exchange = 1 << 62",
        "UPDATE code_key SET generation = -1", "UPDATE code_key SET generation = 255",
        "UPDATE change SET sequence = -sequence", "UPDATE change SET block = -1", "DELETE FROM change",
        "UPDATE taxpayer SET registered_on = -9223372036854775808",
        "INSERT INTO taxpayer SELECT tax_code, valid_from - 1, name, office, status, methods, forms, "
            + "cash_register_code, registered_on FROM taxpayer",
        "INSERT INTO usage_stop VALUES (1, 'k', 0, NULL, 0, '')",
        "INSERT INTO usage_stop VALUES (72057594037927937, 'j', 0, NULL, 0, '')",
        "INSERT INTO usage_stop VALUES (72057594037927937, 'k', 0, 9223372036854775807, -1, '')",
        "INSERT INTO delegation VALUES (72057594037927937, 1, 0, 0, '', NULL)",
        "INSERT INTO delegation VALUES (72057594037927937, 72057594037927938, 9223372036854775807, -1, 'x', 1)",
    ]

    /// A ledger with issued, refused and changed things; closed.
    private static func ledger(in folder: Folder) throws -> (ledger: Ledger, code: AuthenticationCode) {
        let ledger = try Ledger.test(in: folder)
        let taxpayer = Taxpayer(
            taxCode: try #require(TaxCode("0101234567")),
            name: "A",
            officeCode: "10100",
            status: .active,
            methods: .coded,
            forms: [1],
            cashRegisterCode: "",
            registeredOn: morning.date
        )
        try ledger.importTaxpayers([taxpayer], by: operatorAction)
        try ledger.importDelegations([], by: operatorAction)
        var code: AuthenticationCode?
        for batch in 0..<4 {
            var messages = try (1...4).map { number in
                try good(invoiceFacts(number: UInt32(batch * 4 + number)), text: "message \(batch) \(number)")
            }
            messages.append(submission(.refused(.notice), text: "refused \(batch)"))
            code = try ledger.take(messages).first?.issued?.code ?? code
            _ = try ledger.addAnchors([[UInt8(batch)]], by: operatorAction)
        }
        ledger.close()
        return (ledger, try #require(code))
    }

    @Test(arguments: statements) func `a number that cannot be is an error`(statement: String) throws {
        let folder = try Folder()
        let (ledger, code) = try HostileStoreTests.ledger(in: folder)
        let said = try run("/usr/bin/sqlite3", ["\(ledger.path)/ledger.sqlite", statement])
        #expect(said == "")
        for access in [Ledger.Access.readOnly, .readWrite] {
            guard let opened = try? Ledger.open(at: ledger.path, access: access) else { continue }
            HostileStoreTests.ask(opened, code)
            guard access == .readWrite else { continue }
            // Twice: what stopped half way must not stand in the way of the next question.
            for _ in 0..<2 {
                let messages = try (1...18).map { number in
                    try good(invoiceFacts(number: UInt32(number)), text: "again \(number)")
                }
                HostileStoreTests.send(messages + [submission(.refused(.notice), text: "refused again")], to: opened)
            }
            opened.close()
        }
        _ = try? Ledger.rebuild(at: ledger.path, by: operatorAction)
    }

    /// As a run does: what cannot be admitted leaves no batch open.
    private static func send(_ messages: [Submission], to ledger: Ledger) {
        guard let batch = try? ledger.beginBatch(policy: Policy(), rules: { _, _ in [] }) else { return }
        do {
            for admission in try batch.admit(messages) { try ledger.answer(admission, in: batch) }
            try batch.commit()
        } catch {
            try? batch.cancel()
        }
    }

    /// Everything that reads rows; what it answers is another test's matter.
    private static func ask(_ ledger: Ledger, _ code: AuthenticationCode) {
        for _ in 0..<2 {
            _ = try? ledger.lookup(code)
            _ = try? ledger.lookup(transaction: 2)
            _ = try? ledger.list(ListQuery()).map { "\($0.facts.date) \($0.receivedOn) \($0.facts.total)" }
            for groupings in [[TotalsQuery.Grouping.day, .rate], [.taxpayer, .month], [.taxpayer, .day]] {
                _ = try? ledger.totals(TotalsQuery(by: groupings))
            }
            for sequence in UInt64(1)...21 { _ = try? ledger.storedMessage(StoredID(sequence: sequence)) }
            _ = try? ledger.storedMessage(sha256: digest("message 1 1"))
            _ = try? ledger.storedMessage(messageID: "nobody's")
            _ = try? ledger.changes().map { "\($0.at)" }
            _ = try? ledger.registry()
            _ = try? ledger.lastTime.description
            _ = try? ledger.lastDay()
            _ = try? ledger.headFacts(morning.date)
            _ = try? ledger.authorities()
        }
    }
}

/// What only somebody who makes check sums of his own can put into files.
struct HostileFileTests {
    @Test func `amounts that do not even add up are beyond the ceiling`() throws {
        let most = Amount(millionths: .max)
        for least in [Amount(millionths: .min), most] {
            var facts = try invoiceFacts(rates: [rate("8%", net: 1, tax: 1), rate("8%", net: 1, tax: 1)])
            facts.rates[0].net = most
            facts.rates[1].net = least
            #expect(InvoiceShares(facts) == nil)
            facts = try invoiceFacts()
            facts.total = least
            #expect(InvoiceShares(facts) == nil)
            facts = try invoiceFacts(currency: "USD")
            facts.exchangeRate = most
            #expect(InvoiceShares(facts) == nil)
        }
    }

    @Test func `an entry of no day, of no moment or of no office is damage`() throws {
        let coding = EntryCoding(identifierKey: .test(seed: "hostile"))
        func entry(_ change: (inout MessageEntry, inout InvoiceFacts) -> Void) throws -> [UInt8] {
            var facts = try invoiceFacts()
            var entry = MessageEntry(
                sequence: 1,
                status: .issued,
                receivedAt: morning,
                originalLength: 0,
                sha256: digest(""),
                findings: [],
                invoices: []
            )
            change(&entry, &facts)
            entry.invoices = [
                InvoiceEntry(
                    outcome: .accepted(
                        AcceptedInvoice(
                            transaction: 1,
                            code: AuthenticationCode(generation: 0, high: 1, low: 2),
                            facts: facts,
                            contentDigest: digest("content")
                        )
                    )
                )
            ]
            var bytes: [UInt8] = []
            coding.append(entry, to: &bytes)
            return bytes
        }
        let whole = try entry { _, _ in }
        #expect(try coding.messages(whole.span, count: 1).count == 1)
        let damaged = [
            try entry { entry, _ in entry.receivedAt = Timestamp(localSeconds: .min) },
            try entry { entry, _ in entry.receivedAt = Timestamp(localSeconds: .max) },
            try entry { _, facts in facts.date = CalendarDate(dayNumber: .min) },
            try entry { _, facts in facts.date = CalendarDate(dayNumber: .max) },
            try entry { _, facts in facts.officeCode = "123456789" },
        ]
        for bytes in damaged {
            #expect(throws: EntryError.self) { try coding.messages(bytes.span, count: 1) }
        }
    }

    @Test func `a run whose keys are out of order is damage, whatever its check sums say`() throws {
        let folder = try IndexFolder()
        for _ in 0..<2 {
            let header = RunHeader(
                first: 1,
                last: 600,
                counts: .init(sha256: 600, messageID: 600),
                anchor: IndexModel.digest(600, 7)
            )
            let entries = (1...600).map { IndexEntry(key: UInt64.max / 600 * UInt64(601 - $0), sequence: UInt64($0)) }
            let path = "\(folder.path)/\(header.name)"
            try RunWriter.write(header, to: path) { _ throws(IndexError) in SortedSource(entries) }
            let index = try folder.open()
            #expect(throws: IndexError.self) {
                for entry in entries { _ = try index.candidates(sha256: IndexModel.digest(entry.key, 0)) }
            }
            #expect(throws: IndexError.self) { try index.check() }
        }
    }

    @Test func `a place in the store that no file has costs no memory`() throws {
        let archive = try TestArchive()
        let (places, _) = try archive.write([block(1)], codec: .stored)
        for length in [UInt32.max, 1 << 31] {
            var place = places[0]
            place.length = length
            #expect(throws: ArchiveError.self) { try archive.reader().facts(at: place) }
            place.offset = UInt64(Int64.max)
            #expect(throws: ArchiveError.self) { try archive.reader().facts(at: place) }
        }
    }
}
