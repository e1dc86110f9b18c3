import InvoiceModel
import InvoiceXML
import Testing

@testable import InvoiceRules

/// Invoices nobody would send: whatever they say, rules find and never fall.
@Suite struct MutationTests {
    private static let texts = [
        "", " ", "-", "0", "-1", "999999999999999999999", "-999999999999999999999", "999999999999999.999999",
        "0.000001",
        "1E9", "KHAC:99.99%", "10%", "KCT", "2026-02-29", "0001-01-01", "9999-12-31", "C26TAA", "&lt;", "<b/>",
        "<![CDATA[1]]>", "<!-- -->", "đ", "1", "2", "3", "4", "5", "9", "USD", "0199999991",
    ]

    @Test(arguments: 0..<40) func `any text in any field, any element twice or gone, is judged`(seed: Int) throws {
        var random = SplitMix(state: UInt64(seed))
        var judged = 0
        let batches = [Fixture.uncoded, .cash, .cashVat, .cashUncoded]
        for base in [Fixture.vat, .sales, .adjustment, .vehicle] + Fixture.forms + batches {
            for _ in 0..<15 {
                var fixture = base
                for _ in 0...Int(random.next() % 4) { fixture.text = MutationTests.mutate(fixture.text, &random) }
                // A change may tear tags apart: that is the reader's to refuse.
                guard let findings = try? fixture.findings() else { continue }
                judged += 1
                #expect(findings.allSatisfy { !$0.path.isEmpty }, "seed \(seed)")
            }
        }
        #expect(judged > 50, "seed \(seed)")
    }

    @Test func `thousands of rates and lines are judged without a search for each`() throws {
        var rows = ""
        var lines = ""
        for number in 0..<2_000 {
            let rate = "KHAC:\(number / 100).\(number / 10 % 10)\(number % 10)%"
            rows += "<LTSuat><TSuat>\(rate)</TSuat><ThTien>1</ThTien></LTSuat>"
            lines += "<HHDVu><TChat>1</TChat><THHDVu>a</THHDVu><ThTien>1</ThTien><TSuat>\(rate)</TSuat></HHDVu>"
        }
        let fixture = Fixture.vat.replacing("<THTTLTSuat>", "<THTTLTSuat>" + rows)
            .replacing("<DSHHDVu>", "<DSHHDVu>" + lines)
        let clock = ContinuousClock()
        let time = try clock.measure { _ = try fixture.findings() }
        #expect(time < .seconds(5), "\(time)")
    }

    /// A text put in place of another, an element doubled, or an element taken out.
    private static func mutate(_ text: String, _ random: inout SplitMix) -> String {
        let bytes = Array(text.utf8)
        let starts = bytes.indices.filter { index in
            index + 1 < bytes.count && bytes[index] == UInt8(ascii: "<") && bytes[index + 1] != UInt8(ascii: "/")
        }
        let start = starts[Int(random.next() % UInt64(starts.count))]
        guard let close = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else { return text }
        let nameEnd = bytes[start..<close].firstIndex { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "/") } ?? close
        let name = String(decoding: bytes[(start + 1)..<nameEnd], as: UTF8.self)
        guard name != "TDiep", name != "TTChung", bytes[close - 1] != UInt8(ascii: "/") else { return text }
        let tail = String(decoding: bytes[start...], as: UTF8.self)
        guard let end = tail.firstRange(of: "</\(name)>")?.upperBound else { return text }
        let element = String(tail[..<end])
        let head = String(decoding: bytes[..<start], as: UTF8.self)
        let rest = String(tail[end...])
        switch random.next() % 4 {
        case 0: return head + rest
        case 1: return head + element + element + rest
        default:
            let value = texts[Int(random.next() % UInt64(texts.count))]
            return head + "<\(name)>\(value)</\(name)>" + rest
        }
    }
}

/// A small seeded source of numbers.
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
