import Foundation
import InvoiceModel
import InvoiceSynth
import Testing

/// The signatures of good messages against an outside judge.
@Suite struct SignatureTests {
    @Test(arguments: ["compact", "indented", "wrapped", "padded"])
    func `xmlsec1 verifies every signature of that vendor's good messages`(vendor: String) throws {
        let folder = SynthFolder()
        _ = try folder.run {
            $0.invoices = 120
            $0.badShare = 0.3
        }
        let lines = try folder.manifest().filter {
            $0["vendor"] as? String == vendor && ["issued", "duplicate"].contains($0["status"] as? String)
        }
        #expect(lines.count >= 10)
        for line in lines {
            let file = try #require(line["file"] as? String)
            try expectVerified(folder.path + "/" + file)
        }
    }

    @Test func `xmlsec1 refuses a message that was changed after signing`() throws {
        let folder = SynthFolder()
        _ = try folder.run {
            $0.invoices = 20
            $0.badShare = 10
        }
        let tampered = try folder.manifest().filter { ($0["way"] as? String)?.hasPrefix("tampered") == true }
        #expect(tampered.count >= 6)
        for line in tampered {
            let file = try #require(line["file"] as? String)
            #expect(try verify(folder.path + "/" + file) == false, "\(line)")
        }
    }

    @Test func `xmlsec1 verifies what buyers and others sign, but the broken ones`() throws {
        let folder = SynthFolder()
        _ = try folder.run {
            $0.invoices = 80
            $0.uncoded = 20
            $0.perMessage = 1
            $0.buyerSigned = 0.5
        }
        var verdicts: [String: Int] = [:]
        for line in try folder.manifest() {
            let path = folder.path + "/" + (try #require(line["file"] as? String))
            let text = String(decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
            let isBroken = line["codes"] as? [String] == ["sig.buyer-optional"]
            for holder in ["NMua", "CCKSKhac"] where text.contains("Id=\"\(holder)-") {
                let isGood = holder == "CCKSKhac" || !isBroken
                if isGood {
                    try expectVerified(path, holder: holder)
                } else {
                    #expect(try verify(path, holder: holder) == false)
                }
                verdicts["\(holder) \(isGood)", default: 0] += 1
            }
        }
        let counts = ["NMua true", "NMua false", "CCKSKhac true"].map { verdicts[$0, default: 0] }
        #expect(counts[0] > 20 && counts[1] > 1 && counts[2] > 5)
    }

    @Test func `a share of zero signs as before, a share of one lets every buyer sign`() throws {
        let (without, with) = (SynthFolder(), SynthFolder())
        _ = try without.run { $0.invoices = 10 }
        _ = try with.run {
            $0.invoices = 10
            $0.buyerSigned = 1
        }
        let first = "messages/0000/00000001.xml"
        #expect(try !without.text(first).contains("NMua-1") && with.text(first).contains("NMua-1"))
        for line in try with.manifest() {
            #expect(try with.text(try #require(line["file"] as? String)).contains("<NMua>"))
        }
        #expect(throws: SynthError.self) { try with.run { $0.buyerSigned = 1.01 } }
    }

    /// In place, or with the `HDon` as a document of its own (some vendors sign before they wrap).
    private func expectVerified(_ path: String, holder: String = "NBan") throws {
        if try verify(path, holder: holder) { return }
        let bytes = Array(try #require(FileManager.default.contents(atPath: path)))
        let text = String(decoding: bytes, as: UTF8.self)
        let start = try #require(text.range(of: "<HDon"))
        let end = try #require(text.range(of: "</HDon>"))
        let alone = path + ".alone"
        try text[start.lowerBound..<end.upperBound].write(toFile: alone, atomically: false, encoding: .utf8)
        #expect(try verify(alone, holder: holder), "\(path)")
    }

    private func verify(_ path: String, holder: String = "NBan") throws -> Bool {
        try XMLSec.accepts(path, signed: "DLHDon", in: holder)
    }
}
