import InvoiceModel
import Testing

@Suite struct AmountTests {
    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("3750000.000000", "3750000"), ("-1200.5", "-1200.5"), ("0.000001", "0.000001"),
        ("123456789012345.678901", "123456789012345.678901"), ("007", "7"),
    ])
    func `a wire number reads exactly and prints canonically`(wire: String, canonical: String) {
        #expect(Amount(wire: wire)?.description == canonical)
    }

    @Test(arguments: ["", "-", ".", "1.", ".5", "+1", "1e3", "1,5", " 1", "1.2345678", "1.200,50", "--1", "1.2.3"])
    func `anything else is not a number`(wire: String) {
        #expect(Amount(wire: wire) == nil)
    }

    @Test func `twenty-one digits are read and twenty-two are not`() {
        #expect(Amount(wire: String(repeating: "9", count: 21)) != nil)
        #expect(Amount(wire: String(repeating: "9", count: 22)) == nil)
        #expect(Amount(wire: String(repeating: "9", count: 15) + ".999999") != nil)
        #expect(Amount(wire: String(repeating: "9", count: 16) + ".999999") == nil)
    }

    @Test(arguments: [
        ("0.000001", "0.5", "0.000001"), ("-0.000001", "0.5", "-0.000001"), ("0.000001", "0.4", "0"),
        ("26138.5", "1000.25", "26145034.625"), ("100000000000000", "99999.99", "9999999000000000000"),
    ])
    func `a product is rounded half away from zero to millionths`(
        left: String,
        right: String,
        product: String
    )
        throws
    {
        let factors = (try #require(Amount(wire: left)), try #require(Amount(wire: right)))
        #expect(factors.0.multiplied(by: factors.1)?.description == product)
    }

    @Test func `overflow is an answer`() {
        let largest = Amount(millionths: Int128.max)
        #expect(largest.adding(Amount(millionths: 1)) == nil)
        #expect(Amount(millionths: Int128.min).subtracting(Amount(millionths: 1)) == nil)
        #expect(largest.multiplied(by: Amount(units: 2)) == nil)
        #expect(largest.multiplied(by: Amount(units: 1)) == largest)
    }
}
