import InvoiceModel
import InvoiceXML
import Testing

@testable import InvoiceRules

@Suite struct FieldTests {
    /// A field of the signed part with its length, found in the table, and where the fixture can carry it.
    struct Limit: Sendable, CustomTestStringConvertible {
        let row: FieldRow
        let number: Int
        var testDescription: String { "\(row.tag.name) ≤ \(row.length)" }
    }

    static let parents: [String: (open: String, close: String)] = [
        "TTChung": ("<PBan>2.1.0</PBan><THDon>", "</TTChung><NDHDon>"), "NBan": ("<NBan>", "</NBan>"),
        "NMua": ("<NMua>", "</NMua>"), "HHDVu": ("<HHDVu>", "</HHDVu>"), "TToan": ("<TToan>", "</TToan>"),
    ]

    static let limits: [Limit] = FieldTable.rows.enumerated().compactMap { number, row in
        guard row.shape == .text, row.length > 0, row.ways.contains(.closed), row.parent != 255 else { return nil }
        let parent = FieldTable.rows[Int(row.parent)]
        guard parents[parent.tag.name] != nil, parent.ways.contains(.takesFreeFields) else { return nil }
        return Limit(row: row, number: number)
    }

    @Test func `many fields have a length`() {
        #expect(FieldTests.limits.count > 25)
    }

    @Test(arguments: FieldTests.limits)
    func `a text is taken at its length in characters and refused one past it`(limit: Limit) throws {
        let parent = FieldTable.rows[Int(limit.row.parent)].tag.name
        let tag = limit.row.tag.name
        for (count, isGood) in [(Int(limit.row.length), true), (Int(limit.row.length) + 1, false)] {
            let text = String(repeating: "ữ", count: count)
            let findings = try FieldTests.putting("<\(tag)>\(text)</\(tag)>", tag, into: parent).findings()
            let tooLong = findings.filter { $0.code == .envFieldLength && $0.path.hasSuffix("/\(tag)") }
            #expect(tooLong.isEmpty == isGood, "\(findings)")
            #expect(!findings.contains { $0.code == .envDuplicateField }, "\(findings)")
        }
    }

    @Test(arguments: [
        ("<SLuong>10</SLuong>", "<SLuong>123456789012345.678901</SLuong>", true),
        ("<SLuong>10</SLuong>", "<SLuong>1234567890123456.678901</SLuong>", false),
        ("<SLuong>10</SLuong>", "<SLuong>1.1234567</SLuong>", false),
        ("<SLuong>10</SLuong>", "<SLuong>-1</SLuong>", true), ("<SLuong>10</SLuong>", "<SLuong>+1</SLuong>", false),
        ("<SLuong>10</SLuong>", "<SLuong> 10 </SLuong>", true),
        ("<SLuong>10</SLuong>", "<SLuong>&#49;0</SLuong>", true),
        ("<TLCKhau>5<", "<TLCKhau>99.1234<", true), ("<TLCKhau>5<", "<TLCKhau>5.000000<", true),
        ("<TLCKhau>5<", "<TLCKhau>123.1234<", false), ("<TLCKhau>5<", "<TLCKhau>1.12345<", false),
        ("<STT>2</STT>", "<STT>9999</STT>", true), ("<STT>2</STT>", "<STT>10000</STT>", false),
    ])
    func `numbers keep to their digits`(old: String, new: String, isGood: Bool) throws {
        let findings = try Fixture.vat.replacing(old, new).findings()
        #expect(findings.contains { $0.code == .envNumberFormat } == !isGood, "\(findings)")
    }

    @Test func `an adjustment may leave goods and totals alone`() throws {
        let text = Fixture.adjustment.text
        let goods = try #require(text.firstRange(of: "<DSHHDVu>")).lowerBound
        let end = try #require(text.firstRange(of: "</TToan>")).upperBound
        var fixture = Fixture.adjustment
        fixture.text = String(text[..<goods]) + String(text[end...])
        #expect(try fixture.findings() == [])
        let facts = try #require(try fixture.facts())
        #expect(facts.total == .zero && facts.rates.isEmpty)
        fixture.text = fixture.text.replacingOnce("<TCHDon>2<", "<TCHDon>1<")
        #expect(try Set(fixture.findings().map(\.code)) == [.linePresent, .sumBlockPresent])
    }

    @Test func `an unknown name is told once, outside the signed part never`() throws {
        let fixture = Fixture.vat.replacing("<HTTToan>", "<Mau/><Khac/><Mau/><HTTToan>")
            .replacing("</DLHDon>", "</DLHDon><Fkey>1</Fkey><TTKhac><Own/></TTKhac><DSCKS/>")
            .replacing("</TTin>", "<Own><Deep/></Own></TTin>")
        #expect(try fixture.findings().map(\.path) == ["HDon/DLHDon/TTChung/Mau[1]", "HDon/DLHDon/TTChung/Khac"])
    }

    @Test func `a second DLHDon is left to the signature's rule`() throws {
        let fixture = Fixture.vat.replacing("</DLHDon>", "</DLHDon><DLHDon Id=\"other\"/>")
        #expect(try fixture.findings() == [])
    }

    @Test func `children come in any order`() throws {
        let fixture = Fixture.vat.replacing("<TChat>1</TChat><STT>1</STT>", "")
            .replacing("<DVTinh>kg</DVTinh>", "<STT>1</STT><DVTinh>kg</DVTinh><TChat>1</TChat>")
        #expect(try fixture.findings() == [])
    }

    @Test func `the walk's number agrees with the amount`() {
        for text in ["1", "-1", "", "-", "1.", ".5", "1e3", "007", "1.1234567", "123456789012345678901", "0.000001"]
            + ["1234567890123456789012", "1.2.3", "--1", "123456789012345.678901", " 1"]
        {
            let bytes = Array(text.utf8)
            #expect((NumberShape(wire: bytes.span) != nil) == (Amount(wire: bytes.span) != nil), "\(text)")
        }
    }

    /// The good invoice with a field in its parent, in place of the one that is there.
    private static func putting(_ field: String, _ tag: String, into parent: String) throws -> Fixture {
        var fixture = Fixture.vat
        let text = fixture.text
        let (open, close) = try #require(parents[parent])
        let start = try #require(text.firstRange(of: open)).lowerBound
        let end = try #require(text[start...].firstRange(of: close)).upperBound
        var block = String(text[start..<end])
        if let first = block.firstRange(of: "<\(tag)>"), let last = block.firstRange(of: "</\(tag)>") {
            block.removeSubrange(first.lowerBound..<last.upperBound)
        }
        block = block.replacingOnce(close, field + close)
        fixture.text = String(text[..<start]) + block + String(text[end...])
        return fixture
    }
}
