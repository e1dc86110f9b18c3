import Foundation
import InvoiceModel
import OpenSSL
import Testing

@testable import InvoiceLedger

/// History written anew with check sums, chain, codes and store that agree: what the audit must still name.
@Suite struct InsiderTests {
    private static let submitted = Result {
        let ledger = try TownLedger()
        _ = try ledger.submit(nil, replies: nil, "--batch", "100")
        return ledger
    }

    /// What somebody does, and what the audit says of it.
    struct Deed: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var proof: String
        var words: String
        /// Whether a transaction must be named.
        var hasTransaction = false
        var more: [String] = []
        var isStored = true
        var isPlaced = true
        var act: @Sendable (inout Insider) throws -> Void
    }

    private static let entries: [Deed] = [
        Deed(testDescription: "a second invoice", proof: "archive", words: "2 invoices", hasTransaction: true) {
            insider in
            var second = try insider.issued()
            second.facts.key.number = try #require(InvoiceNumber(98_765_432))
            second.transaction = UInt64(
                insider.blocks.flatMap(\.messages).filter { $0.entry.status == .issued }.count + 1
            )
            let forged = try insider.coded(second)
            let last = insider.blocks.flatMap(\.messages).filter { $0.entry.status == .issued }.count - 1
            try insider.change(.issued, after: last) { entry, _ in entry.invoices.append(.issued(forged)) }
        },
        Deed(
            testDescription: "a refused message with a code",
            proof: "archive",
            words: "message that is refused with",
            isStored: false
        ) {
            insider in
            var stolen = try insider.issued()
            stolen.facts.key.number = try #require(InvoiceNumber(98_765_432))
            let forged = try insider.coded(stolen)
            try insider.change(.refused) { entry, _ in entry.invoices = [.issued(forged)] }
        },
        Deed(
            testDescription: "a forged total",
            proof: "content",
            words: "the facts of the original",
            hasTransaction: true
        ) { insider in
            var forged = try insider.issued(after: 2)
            forged.facts.total.millionths += 1_000_000
            let invoice = try insider.coded(forged)
            try insider.change(.issued, after: 2) { entry, _ in entry.invoices = [.issued(invoice)] }
        },
        Deed(testDescription: "a forged tag", proof: "codes", words: "tag is not", hasTransaction: true) { insider in
            try insider.change(.issued, after: 3) { entry, _ in
                try entry.changeInvoice { $0.facts.total.millionths += 1_000_000 }
            }
        },
        Deed(
            testDescription: "the same number twice",
            proof: "archive",
            words: "is that of transaction 1 already",
            hasTransaction: true,
            isStored: false
        ) { insider in
            let first = try insider.issued()
            var second = try insider.issued(after: 1)
            second.facts.key = first.facts.key
            let forged = try insider.coded(second)
            try insider.change(.issued, after: 1) { entry, _ in entry.invoices = [.issued(forged)] }
        },
        Deed(testDescription: "the same message twice", proof: "archive", words: "the same bytes are stored as message")
        {
            insider in
            let first = try #require(insider.blocks.flatMap(\.messages).first { $0.entry.status == .rejected })
            try insider.change(.rejected, after: 1) { entry, bytes in
                bytes = first.bytes
                entry.sha256 = first.entry.sha256
            }
        },
        Deed(testDescription: "other bytes", proof: "content", words: "the original is no", hasTransaction: true) {
            insider in
            try insider.change(.issued, after: 4) { entry, bytes in
                let place = try #require(bytes.firstRange(of: Array("<DVTTe>VND".utf8))?.upperBound)
                bytes[place - 1] = UInt8(ascii: "E")
                entry.sha256 = Digest(SHA256.hash(bytes).span)
            }
        },
        Deed(testDescription: "a digest of other bytes", proof: "archive", words: "SHA-256", hasTransaction: true) {
            insider in
            try insider.change(.issued, after: 4) { entry, _ in entry.sha256 = Digest(SHA256.hash([1]).span) }
        },
        Deed(
            testDescription: "a verdict",
            proof: "verdicts",
            words: "comes to refused, the entry says rejected",
            isStored: false
        ) {
            insider in
            try insider.change(.refused) { entry, _ in
                entry.status = .rejected
                entry.noticeNumber = nil
                entry.reply?.kind = .technical
                entry.reply?.noticeNumber = nil
                entry.reply?.signer = 0
            }
        },
        Deed(testDescription: "a finding left out", proof: "verdicts", words: "other findings: ") { insider in
            try insider.change(.refused) { entry, _ in entry.findings.removeLast() }
        },
        Deed(testDescription: "another receipt time", proof: "archive", words: "the time goes back") { insider in
            try insider.change(.issued, after: 5) { entry, _ in
                entry.receivedAt = entry.receivedAt.advanced(bySeconds: 60)
            }
        },
        Deed(testDescription: "another sender", proof: "content", words: "header", hasTransaction: true) { insider in
            try insider.change(.issued) { entry, _ in entry.sender = "V0999999999" }
        },
        Deed(testDescription: "another signer", proof: "archive", words: "signer 2 was not", hasTransaction: true) {
            insider in
            try insider.change(.issued) { entry, _ in entry.reply?.signer = 2 }
        },
        Deed(testDescription: "another reply id", proof: "archive", words: "reply's id", hasTransaction: true) {
            insider in
            try insider.change(.issued) { entry, _ in entry.reply?.replyID[3] ^= 1 }
        },
        Deed(
            testDescription: "another signature value",
            proof: "signatures",
            words: "authority's signature",
            hasTransaction: true,
            more: ["--signatures"]
        ) { insider in
            try insider.change(.issued) { entry, _ in entry.reply?.signature[7] ^= 1 }
        },
        Deed(testDescription: "a notice out of order", proof: "archive", words: "notice", isStored: false) { insider in
            try insider.change(.refused, after: 1) { entry, _ in
                entry.noticeNumber = entry.noticeNumber.map { $0 + 5 }
                entry.reply?.noticeNumber = entry.noticeNumber
            }
        },
    ]

    private static let blocks: [Deed] = [
        Deed(
            testDescription: "a message left out in the middle",
            proof: "archive",
            words: "stands where",
            isStored: false
        ) { insider in
            let block = try #require(insider.blocks.firstIndex { $0.messages.count > 20 })
            insider.blocks[block].messages.remove(at: 10)
            insider.blocks[block].content.count -= 1
        },
        Deed(
            testDescription: "a block left out in the middle",
            proof: "archive",
            words: "stands where",
            isStored: false
        ) { insider in
            let block = try #require(insider.blocks.firstIndex { $0.content.kind == .messages })
            insider.blocks.remove(at: block + 1)
        },
        Deed(testDescription: "two blocks changed about", proof: "archive", words: "stands where", isStored: false) {
            insider in
            let block = try #require(insider.blocks.firstIndex { $0.content.kind == .messages })
            insider.blocks.swapAt(block, block + 1)
        },
        Deed(testDescription: "an action left out", proof: "archive", words: "change 5 stands where 4", isStored: false)
        { insider in
            insider.blocks.removeAll { $0.changes.first?.entry.sequence == 4 }
        },
        Deed(testDescription: "a wrong count", proof: "archive", words: "not as many entries", isStored: false) {
            insider in
            let block = try #require(insider.blocks.firstIndex { $0.content.kind == .messages })
            insider.blocks[block].content.count += 1
        },
        Deed(testDescription: "a wrong first entry", proof: "archive", words: "another first entry", isStored: false) {
            insider in
            let block = try #require(insider.blocks.firstIndex { $0.content.kind == .messages })
            insider.blocks[block].content.first += 7
        },
        Deed(testDescription: "a wrong time", proof: "archive", words: "another time") { insider in
            insider.blocks[2].content.writtenAt = insider.blocks[2].content.writtenAt.advanced(bySeconds: 1)
        },
        Deed(testDescription: "bytes that belong to nothing", proof: "archive", words: "bytes of originals") {
            insider in
            let block = try #require(insider.blocks.firstIndex { $0.content.kind == .messages })
            insider.blocks[block].surplus = [1, 2, 3]
        },
        Deed(testDescription: "rules of a later program", proof: "verdicts", words: "judged by rules of revision 99") {
            insider in
            insider.blocks[insider.blocks.count - 1].content.rules = 99
        },
        Deed(testDescription: "rules that go back", proof: "archive", words: "revision of the rules goes back") {
            insider in
            insider.blocks[insider.blocks.count - 1].content.rules = 0
        },
        Deed(testDescription: "rules of nowhere from the beginning", proof: "archive", words: "were not upgraded") {
            insider in
            for block in insider.blocks.indices.dropLast() { insider.blocks[block].content.rules = 0 }
        },
        Deed(testDescription: "rules of nowhere", proof: "archive", words: "nothing was upgraded", isPlaced: false) {
            insider in
            for block in insider.blocks.indices { insider.blocks[block].content.rules = 0 }
        },
        Deed(
            testDescription: "another check value of a code key",
            proof: "codes",
            words: "holds another key",
            isStored: false
        ) { insider in
            insider.blocks[0].changes[1].payload = ChangePayload.write(generation: 0, checkValue: 1)
            insider.blocks[0].changes[1].entry.payloadLength = insider.blocks[0].changes[1].payload.count
        },
        Deed(
            testDescription: "another certificate of the authority",
            proof: "signatures",
            words: "the reply",
            hasTransaction: true,
            more: ["--signatures"]
        ) { insider in
            let other = try TownLedger(seed: "another")
            let theirs = try Insider(other.path)
            insider.blocks[0].changes[2] = theirs.blocks[0].changes[2]
        },
        Deed(testDescription: "a policy that cannot be read", proof: "verdicts", words: "cannot be judged") { insider in
            let place = try #require(insider.blocks.firstIndex { $0.changes.first?.entry.kind == .taxpayers })
            var change = insider.blocks[place].changes[0]
            change.entry.kind = .policy
            change.payload = Array("{".utf8)
            change.entry.payloadLength = 1
            insider.blocks[place].changes[0] = change
        },
        Deed(testDescription: "a second beginning", proof: "archive", words: "made once", isStored: false) { insider in
            let place = try #require(insider.blocks.firstIndex { $0.changes.first?.entry.kind == .anchor })
            insider.blocks[place].changes[0].entry.kind = .created
        },
    ]

    private static let extremes: [Deed] = [
        Deed(testDescription: "a sequence number", proof: "archive", words: "impossible", isStored: false) { insider in
            try insider.change(.issued) { entry, _ in entry.sequence = .max }
        },
        Deed(testDescription: "a transaction", proof: "archive", words: "impossible", isStored: false) { insider in
            try insider.change(.issued) { entry, _ in try entry.changeInvoice { $0.transaction = .max } }
        },
        Deed(testDescription: "a time", proof: "archive", words: "impossible", isStored: false) { insider in
            try insider.change(.issued) { entry, _ in entry.receivedAt = Timestamp(localSeconds: .min + 1) }
        },
        Deed(testDescription: "a date", proof: "archive", words: "impossible", isStored: false) { insider in
            try insider.change(.issued) { entry, _ in
                try entry.changeInvoice { $0.facts.date = CalendarDate(dayNumber: .min) }
            }
        },
        Deed(testDescription: "an amount", proof: "archive", words: "impossible", isStored: false) { insider in
            try insider.change(.issued) { entry, _ in
                try entry.changeInvoice { invoice in
                    invoice.facts.rates = invoice.facts.rates.map { row in
                        InvoiceFacts.RateAmounts(
                            rate: row.rate,
                            net: Amount(millionths: .max),
                            tax: Amount(millionths: .max)
                        )
                    }
                }
            }
        },
        Deed(testDescription: "a notice", proof: "archive", words: "impossible", isStored: false) { insider in
            try insider.change(.refused) { entry, _ in entry.noticeNumber = .max }
        },
        Deed(testDescription: "a change", proof: "archive", words: "impossible", isStored: false) { insider in
            insider.blocks[1].changes[0].entry.sequence = .max
        },
    ]

    @Test(arguments: entries + blocks + extremes)
    func `what was written anew is named`(deed: Deed) throws {
        let ledger = try Self.submitted.get()
        let path = "\(ledger.folder)/insider-\(UUID().uuidString)"
        try FileManager.default.copyItem(atPath: ledger.path, toPath: path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        var insider = try Insider(path)
        try deed.act(&insider)
        #expect(try insider.write() == deed.isStored)
        let result = try Program.run(["audit", path, "--json", "--progress", "off"] + deed.more)
        #expect(result.status == 3)
        let named = result.outcomes.filter {
            $0["proof"] as? String == deed.proof && ($0["what"] as? String)?.contains(deed.words) == true
        }
        #expect(!named.isEmpty, "\(result.output.prefix(4_000))\(result.errors)")
        #expect(!deed.isPlaced || named.allSatisfy { $0["segment"] as? Int == 1 && $0["block"] is Int })
        if deed.hasTransaction { #expect(named.contains { $0["transaction"] is Int }, "\(named)") }
        #expect(!result.errors.contains("Fatal"))
    }

    @Test func `an archive written anew without a change is clean`() throws {
        let ledger = try Self.submitted.get()
        let path = "\(ledger.folder)/insider-same"
        try FileManager.default.copyItem(atPath: ledger.path, toPath: path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try Insider(path).write())
        let result = try Program.run(["audit", path, "--signatures", "--progress", "off"])
        #expect(result.status == 0, "\(result.output)\(result.errors)")
    }
}
