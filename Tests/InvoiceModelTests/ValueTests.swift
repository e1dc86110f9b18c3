import InvoiceModel
import Testing

@Suite struct TaxRateTests {
    private func rate(_ text: String) -> TaxRate? {
        let bytes = Array(text.utf8)
        return TaxRate(wire: bytes.span)
    }

    @Test(arguments: [
        ("0%", "0%"), (" 8% ", "8%"), ("10%", "10%"), ("KCT", "KCT"), ("KKKNT", "KKKNT"), ("CTCT", "CTTC"),
        ("KHAC", "KHAC"), ("KHAC:03.50%", "KHAC:3.5%"), ("KHAC:7%", "KHAC:7%"),
    ])
    func `rates of the list read into one canonical text`(wire: String, canonical: String) {
        #expect(rate(wire)?.description == canonical)
    }

    @Test(arguments: ["", "8", "7%", "KHAC:", "KHAC:%", "KHAC:-1%", "KHAC:100%", "KHAC:1.234%", "kct", "10 %"])
    func `rates outside the list are refused`(wire: String) {
        #expect(rate(wire) == nil)
    }

    @Test func `only percentages multiply`() {
        #expect(rate("8%")?.factor?.description == "0.08")
        #expect(rate("KHAC:3.5%")?.factor?.description == "0.035")
        #expect(rate("KCT")?.factor == nil)
        #expect(rate("CTTC")?.factor == nil)
    }
}

@Suite struct DigestTests {
    @Test func `bytes survive the words`() {
        let bytes = (0..<32).map { UInt8($0 * 7 + 1) }
        #expect(Digest(bytes.span).bytes == bytes)
        #expect(Hex.bytes(Digest(bytes.span).description) == bytes)
    }

    @Test func `order is the order of the bytes`() {
        let low = [UInt8](repeating: 0, count: 31) + [1]
        let high = [1] + [UInt8](repeating: 0, count: 31)
        #expect(Digest(low.span) < Digest(high.span))
        #expect(Digest(low.span) != Digest(high.span))
    }

    @Test(arguments: ["0", "0g", "zz"])
    func `other text is not hexadecimal`(text: String) {
        #expect(Hex.bytes(text) == nil)
    }
}

@Suite struct PolicyTests {
    @Test func `findings are weighed in the order of the rule table, and off is silent`() {
        var policy = Policy()
        policy.setSeverity(.off, of: .sumPayable)
        policy.setSeverity(.reject, of: .lineArith)
        let findings = [
            Finding(.sumPayable, path: "c"), Finding(.lineArith, path: "b"), Finding(.envMandatoryPresent, path: "a"),
            Finding(.sumWordsPresent, path: "d"),
        ]
        let weighed = policy.weigh(findings)
        #expect(weighed.map(\.finding.path) == ["a", "b", "d"])
        #expect(weighed.map(\.severity) == [.reject, .reject, .warn])
    }

    @Test func `a finding repeats two hundred characters of the sender and no more`() {
        let limit = String(repeating: "ộ", count: Finding.foundCharacters)
        #expect(Finding(.envFieldLength, path: "", found: limit).found == limit)
        #expect(Finding(.envFieldLength, path: "", found: limit + "x").found == limit + "…")
    }

    @Test func `codes have different texts`() {
        #expect(Set(RuleCode.allCases.map(\.slug)).count == RuleCode.allCases.count)
    }
}

@Suite struct CertificateListTests {
    @Test func `serials compare without case, colons and leading zeros`() {
        #expect(RegisteredCertificate.normalise(serial: "00:0a:Ff") == "AFF")
        #expect(RegisteredCertificate.normalise(serial: "0000") == "0")
    }
}
