import InvoiceCode
import InvoiceModel
import TestSupport
import Testing

@testable import InvoiceLedger

struct EntryTests {
    private static let coding = EntryCoding(identifierKey: .test(seed: "entries"))

    @Test func `what was written is read back, alone and among others`() throws {
        let seed = TestSeed.value
        var maker = EntryMaker(seed: seed)
        for _ in 0..<300 {
            let entries = (0..<Int.random(in: 1...5, using: &maker.random)).map { _ in maker.message() }
            var facts: [UInt8] = []
            for entry in entries { EntryTests.coding.append(entry, to: &facts) }
            #expect(try EntryTests.coding.messages(facts.span, count: entries.count) == entries, "seed \(seed)")
            var offset = 0
            for (place, entry) in entries.enumerated() {
                let found = try EntryTests.coding.message(facts.span, place: place, count: entries.count)
                #expect(found.entry == entry && found.originalOffset == offset, "seed \(seed)")
                offset += entry.originalLength
            }
        }
    }

    @Test func `changes are read back`() throws {
        let entries = Change.Kind.allCases.enumerated().map { index, kind in
            ChangeEntry(
                sequence: UInt64(index) + 1,
                at: Timestamp(localSeconds: Int64(index) - 3),
                actor: "Trần \(index)",
                kind: kind,
                payloadLength: index * 1_000_000
            )
        }
        var facts: [UInt8] = []
        for entry in entries { EntryTests.coding.append(entry, to: &facts) }
        #expect(try EntryTests.coding.changes(facts.span, count: entries.count) == entries)
        #expect(throws: EntryError.self) { try EntryTests.coding.changes(facts.span, count: entries.count - 1) }
        #expect(throws: EntryError.self) { try EntryTests.coding.changes(facts.span, count: entries.count + 1) }
    }

    @Test func `cut or changed bytes are an error or other entries, never a trap, and never read as the same`() throws {
        let seed = TestSeed.value
        var maker = EntryMaker(seed: seed)
        for _ in 0..<6 {
            let entry = maker.message()
            var facts: [UInt8] = []
            EntryTests.coding.append(entry, to: &facts)
            for end in facts.indices {
                let cut = Array(facts[..<end])
                #expect(throws: EntryError.self, "seed \(seed)") { try EntryTests.coding.messages(cut.span, count: 1) }
            }
            for place in facts.indices {
                for bit in 0..<8 {
                    var changed = facts
                    changed[place] ^= 1 << UInt8(bit)
                    let read = try? EntryTests.coding.messages(changed.span, count: 1)
                    #expect(read != [entry], "seed \(seed), byte \(place), bit \(bit)")
                }
            }
        }
    }

    @Test func `a field of a newer program is refused as such`() throws {
        var fields = FieldWriter()
        EntryTests.coding.write(
            ChangeEntry(sequence: 1, at: morning, actor: "a", kind: .policy, payloadLength: 0),
            to: &fields
        )
        fields.put(6, [1])
        var facts: [UInt8] = []
        FieldWriter.append(varint: fields.bytes.count, to: &facts)
        facts += fields.bytes
        let error = #expect(throws: EntryError.self) { try EntryTests.coding.changes(facts.span, count: 1) }
        #expect(error?.reason == .unknownField && error?.tag == 6)
    }

    @Test func `the ids a reply takes from the identifier key take no room`() throws {
        var maker = EntryMaker(seed: 1)
        var entry = maker.message()
        let key = EntryTests.coding.identifierKey
        entry.reply = ReplyFacts(
            kind: .issued,
            replyID: key.identifier(sequence: entry.sequence, .reply),
            repliedAt: morning,
            elementID: key.identifier(sequence: entry.sequence, .element),
            signatureID: key.identifier(sequence: entry.sequence, .signature),
            timeID: key.identifier(sequence: entry.sequence, .time)
        )
        var derived: [UInt8] = []
        EntryTests.coding.append(entry, to: &derived)
        #expect(try EntryTests.coding.messages(derived.span, count: 1) == [entry])
        entry.reply?.timeID = Array(repeating: 9, count: 16)
        var own: [UInt8] = []
        EntryTests.coding.append(entry, to: &own)
        #expect(own.count == derived.count + 18)
        #expect(try EntryTests.coding.messages(own.span, count: 1) == [entry])
    }

