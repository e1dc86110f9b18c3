import InvoiceLedger
import InvoiceModel
import OpenSSL

/// Submissions that are always new and always the same for the same start.
struct Invoices {
    private let patterns: [Pattern]
    private let sellers: [TaxCode]
    private let time: Timestamp
    private let hash = HashContext(.sha256)
    private var next: UInt64
    private var state: UInt64

    init(patterns: [Pattern], sellers: [TaxCode], time: Timestamp, first: UInt64) {
        self.patterns = patterns
        self.sellers = sellers
        self.time = time
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
        for _ in 0..<count { submissions.append(try submission()) }
        return submissions
    }

    private mutating func submission() throws -> Submission {
        // Sellers come in any order; each one's numbers go up by one.
        let place = next
        next += 1
        let seller = sellers[Int(place &* 7_919 % UInt64(sellers.count))]
        let bytes = message(patterns[Int(place % UInt64(patterns.count))])
        var digest: [UInt8] = []
        hash.update(bytes.span)
        hash.finish(into: &digest)
        let sha256 = Digest(digest.span)
        digest.removeAll(keepingCapacity: true)
        hash.update(sha256.bytes.span)
        hash.finish(into: &digest)
        return Submission(
            bytes: bytes,
            sha256: sha256,
            receivedAt: time,
            messageID: "V0399999999" + String(sha256.description.uppercased().prefix(32)),
            sender: "V0399999999",
            taxpayer: seller.description,
            type: "200",
            verdict: .acceptable(
                try facts(seller, number: UInt32(place / UInt64(sellers.count)) + 1),
                contentDigest: Digest(digest.span)
            ),
            findings: []
        )
    }

    private mutating func facts(_ seller: TaxCode, number: UInt32) throws -> InvoiceFacts {
        guard let form = InvoiceForm(1), let symbol = InvoiceSymbol("C26TAA"), let number = InvoiceNumber(number) else {
            throw FillError(text: "number \(number)")
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
