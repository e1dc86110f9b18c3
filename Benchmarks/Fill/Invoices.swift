import InvoiceLedger
import InvoiceModel
import OpenSSL

/// Submissions that are always new and always the same for the same start.
struct Invoices {
    private let patterns: [Pattern]
    private let sellers: [TaxCode]
    private let time: Timestamp
    private let hash = HashContext(.sha256)
    private let each: Int
    private var next: UInt64
    private var state: UInt64

    init(patterns: [Pattern], sellers: [TaxCode], time: Timestamp, first: UInt64, each: Int) {
        self.patterns = patterns
        self.sellers = sellers
        self.time = time
        self.each = each
        next = first
        state = 0x5EED &+ first
    }

    static func seller(_ index: Int) throws -> TaxCode {
        guard let code = TaxCode("03\(10_000_000 + index)") else { throw FillError(text: "seller \(index)") }
        return code
    }

    static func taxpayer(_ code: TaxCode, on day: CalendarDate) -> Taxpayer {
        Taxpayer(
            taxCode: code,
            name: "Công ty TNHH Thương mại \(code)",
            officeCode: "10100",
            status: .active,
            methods: .coded,
            forms: [1, 2],
            cashRegisterCode: "",
            registeredOn: day
        )
    }

    mutating func next(_ count: Int) throws -> [Submission] {
        var submissions: [Submission] = []
        submissions.reserveCapacity(count)
        for _ in 0..<count { submissions.append(each == 1 ? try submission() : try list()) }
        return submissions
    }

    /// One message of many invoices.
    private mutating func list() throws -> Submission {
        let place = next
        var bytes: [UInt8] = []
        var invoices: [InvoiceSubmission] = []
        bytes.reserveCapacity(each * 256)
        invoices.reserveCapacity(each)
        for _ in 0..<each {
            let facts = try facts(symbol: "C26TAA")
            let (key, buyer) = (facts.key, facts.buyer?.description ?? "")
            let line = """
                {"NBan":"\(key.seller)","KHHDon":"\(key.symbol)","SHDon":\(key.number),"NLap":"\(facts.date)",\
                "NMua":{"MST":"\(buyer)"},"DVTTe":"VND","TgTCThue":\(facts.net),"TgTThue":\(facts.tax),\
                "TgTTTBSo":\(facts.total)}

                """
            let start = bytes.count
            bytes.append(contentsOf: line.utf8)
            let content = digest(bytes.span.extracting(start...))
            invoices.append(InvoiceSubmission(verdict: .acceptable(facts, contentDigest: content)))
        }
        return submission(bytes, seller: sellers[Int(place % UInt64(sellers.count))], type: "lines", .lines(invoices))
    }

    private func digest(_ bytes: Span<UInt8>) -> Digest {
        Digest(hash.hash(bytes).span)
    }

    private func submission(
        _ bytes: [UInt8],
        seller: TaxCode,
        type: String,
        _ verdict: Submission.Verdict
    ) -> Submission {
        let sha256 = digest(bytes.span)
        return Submission(
            bytes: bytes,
            sha256: sha256,
            receivedAt: time,
            messageID: "V0399999999" + String(sha256.description.uppercased().prefix(32)),
            sender: "V0399999999",
            taxpayer: seller.description,
            type: type,
            verdict: verdict,
            findings: []
        )
    }

    private mutating func submission() throws -> Submission {
        let bytes = message(patterns[Int(next % UInt64(patterns.count))])
        let facts = try facts(symbol: "C26TAA")
        let content = digest(digest(bytes.span).bytes.span)
        return submission(bytes, seller: facts.key.seller, type: "200", .acceptable(facts, contentDigest: content))
    }

    /// The next invoice. Sellers come in any order; each one's numbers go up by one.
    private mutating func facts(symbol: String) throws -> InvoiceFacts {
        let seller = sellers[Int(next &* 7_919 % UInt64(sellers.count))]
        let value = UInt32(next / UInt64(sellers.count)) + 1
        next += 1
        guard let form = InvoiceForm(1), let symbol = InvoiceSymbol(symbol), let number = InvoiceNumber(value) else {
            throw FillError(text: "number \(value)")
        }
        let net = Int64(random() % 50_000_000) + 10_000
        let rates: [(UInt16, Int64)] = [(800, 8), (1_000, 10), (500, 5)]
        let (hundredths, percent) = rates[Int(random() % 3)]
        let tax = net * percent / 100
        return InvoiceFacts(
            key: InvoiceKey(seller: seller, form: form, symbol: symbol, number: number),
            date: CalendarDate(dayNumber: time.date.dayNumber - Int32(random() % 20)),
            currency: .vnd,
            exchangeRate: nil,
            buyer: sellers[Int(random() % UInt64(sellers.count))],
            net: Amount(units: net),
            tax: Amount(units: tax),
            total: Amount(units: net + tax),
            rates: [
                InvoiceFacts.RateAmounts(
                    rate: TaxRate(kind: .percent, hundredths: hundredths),
                    net: Amount(units: net),
                    tax: Amount(units: tax)
                )
            ],
            related: nil,
            officeCode: "10100"
        )
    }

    /// The pattern with other digests, signatures and digits.
    private mutating func message(_ pattern: Pattern) -> [UInt8] {
        var bytes = pattern.bytes
        for range in pattern.random {
            for index in range { bytes[index] = Invoices.alphabet[Int(random() & 63)] }
        }
        for range in pattern.digits {
            for index in range where (0x30...0x39).contains(bytes[index]) {
                bytes[index] = 0x30 + UInt8(random() % 10)
            }
        }
        return bytes
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// SplitMix64.
    private mutating func random() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }
}
