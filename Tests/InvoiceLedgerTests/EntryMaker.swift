import InvoiceCode
import InvoiceModel
import TestSupport

@testable import InvoiceLedger

/// Makes entries that hold everything an entry can hold, from a seed.
struct EntryMaker {
    var random: SeededRandom
    private var sequence: UInt64 = 0

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
    }

    mutating func message() -> MessageEntry {
        sequence += UInt64.random(in: 1...70_000, using: &random)
        let invoices = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            InvoiceEntry(
                outcome: outcome(),
                findings: (0..<Int.random(in: 0...2, using: &random)).map { _ in finding() }
            )
        }
        return MessageEntry(
            sequence: sequence,
            status: MessageStatus.allCases.randomElement(using: &random) ?? .issued,
            receivedAt: Timestamp(localSeconds: Int64.random(in: -5...4_000_000_000, using: &random)),
            originalLength: Int.random(in: 0...2_000_000, using: &random),
            sha256: digest("\(sequence)"),
            messageID: maybe("V0101234567\(sequence)"),
            sender: maybe("V0101234567"),
            taxpayer: maybe("0101234567"),
            type: maybe("200"),
            findings: (0..<Int.random(in: 0...3, using: &random)).map { _ in finding() },
            noticeNumber: Bool.random(using: &random) ? UInt64.random(in: 1...UInt64.max, using: &random) : nil,
            invoices: invoices,
            reply: Bool.random(using: &random) ? reply() : nil,
            replyBytes: Bool.random(using: &random) ? bytes(Int.random(in: 0...300, using: &random)) : nil
        )
    }

    private mutating func outcome() -> InvoiceEntry.Outcome {
        let transaction = UInt64.random(in: 1...UInt64.max, using: &random)
        guard Bool.random(using: &random), var facts = try? invoiceFacts(number: 17) else {
            return Bool.random(using: &random) ? .refused : .duplicate(transaction: transaction)
        }
        facts.net = amount()
        facts.tax = amount()
        facts.total = amount()
        facts.exchangeRate = Bool.random(using: &random) ? amount() : nil
        facts.buyer = Bool.random(using: &random) ? facts.key.seller : nil
        facts.rates = ["8%", "KCT", "KHAC:5.26%"].prefix(Int.random(in: 0...3, using: &random)).compactMap { text in
            TaxRate(wire: Array(text.utf8).span).map {
                InvoiceFacts.RateAmounts(rate: $0, net: amount(), tax: amount())
            }
        }
        if Bool.random(using: &random) {
            facts.related = RelatedInvoice(
                relation: Bool.random(using: &random) ? .replaces : .adjusts,
                source: UInt8.random(in: 0...255, using: &random),
                key: Bool.random(using: &random) ? facts.key : nil,
                date: Bool.random(using: &random) ? facts.date : nil
            )
        }
        let isCoded = Bool.random(using: &random)
        return .accepted(
            AcceptedInvoice(
                transaction: transaction,
                code: isCoded ? AuthenticationCode(generation: 0, high: random.next(), low: random.next()) : nil,
                cashCode: maybe("M1-26-AB0D9-00000000\(Int.random(in: 100...999, using: &random))").flatMap {
                    CashRegisterCode($0)
                },
                facts: facts,
                contentDigest: digest("\(transaction)"),
                relatedTransaction: Bool.random(using: &random) ? transaction / 2 : nil
            )
        )
    }

    private mutating func reply() -> ReplyFacts {
        ReplyFacts(
            kind: [.issued, .refused, .technical, .results].randomElement(using: &random) ?? .issued,
            replyID: bytes(16),
            repliedAt: morning,
            elementID: bytes(Bool.random(using: &random) ? 16 : 0),
            signatureID: bytes(16),
            timeID: bytes(16),
            noticeNumber: Bool.random(using: &random) ? 260_000_000_001 : nil,
            signature: bytes(Int.random(in: 0...80, using: &random)),
            signer: UInt32.random(in: 0...9, using: &random)
        )
    }

    private mutating func finding() -> WeighedFinding {
        var finding = Finding(RuleCode.allCases.randomElement(using: &random) ?? .envMsgidUnique, path: "HDon/a\tb\\")
        finding.found = maybe("tìm\nthấy")
        finding.expected = maybe("")
        return WeighedFinding(finding, severity: Bool.random(using: &random) ? .warn : .reject)
    }

    private mutating func amount() -> Amount {
        let millionths = Int128.random(in: (-1 << 100)...(1 << 100), using: &random)
        return Amount(millionths: Bool.random(using: &random) ? millionths : millionths >> 70)
    }

    private mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    }

    private mutating func maybe(_ text: String) -> String? {
        Bool.random(using: &random) ? text : nil
    }
}