    /// The bytes of 2026: whoever changes this has changed the format of every archive there is.
    @Test func `the encoding is the one that archives hold`() throws {
        let facts = try invoiceFacts()
        let entry = MessageEntry(
            sequence: 258,
            status: .issued,
            receivedAt: morning,
            originalLength: 5_000,
            sha256: digest("bytes"),
            messageID: "V0101234567AB",
            sender: "V0101234567",
            taxpayer: "0101234567",
            type: "200",
            findings: [],
            noticeNumber: nil,
            invoices: [
                InvoiceEntry(
                    outcome: .accepted(
                        AcceptedInvoice(
                            transaction: 7,
                            code: AuthenticationCode(generation: 3, high: 0x0102_0304_0506_0708, low: 9),
                            facts: facts,
                            contentDigest: digest("content"),
                            relatedTransaction: nil
                        )
                    )
                ), InvoiceEntry(outcome: .duplicate(transaction: 6)),
            ],
            reply: nil,
            replyBytes: [1, 2, 3]
        )
        var bytes: [UInt8] = []
        EntryTests.coding.append(entry, to: &bytes)
        let published = [
            "890201028813020202010301010404800dfbd50520277089d91c0bdf4f2e6862ba7e4a0760511943",
            "1f5d13f726dd352b06f1b206a9060d56303130313233343536374142070b56303130313233343536",
            "37080a3031303132333435363709033230300d030102030e99010101010201070311030102030405",
            "0607080000000000000009040887b7080600000001050101060643323654414107010108024ea209",
            "03564e440b087f778e06000000010c0600204aa9d1010d050040be40250e06006008eaf6010f0531",
            "303130301020ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f731313",
            "01022003020600204aa9d10103050040be40250e06010102020106",
        ].joined()
        #expect(Hex.lowercase(bytes) == published)
    }

    @Test func `the encoding of a message of many is the one that archives hold`() throws {
        var facts = try invoiceFacts(form: 2, symbol: "C26MAA", rates: [])
        facts.buyer = nil
        let warning = WeighedFinding(Finding(.sigExemptCash, path: "HDon/DSCKS"), severity: .warn)
        let refusal = WeighedFinding(Finding(.mttCodeUnique, path: "HDon/MCCQT", found: "M"), severity: .reject)
        let entry = MessageEntry(
            sequence: 9,
            status: .registered,
            receivedAt: morning,
            originalLength: 3_000,
            sha256: digest("bytes"),
            messageID: "V1",
            sender: nil,
            taxpayer: nil,
            type: "206",
            findings: [],
            noticeNumber: 260_000_000_001,
            invoices: [
                InvoiceEntry(
                    outcome: .accepted(
                        AcceptedInvoice(
                            transaction: 7,
                            code: nil,
                            cashCode: CashRegisterCode("M2-26-ABCDE-00000000070"),
                            facts: facts,
                            contentDigest: digest("content"),
                            relatedTransaction: nil
                        )
                    ),
                    findings: [warning]
                ), InvoiceEntry(outcome: .refused, findings: [refusal]),
                InvoiceEntry(outcome: .duplicate(transaction: 7)),
            ],
            reply: nil,
            replyBytes: [1, 2, 3]
        )
        var bytes: [UInt8] = []
        EntryTests.coding.append(entry, to: &bytes)
        let published = [
            "93020102b80b0201090301060404800dfbd50520277089d91c0bdf4f2e6862ba7e4a07605119431f",
            "5d13f726dd352b06f1b206a90602563109033230360b05012835893c0d030102030e940101010302",
            "0107040887b708060000000105010206064332364d414107010108024ea20903564e440c000d000e",
            "000f0531303130301020ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec",
            "9f7314174d322d32362d41424344452d303030303030303030373015237369672e6578656d70742d",
            "63617368097761726e0948446f6e2f4453434b53092d092d0e2b01010415266d74742e636f64652d",
            "756e697175650972656a6563740948446f6e2f4d43435154092d093d4d0e06010102020107",
        ].joined()
        #expect(Hex.lowercase(bytes) == published)
        #expect(try EntryTests.coding.messages(bytes.span, count: 1) == [entry])
    }

    @Test func `an invoice with a code that says it has none, or the other way round, is damage`() throws {
        for outcome: UInt8 in [1, 3] {
            var maker = EntryMaker(seed: 5)
            var entry = maker.message()
            entry.invoices = [
                InvoiceEntry(
                    outcome: .accepted(
                        AcceptedInvoice(
                            transaction: 7,
                            code: outcome == 1 ? AuthenticationCode(generation: 0, high: 1, low: 2) : nil,
                            facts: try invoiceFacts(),
                            contentDigest: digest("content"),
                            relatedTransaction: nil
                        )
                    )
                )
            ]
            var writer = FieldWriter()
            EntryTests.coding.write(entry, to: &writer)
            let fields = writer.bytes
            let place = try #require(
                fields.indices.dropLast(5).last { Array(fields[$0...].prefix(6)) == [1, 1, outcome, 2, 1, 7] }
            )
            for other: UInt8 in [1, 3] {
                var changed = fields
                changed[place + 2] = other
                var facts: [UInt8] = []
                FieldWriter.append(varint: changed.count, to: &facts)
                facts += changed
                let read = try? EntryTests.coding.messages(facts.span, count: 1)
                #expect((read == [entry]) == (other == outcome))
            }
        }
    }
}
